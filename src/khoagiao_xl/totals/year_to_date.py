"""The year to date: of each unit the best that is known, its longest reports first, and its gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import MONTHS_OF_A_YEAR, Kind, Period
from khoagiao_xl.totals.adding import WAYS, Contribution, terms_of
from khoagiao_xl.totals.period_answers import ADDED_OVER_TIME, YearAnswers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator

LONGEST_FIRST: Final = tuple(reversed(Kind))


@dataclass(frozen=True)
class UnitToDate:
    """What is known of one unit. gaps: the periods that it owed and that nothing it reported covers."""

    contributions: tuple[Contribution, ...] = ()
    gaps: tuple[Period, ...] = ()

    def __add__(self, other: UnitToDate) -> UnitToDate:
        return UnitToDate(self.contributions + other.contributions, self.gaps + other.gaps)


NOTHING: Final = UnitToDate()


@dataclass(frozen=True)
class YearToDate:
    """An indicator from the start of the year to the end of `period`; none of what is not added over time.

    The month, the quarter and the half that end on one day have one and the same.
    """

    answers: YearAnswers
    period: Period
    item: Indicator

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """What the units add to it; nothing where of a part of the year no report at all is known."""
        found: tuple[Contribution, ...] = ()
        for unit in self.units.values():
            found += unit.contributions
        return found

    @cached_property
    def units(self) -> Mapping[str, UnitToDate]:
        """Code -> what is known of it, of every unit that owed a part of it or reported one."""
        if not self._is_known:
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
    def counted(self) -> int:
        """How many units are known without a gap."""
        units = self.units.values()
        return sum(not unit.gaps for unit in units)

    @cached_property
    def gaps(self) -> Mapping[Period, int]:
        """Period -> how many units have a gap there, in the order of the year.

        Without the period itself: its own coverage stands beside its figure.
        """
        found: Counter[Period] = Counter()
        for unit in self.units.values():
            found.update(unit.gaps)
        del found[self.period]
        in_order = sorted(found, key=lambda period: period.last_month)
        return {period: found[period] for period in in_order}

    def owing(self, gap: Period) -> int:
        """Return how many units owe an answer in a period of which some have a gap."""
        owing = self.answers.of(gap).owing(self.item)
        return len(owing)

    # -- of one unit --------------------------------------------------------------------------------------

    def _best(self, block: Period, unit: str) -> UnitToDate:
        here = self.answers.of(block)
        value = here.answers(self.item).get(unit)
        if value is not None:
            part = Contribution(unit, here.code, self.item.code, value)
            return UnitToDate((part,))
        best = NOTHING
        for part_of_it in smaller(block):
            best += self._best(part_of_it, unit)
        if best == NOTHING and here.owes(unit, self.item):
            return UnitToDate(gaps=(block,))
        return best

    def _who(self) -> Sequence[str]:
        """Return who owes a part of it or reported one, in the order of the lists."""
        found: dict[str, None] = {}
        for block in self._every_block():
            here = self.answers.of(block)
            found |= dict.fromkeys(here.asked(self.item))
            found |= dict.fromkeys(here.reports)
        return list(found)

    # -- the periods --------------------------------------------------------------------------------------

    @cached_property
    def _blocks(self) -> Sequence[Period]:
        if self.period.kind.facts.is_estimated:
            return [self.period]
        months = range(1, self.period.last_month + 1)
        return list(_filling(self.period.year, months))

    def _every_block(self) -> Iterator[Period]:
        for block in self._blocks:
            yield from _with_smaller(block)

    @property
    def _is_known(self) -> bool:
        """Whether it is added over time, and of no part of the year every report is missing."""
        if self.item.over_time not in ADDED_OVER_TIME or self.item.over_units not in WAYS:
            return False
        if terms_of(self.item) != (self.item.code,):
            return False
        return all(self._is_covered(block) for block in self._blocks)

    def _is_covered(self, block: Period) -> bool:
        here = self.answers.of(block)
        if here.reports and self.item.is_asked(block.kind):
            return True
        parts = smaller(block)
        return bool(parts) and all(self._is_covered(part) for part in parts)


def _filling(year: int, months: range) -> Iterator[Period]:
    """Yield the longest periods that fill the months; an estimate of what is to come is none of them."""
    start = months.start
    while start < months.stop:
        period = _longest(year, start, months)
        yield period
        start = period.last_month + 1


def _longest(year: int, start: int, months: range) -> Period:
    for kind in LONGEST_FIRST:
        if kind.facts.is_estimated:
            continue
        for index in kind.indexes:
            period = Period(year, kind, index)
            if period.first_month == start and period.last_month in months:
                return period
    return Period(year, Kind.MONTH, start)


def smaller(block: Period) -> Sequence[Period]:
    """Return the next shorter periods that fill it: the halves of a year, the quarters of a half."""
    if block.kind is Kind.MONTH:
        return ()
    if block.kind.facts.is_estimated:
        months = range(1, MONTHS_OF_A_YEAR + 1)
        return list(_filling(block.year, months))
    return block.parts


def _with_smaller(block: Period) -> Iterator[Period]:
    yield block
    for part in smaller(block):
        yield from _with_smaller(part)
