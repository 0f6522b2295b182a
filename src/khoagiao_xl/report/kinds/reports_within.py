"""What became of the reports within the period that a notice is about: a quarter has its months."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.kinds.unit_conduct import Conducts, UnitConduct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from khoagiao_xl.office.year import Year

ByUnit = dict[str, list[UnitConduct]]  # code of a unit -> what became of some reports of it


@dataclass(frozen=True)
class ReportsWithin:
    """The reports within a period, in the order of their periods; one without any intake tells nothing.

    closed: the periods whose figures stand: nothing more is asked of them.
    """

    by_period: Mapping[Period, Conducts]
    closed: frozenset[Period]

    @classmethod
    def of(cls, year: Year, period: Period, today: date) -> ReportsWithin:
        """Return what became of every report within a period as it stands on a day."""
        parts = list(_within(year, period))
        conducts = {part: Conducts.of(year, part, today) for part in parts}
        closed = frozenset(part for part in parts if year.closing_of(part))
        return cls(conducts, closed)

    @cached_property
    def lacked(self) -> ByUnit:
        """The reports that units owe still."""
        return self._by_unit(lambda conducts: conducts.owing_still)

    @cached_property
    def late(self) -> ByUnit:
        """The reports that count and came late."""
        return self._by_unit(lambda conducts: conducts.late)

    @cached_property
    def faulted(self) -> frozenset[str]:
        """The units that have not done as they should with one of them: it lacks, came late, went back."""
        found: set[str] = set()
        for conducts in self.by_period.values():
            faulted = [one for one in conducts.all if one.is_at_fault]
            found.update(one.duty.unit for one in faulted)
        return frozenset(found)

    @property
    def still_open(self) -> Iterator[tuple[Period, Conducts]]:
        """The periods that are not closed, each with its reports."""
        for period, conducts in self.by_period.items():
            if period not in self.closed:
                yield period, conducts

    def _by_unit(self, of: Callable[[Conducts], list[UnitConduct]]) -> ByUnit:
        found: ByUnit = {}
        for conducts in self.by_period.values():
            for unit in of(conducts):
                own = found.setdefault(unit.duty.unit, [])
                own.append(unit)
        return found


def _within(year: Year, period: Period) -> Iterator[Period]:
    known = [Period.parse(code) for code in year.deadlines]
    for part in sorted(known, key=_last_month_and_length):
        if part != period and part.is_within(period) and year.duties_of(part):
            yield part


def _last_month_and_length(period: Period) -> tuple[int, int]:
    return period.last_month, period.kind.facts.months


def counts_by_period(reports: ByUnit) -> dict[Period, int]:
    """Return of how many units there is a report of each period, in the order of the periods."""
    counts: Counter[Period] = Counter()
    for own in reports.values():
        counts.update(each.period for each in own)
    periods = sorted(
        counts,
        key=_last_month_and_length,
    )
    return {period: counts[period] for period in periods}
