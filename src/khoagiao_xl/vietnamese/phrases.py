"""Fixed phrases looked for in what people write: whole words, any case; without marks in a text of none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PHRASE: Final = "Từ"


@dataclass(frozen=True)
class Phrases:
    """Phrases with their marks, in small letters."""

    phrases: tuple[str, ...]

    @classmethod
    def of_table(cls, name: str, **wanted: str) -> Phrases:
        """Return the phrases of `data/language/NAME.csv`; wanted: heading -> what must stand under it."""
        phrases = _wanted(name, wanted)
        return cls(tuple(phrases))

    def among(self, text: str) -> frozenset[str]:
        """Return those that stand in `text`, folded."""
        plain = unicodedata.normalize("NFC", text).casefold()
        pattern = self._marked
        if plain.isascii():
            pattern = self._unmarked
        found = pattern.findall(plain)
        return frozenset(map(fold, found))

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        return _pattern(self.phrases)

    @cached_property
    def _unmarked(self) -> re.Pattern[str]:
        return _pattern(map(fold, self.phrases))


def _wanted(name: str, wanted: dict[str, str]) -> Iterator[str]:
    for row in language_rows(name):
        said = {heading: row[heading] for heading in wanted}
        if said == wanted:
            phrase = unicodedata.normalize("NFC", row[PHRASE])
            yield phrase.casefold()


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the phrases, the longest first, blanks of any kind between their words."""
    each_once = set(phrases)
    longest_first = sorted(each_once, key=len, reverse=True)
    alternatives = map(_spelled, longest_first)
    any_of_them = "|".join(alternatives)
    return re.compile(rf"(?<!\w)(?:{any_of_them})(?!\w)")


def _spelled(phrase: str) -> str:
    words = map(re.escape, phrase.split())
    return r"\s+".join(words)
