"""Text from outside on its way into Word: letters and line ends, and nothing that means more."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Control, format (bidi overrides, zero width), surrogate, private use and unassigned characters.
_UNWANTED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_END: Final = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]|_x000D_")
_AS_BLANKS: Final = str.maketrans("\r\n\t", "   ")


def clean_text(text: str) -> str:
    """Return `text` in NFC on trimmed, non-empty lines, without control, private or invisible characters."""
    lines = _LINE_END.split(text)
    cleaned = [clean_line(line) for line in lines]
    kept = [line for line in cleaned if line]
    return "\n".join(kept)


def clean_line(text: str) -> str:
    """Return `text` as one line, cleaned as in `clean_text`."""
    kept = text if text.isprintable() else _wanted_letters(text)
    composed = unicodedata.normalize("NFC", kept)
    return " ".join(composed.split())


def _wanted_letters(text: str) -> str:
    spaced = text.translate(_AS_BLANKS)
    letters = [letter for letter in spaced if _is_wanted(letter)]
    return "".join(letters)


def _is_wanted(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category not in _UNWANTED
