"""How much a difference may change what the figures mean: by the words it says, else by what it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind, Weight
from khoagiao_xl.intake.reading.scale_words import scale_in
from khoagiao_xl.vietnamese.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANOTHER_MEANING: Final = Phrases.of_table("meaning_words")
_FIGURE: Final = re.compile(r"[-+(]?[\d.,  ]*\d[)%]?")
_BY_KIND: Final[Mapping[DifferenceKind, Weight]] = {
    DifferenceKind.STAMPED: Weight.WHOSE,
    DifferenceKind.REWORDED: Weight.QUESTION,
    DifferenceKind.LOST: Weight.QUESTION,
    DifferenceKind.LOOK: Weight.HIDDEN,
    DifferenceKind.LINE: Weight.HIDDEN,
    DifferenceKind.SHEET: Weight.FIGURES,
    DifferenceKind.FORMULA: Weight.MACHINERY,
}


def is_figure(text: str) -> bool:
    """Say whether a text is nothing but a number."""
    return bool(_FIGURE.fullmatch(text.strip()))


def weighed(difference: Difference) -> Difference:
    """Return the difference with its weight."""
    return replace(difference, weight=_weight(difference))


def _weight(difference: Difference) -> Weight:
    said = difference.found
    expected = difference.expected
    if scale_in(said) and not scale_in(expected):
        return Weight.SCALE
    if _ANOTHER_MEANING.among(said) - _ANOTHER_MEANING.among(expected):
        return Weight.ANOTHER_MEANING
    if difference.kind is DifferenceKind.ADDED and is_figure(said):
        return Weight.FIGURES
    return _BY_KIND.get(difference.kind, Weight.WORDS)
