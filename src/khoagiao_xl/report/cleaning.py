"""Text from outside on its way into Word: letters and line ends, and nothing that means more."""

from __future__ import annotations

import re
import unicodedata

# Control, format (bidi overrides, zero width), surrogate, private use and unassigned characters.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]|_x000D_")
_BLANKS = re.compile(r"[^\S\n]+")


def clean_text(text: str) -> str:
    """Return `text` in NFC on trimmed, non-empty lines, without control, private or invisible characters."""
    lines = _LINE_END.sub("\n", text).replace("\t", " ").split("\n")
    return "\n".join(line for line in map(clean_line, lines) if line)


def clean_line(text: str) -> str:
    """Return `text` as one line, cleaned as in `clean_text`."""
    kept = (" " if letter in "\r\n\t" else letter for letter in text if _is_wanted(letter))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", "".join(kept)).replace("\n", " ")).strip()


def _is_wanted(letter: str) -> bool:
    return letter in "\r\n\t" or unicodedata.category(letter) not in _UNWANTED
