"""In the annex of names a limit and its cause of the same units are one row: the names stand there once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.told_causes import CAUSES, LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.report.folded_words import Opinion, Opinions


def with_causes_beside(listed: Mapping[str, Sequence[Opinion]]) -> Opinions:
    """Return the listed opinions by tag, each cause in the place of the limit that the same units have."""
    causes = listed.get(CAUSES, ())
    of_limits = {(cause.about, cause.units): cause for cause in causes}
    limits = []
    for limit in listed.get(LIMITS, ()):
        key = (limit.text, limit.units)
        beside = of_limits.get(key, limit)
        limits.append(beside)
    left = [cause for cause in causes if cause not in limits]
    return {
        **listed,
        LIMITS: limits,
        CAUSES: left,
    }
