"""One unit as seen from one period: what it answers now, and the periods around it that it reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.history import NO_HISTORY, Answer, History

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.periods import Period


@dataclass(frozen=True)
class Moment:
    """Where an expression is worked out.

    counted: codes of the cells that the functions over the whole form look at; none where nothing happened.
    period: None where figures alone are known; then nothing is known of other periods.
    The neighbours are moments too, made once, so that «truoc(luyke(X))» walks on from where it stands.
    """

    answers: Mapping[str, Answer]
    period: Period | None = None
    history: History = NO_HISTORY
    counted: Sequence[str] = ()
    _known: dict[str, Moment | None] = field(default_factory=dict, repr=False, compare=False)
    _earlier: dict[int, list[Moment]] = field(default_factory=dict, repr=False, compare=False)

    def _at(self, period: Period) -> Moment | None:
        """Return the moment of another period, None when the unit did not report it."""
        code = str(period)
        if code not in self._known:
            answers = self.history.answers.get(code)
            other = (
                None if answers is None else Moment(answers, period, self.history, self.counted, self._known)
            )
            self._known[code] = other
        return self._known[code]

    @cached_property
    def previous(self) -> Moment | None:
        """The period of the same kind just before."""
        return self._at(self.period.previous) if self.period else None

    @cached_property
    def previous_of_year(self) -> Moment | None:
        """The period just before, within the same year."""
        return self.previous if self.period and self.period.index > 1 else None

    @cached_property
    def last_year(self) -> Moment | None:
        """The same period of the year before."""
        return self._at(self.period.same_last_year) if self.period else None

    @cached_property
    def earlier_of_year(self) -> list[Moment | None]:
        """The earlier periods of this kind in the year, first to last."""
        return [self._at(period) for period in self.period.to_date[:-1]] if self.period else []

    @cached_property
    def parts(self) -> list[Moment | None]:
        """The months of a quarter, the quarters of a half or a year."""
        return [self._at(period) for period in self.period.parts] if self.period else []

    def earlier(self, count: int) -> list[Moment]:
        """Return those of the `count` periods just before this one that the unit reported, newest first."""
        if count not in self._earlier:
            found, period = [], self.period
            for _ in range(count if period else 0):
                period = period.previous  # type: ignore[union-attr]  # checked above
                found.append(self._at(period))
            self._earlier[count] = [moment for moment in found if moment]
        return self._earlier[count]
