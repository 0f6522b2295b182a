"""Whether two texts of units say the same in nearly the same words, so that they are told once.

They may differ only in words that carry no sense of their own (light_words.csv): never in a number, a name, a
place, or a word that turns the sense, such as «đã» and «chưa».
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import squash

# Per cent of the letters that stand in both, in order. Of 40 pairs written before it was fixed, the least
# alike that said the same had 90,7; with less than this, light words would be most of the text.
ALIKE: Final = 85.0


def are_near(one: str, other: str) -> bool:
    """Say whether two texts say the same."""
    from rapidfuzz import fuzz

    first, second = _letters(one), _letters(other)
    if first == second:
        return True
    if _weighty(first) != _weighty(second):
        return False
    return fuzz.ratio(first, second, score_cutoff=ALIKE) >= ALIKE


def sense_of(text: str) -> tuple[str, ...]:
    """Return the words that carry the sense of a text, in order: those of two texts that are near are equal.

    So a text is held only against those of the same sense, not against all of a section.
    """
    return _weighty(_letters(text))


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """Return the letters of a text, which is held against others more than once."""
    return squash(text)


@cache
def _weighty(squashed: str) -> tuple[str, ...]:
    """Return the words that carry the sense, in order."""
    light = _light_words()
    words = squashed.split()
    return tuple(word for word in words if word not in light)


@cache
def _light_words() -> frozenset[str]:
    rows = language_rows("light_words")
    words = [row["Từ"] for row in rows]
    return frozenset(map(squash, words))
