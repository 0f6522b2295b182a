"""The table of words that ask for nothing: what is refused, done, shouted, aimed at, or only told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_GAP, _NUMBER = r"[^.;:]{0,90}?", r"\d[\d.,]*"
OPENING, BEHIND_BODY, BEHIND_NOUN, FAR_BEHIND_NOUN = "mở đầu", "sau chủ thể", "sau danh từ", "sau danh từ xa"
TELLING, TELLING_FIRST = "kể", "kể đầu"
ANYWHERE, AT_END, CALLING = "trong câu", "kết thúc", "gọi thực hiện"


@dataclass(frozen=True)
class NoWork:
    """One kind of words that ask for nothing. where: their places; unless: what makes them ask after all."""

    kind: str
    where: tuple[str, ...]
    words: re.Pattern[str]
    unless: tuple[str, ...]


def _listed_places(cell: str) -> tuple[str, ...]:
    places = cell.split(",")
    return tuple(map(str.strip, places))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words as the table writes them: «…» for some words, «#» for a number."""
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = map(_alternative, longest_first)
    joined = "|".join(alternatives)
    pattern = f"{WORD_START}(?:{joined})"
    return re.compile(pattern)


def _alternative(word: str) -> str:
    pattern = re.escape(word)
    pattern = pattern.replace(r"\ ", " ")
    pattern = pattern.replace(" … ", rf",?\s{_GAP}\s")
    pattern = pattern.replace(r"\#", _NUMBER)
    last = word[-1]
    # A word ends where no letter follows: «#%» is no word.
    if last.isalpha():
        return pattern + WORD_END
    return pattern


@cache
def no_work_kinds() -> tuple[NoWork, ...]:
    """Return the rows of the table, in its order."""
    kinds: list[NoWork] = []
    for row in language_rows("no_work_words"):
        words = listed(row["Lời"])
        kind = NoWork(
            kind=row["Loại"],
            where=_listed_places(row["Ở đâu"]),
            words=_pattern(words),
            unless=listed(row["Trừ khi có"]),
        )
        kinds.append(kind)
    return tuple(kinds)
