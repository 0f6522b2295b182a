"""Which abbreviations of a finished text nobody has explained to its reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

SYMBOL: Final = re.compile(r"\S*[A-ZĐ]{2,}\S*/[A-ZĐ][\wĐđ-]*|\S*-[A-ZĐ]{2,}\b")  # 45-NQ/TW; -BC/ĐUK
SIGNED: Final = re.compile(
    r"\b[TK]/[MTL]\b"
)  # how an official signs for others: fixed by the rules of layout
ROMAN: Final = re.compile(r"[IVX]+")
SHORT: Final = re.compile(
    r"(?<![^\W\d_])(?:"
    r"[A-ZĐ]{2,}(?:[&.][A-ZĐ]+)*"  # BHYT, KH&CN
    r"|[A-ZĐ]+[a-zđ]{0,2}[A-ZĐ]\w*"  # ThS, GDĐTh
    r"|[A-Za-zĐđ]/[a-zđ]{1,2}"  # V/v, đ/c
    r")(?![^\W\d_])"
)
EXPLAINED: Final = re.compile(r"\((?:(?:sau đây )?(?:gọi|viết) tắt là )?([A-ZĐ][\w&]+)\)")


def unexplained(paragraphs: Iterable[str], names: Iterable[str] = ()) -> list[str]:
    """Return the abbreviations that no words before them explain. names: proper names, which may hold some."""
    return list(_found(paragraphs, tuple(names)))


def _found(paragraphs: Iterable[str], names: tuple[str, ...]) -> Iterator[str]:
    known: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.isupper():
            continue  # a heading in capitals, or the head of the column of numbers
        known.update(EXPLAINED.findall(paragraph))
        for word in SHORT.findall(_without_names(paragraph, names)):
            if word not in known and not ROMAN.fullmatch(word):
                yield word


def _without_names(paragraph: str, names: Iterable[str]) -> str:
    bare = SIGNED.sub("", SYMBOL.sub("", paragraph))
    for name in names:
        bare = bare.replace(name, "")
    return bare
