"""How much two texts say in the same words: enough to know a text that was told anew."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.vietnamese.text import fold

_WORDS: Final = re.compile(r"\w+")


def shared_words(one: str, other: str) -> float:
    """Return which share of the shorter text's different words the other has too, from 0 to 1."""
    first = set(_WORDS.findall(fold(one)))
    second = set(_WORDS.findall(fold(other)))
    fewer = min(len(first), len(second))
    if not fewer:
        return 0.0
    return len(first & second) / fewer
