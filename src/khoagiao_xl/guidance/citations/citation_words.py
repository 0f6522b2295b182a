"""The words round the number of a cited document, from the table of what public documents write there."""

from __future__ import annotations

from functools import cache

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.symbols import NAMES, TYPES


@cache
def words_for(use: str) -> tuple[str, ...]:
    """Return the words of the table `citation_words` that serve for `use`, the longest first."""
    found = []
    for row in language_rows("citation_words"):
        if row["Dùng làm"] == use:
            word = row["Từ"]
            found.append(word)
    return longest_first(found)


def longest_first(words: list[str]) -> tuple[str, ...]:
    """Return words in the order in which a pattern must try them."""
    return tuple(sorted(words, key=len, reverse=True))


def either_of(words: tuple[str, ...]) -> str:
    """Return the pattern of one of `words`."""
    return f"(?:{'|'.join(words)})"


# What a citation may call its document: a type, its letters («NQ số 57-NQ/TW»), or only «văn bản».
_SPELT = longest_first([*NAMES, *words_for("tên chung")])
_LETTERS = longest_first([*TYPES])
CALLED = rf"(?:(?i:{'|'.join(_SPELT)})|(?:{'|'.join(_LETTERS)})(?![^\W_]))"


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for name in NAMES:
        key = name.lower()
        names[key] = name
    for letters, (usual, *_) in TYPES.items():
        key = letters.lower()
        names[key] = usual
    return names


_NAME_OF = _names()


def type_called(words: str) -> str:
    """Return the type that a citation calls its document, spelt out: «NQ» is Nghị quyết; "" for none."""
    return _NAME_OF.get(words.lower(), "")
