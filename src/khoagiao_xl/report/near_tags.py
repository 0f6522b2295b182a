"""Which tag was meant by one that nobody knows: the nearest by its letters, accents and case apart."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording.report import PHRASES

MOST: Final = 3  # names that are offered


def advice_for(word: str, known: Iterable[str], otherwise: str = PHRASES["bo_the"]) -> str:
    """Return «Có phải là «muc_3»?», or what to do where no name is near; `otherwise` says that."""
    names = near_names(word, known)
    if not names:
        return otherwise
    quoted = " hoặc ".join(f"«{name}»" for name in names)
    return PHRASES["co_phai"].format(tags=quoted)


def near_names(word: str, known: Iterable[str]) -> list[str]:
    """Return the known names nearest to `word`, the best first."""
    by_letters: dict[str, str] = {}
    for name in known:
        by_letters.setdefault(_letters(name), name)
    letters = _letters(word)
    close = get_close_matches(letters, by_letters, MOST)
    return [by_letters[each] for each in close]


def _letters(name: str) -> str:
    return fold(name).replace(" ", "_")
