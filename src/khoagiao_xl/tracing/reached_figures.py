"""From a unit's cell on to every figure that it reaches: its period's, the year to date, carried on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.totals.adding import adds_up, terms_of
from khoagiao_xl.totals.contributions import figure_contributions, to_date_contributions

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.totals.adding import Contribution

THIS_PERIOD, TO_DATE, PREVIOUS = "value", "to_date", "previous"  # fields of a total
COLUMNS: Final = {THIS_PERIOD: "TV-13", TO_DATE: "TV-14", PREVIOUS: "TV-32"}


@dataclass(frozen=True)
class SourceCell:
    """One answer of one unit."""

    unit: str
    period: str
    code: str

    def is_in(self, parts: Sequence[Contribution]) -> Contribution | None:
        """Return this answer among what makes up a figure, None where it is not there."""
        for part in parts:
            if (part.unit, part.period, part.code) == (self.unit, self.period, self.code):
                return part
        return None


@dataclass(frozen=True)
class ReachedFigure:
    """A figure that the answer is part of. column: of its total; carried: as the unit's last known."""

    total: Total
    item: Indicator
    column: str
    carried: bool

    @property
    def period(self) -> Period:
        """The period that the total is of."""
        return Period.parse(self.total.period)

    @property
    def value(self) -> float | int | None:
        """The figure as tblTongHop has it."""
        number: float | int | None = getattr(self.total, self.column)
        return number


def reached_figures(year: Year, source: SourceCell) -> Iterator[ReachedFigure]:
    """Yield the consolidated figures that an answer is part of, period by period in the order of tblTongHop.

    year: as it is added up. A period that was not consolidated has no figures yet.
    """
    items = {item.code: item for item in year.indicators if _is_of(item, source.code)}
    for total in year.totals:
        item = items.get(total.code)
        if item:
            yield from _reached(year, source, item, total)


def _is_of(item: Indicator, code: str) -> bool:
    if not adds_up(item):
        return False
    terms = terms_of(item)
    return code in (item.code, *terms)


def _reached(year: Year, source: SourceCell, item: Indicator, total: Total) -> Iterator[ReachedFigure]:
    period = Period.parse(total.period)
    parts = {
        THIS_PERIOD: figure_contributions(year, period, item),
        TO_DATE: to_date_contributions(year, period, item),
    }
    if total.previous is not None and period.previous.year == period.year:
        parts[PREVIOUS] = figure_contributions(year, period.previous, item)
    for column, contributions in parts.items():
        part = source.is_in(contributions)
        if part:
            yield ReachedFigure(total, item, column, part.carried)
