"""One period added up: each indicator's figure over the units, and how many of those that owe it gave one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, coverage_of
from khoagiao_xl.totals.adding import Report, Sum, add_up

if TYPE_CHECKING:
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year

ReportsByPeriod = dict[str, list[Report]]


@dataclass(frozen=True)
class PeriodFigures:
    """By indicator code: the sum over the units, and how many units owe an answer."""

    period: Period
    sums: Mapping[str, Sum]
    owing: Mapping[str, int]

    def number(self, code: str) -> float | int | None:
        """Return the figure, None where nobody gave one."""
        return self.sums[code].number

    def counted(self, code: str) -> int:
        """Return how many units stand behind the figure."""
        return self.sums[code].units

    def note(self, code: str) -> str:
        """Return what is to be said of the figure."""
        return self.sums[code].note

    def lacks_units(self, code: str) -> bool:
        """Whether some of the units that owe an answer do not stand behind the figure."""
        return self.counted(code) < self.owing[code]

    def coverage(self, code: str) -> str:
        """Return how many of the owing units stand behind the figure: «85/92»."""
        counted = self.counted(code)
        return coverage_of(counted, self.owing[code])


def add_period(
    period: Period,
    indicators: Iterable[Indicator],
    reports: Sequence[Report],
    owing: Mapping[str, int],
) -> PeriodFigures:
    """Return what the `reports` of a period come to; a missing unit is counted nowhere, never as a zero."""
    sums = {}
    for item in indicators:
        sums[item.code] = add_up(reports, item)
    return PeriodFigures(period, sums, owing)


def reports_by_period(year: Year) -> ReportsByPeriod:
    """Return code of a period -> what its units reported; a period without reports gives an empty list."""
    found: ReportsByPeriod = defaultdict(list)
    for (period, unit), answers in year.reported.items():
        report = Report(unit, answers)
        found[period].append(report)
    return found


def owing_units(year: Year, period: Period) -> Mapping[str, int]:
    """Return indicator code -> how many units owe it an answer; those that are released owe none."""
    obligations = year.obligations(period)
    released = set()
    for duty in year.duties_of(period):
        if duty.state is State.WAIVED:
            released.add(duty.unit)
    return _count_owing(obligations, released)


def _count_owing(obligations: Obligations, released: set[str]) -> Mapping[str, int]:
    owing: Counter[str] = Counter()
    for unit in obligations.owing:
        if unit.code in released:
            continue
        asked = obligations.asked_of(unit)
        codes = [item.code for item in asked]
        owing.update(codes)
    return owing
