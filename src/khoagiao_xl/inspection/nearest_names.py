"""The names that a mistyped one may mean, and the question that offers them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Below the first, of 1, a name is another name; so much behind the best one it is not offered.
LIKE, BEHIND, MOST = 0.66, 0.12, 3
EVERYWHERE: Final = frozenset({"tinh"})  # «tỉnh» ends half of all names and tells none from another


def question(names: Iterable[str]) -> str:
    """Return the question whether one of these names is meant, with a blank before it; none for no name."""
    quoted = [f"«{name}»" for name in names]
    if not quoted:
        return ""
    offered = " hoặc ".join(quoted)
    return f" Có phải {offered}?"


def suggest(wrong: str, known: Iterable[str]) -> str:
    """Return « Có phải «A» hoặc «B»?» with the names that look like a wrong one; blank for none."""
    return question(near(wrong, known))


def near(wrong: str, known: Iterable[str]) -> list[str]:
    """Return the name that differs from `wrong` in case or marks alone, else what it is the beginning of.

    Where there is neither, up to three of the names that look like it, best first.
    """
    key = _folded(wrong)
    beginning = f"{key} "
    names = list(known)
    same = [name for name in names if _folded(name) == key]
    if same:
        return same[:1]
    longer = [name for name in names if _folded(name).startswith(beginning)]
    if longer:
        return longer[:MOST]
    return _likest(key, names)


def _likest(key: str, names: list[str]) -> list[str]:
    scores = {}
    for name in names:
        folded = _folded(name)
        scores[name] = _likeness(key, folded)
    best = max(scores.values(), default=0)
    least = max(LIKE, best - BEHIND)
    likely = [name for name, score in scores.items() if score >= least]
    likely.sort(key=scores.__getitem__, reverse=True)
    return likely[:MOST]


def _likeness(wrong: str, name: str) -> float:
    """Return how alike two names are, from 0 to 1: by letters, and by words where there are several.

    Letters alone would take «Công an tỉnh» for «Hội Nông dân tỉnh».
    """
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.fuzz import ratio

    by_letters = ratio(wrong, name) / 100
    words = _telling_words(wrong)
    if len(words) < 2:
        return by_letters
    shared = LCSseq.similarity(words, _telling_words(name))
    return (by_letters + shared / len(words)) / 2


@lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=20_000)
def _telling_words(name: str) -> tuple[str, ...]:
    words = []
    for raw in name.split():
        word = raw.strip(",.")
        if word not in EVERYWHERE:
            words.append(word)
    return tuple(words)
