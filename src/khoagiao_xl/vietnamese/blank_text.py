"""What is blank to the eye: the one meaning of «blank», for cells, lists, answers and running text.

By Unicode category: separators (Zs, Zl, Zp), controls (Cc), formats (Cf), whatever a font is told not to
draw (Default_Ignorable_Code_Point), and the few letters and signs that are drawn as nothing.
"""

from __future__ import annotations

import re
from typing import Final, TypeGuard

# Room between words; the Hangul fillers and the Braille blank are drawn as wide as a letter.
_ODD_SPACES: Final = (
    "\x0b\x0c\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u115f\u1160\u2800\u3164\uffa0\U0001d159"
)
SPACES: Final = " \t\n" + _ODD_SPACES
# No room at all: controls, formats and tags, selectors and joiners, numbers that are no character.
UNSEEN_SIGNS: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb"
    "\ufffe\uffff\U000110bd\U000110cd\U00013430-\U00013438\U00016fe4\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# They decide in which order other letters are shown.
DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ODD_SPACE: Final = re.compile(f"[{_ODD_SPACES}]")
UNSEEN: Final = re.compile(f"[{UNSEEN_SIGNS}]")
_BLANK: Final = re.compile(f"[{SPACES}{UNSEEN_SIGNS}]*")


def is_blank(value: object) -> TypeGuard[str | None]:
    """Say whether a cell that holds `value` looks empty: it holds nothing, or nothing that can be seen."""
    if isinstance(value, str):
        return _BLANK.fullmatch(value) is not None
    return value is None


def without_unseen(text: str) -> str:
    """Return `text` without the signs that take no room; spaces of every kind stay."""
    if text.isascii() and text.isprintable():
        return text
    return UNSEEN.sub("", text)
