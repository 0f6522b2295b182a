"""A period against the shorter ones within it: where they do not come to the same, and because of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.indicators import STOCKS, Indicator, OverTime, OverUnits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.totals.adding import Contribution, add_up, words_of
from khoagiao_xl.totals.period_answers import ByUnit, PeriodAnswers
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Told = list[Contribution]
Value = float | int | str | None


@dataclass(frozen=True)
class Break:
    """A unit whose report of a period does not fit what it reported of the parts.

    whole: what the period says, None where the unit did not report it. parts: what the parts come to, None
    where it reported none. lacks_parts: whether a part is missing that it was asked.
    """

    unit: str
    whole: Value
    parts: Value
    lacks_parts: bool

    @property
    def is_contradiction(self) -> bool:
        """Whether the unit reported both in full, and they differ."""
        if self.whole is None or self.parts is None:
            return False
        return not self.lacks_parts

    @property
    def difference(self) -> float:
        """By how much the figure of the period is more than the parts together; of figures alone."""
        whole = self.whole or 0
        parts = self.parts or 0
        return float(whole) - float(parts)


@dataclass(frozen=True)
class PartsIdentity:
    """An indicator of a period against the same in its parts; of a stock against the last of them."""

    answers: YearAnswers
    period: Period
    item: Indicator

    @cached_property
    def breaks(self) -> Sequence[Break]:
        """The units that do not fit; none as long as a part is still to come."""
        if not self._is_due:
            return ()
        found = map(self._of_unit, self._units)
        return [broken for broken in found if self._is_broken(broken)]

    @property
    def whole(self) -> Value:
        """What the reports of the period itself come to."""
        told = list(self._whole.values())
        found = add_up(told, self.item)
        return found.number

    @property
    def parts(self) -> Value:
        """What the reports of the parts come to."""
        told: Told = []
        for part in self._parts:
            told += part.values()
        found = add_up(told, self.item)
        return found.number

    # -- what is compared ---------------------------------------------------------------------------------

    @cached_property
    def _here(self) -> PeriodAnswers:
        return self.answers.of(self.period)

    @cached_property
    def _within(self) -> Sequence[PeriodAnswers]:
        parts = self.period.parts
        if self.item.over_time in STOCKS:
            parts = parts[-1:]
        return self.answers.of_all(parts)

    @cached_property
    def _whole(self) -> ByUnit:
        return self._here.told(self.item)

    @cached_property
    def _parts(self) -> Sequence[ByUnit]:
        item = self.item
        return [part.told(item) for part in self._within]

    @property
    def _is_due(self) -> bool:
        within = self._within
        if not within or not self._here.reports:
            return False
        if self.item.over_units not in _COME_TO:
            return False
        return all(map(self._is_reported, within))

    def _is_reported(self, part: PeriodAnswers) -> bool:
        if not part.reports:
            return False
        return self.item.is_asked(part.period.kind)

    @property
    def _units(self) -> Iterable[str]:
        found = dict.fromkeys(self._whole)
        for part in self._parts:
            found |= dict.fromkeys(part)
        return found

    # -- one unit -----------------------------------------------------------------------------------------

    def _of_unit(self, unit: str) -> Break:
        parts = list(_told_by(unit, self._parts))
        whole = list(_told_by(unit, [self._whole]))
        return Break(
            unit=unit,
            whole=self._come_to(whole),
            parts=self._come_to(parts),
            lacks_parts=self._lacks_parts(unit, len(parts)),
        )

    def _lacks_parts(self, unit: str, told: int) -> bool:
        if told == len(self._within):
            return False
        for here in self._within:
            is_asked = unit in here.asked(self.item)
            if is_asked and unit not in here.told(self.item):
                return True
        return False

    def _come_to(self, told: Told) -> Value:
        if not told:
            return None
        come_to = _COME_TO[self.item.over_units]
        return come_to(told, self.item)

    def _is_broken(self, found: Break) -> bool:
        if found.is_contradiction:
            return found.whole != found.parts
        if self.item.over_time is OverTime.SUM:
            return found.difference != 0
        return False  # a stock is carried, and a list that one side lacks says nothing


def _told_by(unit: str, periods: Iterable[ByUnit]) -> Iterator[Contribution]:
    for told in periods:
        if unit in told:
            yield told[unit]


def _number(told: Told, item: Indicator) -> Value:
    if len(told) == 1:
        return told[0].value
    return add_up(told, item).number


def _last_answer(told: Told, _: Indicator) -> Value:
    return told[-1].value


def _documents(told: Told, _: Indicator) -> Value:
    named: set[str] = set()
    for part in told:
        named |= words_of(part)
    in_order = sorted(named)
    return ", ".join(in_order)


_COME_TO: Mapping[OverUnits, Callable[[Told, Indicator], Value]] = {
    OverUnits.SUM: _number,
    OverUnits.COUNT_YES: _last_answer,
    OverUnits.DISTINCT: _documents,
}
