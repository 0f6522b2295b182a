"""The functions of the rules' language that look at a unit's other periods: before, last year, within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from statistics import fmean, median
from typing import Final

from khoagiao_xl.model.history import Answer
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.operand import Blank, Number, Value

LEAST_HISTORY: Final = 4  # periods with a figure before a median says anything
MOST_HISTORY: Final = 36
LEAST_CELLS: Final = 5  # cells to compare before one may speak of a copy
# What makes a median or a mean of deviations comparable with a standard deviation.
BY_MEDIAN, BY_MEAN = 1.4826, 1.2533


# -- one other period -------------------------------------------------------------------------------------


def previous(value: Value) -> Value:
    """Return the value of the period of the same kind just before."""
    return lambda now, subject: _of(value, now.previous, subject)


def previous_of_year(value: Value) -> Value:
    """Return the value of the period just before, within the same year."""
    return lambda now, subject: _of(value, now.previous_of_year, subject)


def last_year(value: Value) -> Value:
    """Return the value of the same period of the year before."""
    return lambda now, subject: _of(value, now.last_year, subject)


def of_last_part(value: Value) -> Value:
    """Return the value of the last period within this one."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        if not now.parts:
            raise Blank
        *_, last = now.parts
        return _of(value, last, subject)

    return work


def _of(value: Value, answers: AnswersOverTime | None, subject: str) -> Number:
    if answers is None:
        raise Blank
    return value(answers, subject)


def latest_known(value: Value) -> Value:
    """Return the value here; where it is not asked, of the latest period that answered it, of any kind."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        known = _known(value, [now, *now.latest_first], subject)
        for number in known:
            return number
        raise Blank

    return work


# -- several periods together -----------------------------------------------------------------------------


def to_date(value: Value) -> Value:
    """Return the sum since the start of the year, this period included."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        periods = [*now.earlier_of_year, now]
        return _total(value, periods, subject)

    return work


def of_parts(value: Value) -> Value:
    """Return the sum of the periods within this one."""
    return lambda now, subject: _total(value, now.parts, subject)


def _total(value: Value, periods: Sequence[AnswersOverTime | None], subject: str) -> Number:
    """Add up all of them: one that is missing leaves the total unknown, never smaller."""
    if not periods:
        raise Blank
    return sum(_of(value, answers, subject) for answers in periods)


def of_known_parts(value: Value) -> Value:
    """Add up those that are known: the whole can be more, never less."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        parts = [part for part in now.parts if part]
        known = list(_known(value, parts, subject))
        if not known:
            raise Blank
        return sum(known)

    return work


def most_within(value: Value) -> Value:
    """Return the greatest value of any period within this one that was reported: a year's months too."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        known = list(_known(value, now.within, subject))
        if not known:
            raise Blank
        return max(known)

    return work


def left_over(arisen: Value, settled: Value) -> Value:
    """Return what is left of last year and of the earlier periods of this one.

    Unknown where one of them is: what arose then could be settled now.
    More settled than arose leaves nothing.
    """

    def work(now: AnswersOverTime, subject: str) -> Number:
        earlier = [*now.whole_last_year, *now.earlier_of_year]
        return _left(arisen, settled, earlier, subject)

    return work


def left_over_as_known(arisen: Value, settled: Value) -> Value:
    """Return what is left of those earlier periods that are known, of last year too: there may be more."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        known = [answers for answers in now.earlier_of_both_years if answers]
        return _left(arisen, settled, known, subject)

    return work


def _left(arisen: Value, settled: Value, periods: Iterable[AnswersOverTime | None], subject: str) -> Number:
    left: Number = 0
    for answers in periods:
        left += _of(arisen, answers, subject)
        left -= _of(settled, answers, subject)
        left = max(0, left)
    return left


# -- against what is usual --------------------------------------------------------------------------------


def usual(value: Value, count: Number) -> Value:
    """Return the median of the last `count` periods."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        past = _past(value, now, int(count), subject)
        return median(past)

    return work


def deviation(value: Value, count: Number, smallest: Number = 0) -> Value:
    """Return the modified z-score; where half of the past is alike, by the mean deviation.

    Unknown when the whole past is alike: nothing tells what is much.
    """

    def work(now: AnswersOverTime, subject: str) -> Number:
        past = _past(value, now, int(count), subject)
        middle = median(past)
        difference = value(now, subject) - middle
        if abs(difference) <= smallest:
            return 0
        spread = _spread(past, middle)
        if not spread:
            raise Blank
        return difference / spread

    return work


def without_usual(value: Value, count: Number) -> Value:
    """Return the value where the last `count` periods do not tell what is usual; unknown where they do."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        number = value(now, subject)
        try:
            _past(value, now, int(count), subject)
        except Blank:
            return number
        raise Blank

    return work


def _spread(past: Iterable[Number], middle: Number) -> float:
    apart = [abs(figure - middle) for figure in past]
    by_median = BY_MEDIAN * median(apart)
    if by_median:
        return by_median
    return BY_MEAN * fmean(apart)


def _past(value: Value, now: AnswersOverTime, count: int, subject: str) -> list[Number]:
    """Return the known values of the last `count` periods, at least LEAST_HISTORY of them."""
    earlier = now.earlier(count)
    if len(earlier) < LEAST_HISTORY:
        raise Blank
    known = list(_known(value, earlier, subject))
    if len(known) < LEAST_HISTORY:
        raise Blank
    return known


def _known(value: Value, periods: Iterable[AnswersOverTime], subject: str) -> Iterator[Number]:
    for answers in periods:
        with suppress(Blank):
            yield value(answers, subject)


def copied() -> Value:
    """Return of the cells that are not 0 both now and before the share (%) that is the same."""

    def work(now: AnswersOverTime, _: str) -> Number:
        if now.previous is None:
            raise Blank
        compared = list(_compared(now, now.previous))
        if len(compared) < LEAST_CELLS:
            raise Blank
        same = sum(figure == then for figure, then in compared)
        return same / len(compared) * 100

    return work


def _compared(now: AnswersOverTime, before: AnswersOverTime) -> Iterator[tuple[Answer, Answer]]:
    """Yield each figure with the one before it, where both are known and one of them is not 0."""
    for code in now.counted:
        figure = now.answers.get(code)
        then = before.answers.get(code)
        if figure is None or then is None:
            continue
        if (figure, then) != (0, 0):
            yield figure, then
