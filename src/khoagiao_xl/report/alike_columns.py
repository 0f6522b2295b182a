"""A column of a list that says the same in every row is said once, before the list, and leaves the page.

A cell of «-» leaves it with its column (empty_columns.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.empty_columns import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVERAL: Final = 2  # rows: what stands in a single one is said there


def alike(cells: Iterable[str]) -> str:
    """Return what stands in all cells of a column, blank where they differ or are too few to be alike."""
    known = list(cells)
    different = set(known)
    if len(known) < SEVERAL or len(different) > 1:
        return ""
    (same,) = different
    return same.removeprefix(NONE)
