"""What opens a block of a guidance, and how deep it stands: Phần, A., I., Điều, 1., 1.1., a), (1), -, +."""

from __future__ import annotations

import re
from enum import IntEnum

from khoagiao_xl.guidance.file.guidance_text import canonical


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
    (Rank.LETTER_CAPITAL, re.compile(r"(?P<label>[A-HĐ])\s*[.)\-]\s*(?=[^\W\d])")),
    (Rank.LETTER, re.compile(r"(?P<label>[a-zđ])\s*[.)/\-]\s*-?\s*(?=[^\W\d])")),
    (Rank.ROUND, re.compile(r"\((?P<label>\d{1,2}|[a-zđ]|[ivx]+)\)\s*[.:\-]?\s*")),
    (Rank.PLUS, re.compile(r"(?P<label>\+)\s*(?=\S)")),
    (Rank.DASH, re.compile(r"(?P<label>[-*•·●▪■◦✓➢])\s*(?=[^\s\d\-]|\d)")),
]


def marker(text: str) -> tuple[Rank, str, int]:
    """Return rank, label and length of what opens `text`: (Rank.NONE, "", 0) where nothing does."""
    same = canonical(text)
    for rank, pattern in _MARKERS:
        match = pattern.match(same)
        if match:
            label = match["label"]
            return rank, _part_label(label) if rank is Rank.PART else label, match.end()
    return Rank.NONE, "", 0


def _part_label(label: str) -> str:
    low = label.lower().replace("bốn", "tư")
    return f"Phần {_ORDINALS.index(low) + 1 if low in _ORDINALS else label.upper()}"
