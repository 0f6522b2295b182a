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
        return cls(tuple(_wanted(name, wanted)))

    def among(self, text: str) -> frozenset[str]:
        """Return those that stand in `text`, folded."""
        plain = unicodedata.normalize("NFC", text).casefold()
        pattern = self._unmarked if plain.isascii() else self._marked
        return frozenset(fold(found) for found in pattern.findall(plain))

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        return _pattern(self.phrases)

    @cached_property
    def _unmarked(self) -> re.Pattern[str]:
        return _pattern(map(fold, self.phrases))


def _wanted(name: str, wanted: dict[str, str]) -> Iterator[str]:
    for row in language_rows(name):
        if all(row[heading] == value for heading, value in wanted.items()):
            yield unicodedata.normalize("NFC", row[PHRASE]).casefold()


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the phrases, the longest first, blanks of any kind between their words."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    spelled = [r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)")
