"""Whether two sentences tell the same: the same figures and names, whatever stands between."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording.report_words import CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = re.compile(r"\d[\d.,/]*\d|\d")
_WORD: Final = re.compile(r"[^\W\d_]+")


def numbers_of(text: str) -> set[str]:
    """Return the numbers of a text as they are written."""
    found = _NUMBER.findall(text)
    return set(found)


def says_the_same(one: str, other: str) -> bool:
    """Say whether two sentences differ in words alone; without a figure the words are all they tell."""
    if one.split() == other.split():
        return True
    figures = _figures(one)
    if not figures or figures != _figures(other):
        return False
    return _names(one) == _names(other)


def what_changed(one: str, other: str) -> str:
    """Return what differs between two sentences as the answer calls it: figures, or words alone."""
    if _figures(one) == _figures(other):
        return CHANGED["words"]
    return CHANGED["figures"]


def _figures(text: str) -> Counter[str]:
    """Count the figures of a text; «73/92» and «73 trong 92» are the same two."""
    return Counter(_plain_figures(text))


def _plain_figures(text: str) -> Iterator[str]:
    for number in _NUMBER.findall(text):
        for part in number.split("/"):
            yield part.lstrip("0")


def _names(text: str) -> set[str]:
    """Return the words with a capital letter, but for the first of the text."""
    words = _WORD.findall(text)
    names = set()
    for word in words[1:]:
        first = word[0]
        if first.isupper():
            names.add(word)
    return names
