"""One unit as seen from one period: what it answers now, and the periods around it that it reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.history import NO_HISTORY, Answer, History
from khoagiao_xl.model.periods import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True)
class AnswersOverTime:
    """Where an expression is worked out.

    counted: codes of the cells that the functions over the whole form look at; none where nothing happened.
    period: None where figures alone are known; then nothing is known of other periods.
    The neighbours are such values too, made once, so that «truoc(luyke(X))» walks on from where it stands.
    """

    answers: Mapping[str, Answer]
    period: Period | None = None
    history: History = NO_HISTORY
    counted: Sequence[str] = ()
    _known: dict[str, AnswersOverTime | None] = field(default_factory=dict, repr=False, compare=False)
    _earlier: dict[int, list[AnswersOverTime]] = field(default_factory=dict, repr=False, compare=False)

    def _at(self, period: Period) -> AnswersOverTime | None:
        """Return the answers of another period, None when the unit did not report it."""
        code = str(period)
        known = self._known
        if code not in known:
            known[code] = self._made(code, period)
        return known[code]

    def _made(self, code: str, period: Period) -> AnswersOverTime | None:
        answers = self.history.answers.get(code)
        if answers is None:
            return None
        return AnswersOverTime(
            answers=answers,
            period=period,
            history=self.history,
            counted=self.counted,
            _known=self._known,
        )

    def _all_at(self, periods: Iterable[Period]) -> list[AnswersOverTime | None]:
        return [self._at(period) for period in periods]

    @cached_property
    def previous(self) -> AnswersOverTime | None:
        """The period of the same kind just before."""
        if self.period is None:
            return None
        return self._at(self.period.previous)

    @cached_property
    def previous_of_year(self) -> AnswersOverTime | None:
        """The period just before, within the same year."""
        if self.period is None or self.period.index <= 1:
            return None
        return self.previous

    @cached_property
    def last_year(self) -> AnswersOverTime | None:
        """The same period of the year before."""
        if self.period is None:
            return None
        return self._at(self.period.same_last_year)

    @cached_property
    def earlier_of_year(self) -> list[AnswersOverTime | None]:
        """The earlier periods of this kind in the year, first to last."""
        if self.period is None:
            return []
        *before_this, _ = self.period.to_date
        return self._all_at(before_this)

    @cached_property
    def earlier_of_both_years(self) -> list[AnswersOverTime | None]:
        """The periods of this kind of last year and the earlier ones of this year, first to last."""
        if self.period is None:
            return []
        before = self.period.same_last_year
        periods = _year_of(before.kind, before.year)
        last_year = self._all_at(periods)
        return [*last_year, *self.earlier_of_year]

    @cached_property
    def whole_last_year(self) -> list[AnswersOverTime | None]:
        """The periods that make up last year, of this kind or the longest that was reported whole.

        One that is not known where none was.
        """
        if self.period is None:
            return [None]
        before = self.period.same_last_year
        kinds = (before.kind, *reversed(Kind))
        for kind in kinds:
            periods = _year_of(kind, before.year)
            found = self._all_at(periods)
            if all(found):
                return found
        return [None]

    @cached_property
    def latest_first(self) -> list[AnswersOverTime]:
        """What was reported of the periods that end before this one, of any kind, the latest first."""
        if self.period is None:
            return []
        periods = [Period.parse(code) for code in self.history.answers]
        ended = [period for period in periods if period.ends < self.period.ends]
        ended.sort(key=_ends, reverse=True)
        found = self._all_at(ended)
        return [answers for answers in found if answers]

    @cached_property
    def parts(self) -> list[AnswersOverTime | None]:
        """The months of a quarter, the quarters of a half or a year."""
        if self.period is None:
            return []
        return self._all_at(self.period.parts)

    @cached_property
    def within(self) -> list[AnswersOverTime]:
        """What was reported of the shorter periods within this one, of any kind."""
        if self.period is None:
            return []
        inner = []
        for code in self.history.answers:
            period = Period.parse(code)
            if period != self.period and period.is_within(self.period):
                inner.append(period)
        found = self._all_at(inner)
        return [answers for answers in found if answers]

    def earlier(self, count: int) -> list[AnswersOverTime]:
        """Return those of the `count` periods just before this one that the unit reported, newest first."""
        if self.period is None:
            return []
        if count not in self._earlier:
            periods = _before(self.period, count)
            found = self._all_at(periods)
            self._earlier[count] = [answers for answers in found if answers]
        return self._earlier[count]


def _year_of(kind: Kind, year: int) -> list[Period]:
    return [Period(year, kind, index) for index in kind.indexes]


def _ends(period: Period) -> tuple[int, int]:
    return period.ends


def _before(period: Period, count: int) -> Iterable[Period]:
    """Yield the `count` periods just before `period`, newest first."""
    for _ in range(count):
        period = period.previous
        yield period
