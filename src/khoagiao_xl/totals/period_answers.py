"""What the units were asked in a period and what they answered, in a master or in that of the year before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.history import Answer
from khoagiao_xl.model.indicators import Indicator, OverTime
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.totals.adding import terms_of
from khoagiao_xl.vietnamese.yes_no import NOT_APPLICABLE

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.reported import Answers
    from khoagiao_xl.office.year import Year

BLANK: Final = (None, "")
Column = Mapping[str, Answer]  # code of a unit -> its answer to one question
ADDED_OVER_TIME: Final = frozenset({OverTime.SUM, OverTime.DISTINCT})
STOCKS: Final = frozenset({OverTime.LAST, OverTime.CUMULATIVE})  # as of the period's end, never added


@dataclass(frozen=True)
class PeriodAnswers:
    """One period. obligations: None where no master has the period; then nobody owes anything.

    reports: code of a unit -> what it reported. states: code of a unit -> what became of its duty.
    """

    period: Period
    obligations: Obligations | None
    reports: Mapping[str, Answers]
    states: Mapping[str, State]
    _asked: dict[str, dict[str, Unit]] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[str, Column] = field(default_factory=dict, repr=False, compare=False)
    _figures: dict[str, Column] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def code(self) -> str:
        """The code of the period."""
        return str(self.period)

    def answers(self, item: Indicator) -> Column:
        """Return unit -> what it answered, of those that did; «none» is 0, or a list without a word.

        A blank is an answer only where the unit says that nothing happened, or had nothing to be asked of.
        """
        known = self._answers
        if item.code not in known:
            known[item.code] = dict(self._given(item))
        return known[item.code]

    def _given(self, item: Indicator) -> Iterator[tuple[str, Answer]]:
        none = 0 if item.is_numeric else ""
        for unit, answers in self.reports.items():
            value = answers.get(item.code)
            if value not in BLANK:
                yield unit, value
            elif self._says_none(unit, item, answers):
                yield unit, none

    def _says_none(self, unit: str, item: Indicator, answers: Answers) -> bool:
        condition = item.asked_when
        if condition and answers.get(condition) == 0:
            return True
        if item.over_time not in ADDED_OVER_TIME:
            return False
        return self.states.get(unit) is State.NOTHING

    def figures(self, item: Indicator) -> Column:
        """Return unit -> the answer with which it stands in a figure: «không thuộc» stands in none."""
        known = self._figures
        if item.code not in known:
            figures = dict(self.answers(item))
            for unit in self.not_applicable(item):
                del figures[unit]
            known[item.code] = figures
        return known[item.code]

    def not_applicable(self, item: Indicator) -> list[str]:
        """Return the units that answered «không thuộc»."""
        answers = self.answers(item)
        return [unit for unit in answers if answers[unit] == NOT_APPLICABLE]

    def asked(self, item: Indicator) -> Mapping[str, Unit]:
        """Return code -> unit of those in force on the last day that are asked, released or not."""
        known = self._asked
        code = item.code
        if code not in known:
            known[code] = {unit.code: unit for unit in self._asking(code)}
        return known[code]

    def _asking(self, code: str) -> Iterator[Unit]:
        if self.obligations is None:
            return
        for unit in self.obligations.owing:
            if code in self._codes_by_covers[unit.covers]:
                yield unit

    @cached_property
    def _codes_by_covers(self) -> Mapping[frozenset[str], frozenset[str]]:
        """What is asked of units with the same «Gồm chỉ tiêu»."""
        found: dict[frozenset[str], frozenset[str]] = {}
        if self.obligations is None:
            return found
        for unit in self.obligations.owing:
            if unit.covers not in found:
                asked = self.obligations.asked_of(unit)
                found[unit.covers] = frozenset(item.code for item in asked)
        return found

    def owes(self, unit: str, item: Indicator) -> bool:
        """Whether the unit owes an answer: it is asked, and not released."""
        if unit not in self.asked(item):
            return False
        return not self.is_released(unit)

    def owing(self, item: Indicator) -> set[str]:
        """Return the units that owe an answer."""
        asked = self.asked(item)
        return {unit for unit in asked if not self.is_released(unit)}

    @property
    def ends(self) -> date | None:
        """The last day of the period, None where no master has it."""
        if self.obligations is None:
            return None
        return self.obligations.deadline.ends

    def is_released(self, unit: str) -> bool:
        """Whether the unit need not report the period."""
        state = self.states.get(unit)
        if state is not None or self.obligations is None:
            return state is State.WAIVED
        return self.obligations.waivers.is_released(unit)


class YearAnswers:
    """The periods of a year, and those of the year before where its master is known."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.indicators = {item.code: item for item in year.indicators}
        self._masters = [year]
        if year.last_year is not None:
            self._masters.append(year.last_year)
        self._reports = [_reports_of(master) for master in self._masters]
        self._states = [_states_of(master) for master in self._masters]
        self._periods: dict[Period, PeriodAnswers] = {}
        self._before: dict[tuple[Period, bool], list[PeriodAnswers]] = {}

    def of(self, period: Period) -> PeriodAnswers:
        """Return the period, from the first master that has it."""
        known = self._periods
        if period not in known:
            known[period] = self._read(period)
        return known[period]

    def _read(self, period: Period) -> PeriodAnswers:
        code = str(period)
        for at, master in enumerate(self._masters):
            if code not in master.deadlines:
                continue
            return PeriodAnswers(
                period=period,
                obligations=master.obligations(period),
                reports=self._reports[at].get(code, {}),
                states=self._states[at].get(code, {}),
            )
        return PeriodAnswers(period, None, {}, {})

    def terms(self, item: Indicator) -> list[Indicator]:
        """Return the indicators that a figure is made of; none where the master has not all of them."""
        codes = terms_of(item)
        if not self.indicators.keys() >= set(codes):
            return []
        return [self.indicators[code] for code in codes]

    def before(self, period: Period, *, over_year: bool) -> list[PeriodAnswers]:
        """Return the other reported periods that end no later than `period`, the latest first.

        Of those that end together the longer first. over_year: also those of the year before.
        """
        key = (period, over_year)
        known = self._before
        if key not in known:
            known[key] = list(self._ended_before(period, over_year=over_year))
        return known[key]

    def _ended_before(self, period: Period, *, over_year: bool) -> Iterator[PeriodAnswers]:
        latest_first = sorted(self._reported_periods, key=_end_and_length, reverse=True)
        for other in latest_first:
            if other == period or _end(other) > _end(period):
                continue
            if over_year or other.year == period.year:
                yield self.of(other)

    @cached_property
    def _reported_periods(self) -> set[Period]:
        found = set()
        for reports in self._reports:
            for code in reports:
                with suppress(WrongRequest):  # a code that is none: the check of the master names it
                    found.add(Period.parse(code))
        return found


def _end(period: Period) -> tuple[int, int]:
    return period.year, period.last_month


def _end_and_length(period: Period) -> tuple[int, int, int]:
    return *_end(period), period.kind.facts.months


def _reports_of(year: Year) -> Mapping[str, Mapping[str, Answers]]:
    """Return code of a period -> code of a unit -> what it reported."""
    found: dict[str, dict[str, Answers]] = defaultdict(dict)
    for (period, unit), answers in year.reported.items():
        own = found[period]
        own[unit] = answers
    return found


def _states_of(year: Year) -> Mapping[str, Mapping[str, State]]:
    """Return code of a period -> code of a unit -> what became of its duty."""
    found: dict[str, dict[str, State]] = defaultdict(dict)
    for duty in year.duties:
        own = found[duty.period]
        own[duty.unit] = duty.state
    return found
