"""The months and the quarters of a year side by side, as the charts of long reports show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import REPORTED, State

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Duty, Total
    from khoagiao_xl.office.year import Year

LONG: Final = 6  # months of a period whose report shows the course of its months


@dataclass(frozen=True)
class MonthCourse:
    """A month or a quarter: its totals by code, and how many units reported in time, late, and not at all.

    One that was not consolidated has no totals; one without any intake has no units.
    same_units: over how many units its figures are where they are those of the units that all of them have.
    """

    period: Period
    totals: Mapping[str, Total]
    in_time: int = 0
    late: int = 0
    missing: int = 0
    same_units: int = 0

    @property
    def owing(self) -> int:
        """How many units owed the month."""
        return self.in_time + self.late + self.missing


def course_of(year: Year, period: Period) -> Iterator[MonthCourse]:
    """Yield the months of the year up to the end of a half or a year; of a shorter period nothing."""
    if period.kind.facts.months < LONG:
        return
    last = period.last_month
    for number in range(1, last + 1):
        month = Period(period.year, Kind.MONTH, number)
        yield _course(year, month)


def _course(year: Year, period: Period) -> MonthCourse:
    duties = year.duties_of(period)
    totals = year.totals_of(period)
    return MonthCourse(
        period=period,
        totals={total.code: total for total in totals},
        **_counted(duties),
    )


# -- quarters, over the same units ------------------------------------------------------------------------


def quarters_of(year: Year, period: Period, codes: Iterable[str], today: date) -> Iterator[MonthCourse]:
    """Yield the quarters of a half or a year that are due, with the figures of the same units.

    A line that falls because fewer units have answered shows what is not so.
    """
    if period.kind.facts.months < LONG:
        return
    due = [part for part in period.parts if _is_due(year, part, today)]
    courses = [_course(year, part) for part in due]
    told = [course.period for course in courses if course.totals]
    wanted = set(codes)
    units = _in_all(year, told, wanted)
    for course in courses:
        yield replace(
            course,
            totals=_over(units, course, year, wanted),
            same_units=len(units),
        )


def _over(units: Collection[str], course: MonthCourse, year: Year, codes: set[str]) -> dict[str, Total]:
    """Return the totals of these units alone; none where there are no units."""
    found: dict[str, Total] = {}
    if not units:
        return found
    for code in course.totals.keys() & codes:
        figures = _figures(year, course.period, code, units)
        found[code] = replace(
            course.totals[code],
            value=sum(figures),
            provisional=False,
        )
    return found


def _figures(year: Year, period: Period, code: str, units: Iterable[str]) -> Iterator[float]:
    reported = year.reported
    period_code = str(period)
    for unit in units:
        answers = reported[period_code, unit]
        answer = answers[code]
        if isinstance(answer, int | float):
            yield answer


def _is_due(year: Year, period: Period, today: date) -> bool:
    code = str(period)
    deadline = year.deadlines.get(code)
    if deadline is None:
        return False
    return deadline.unit_due <= today


def _in_all(year: Year, periods: Iterable[Period], codes: Collection[str]) -> list[str]:
    """Return the units that gave every one of the figures in every period."""
    by_period = [_giving(year, str(period), codes) for period in periods]
    if not by_period:
        return []
    units = set.intersection(*by_period)
    return sorted(units)


def _giving(year: Year, period: str, codes: Collection[str]) -> set[str]:
    """Return the units that gave every one of the figures in a period."""
    units = set()
    for (code, unit), answers in year.reported.items():
        if code != period:
            continue
        given = [answers.get(each) for each in codes]
        if all(isinstance(answer, int | float) for answer in given):
            units.add(unit)
    return units


def _counted(duties: Iterable[Duty]) -> dict[str, int]:
    counts = {"in_time": 0, "late": 0, "missing": 0}
    for duty in duties:
        if duty.state is State.WAIVED:
            continue
        counts[_outcome(duty)] += 1
    return counts


def _outcome(duty: Duty) -> str:
    if duty.state not in REPORTED:
        return "missing"
    return "late" if duty.days_late else "in_time"
