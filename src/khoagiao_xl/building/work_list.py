"""All that the plan asks of the office in one list, in cells that nobody sees: sheets show and count it.

Tasks, then reviews, then the steps of reviews, each at a place of its own. What is only proposed or dropped
has a place without a state, so that nothing shows it. No formula looks at many cells at once: the sheets
work in any Excel since 2016 and in LibreOffice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.building.defined_names import column_range
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.building.defined_names import Lists
    from khoagiao_xl.model.schema import Table

# Names of the columns of the list.
KIND, DUE, STATE = "kgViecLoai", "kgViecHan", "kgViecTinhTrang"
IN_CHARGE, LEADER, STARTS = "kgViecPhuTrach", "kgViecChiDao", "kgViecBatDau"
OPEN, DONE = "mở", "xong"  # states


class PlanSource(NamedTuple):
    """A table of the plan. lines: how many of its rows the list has room for; due: the field of its day."""

    kind: str
    table: Table
    lines: int
    due: str


TASK: Final = PlanSource("Nhiệm vụ", schema.TASKS, 250, "due")
REVIEW: Final = PlanSource("Sơ kết, tổng kết", schema.REVIEWS, 30, "anniversary")
STEP: Final = PlanSource("Bước", schema.REVIEW_STEPS, 240, "due")
SOURCES: Final = (TASK, REVIEW, STEP)

_TAKEN_OVER: Final = "OR(" + ",".join(f'{{status}}="{status}"' for status in sorted(schema.BEGUN)) + ")"
_STATE: Final = f'=IF({_TAKEN_OVER},"{OPEN}",IF({{status}}="xong","{DONE}",""))'
# A step is open while its review is; what nobody has taken of a review that is done is nobody's any more.
_STEP_STATE: Final = (
    f'=IF({{status}}="{schema.DROPPED}","",IF(AND({{status}}="xong",OR({_TAKEN_OVER.format(status="{review}")},'
    f'{{review}}="xong")),"{DONE}",IF({_TAKEN_OVER.format(status="{review}")},"{OPEN}","")))'
)
_DAY: Final = '=IF(ISNUMBER({day}),{day},"")'
_BLANK: Final = '=""'
_OWN_OR: Final = 'IF({own}="",{review},{own})'
_ROW_OF_REVIEW: Final = "MATCH({review},{codes},0)"
_OR_BLANK: Final = 'IFERROR({found}&"","")'
_NAMES: Final = '=";"&SUBSTITUTE({names},"; ",";")&";"'


def cell_of(table: Table, field: str, number: int | str) -> str:
    """Return the piece of a formula that gives a cell of a row of a table, counted from 1."""
    column = column_range(table, field)
    return f"INDEX({column},{number})"


def in_list(name: str, place: int | str) -> str:
    """Return the piece of a formula that gives what a column of the list has at a place."""
    return f"INDEX({name},{place})"


def first_place(source: PlanSource) -> int:
    """Return how many places of the list stand before those of a table."""
    before = 0
    for other in SOURCES:
        if other is source:
            break
        before += other.lines
    return before


def places() -> Iterator[tuple[PlanSource, int]]:
    """Yield the table and the number of its row for each place of the list."""
    for source in SOURCES:
        for number in range(1, source.lines + 1):
            yield source, number


def keep_work(lists: Lists) -> None:
    """Write the columns of the list."""
    listed = list(places())
    lists.keep_column(KIND, [source.kind for source, _ in listed])
    columns = {
        DUE: _due,
        STATE: _state,
        IN_CHARGE: _in_charge,
        LEADER: _leader,
        STARTS: _starts,
    }
    for name, formula in columns.items():
        lists.keep_column(name, [formula(source, number) for source, number in listed])


def _due(source: PlanSource, number: int) -> str:
    day = cell_of(source.table, source.due, number)
    return _DAY.format(day=day)


def _starts(source: PlanSource, number: int) -> str:
    if source is not TASK:
        return _BLANK
    day = cell_of(source.table, "start", number)
    return _DAY.format(day=day)


def _state(source: PlanSource, number: int) -> str:
    status = cell_of(source.table, "status", number)
    if source is not STEP:
        return _STATE.format(status=status)
    review = of_review("status", number)
    return _STEP_STATE.format(status=status, review=review)


def _in_charge(source: PlanSource, number: int) -> str:
    """Return who is in charge; of a step that names nobody, who is in charge of its review."""
    own = cell_of(source.table, "in_charge", number)
    if source is not STEP:
        return _NAMES.format(names=own)
    review = of_review("in_charge", number)
    names = _OWN_OR.format(own=own, review=review)
    return _NAMES.format(names=names)


def _leader(source: PlanSource, number: int) -> str:
    names = cell_of(source.table, "leader", number) if source is not STEP else of_review("leader", number)
    return _NAMES.format(names=names)


def of_review(field: str, number: int) -> str:
    """Return the piece of a formula that gives a cell of the review of a step."""
    row = _ROW_OF_REVIEW.format(
        review=cell_of(schema.REVIEW_STEPS, "review", number),
        codes=column_range(schema.REVIEWS, "code"),
    )
    found = cell_of(schema.REVIEWS, field, row)
    return _OR_BLANK.format(found=found)
