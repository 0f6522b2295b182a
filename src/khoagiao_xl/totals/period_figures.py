"""The figures of a period, each made once: what the units contribute, what it comes to, who is behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import OverUnits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.totals.adding import Contribution, Sum, add_up
from khoagiao_xl.totals.coverage import Coverage, coverage_by
from khoagiao_xl.totals.standing_answers import never_known, standing
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.model.indicators import Indicator

COUNTS: Final = frozenset({OverUnits.SUM, OverUnits.COUNT_YES})  # whose parts add up to the figure


@dataclass(frozen=True)
class Figure:
    """One indicator in one period. unknown: of a stock the units that never gave one, which stand nowhere."""

    period: Period
    item: Indicator
    contributions: tuple[Contribution, ...]
    coverage: Coverage
    unknown: tuple[str, ...] = ()

    @cached_property
    def sum(self) -> Sum:
        """What it comes to, with what is carried forward."""
        return add_up(self.contributions, self.item)

    @property
    def number(self) -> float | int | None:
        """The figure, None where nothing is known."""
        return self.sum.number

    @property
    def carried(self) -> list[Contribution]:
        """What is carried forward of it."""
        return [part for part in self.contributions if part.carried]

    @property
    def carried_units(self) -> int:
        """How many units something is carried forward of."""
        units = {part.unit for part in self.carried}
        return self.coverage.units_among(units)

    @property
    def carried_number(self) -> float | int | None:
        """How much of the figure is carried forward; None for a share, of which no part can be told."""
        if self.item.over_units not in COUNTS:
            return None
        return add_up(self.carried, self.item).number

    def over(self, units: Collection[str]) -> float | int | None:
        """Return what it comes to over some of the units."""
        everybody = self.contributions
        own = [part for part in everybody if part.unit in units]
        found = add_up(own, self.item)
        return found.number


@dataclass(frozen=True)
class PeriodFigures:
    """The figures of every period of a year, made when they are asked for."""

    answers: YearAnswers
    _known: dict[tuple[Period, str], Figure] = field(default_factory=dict, repr=False, compare=False)

    def of(self, period: Period, item: Indicator) -> Figure:
        """Return the figure of an indicator; of a period that no master has it is empty."""
        known = self._known
        key = (period, item.code)
        if key not in known:
            known[key] = self._made(period, item)
        return known[key]

    def _made(self, period: Period, item: Indicator) -> Figure:
        contributions = standing(self.answers, period, item)
        here = self.answers.of(period)
        return Figure(
            period=period,
            item=item,
            contributions=contributions,
            coverage=coverage_by(here, item, contributions),
            unknown=tuple(never_known(self.answers, period, item, contributions)),
        )
