"""What the master knows beside the totals: its guidance, and who did most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.told_basis import YearGuidance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from khoagiao_xl.model.records import Deadline, Total
    from khoagiao_xl.office.year import Year

QUARTER: Final = 3  # months
WORK: Final = "KG201"  # by which units are told that did most


def guidances_of(year: Year) -> Iterator[YearGuidance]:
    """Yield the guidances that the plan was made from."""
    for row in year.rows(schema.SOURCES):
        yield YearGuidance.from_row(row)


def leaders_of(year: Year, period: Period) -> list[tuple[str, float]]:
    """Return the units with what they did in the period, the most first; those that did nothing are none."""
    code = str(period)
    found = []
    for (reported, unit), answers in year.reported.items():
        figure = answers.get(WORK)
        if reported != code or not isinstance(figure, int | float):
            continue
        if figure > 0:
            leader = (unit, float(figure))
            found.append(leader)
    return sorted(found, key=_most_first)


def _most_first(leader: tuple[str, float]) -> tuple[float, str]:
    unit, figure = leader
    return -figure, unit


def earlier_totals(year: Year, period: Period) -> Iterator[tuple[str, list[Total]]]:
    """Yield the totals of the other periods of the year that end no later than this one, by code."""
    for code in year.deadlines:
        other = Period.parse(code)
        if other != period and other.is_over_by(period):
            yield code, year.totals_of(other)


def coming_deadlines(period: Period, deadlines: Mapping[str, Deadline], today: date) -> dict[str, Deadline]:
    """Return the deadlines of the periods that end in the one that follows `period`, by due day.

    Those too that end with `period` and are not due yet: the year is reported before its last quarter and its
    last month. The months of a coming half or year are too many to be named each.
    """
    named: dict[str, Deadline] = {}
    for deadline in sorted(deadlines.values(), key=_due_day):
        is_next = _is_named(deadline, period.coming)
        if is_next or _is_still_due(deadline, period, today):
            code = deadline.period
            named[code] = deadline
    return named


def _due_day(deadline: Deadline) -> date:
    return deadline.unit_due


def _is_still_due(deadline: Deadline, now: Period, today: date) -> bool:
    period = Period.parse(deadline.period)
    if period == now or period.ends != now.ends:
        return False
    return deadline.unit_due > today


def _is_named(deadline: Deadline, coming: Period) -> bool:
    period = Period.parse(deadline.period)
    if period.year != coming.year:
        return False
    if period.kind is Kind.MONTH and not _is_short(coming):
        return False
    return coming.first_month <= period.last_month <= coming.last_month


def _is_short(coming: Period) -> bool:
    months = coming.last_month - coming.first_month + 1
    return months <= QUARTER
