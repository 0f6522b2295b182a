"""Like with like: two periods over the units that gave the figure in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.totals.period_figures import Figure


@dataclass(frozen=True)
class LikeWithLike:
    """both: how many units gave the figure in both periods; then, now: what it comes to over them.

    then and now are None where too few units stand in both.
    """

    both: int
    then: float | int | None = None
    now: float | int | None = None


NOBODY_IN_BOTH: Final = LikeWithLike(0)


def compare(then: Figure, now: Figure, compared_from: float, grown: Collection[str] = ()) -> LikeWithLike:
    """Return both periods over the same units; what was carried forward is no answer.

    compared_from: per cent of the owing units that must stand in both. grown: units that took others in
    between the two periods, which are not like themselves.
    """
    answered = then.coverage.answered & now.coverage.answered
    both = answered.difference(grown)
    if not both:
        return NOBODY_IN_BOTH
    owing = len(now.coverage.owing)
    if len(both) * 100 < compared_from * owing:
        return LikeWithLike(now.coverage.units_among(both))
    return LikeWithLike(
        both=now.coverage.units_among(both),
        then=then.over(both),
        now=now.over(both),
    )
