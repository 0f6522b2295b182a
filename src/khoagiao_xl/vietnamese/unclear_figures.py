"""Figures that a person would read otherwise than the letters of the cell stand, found before any is read."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from khoagiao_xl.vietnamese.blank_text import ODD_SPACE, SPACES, UNSEEN_SIGNS, without_unseen
from khoagiao_xl.vietnamese.figures import Reading
from khoagiao_xl.vietnamese.parsed import unread

_BLANKS: Final = f"{SPACES}{UNSEEN_SIGNS}"
# Overrides, embeddings and isolates; the bare marks from right to left move only more than one figure.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKED: Final = re.compile("[\u061c\u200f]")
_ONE_FIGURE: Final = re.compile(r"\s*[\d.,]+\s*")
_HIDDEN_BETWEEN: Final = re.compile(rf"\d[{_BLANKS}]*[{UNSEEN_SIGNS}][{_BLANKS}]*\d")
# One narrow blank groups thousands; a wide one, several, a tab or a line part two figures.
_WIDE: Final = (
    "\t\n\x0b\x0c\r\x85\u1680\u2000-\u2003\u2028\u2029\u205f\u3000\u115f\u1160\u2800\u3164\uffa0\U0001d159"
)
_WIDE_BLANK: Final = re.compile(f"[{_WIDE}]")
_APART: Final = re.compile(rf"\d[^\w{SPACES}]*(?:[{SPACES}]{{2}}|[{_WIDE}])[\W]*\d")
_FULL_WIDTH: Final = frozenset("０１２３４５６７８９")


def read_unclear(raw: str, text: str) -> Reading | None:
    """Return what is to be asked of a cell whose signs hide or turn its figures; None for nothing.

    raw: as it was typed. text: the same, cleaned, for the question.
    """
    if not any(map(str.isdecimal, raw)):
        return None
    if _is_turned(raw):
        return unread("SL-62", found=text)
    if _HIDDEN_BETWEEN.search(raw):
        return unread("SL-63", found=text)
    seen = without_unseen(raw)
    if _APART.search(seen):
        return unread("SL-14", found=_with_its_gaps(seen))
    return None


def _with_its_gaps(seen: str) -> str:
    """Return the text as it looks: every gap as wide as it is, on one line."""
    wide = _WIDE_BLANK.sub("  ", seen)
    spaced = ODD_SPACE.sub(" ", wide)
    return spaced.strip()


def _is_turned(raw: str) -> bool:
    if raw.isascii():
        return False
    if _TURNING.search(raw):
        return True
    if not _MARKED.search(raw):
        return False
    seen = without_unseen(raw)
    return _ONE_FIGURE.fullmatch(seen) is None


def read_foreign_digits(text: str) -> Reading | None:
    """Return what is to be asked of figures that are no plain digits; None for none, or full-width ones."""
    if text.isascii():
        return None
    for letter in text:
        if letter.isascii() or not letter.isnumeric() or letter in _FULL_WIDTH:
            continue
        is_of_a_script = unicodedata.category(letter) in ("Nd", "Lo")
        code = "SL-64" if is_of_a_script else "SL-11"
        return unread(code, found=text)
    return None


def has_full_width(text: str) -> bool:
    """Say whether a figure is typed in the wide digits of an East Asian keyboard: «１２»."""
    if text.isascii():
        return False
    return not _FULL_WIDTH.isdisjoint(text)
