"""Where each unit stands in the chosen period, in cells that nobody sees; dashboards count and sort by them.

One line per unit, in the order of tblDonVi. A unit's row of tblTiepNhan is looked for only between the first
and the last row of its period, so that an office of a thousand units is computed at once too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.defined_names import OWING, PERIOD, PERIOD_ENDS
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED as REPORTED_STATES
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from khoagiao_xl.building.defined_names import Lists

# The states from the one that the office must mend first to the one that asks nothing of it.
WORST_FIRST: Final = (
    State.MISSING,
    State.UNUSABLE,
    State.RETURNED,
    State.EXTENDED,
    State.QUESTIONED,
    State.ACCEPTED,
    State.NOTHING,
    State.WAIVED,
)
LEAST_LINES, SPARE_LINES = 150, 50  # for units that are added to the list during the year
ROWS, STANDINGS, PLACES = "kgDvDong", "kgDvTrangThai", "kgDvThuTu"  # names of the columns of lines
REPORTED, ON_TIME = "kgDaNop", "kgDungHan"  # how many units have reported, and how many of them on time
_LINE: Final = 100_000  # more than there are units

_HEAD: Final = schema.HEADER_ROW
_STATES: Final = defined_names.column_range(schema.DUTIES, "state")
_FROM, _TO = "kgKyTuDong", "kgKyDenDong"  # first and last row of the chosen period in tblTiepNhan
_BLOCK: Final = f"INDEX({{name}},MAX(1,{_FROM})):INDEX({{name}},MAX(1,{_TO}))"
_OF_PERIOD, _OF_UNIT = "kgKyNhanKy", "kgKyNhanDonVi"

_LISTED: Final = "ROWS(dsDonVi)<{number}"
_ROW: Final = (
    f"=IF(OR({_LISTED},{_FROM}=0),0,SUMPRODUCT(MAX(({_OF_PERIOD}={PERIOD})*"
    f"({_OF_UNIT}=INDEX(dsDonVi,{{number}}))*ROW({_OF_UNIT}))))"
)
_UNTIL: Final = "INDEX(kgDonViDen,{number})"
# A unit that has parts does not answer: they do.
_IS_WHOLE: Final = "COUNTIF(kgDonViBoPhan,INDEX(dsDonVi,{number}))>0"
_STANDS: Final = (
    f"AND(NOT({_IS_WHOLE}),INDEX(kgDonViTu,{{number}})<={PERIOD_ENDS},"
    f'OR({_UNTIL}="",{_UNTIL}>={PERIOD_ENDS}))'
)
_OWN_ROW: Final = f"INDEX({ROWS},{{number}})"
_TOLD: Final = f'IF({_OWN_ROW}=0,"{State.MISSING}",INDEX({_STATES},{_OWN_ROW}-{_HEAD})&"")'
# Blank where the unit does not owe the period, as it does not stand on its last day.
_STANDING: Final = f'=IF({_LISTED},"",IF(INDEX(dsDonVi,{{number}})="","",IF({_STANDS},{_TOLD},"")))'
_ORDER: Final = ",".join(f'"{state}"' for state in WORST_FIRST)
_PLACE: Final = (
    f'=IF(INDEX({STANDINGS},{{number}})="","",'
    f"IFERROR(MATCH(INDEX({STANDINGS},{{number}}),{{{{{_ORDER}}}}},0),1)*{_LINE}+{{number}})"
)
_ANSWERING: Final = '(dsDonVi<>"")*(COUNTIF(kgDonViBoPhan,dsDonVi)=0)'
_NOT_GONE: Final = '(((kgDonViDen="")+(kgDonViDen>={day}))>0)'
_IN_FORCE: Final = f"SUMPRODUCT({_ANSWERING}*(kgDonViTu<={{day}})*{_NOT_GONE})"


def owing_at(period: str, day: str) -> str:
    """Return the piece of a formula that counts who owes a period that ends on `day`: who is not released."""
    return f"{_IN_FORCE.format(day=day)}-{count_of(State.WAIVED, period)}"


def count_of(state: State, period: str = PERIOD) -> str:
    """Return the piece of a formula that counts the units in a state."""
    return f'COUNTIFS(kgNhanKy,{period},kgNhanTrangThai,"{state}")'


def on_time_in(period: str) -> str:
    """Return the piece of a formula that counts the units whose report of a period came on time."""
    return f'COUNTIFS(kgNhanKy,{period},kgNhanDungHan,"có")'


def unit_at(place: int) -> str:
    """Return the piece of a formula that gives the number of the unit at a place, the worst off first."""
    return f"MOD(SMALL({PLACES},{place}),{_LINE})"


def keep_standings(lists: Lists, units: int) -> None:
    """Write a line for each of so many units, and for some that may come."""
    _keep_rows_of_the_period(lists)
    _keep_counts(lists)
    lines = max(LEAST_LINES, units + SPARE_LINES)
    numbers = range(1, lines + 1)
    for name, formula in ((ROWS, _ROW), (STANDINGS, _STANDING), (PLACES, _PLACE)):
        column = [formula.format(number=number) for number in numbers]
        lists.keep_column(name, column)


def _keep_rows_of_the_period(lists: Lists) -> None:
    """Keep where the rows of the chosen period stand in tblTiepNhan, and two of their columns."""
    lists.keep_formula(_FROM, f"=IFERROR(MATCH({PERIOD},kgNhanKy,0),0)")
    lists.keep_formula(_TO, f"=SUMPRODUCT(MAX((kgNhanKy={PERIOD})*(ROW(kgNhanKy)-{_HEAD})))")
    lists.define(_OF_PERIOD, _BLOCK.format(name="kgNhanKy"))
    lists.define(_OF_UNIT, _BLOCK.format(name="kgNhanDonVi"))


def _keep_counts(lists: Lists) -> None:
    reported = [count_of(state) for state in State if state in REPORTED_STATES]
    added = "+".join(reported)
    lists.keep_formula(OWING, f"={owing_at(PERIOD, PERIOD_ENDS)}")
    lists.keep_formula(REPORTED, f"={added}")
    lists.keep_formula(ON_TIME, f"={on_time_in(PERIOD)}")
