"""What the units were asked in one period and what they answered: every question's answers as one column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.history import Answer
from khoagiao_xl.model.indicators import Indicator, OverTime
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.totals.adding import Contribution
from khoagiao_xl.vietnamese.yes_no import NOT_APPLICABLE

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.reported import Answers

BLANK: Final = (None, "")
Column = Mapping[str, Answer]  # code of a unit -> its answer to one question
ByUnit = Mapping[str, Contribution]
Covers = frozenset[frozenset[str]]  # every «Gồm chỉ tiêu» of the units that are asked one question
ADDED_OVER_TIME: Final = frozenset({OverTime.SUM, OverTime.DISTINCT})


@dataclass(frozen=True)
class PeriodAnswers:
    """One period. obligations: None where no master has the period; then nobody owes anything.

    reports: code of a unit -> what it reported. states: code of a unit -> what became of its duty.
    """

    period: Period
    obligations: Obligations | None = None
    reports: Mapping[str, Answers] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    _asked: dict[Covers, dict[str, Unit]] = field(default_factory=dict, repr=False, compare=False)
    _owing: dict[Covers, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[str, Column] = field(default_factory=dict, repr=False, compare=False)
    _told: dict[str, ByUnit] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def code(self) -> str:
        """The code of the period."""
        return str(self.period)

    @property
    def ends(self) -> date | None:
        """The last day of the period, None where no master has it."""
        if self.obligations is None:
            return None
        return self.obligations.deadline.ends

    # -- what was answered --------------------------------------------------------------------------------

    def answers(self, item: Indicator) -> Column:
        """Return unit -> what it answered, of those that did; «none» is 0, or a list without a word.

        A blank is an answer only where the unit says that nothing happened, or had nothing to be asked of.
        """
        known = self._answers
        code = item.code
        if code not in known:
            given = self._given(item)
            known[code] = dict(given)
        return known[code]

    def _given(self, item: Indicator) -> Iterator[tuple[str, Answer]]:
        code = item.code
        none = 0 if item.is_numeric else ""
        for unit, answers in self.reports.items():
            value = answers.get(code)
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

    def told(self, item: Indicator) -> ByUnit:
        """Return unit -> the answer with which it stands in a figure: «không thuộc» stands in none."""
        known = self._told
        code = item.code
        if code not in known:
            known[code] = self._contributions(item)
        return known[code]

    def _contributions(self, item: Indicator) -> ByUnit:
        period = self.code
        code = item.code
        return {
            unit: Contribution(unit, period, code, answer)
            for unit, answer in self.answers(item).items()
            if answer != NOT_APPLICABLE
        }

    def not_applicable(self, item: Indicator) -> list[str]:
        """Return the units that answered «không thuộc»."""
        if item.is_numeric:
            return []
        answers = self.answers(item)
        return [unit for unit, answer in answers.items() if answer == NOT_APPLICABLE]

    # -- what is owed -------------------------------------------------------------------------------------

    def asked(self, item: Indicator) -> Mapping[str, Unit]:
        """Return code -> unit of those in force on the last day that are asked, released or not."""
        known = self._asked
        covers = self._covers_by_code[item.code]
        if covers not in known:
            known[covers] = {unit.code: unit for unit in self._standing if unit.covers in covers}
        return known[covers]

    @cached_property
    def _covers_by_code(self) -> Mapping[str, Covers]:
        """Code of an indicator -> the «Gồm chỉ tiêu» of the units that are asked; of most it is the same."""
        found: dict[str, Covers] = defaultdict(frozenset)
        for covers, codes in self._codes_by_covers.items():
            for code in codes:
                found[code] |= {covers}
        return found

    @property
    def _standing(self) -> tuple[Unit, ...]:
        if self.obligations is None:
            return ()
        return self.obligations.owing

    @cached_property
    def _codes_by_covers(self) -> Mapping[frozenset[str], frozenset[str]]:
        """What is asked of units with the same «Gồm chỉ tiêu»."""
        found = {}
        for unit in self._standing:
            covers = unit.covers
            if covers not in found:
                found[covers] = self._codes_asked(unit)
        return found

    def _codes_asked(self, unit: Unit) -> frozenset[str]:
        if self.obligations is None:
            return frozenset()
        asked = self.obligations.asked_of(unit)
        return frozenset(item.code for item in asked)

    def owing(self, item: Indicator) -> frozenset[str]:
        """Return the units that owe an answer."""
        known = self._owing
        covers = self._covers_by_code[item.code]
        if covers not in known:
            known[covers] = frozenset(self.asked(item).keys() - self._released)
        return known[covers]

    @cached_property
    def _released(self) -> frozenset[str]:
        """Those of the units on the list that need not report the period."""
        codes = [unit.code for unit in self._standing]
        return frozenset(filter(self.is_released, codes))

    def owes(self, unit: str, item: Indicator) -> bool:
        """Whether the unit owes an answer: it is asked, and not released."""
        if unit not in self.asked(item):
            return False
        return not self.is_released(unit)

    def is_released(self, unit: str) -> bool:
        """Whether the unit need not report the period."""
        state = self.states.get(unit)
        if state:
            return state is State.WAIVED
        if self.obligations is None:
            return False
        waivers = self.obligations.waivers
        return waivers.is_released(unit)
