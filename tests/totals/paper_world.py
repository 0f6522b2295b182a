"""A few units, a few questions, a year of periods with their true windows: what came, said as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits, Type
from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Deadline, Duty, State, Total, Unit
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.period_totals import PeriodTotals

ALL = frozenset(Kind)
NOT_MONTHLY = ALL - {Kind.MONTH}
YES_NO = "có/không/không thuộc"


def question(code: str, over_time: OverTime, over_units: OverUnits, **facts: Any) -> Indicator:
    """Return an indicator that adds up over time and over units as said."""
    usual: dict[str, Any] = {"type": Type.COUNT, "unit": "cuộc", "kinds": ALL}
    return Indicator(
        **{
            **usual,
            "code": code,
            "label": code,
            "section": "II.1",
            "field": "Chung",
            "over_time": over_time,
            "over_units": over_units,
            **facts,
        }
    )


MEETINGS = question("KG106", OverTime.SUM, OverUnits.SUM)
CALLED = question("KG107", OverTime.SUM, OverUnits.SUM)
CAME = question("KG108", OverTime.SUM, OverUnits.SUM)
SHARE = question(
    "KG109", OverTime.COMPUTED, OverUnits.COMPUTED, type=Type.PERCENT, unit="%", formula="KG108/KG107*100"
)
STUDIED = question("KG105", OverTime.DISTINCT, OverUnits.DISTINCT, type=Type.LIST, asked_when="KG106")
POSTERS = question("KG214", OverTime.SUM, OverUnits.SUM, kinds=NOT_MONTHLY)
MEMBERS = question("KG001", OverTime.LAST, OverUnits.SUM, over_year=True)
STAFF = question("KG002", OverTime.LAST, OverUnits.SUM, over_year=True)
INSURED = question("KG223", OverTime.LAST, OverUnits.SUM, over_year=True)
INSURED_SHARE = question(
    "KG224", OverTime.COMPUTED, OverUnits.COMPUTED, type=Type.PERCENT, unit="%", formula="KG223/KG002*100"
)
SPORT = question("KG227", OverTime.LAST, OverUnits.WEIGHTED, type=Type.PERCENT, unit="%", over_year=True)
DIRECTIVE = question("KG112", OverTime.LAST, OverUnits.COUNT_YES, type=Type.YESNO, unit=YES_NO)
MINDS = question("KG605", OverTime.MOMENT, OverUnits.COUNT_YES, type=Type.YESNO, unit="có/không")
PLANNED = question("KG301", OverTime.LAST, OverUnits.SUM, kinds=NOT_MONTHLY)
INSPECTED = question("KG302", OverTime.SUM, OverUnits.SUM, plan="KG301")
REVIEWS_DUE = question("KG401", OverTime.LAST, OverUnits.SUM)
REVIEWED = question("KG402", OverTime.CUMULATIVE, OverUnits.SUM, plan="KG401")
QUESTIONS = (
    MEETINGS, CALLED, CAME, SHARE, STUDIED, POSTERS, MEMBERS, STAFF, INSURED, INSURED_SHARE, SPORT, DIRECTIVE,
    MINDS, PLANNED, INSPECTED, REVIEWS_DUE, REVIEWED,
)  # fmt: skip
UNITS = tuple(Unit(code, f"Đơn vị {code}") for code in "ABC")
Answers = Mapping[str, Any]
Came = Mapping[str, Mapping[str, Answers]]  # tail of a period («M01») -> unit -> code -> answer
States = Mapping[tuple[str, str], State]


def year_of(
    came: Came,
    *,
    states: States | None = None,
    units: tuple[Unit, ...] = UNITS,
    year: int = 2024,
    last_year: Year | None = None,
    compared_from: int = 0,
    **tables: Any,
) -> Year:
    """Return a year in which this came, and of every other period nothing.

    states: (tail of a period, unit) -> what became of a duty, where that is not told by what came.
    """
    periods = [period for period in periods_of(year) if str(period)[5:] in came]
    known = {
        "tblDonVi": units,
        "tblChiTieu": [row_of(item) for item in QUESTIONS],
        "tblCauHinh": settings(year, compared_from),
        "tblThoiHan": [vars(deadline(period)) for period in periods_of(year)],
        "tblTiepNhan": [duty for period in periods for duty in duties(period, came, states or {}, units)],
        "tblSoLieu": [row for period in periods for row in figures(period, came)],
    }
    made = Year.of({**known, **tables})
    return made.with_last_year(last_year) if last_year else made


def row_of(item: Indicator) -> dict[str, Any]:
    return {**vars(item), **{kind: "x" if kind in item.kinds else None for kind in Kind}}


def settings(year: int, compared_from: int) -> list[dict[str, str]]:
    texts = {"nam": str(year), "ma_so": "m", "nguong_so_sanh": str(compared_from)}
    return [{"key": key, "value": value} for key, value in texts.items()]


def ends(period: Period) -> date:
    """Return the last day of a period: the 14th of its last month."""
    return date(period.year, period.last_month, 14)


def deadline(period: Period) -> Deadline:
    """Return the window of a period; that of a year is not over when its report is due."""
    last = ends(period)
    due = replace_day(last, 5 if period.kind is Kind.YEAR else 18)
    starts = date(period.year - 1, 12, 15)
    return Deadline(str(period), starts, last, due, replace_day(last, 20), replace_day(last, 25))


def replace_day(day: date, number: int) -> date:
    return day.replace(day=number)


def duties(period: Period, came: Came, states: States, units: tuple[Unit, ...]) -> Iterator[Duty]:
    tail = str(period)[5:]
    for unit in units:
        if not unit.is_in_force(ends(period)):
            continue
        usual = State.ACCEPTED if unit.code in came[tail] else State.MISSING
        yield Duty(str(period), unit.code, states.get((tail, unit.code), usual), version=1)


def figures(period: Period, came: Came) -> Iterator[dict[str, Any]]:
    for unit, answers in came[str(period)[5:]].items():
        yield {"period": str(period), "unit": unit, **answers}


def total(year: Year, code: str, item: Indicator) -> Total:
    """Return the total of an indicator in a period: «2024-M02»."""
    return PeriodTotals(year, Period.parse(code)).total(item)
