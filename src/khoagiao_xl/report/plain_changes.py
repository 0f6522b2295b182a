"""The change that a reader works out from the totals of two periods, against the one told like with like.

The annex shows 44 and 44, the text says «giảm 2,4%» over the units that reported both times. Both are true;
where they do not point the same way the text has to say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.keyed_figures import PERCENT, change_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.keyed_figures import Base

NOTEWORTHY: Final = 1  # per cent or points: less is about the same


def is_apart(total: Total, base: Base) -> bool:
    """Say whether the totals of both periods moved another way than the figure told like with like.

    Never where the other period's total is unknown: then nothing stands beside it.
    """
    plain = _plain_change(total, base)
    told = change_of(total, base)
    if plain is None or told is None:
        return False
    if told and abs(told) < NOTEWORTHY:  # told as «xấp xỉ»
        return abs(plain) >= NOTEWORTHY
    return _direction(plain) != _direction(told)


def are_mostly_apart(totals: Iterable[Total], base: Base) -> bool:
    """Say whether most figures move another way: then it is said once for all of them."""
    apart = [is_apart(total, base) for total in totals]
    count = sum(apart)
    return 2 * count > len(apart)


def _plain_change(total: Total, base: Base) -> float | None:
    """Return by how much the total itself changed: per cent of what it was, points for a rate."""
    before: float | None = getattr(total, base.name)
    if before is None or total.value is None:
        return None
    difference = total.value - before
    if total.unit_of_measure == PERCENT:
        return difference
    return difference / (abs(before) or 1) * 100


def _direction(change: float) -> int:
    return (change > 0) - (change < 0)
