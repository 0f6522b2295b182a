"""The periods of a year as its master has them, and those of the year before where its master is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.office.reported import Answers
from khoagiao_xl.totals.adding import terms_of
from khoagiao_xl.totals.period_answers import PeriodAnswers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.year import Year

Reports = dict[str, dict[str, Answers]]
States = dict[str, dict[str, State]]


@dataclass(frozen=True)
class MasterAnswers:
    """What came in one master."""

    year: Year

    @cached_property
    def reports(self) -> Reports:
        """Code of a period -> code of a unit -> what it reported."""
        found: Reports = defaultdict(dict)
        reported = self.year.reported
        for (period, unit), answers in reported.items():
            of_period = found[period]
            of_period[unit] = answers
        return found

    @cached_property
    def states(self) -> States:
        """Code of a period -> code of a unit -> what became of its duty."""
        found: States = defaultdict(dict)
        for duty in self.year.duties:
            of_period = found[duty.period]
            of_period[duty.unit] = duty.state
        return found

    def has(self, period: Period) -> bool:
        """Whether the master has the period."""
        return str(period) in self.year.deadlines

    def read(self, period: Period) -> PeriodAnswers:
        """Return a period that the master has."""
        code = str(period)
        return PeriodAnswers(
            period=period,
            obligations=self.year.obligations(period),
            reports=self.reports[code],
            states=self.states[code],
        )


@dataclass(frozen=True)
class YearAnswers:
    """What came in a year, and in the year before; each period and each question is read once."""

    year: Year
    _periods: dict[Period, PeriodAnswers] = field(default_factory=dict, repr=False, compare=False)
    _before: dict[tuple[Period, bool], list[PeriodAnswers]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the year, by code."""
        indicators = self.year.indicators
        return {item.code: item for item in indicators}

    @cached_property
    def _masters(self) -> list[MasterAnswers]:
        """This year's, and that of the year before."""
        year = self.year
        found = [MasterAnswers(year)]
        if year.last_year:
            before = MasterAnswers(year.last_year)
            found.append(before)
        return found

    def of(self, period: Period) -> PeriodAnswers:
        """Return the period, from the first master that has it."""
        known = self._periods
        if period not in known:
            known[period] = self._read(period)
        return known[period]

    def _read(self, period: Period) -> PeriodAnswers:
        for master in self._masters:
            if master.has(period):
                return master.read(period)
        return PeriodAnswers(period)

    def of_all(self, periods: Iterable[Period]) -> list[PeriodAnswers]:
        """Return several periods, in their order."""
        return [self.of(period) for period in periods]

    def terms(self, item: Indicator) -> list[Indicator]:
        """Return the indicators that a figure is made of; none where the master has not all of them."""
        codes = terms_of(item)
        known = self.indicators
        if not known.keys() >= set(codes):
            return []
        return [known[code] for code in codes]

    # -- the periods before another -----------------------------------------------------------------------

    def before(self, period: Period, *, over_year: bool) -> list[PeriodAnswers]:
        """Return the other reported periods that end no later than `period`, the latest first.

        Of those that end together the longer first, an estimate last. over_year: also of the year before.
        """
        key = (period, over_year)
        known = self._before
        if key not in known:
            ended = self._ended_by(period, over_year=over_year)
            known[key] = self.of_all(ended)
        return known[key]

    def _ended_by(self, period: Period, *, over_year: bool) -> Iterator[Period]:
        end = _end(period)
        for other in self._latest_first:
            if other == period or _end(other) > end:
                continue
            if over_year or other.year == period.year:
                yield other

    @cached_property
    def _latest_first(self) -> list[Period]:
        periods = self._reported()
        return sorted(periods, key=_how_late, reverse=True)

    def _reported(self) -> set[Period]:
        found = set()
        for master in self._masters:
            for code in master.reports:
                with suppress(WrongRequest):  # a code that is none: the check of the master names it
                    period = Period.parse(code)
                    found.add(period)
        return found


def _end(period: Period) -> tuple[int, int]:
    return period.year, period.last_month


def _how_late(period: Period) -> tuple[int, int, bool, int]:
    facts = period.kind.facts
    is_known = not facts.is_estimated
    return (
        period.year,
        period.last_month,
        is_known,
        facts.months,
    )
