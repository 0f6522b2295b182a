"""Differences of many cells told as one: a column gone or added, formulas typed over, words filled down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.comparing.weights import is_figure
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import area

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

QUOTED: Final = 3  # figures of several cells
MOST: Final = 100  # differences of one form, beyond which they only fill the page
# How many cells of a column are told as one, by what became of them.
FEWEST: Final = {
    DifferenceKind.FORMULA: 2,
    DifferenceKind.LOST: 5,
    DifferenceKind.ADDED: 5,
}


def grouped(differences: Iterable[Difference]) -> list[Difference]:
    """Return the differences with those that are one thing as one, what changes meaning most first."""
    groups: dict[object, list[Difference]] = defaultdict(list)
    for at, difference in enumerate(differences):
        key = _likeness(difference) or at
        groups[key].append(difference)
    told: list[Difference] = []
    for group in groups.values():
        told += _as_few(group)
    told.sort(key=attrgetter("weight"))
    return told[:MOST]


def _likeness(difference: Difference) -> object:
    """Return what two differences must have in common to be one, None for one that stands alone."""
    place = area(difference.cell)
    if place is None or difference.kind not in FEWEST:
        return None
    content = _content(difference.found)
    return difference.kind, difference.sheet, place.left, content


def _content(found: str) -> str:
    """Return what of a cell must be read for itself: words, but no figures and no formulas."""
    if is_figure(found) or found.startswith("="):
        return "0"
    return found


def _as_few(group: Sequence[Difference]) -> Sequence[Difference]:
    first = group[0]
    fewest = FEWEST.get(first.kind, 1)
    if len(group) < max(2, fewest):
        return group
    cells = tuple(difference.cell for difference in group)
    told = replace(
        first,
        found=_figures(group),
        expected=first.heading or first.expected,
        about="",
        cells=cells,
    )
    return [told]


def _figures(group: Sequence[Difference]) -> str:
    """Return what stands in the cells, each once, the first few of them."""
    found = dict.fromkeys(difference.found for difference in group)
    first = list(found)[:QUOTED]
    return ", ".join(first)
