"""How much two texts say in the same words: enough to know a text that was told anew."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.vietnamese.text import fold

_WORDS: Final = re.compile(r"\w+")


def shared_words(one: str, other: str) -> float:
    """Return which share of the shorter text's different words the other has too, from 0 to 1."""
    first = _words_of(one)
    second = _words_of(other)
    fewer = min(len(first), len(second))
    if not fewer:
        return 0.0
    shared = first & second
    return len(shared) / fewer


def _words_of(text: str) -> set[str]:
    folded = fold(text)
    words = _WORDS.findall(folded)
    return set(words)
