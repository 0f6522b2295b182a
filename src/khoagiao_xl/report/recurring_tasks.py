"""Tasks that come back: with which kinds of periods, and whether with one that ends in a coming period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.wording.told_sections import RECURRENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period


def last_day_of(period: Period) -> date:
    """Return the last day of the calendar month in which a period ends."""
    year = period.year
    month = period.last_month
    _, last = monthrange(year, month)
    return date(year, month, last)


def kinds_of(recurrence: str) -> Iterator[Kind]:
    """Yield the kinds of periods that «hằng quý», «tháng, quý, 6 tháng» name."""
    left = recurrence.casefold()
    for words, letter in RECURRENCES.items():
        if words in left:
            left = left.replace(words, "")
            yield Kind(letter)


def is_due_in(recurrence: str, coming: Period) -> bool:
    """Whether a task of this recurrence falls due in the coming period: one of its kinds ends in it."""
    kinds = kinds_of(recurrence)
    return any(_ends_in(kind, coming) for kind in kinds)


def _ends_in(kind: Kind, coming: Period) -> bool:
    """Whether one of a kind ends in the months of a coming period: more are over after it than before."""
    length = kind.facts.months
    before = coming.first_month - 1
    after = coming.last_month
    return before // length < after // length
