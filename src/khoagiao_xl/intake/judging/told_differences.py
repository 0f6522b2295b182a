"""One difference in words: where, what stands there, and what was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST: Final = 120  # characters that are quoted


def told(difference: Difference, sheet: str) -> str:
    """Return the difference in words; `sheet`: that which need not be named."""
    if difference.kind is DifferenceKind.REWORDED and not difference.cell:
        return texts.RENAMED.format(found=difference.found, expected=difference.expected)
    kind, found = _said(difference)
    return texts.TOLD[kind].format(
        place=_place(difference, sheet),
        found=_quoted(found),
        expected=_quoted(difference.expected),
    )


def _said(difference: Difference) -> tuple[str, str]:
    """Return which sentence tells the difference, and what it quotes."""
    added = _added(difference)
    if added:
        return "extended", added
    if difference.kind is DifferenceKind.STAMPED and not difference.expected:
        return DifferenceKind.ADDED, difference.found
    if difference.found:
        return difference.kind, difference.found
    if difference.kind is DifferenceKind.FORMULA:
        return "no formula", ""
    if not difference.cell:
        return "lost sheet", ""
    if difference.cells:
        return "lost column", ""
    return difference.kind, ""


def _added(difference: Difference) -> str:
    """Return the words that were put before or behind those issued, blank where these were changed too."""
    found, expected = difference.found, difference.expected
    if difference.kind is not DifferenceKind.REWORDED or not expected:
        return ""
    if found.startswith(expected):
        return found.removeprefix(expected).strip()
    if found.endswith(expected):
        return found.removesuffix(expected).strip()
    return ""


def _place(difference: Difference, sheet: str) -> str:
    facts: Mapping[str, str] = {"cell": difference.cell, "sheet": difference.sheet}
    pattern = _pattern_of_place(difference, sheet)
    place = pattern.format_map(facts)
    count = len(difference.cells)
    if difference.cell and count > 1:
        return texts.MORE_CELLS.format(place=place, count=count)
    return place


def _pattern_of_place(difference: Difference, sheet: str) -> str:
    if difference.cell and difference.sheet == sheet:
        return texts.CELL
    if difference.cell:
        return texts.CELL_OF_SHEET
    if difference.sheet:
        return texts.WHOLE_SHEET
    return texts.WHOLE_FILE


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST - 1]}…"
