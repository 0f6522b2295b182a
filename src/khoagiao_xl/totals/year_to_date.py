"""The year to date: of each unit the best that is known, its longest reports first, and its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import OverTime
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.shorter_periods import filling, smaller
from khoagiao_xl.totals.adding import Contribution, terms_of
from khoagiao_xl.totals.coverage import Coverage
from khoagiao_xl.totals.period_answers import ADDED_OVER_TIME
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator


@dataclass(frozen=True)
class UnitToDate:
    """What is known of one unit. gaps: the periods that it owed and that nothing it reported covers."""

    contributions: tuple[Contribution, ...] = ()
    gaps: tuple[Period, ...] = ()

    def __add__(self, other: UnitToDate) -> UnitToDate:
        return UnitToDate(
            contributions=self.contributions + other.contributions,
            gaps=self.gaps + other.gaps,
        )


NOTHING: Final = UnitToDate()


@dataclass(frozen=True)
class YearToDate:
    """An indicator from the start of the year to the end of `period`; none of what is not added over time.

    A rate is one of what its terms come to: of each unit the periods in which it gave them all.
    The month, the quarter and the half that end on one day have one and the same.
    """

    answers: YearAnswers
    period: Period
    item: Indicator

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """What the units add to it; nothing where of a part of the year no report at all is known."""
        found: list[Contribution] = []
        for unit in self.units.values():
            found += unit.contributions
        return tuple(found)

    @cached_property
    def units(self) -> Mapping[str, UnitToDate]:
        """Code -> what is known of it, of every unit that owed a part of it or reported one."""
        if not self._is_added or self.unreported:
            return {}
        found = {}
        for unit in self._who():
            best = NOTHING
            for block in self._blocks:
                best += self._best(block, unit)
            if best != NOTHING:
                found[unit] = best
        return found

    @property
    def coverage(self) -> Coverage:
        """The units that owe a part of it; those that answered are known without a gap."""
        here = self.answers.of(self.period)
        known = [code for code, unit in self.units.items() if not unit.gaps]
        answered = frozenset(known)
        return Coverage(
            answered=answered,
            owing=frozenset(self.units),
            obligations=here.obligations,
        )

    @cached_property
    def gaps(self) -> Mapping[Period, Coverage]:
        """Period in which some have a gap -> who of those that owe it is known, in the order of the year.

        Without the period itself: its own coverage stands beside its figure.
        """
        found: set[Period] = set()
        for unit in self.units.values():
            found.update(unit.gaps)
        found.discard(self.period)
        in_order = sorted(found, key=_last_month)
        return {gap: self._coverage_of(gap) for gap in in_order}

    def _coverage_of(self, gap: Period) -> Coverage:
        lacking = set()
        for code, unit in self.units.items():
            if gap in unit.gaps:
                lacking.add(code)
        here = self.answers.of(gap)
        owed = here.owing(self.item)
        owing = frozenset(owed)
        return Coverage(
            answered=owing - lacking,
            owing=owing,
            obligations=here.obligations,
        )

    # -- of one unit --------------------------------------------------------------------------------------

    def _best(self, block: Period, unit: str) -> UnitToDate:
        told = self._told[block]
        if unit in told:
            return UnitToDate(contributions=told[unit])
        best = NOTHING
        for part in smaller(block):
            best += self._best(part, unit)
        if best != NOTHING:
            return best
        here = self.answers.of(block)
        if here.owes(unit, self.item):
            return UnitToDate(gaps=(block,))
        return NOTHING

    @cached_property
    def _told(self) -> Mapping[Period, Mapping[str, tuple[Contribution, ...]]]:
        """What came of the period and of every one within it, of who gave all of its terms."""
        found = {}
        for block in self._every_block():
            found[block] = self._told_in(block)
        return found

    def _told_in(self, block: Period) -> Mapping[str, tuple[Contribution, ...]]:
        here = self.answers.of(block)
        terms = self._terms
        parts: dict[str, list[Contribution]] = {}
        for term in terms:
            told = here.told(term)
            for unit, part in told.items():
                own = parts.setdefault(unit, [])
                own.append(part)
        wanted = len(terms)
        found = {}
        for unit, own in parts.items():
            given = len(own)
            if given == wanted:
                found[unit] = tuple(own)
        return found

    @cached_property
    def _terms(self) -> Sequence[Indicator]:
        """What it is made of: of most indicators itself; nothing where the master has not all of them."""
        item = self.item
        codes = terms_of(item)
        if codes == (item.code,):
            return (item,)
        return self.answers.terms(item)

    def _who(self) -> Sequence[str]:
        """Return who owes a part of it or reported one, in the order of the lists."""
        found: list[str] = []
        blocks = self._every_block()
        for here in self.answers.of_all(blocks):
            found += here.asked(self.item)
            found += here.reports
        each_once = dict.fromkeys(found)
        return list(each_once)

    # -- the periods --------------------------------------------------------------------------------------

    @cached_property
    def _blocks(self) -> Sequence[Period]:
        period = self.period
        if period.kind.facts.is_estimated:
            return [period]
        months = range(1, period.last_month + 1)
        blocks = filling(period.year, months)
        return list(blocks)

    def _every_block(self) -> Iterator[Period]:
        for block in self._blocks:
            yield from _with_smaller(block)

    @property
    def _is_added(self) -> bool:
        """Whether its periods add up to a year, or those of all its terms do."""
        way = self.item.over_time
        if way in ADDED_OVER_TIME:
            return True
        terms = self._terms
        if way is not OverTime.COMPUTED or not terms:
            return False
        ways = {term.over_time for term in terms}
        return ways <= ADDED_OVER_TIME

    @cached_property
    def unreported(self) -> Sequence[Period]:
        """The parts of the year of which no unit's report is known: then nothing is known of the whole."""
        if not self._is_added:
            return ()
        missing: list[Period] = []
        for block in self._blocks:
            missing += self._missing(block)
        return missing

    def _missing(self, block: Period) -> Iterator[Period]:
        reports = self.answers.of(block).reports
        is_asked = self.item.is_asked(block.kind)
        if reports and is_asked:
            return
        if not self._is_asked_within(block):
            yield block
            return
        for part in smaller(block):
            yield from self._missing(part)

    def _is_asked_within(self, block: Period) -> bool:
        """Whether shorter periods ask it too."""
        months = block.kind.facts.months
        asked = [kind.facts.months for kind in self.item.kinds]
        shortest = min(asked, default=months)
        return shortest < months


def _last_month(period: Period) -> int:
    return period.last_month


def _with_smaller(block: Period) -> Iterator[Period]:
    yield block
    for part in smaller(block):
        yield from _with_smaller(part)
