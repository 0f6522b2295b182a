"""A period against the shorter ones within it: where they do not come to the same, and because of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.totals.adding import Contribution, add_up, words_of
from khoagiao_xl.totals.period_answers import STOCKS, PeriodAnswers, YearAnswers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Told = Sequence[Contribution]
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
        return None not in (self.whole, self.parts) and not self.lacks_parts

    @property
    def difference(self) -> float:
        """By how much the figure of the period is more than the parts together; of figures alone."""
        return float(self.whole or 0) - float(self.parts or 0)


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
        told = self._told([self._here], self._units)
        return add_up(told, self.item).number

    @property
    def parts(self) -> Value:
        """What the reports of the parts come to."""
        told = self._told(self._parts, self._units)
        return add_up(told, self.item).number

    # -- what is compared ---------------------------------------------------------------------------------

    @cached_property
    def _here(self) -> PeriodAnswers:
        return self.answers.of(self.period)

    @cached_property
    def _parts(self) -> Sequence[PeriodAnswers]:
        parts = [self.answers.of(period) for period in self.period.parts]
        if self.item.over_time in STOCKS:
            return parts[-1:]
        return parts

    @property
    def _is_due(self) -> bool:
        if self.item.over_time is OverTime.COMPUTED or self.item.over_units not in _COME_TO:
            return False
        if not self._parts or not self._here.reports:
            return False
        return all(map(self._is_reported, self._parts))

    def _is_reported(self, part: PeriodAnswers) -> bool:
        return bool(part.reports) and self.item.is_asked(part.period.kind)

    @cached_property
    def _units(self) -> Iterable[str]:
        found: dict[str, None] = dict.fromkeys(self._here.asked(self.item))
        for period in (self._here, *self._parts):
            found |= dict.fromkeys(period.reports)
        return found

    # -- one unit -----------------------------------------------------------------------------------------

    def _of_unit(self, unit: str) -> Break:
        whole = self._told([self._here], [unit])
        parts = self._told(self._parts, [unit])
        return Break(
            unit=unit,
            whole=self._come_to(whole),
            parts=self._come_to(parts),
            lacks_parts=any(self._is_lacking(part, unit) for part in self._parts),
        )

    def _is_broken(self, found: Break) -> bool:
        if found.is_contradiction:
            return found.whole != found.parts
        if self.item.over_time is OverTime.SUM:
            return (found.whole or 0) != (found.parts or 0)
        return False  # a stock is carried, and a list that one side lacks says nothing

    def _told(self, periods: Iterable[PeriodAnswers], units: Iterable[str]) -> Told:
        return [part for period in periods for part in self._given(period, units)]

    def _given(self, period: PeriodAnswers, units: Iterable[str]) -> Iterator[Contribution]:
        for unit in units:
            value = period.figure(unit, self.item)
            if value is not None:
                yield Contribution(unit, str(period.period), self.item.code, value)

    def _is_lacking(self, part: PeriodAnswers, unit: str) -> bool:
        return unit in part.asked(self.item) and part.figure(unit, self.item) is None

    def _come_to(self, told: Told) -> Value:
        if not told:
            return None
        come_to = _COME_TO[self.item.over_units]
        return come_to(told, self.item)


def _number(told: Told, item: Indicator) -> Value:
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
