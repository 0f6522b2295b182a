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
    capitals = [place for place, word in enumerate(words) if not word[0].islower()]
    if not capitals or capitals[-1] == 0:
        return False
    # «Cao đẳng Sư phạm»: the syllable behind a capital is of the same word.
    behind = capitals[-1] + _OF_ONE_WORD
    known = _words_of_bodies()
    return any(word not in known for word in words[behind:])


def has_unknown_word(name: str) -> bool:
    """Say whether behind the first words of a name, or behind its last capital, stands one no table holds."""
    canon = canonical(name)
    words = _WORD.findall(canon)
    capitals = [place for place, word in enumerate(words) if not word[0].islower()]
    last = max(capitals, default=0)
    behind = words[last + _OF_ONE_WORD :]
    known = _words_of_bodies()
    unknown = [word for word in behind if word not in known]
    return not all(map(str.isdigit, unknown))


@cache
def _words_of_bodies() -> frozenset[str]:
    return frozenset(_every_word())


def _every_word() -> Iterator[str]:
    for table, column in _TABLES:
        for row in language_rows(table):
            low = plain(row[column])
            yield from _WORD.findall(low)
