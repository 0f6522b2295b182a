"""The shorter periods that fill a longer one, the longest first: a year by its half and its quarters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import MONTHS_OF_A_YEAR, Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_FIRST: Final = tuple(reversed(Kind))


def filling(year: int, months: range) -> Iterator[Period]:
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


@cache
def smaller(block: Period) -> Sequence[Period]:
    """Return the next shorter periods that fill it: the halves of a year, the quarters of a half."""
    if block.kind is Kind.MONTH:
        return ()
    if block.kind.facts.is_estimated:
        months = range(1, MONTHS_OF_A_YEAR + 1)
        filled = filling(block.year, months)
        return list(filled)
    return block.parts
