"""The bodies that the office itself knows by name: its units and the names above the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END

_FEWEST_WORDS = 2  # of a name; a code such as «VP» is found in too many words
_known: ContextVar[tuple[str, ...]] = ContextVar("known_bodies", default=())


@contextmanager
def knowing(names: Iterable[str]) -> Iterator[None]:
    """Read with these names of bodies known: each is taken whole wherever it stands, whatever its words."""
    once = {plain(name).strip() for name in names}
    several = filter(_has_words, once)
    longest_first = sorted(several, key=len, reverse=True)
    known = tuple(longest_first)
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def _has_words(name: str) -> bool:
    words = name.split()
    return len(words) >= _FEWEST_WORDS


def known_names() -> tuple[str, ...]:
    """Return the known names in small letters, the longest first."""
    return _known.get()


def known_at(low: str, position: int, names: tuple[str, ...]) -> int:
    """Return where the longest of `names` that begins at `position` of `low` ends; 0 where none does."""
    for name in names:
        if not low.startswith(name, position):
            continue
        end = position + len(name)
        rest = low[end:]
        if re.match(LETTERS_END, rest):
            return end
    return 0
