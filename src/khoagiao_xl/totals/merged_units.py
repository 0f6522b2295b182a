"""Units that became a piece of another: what they last reported stands until that one reports after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.totals.last_known import last_known

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.totals.adding import Contribution
    from khoagiao_xl.totals.period_answers import PeriodAnswers
from khoagiao_xl.totals.year_answers import YearAnswers


@dataclass(frozen=True)
class MergedUnits:
    """The units that ended before a period did. stands: unit -> what stands of those in force."""

    answers: YearAnswers
    here: PeriodAnswers
    item: Indicator
    stands: Mapping[str, Contribution]

    def pieces(self) -> Iterator[Contribution]:
        """Yield what the pieces last reported, of those that no report of the whole tells of yet."""
        for unit in self._ended.values():
            if not self._is_at_home(unit):
                continue
            told = self._told_until(unit.merged_into)
            if _is_after(told, unit.valid_to):
                continue
            last = self._last(unit.code)
            if last is not None:
                yield last

    def _is_at_home(self, unit: Unit) -> bool:
        """Whether the unit that it ended in stands and is asked."""
        wholes = _chain(unit.code, self._into)
        home = wholes[-1]
        asked = self.here.asked(self.item)
        return home in asked

    @cached_property
    def _ended(self) -> Mapping[str, Unit]:
        merged = merged_before(self.here)
        return {unit.code: unit for unit in merged}

    @cached_property
    def _into(self) -> Mapping[str, str]:
        return _wholes(self.here)

    def _told_until(self, code: str) -> date | None:
        """Return the last day of the newest report that tells of a unit, its own or that of its whole."""
        unit = self._ended.get(code)
        if unit is None:
            return self._end_of(self.stands.get(code))
        of_the_whole = self._told_until(unit.merged_into)
        if _is_after(of_the_whole, unit.valid_to):
            return of_the_whole
        return self._end_of(self._last(code))

    def _last(self, code: str) -> Contribution | None:
        return last_known(
            self.answers,
            self.here.period,
            self.item,
            code,
        )

    def _end_of(self, part: Contribution | None) -> date | None:
        if part is None:
            return None
        period = Period.parse(part.period)
        return self.answers.of(period).ends


def merged_before(here: PeriodAnswers) -> Iterator[Unit]:
    """Yield the units that were merged into another before the period ended."""
    if here.obligations is None:
        return
    for unit in here.obligations.merged:
        if _is_after(here.ends, unit.valid_to):
            yield unit


def _wholes(here: PeriodAnswers) -> Mapping[str, str]:
    """Return code of a unit that ended -> that of the unit that it became a piece of."""
    merged = merged_before(here)
    return {unit.code: unit.merged_into for unit in merged}


def _is_after(day: date | None, other: date | None) -> bool:
    if day is None or other is None:
        return False
    return day > other


def grown_between(then: PeriodAnswers, now: PeriodAnswers) -> set[str]:
    """Return the units that took others in between the ends of two periods: they are not what they were."""
    into = _wholes(now)
    newly = into.keys() - _ended_by(then, now)
    grown: set[str] = set()
    for code in newly:
        grown.update(_chain(code, into))
    return grown


def _ended_by(then: PeriodAnswers, now: PeriodAnswers) -> set[str]:
    """Return the units that were pieces already when `then` ended, as the newer list says."""
    ended = set()
    for unit in merged_before(now):
        if _is_after(then.ends, unit.valid_to):
            ended.add(unit.code)
    return ended


def _chain(code: str, into: Mapping[str, str]) -> list[str]:
    """Return every unit that `code` became a piece of, one after the other; in a circle each once."""
    found: list[str] = []
    while code in into and into[code] not in found:
        code = into[code]
        found.append(code)
    return found
