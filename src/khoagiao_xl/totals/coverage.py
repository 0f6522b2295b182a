"""How many of the units that owe an answer gave one: «85/92», the same wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.totals.period_answers import PeriodAnswers
from khoagiao_xl.totals.standing_answers import standing
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.totals.adding import Contribution


@dataclass(frozen=True)
class Coverage:
    """The units that owe an answer of one indicator in one period, and what they did.

    answered: codes of those that gave one in the period itself. owing: codes of those that owe one, with
    the answered. not_applicable: codes of those that said «không thuộc», which owe nothing.
    obligations: who is whose part; a unit of parts counts once, when all of them that owe have answered.
    """

    answered: frozenset[str]
    owing: frozenset[str]
    not_applicable: frozenset[str] = frozenset()
    obligations: Obligations | None = None

    @property
    def counted(self) -> int:
        """How many units gave an answer."""
        if self.obligations is None:
            return len(self.answered)
        units = self.obligations.complete_wholes(self.answered, self.owing)
        return len(units)

    @property
    def asked(self) -> int:
        """How many units owe an answer."""
        return self.units_among(self.owing)

    def units_among(self, codes: Collection[str]) -> int:
        """Return how many units these codes, of units and of parts, belong to."""
        if self.obligations is None:
            return len(codes)
        units = self.obligations.wholes_among(codes)
        return len(units)

    @property
    def is_whole(self) -> bool:
        """Whether every unit that owes an answer gave one."""
        return self.answered == self.owing

    def __str__(self) -> str:
        return coverage_of(self.counted, self.asked)


def coverage(year: Year, period: Period, item: Indicator) -> Coverage:
    """Return who of those that owe an answer gave one in `period`."""
    answers = YearAnswers(year)
    here = answers.of(period)
    contributions = standing(answers, period, item)
    return coverage_by(here, item, contributions)


def coverage_by(here: PeriodAnswers, item: Indicator, contributions: Iterable[Contribution]) -> Coverage:
    """Return the same where the contributions to the figure are known already."""
    answered = answering(contributions)
    not_applicable = frozenset(here.not_applicable(item))
    owing = here.owing(item)
    if not_applicable:  # a set of all units is copied only where it must be: there is one for each question
        owing -= not_applicable
    if not answered <= owing:
        owing |= answered
    return Coverage(
        answered=answered,
        owing=owing,
        not_applicable=not_applicable,
        obligations=here.obligations,
    )


def answering(contributions: Iterable[Contribution]) -> frozenset[str]:
    """Return the units that gave all of their part in the period itself: nothing of it is carried."""
    given: set[str] = set()
    carried: set[str] = set()
    for part in contributions:
        units = carried if part.carried else given
        units.add(part.unit)
    given -= carried
    return frozenset(given)
