"""Differences of many cells told as one: a column that is gone, formulas typed over, words filled down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import area

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST: Final = 100  # differences of one form, beyond which they only fill the page
FEWEST_LOST: Final = 5  # cells of a column, for it to be told as gone
_FOLDED: Final = frozenset({DifferenceKind.FORMULA, DifferenceKind.LOST, DifferenceKind.ADDED})


def grouped(differences: Iterable[Difference]) -> list[Difference]:
    """Return the differences with those that are one thing as one, what changes meaning most first."""
    groups: dict[object, list[Difference]] = defaultdict(list)
    for at, difference in enumerate(differences):
        groups[_likeness(difference) or at].append(difference)
    told: list[Difference] = []
    for group in groups.values():
        told += _as_few(group)
    told.sort(key=_weight)
    return told[:MOST]


def _weight(difference: Difference) -> int:
    return difference.weight


def _likeness(difference: Difference) -> object:
    """Return what two differences must have in common to be one, None for one that stands alone."""
    if difference.kind not in _FOLDED or difference.cells:
        return None
    column = area(difference.cell)
    if column is None:
        return None
    if difference.kind is DifferenceKind.ADDED:
        return difference.kind, difference.sheet, difference.found
    return difference.kind, difference.sheet, column.left


def _as_few(group: Sequence[Difference]) -> Sequence[Difference]:
    first = group[0]
    is_lost = first.kind is DifferenceKind.LOST
    if len(group) == 1 or (is_lost and len(group) < FEWEST_LOST):
        return group
    cells = tuple(difference.cell for difference in group)
    expected = first.expected
    if is_lost:
        expected = first.heading or expected
    return [replace(first, cells=cells, expected=expected, about="")]
