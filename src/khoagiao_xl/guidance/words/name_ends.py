"""Whether a name ends with words that names end with: «… các xã, phường», not «… chịu khó»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from khoagiao_xl.guidance.words.known_bodies import known_names
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical, plain

# The tables that name bodies, and the columns in which they do.
_TABLES = (
    ("organs", "Từ đầu của tên"),
    ("body_kinds", "Loại cơ quan, chức danh"),
    ("capital_names", "Viết đúng"),
    ("open_names", "Từ"),
    ("name_words", "Từ"),
)
_WORD = re.compile(r"[^\W_]+")
_OF_ONE_WORD = 2  # syllables


def has_unknown_end(name: str) -> bool:
    """Say whether behind the last capital of a name stands a word that no table of bodies holds.

    Of a name without a capital inside nothing is said: «Các trường tiểu học».
    """
    if plain(name).strip() in known_names():
        return False
    words = _WORD.findall(canonical(name))
    last = _last_capital(words)
    if last == 0:
        return False
    return _unknown_behind(words, last) != []


def has_unknown_word(name: str) -> bool:
    """Say whether behind the first words of a name, or behind its last capital, stands one no table holds."""
    words = _WORD.findall(canonical(name))
    last = _last_capital(words)
    unknown = _unknown_behind(words, last)
    return not all(map(str.isdigit, unknown))


def _last_capital(words: list[str]) -> int:
    """Return the place of the last word that no small letter begins, 0 where there is none."""
    capitals = [place for place, word in enumerate(words) if not word[0].islower()]
    return max(capitals, default=0)


def _unknown_behind(words: list[str], capital: int) -> list[str]:
    # «Cao đẳng Sư phạm»: the syllable behind a capital is of the same word.
    behind = words[capital + _OF_ONE_WORD :]
    known = _words_of_bodies()
    return [word for word in behind if word not in known]


@cache
def _words_of_bodies() -> frozenset[str]:
    return frozenset(_every_word())


def _every_word() -> Iterator[str]:
    for table, column in _TABLES:
        for row in language_rows(table):
            low = plain(row[column])
            yield from _WORD.findall(low)
