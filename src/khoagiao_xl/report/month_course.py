"""The months of a year side by side, as the charts of long reports show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import REPORTED, State

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Duty, Total
    from khoagiao_xl.office.year import Year

LONG: Final = 6  # months of a period whose report shows the course of its months


@dataclass(frozen=True)
class MonthCourse:
    """A month: its totals by code, and how many units reported in time, late, and not at all.

    A month that was not consolidated has no totals; one without any intake has no units.
    """

    period: Period
    totals: Mapping[str, Total]
    in_time: int = 0
    late: int = 0
    missing: int = 0

    @property
    def owing(self) -> int:
        """How many units owed the month."""
        return self.in_time + self.late + self.missing


def course_of(year: Year, period: Period) -> Iterator[MonthCourse]:
    """Yield the months of the year up to the end of a half or a year; of a shorter period nothing."""
    if period.kind.facts.months < LONG:
        return
    for number in range(1, period.last_month + 1):
        month = Period(period.year, Kind.MONTH, number)
        duties = year.duties_of(month)
        yield MonthCourse(
            period=month,
            totals={total.code: total for total in year.totals_of(month)},
            **_counted(duties),
        )


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
