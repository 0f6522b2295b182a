"""Patterns of Vietnamese words: alternatives written as a readable list, and where a word begins and ends."""

from __future__ import annotations

import re

WORD_START = r"(?<![^\W_])"
WORD_END = r"(?![^\W_])"
LETTERS_END = r"(?![^\W\d_])"  # a figure may follow at once


def any_of(words: str) -> str:
    """Return the pattern of one of `words`, parted by «|»; blanks and lines round a «|» do not count."""
    return f"(?:{either(words)})"


def either(words: str) -> str:
    """Return `words` as alternatives without brackets round them."""
    alternatives = words.split("|")
    return "|".join(map(str.strip, alternatives))


def begins_with(words: str) -> re.Pattern[str]:
    """Return the pattern of a text that begins with one of the whole words `words`."""
    alternatives = any_of(words)
    return re.compile(alternatives + WORD_END)


def holds(words: str) -> re.Pattern[str]:
    """Return the pattern of a text that holds one of the whole words `words` anywhere."""
    alternatives = any_of(words)
    return re.compile(WORD_START + alternatives + WORD_END)
