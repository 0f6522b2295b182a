"""What opens a block of a guidance, and how deep it stands: Phần, A., I., Điều, 1., 1.1., a), (1), -, +."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from khoagiao_xl.vietnamese.running_text import canonical


class Rank(IntEnum):
    """How deep a marker stands; a smaller one holds a greater one."""

    PART = 1
    LETTER_CAPITAL = 2
    ROMAN = 3
    ARTICLE = 4
    ARABIC = 5
    DOTTED = 6
    LETTER = 8
    DASH = 9
    ROUND = 10
    PLUS = 11
    NONE = 12


class Marker(NamedTuple):
    """What opens a text: how deep it stands, what the section is called by, how many characters it takes."""

    rank: Rank
    label: str
    length: int


NO_MARKER = Marker(Rank.NONE, "", 0)
_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_PART = r"(?:phần|chương)\s+(?:thứ\s+)?(?P<label>nhất|hai|ba|tư|bốn|năm|sáu|bảy|[ivx]+|\d+)\b\s*[.:\-]?"
# What opens a block, in the order in which it is tried; `label` is what the section is called by.
_MARKERS: list[tuple[Rank, re.Pattern[str]]] = [
    (Rank.PART, re.compile(_PART, re.IGNORECASE)),
    (Rank.ROMAN, re.compile(r"(?P<label>[IVX]+)\s*(?:[.)/]\s*-?|-)\s*(?=[^\s\d.])")),
    (Rank.ARTICLE, re.compile(r"Điều\s+(?P<label>\d+)\s*[.:\-]?\s*")),
    (Rank.DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)\-]*\s+(?=[^\d\s])")),
    (Rank.DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)\-]+\s*(?=[^\d\s])")),
    (Rank.ARABIC, re.compile(r"(?:Mục\s+)?(?P<label>\d{1,2})\s*[.)/\-]\s*-?\s*(?=[^\W\d])")),
    # «2. 05 trường xây dựng ...», not «15.3».
    (Rank.DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]\s+(?=\d{1,3}\s+[^\W\d])")),
    (Rank.ARABIC, re.compile(r"(?P<label>\d{1,2})\s*[.)]\s+(?=\d{1,3}\s+[^\W\d])")),
    (Rank.LETTER_CAPITAL, re.compile(r"(?P<label>[A-HĐ])\s*[.)\-]\s*(?=[^\W\d])")),
    (
        Rank.LETTER,
        re.compile(r"(?P<label>[a-zđ])\s*(?:[.)/\-]\s*-?\s*(?=[^\W\d])|[.)]\s+(?=\d{1,3}\s+[^\W\d]))"),
    ),
    (Rank.ROUND, re.compile(r"\((?P<label>\d{1,2}|[a-zđ]|[ivx]+)\)\s*[.:\-]?\s*")),
    (Rank.PLUS, re.compile(r"(?P<label>\+)\s*(?=\S)")),
    (Rank.DASH, re.compile(r"(?P<label>[-*•·●▪■◦✓➢])\s*(?=[^\s\d\-]|\d)")),
]


def marker(text: str) -> Marker:
    """Return what opens `text`, NO_MARKER where nothing does."""
    one_spelling = canonical(text)
    for rank, pattern in _MARKERS:
        match = pattern.match(one_spelling)
        if match:
            label = _label(rank, match["label"])
            return Marker(rank, label, match.end())
    return NO_MARKER


def _label(rank: Rank, written: str) -> str:
    if rank is not Rank.PART:
        return written
    low = written.lower()
    ordinal = low.replace("bốn", "tư")
    if ordinal not in _ORDINALS:
        return f"Phần {written.upper()}"
    number = _ORDINALS.index(ordinal) + 1
    return f"Phần {number}"
