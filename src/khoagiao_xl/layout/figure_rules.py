"""Slips in figures: points and commas, percent signs, parts of a whole that read as days, zeros in front."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import Slip, everywhere, matches_in, minority
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_MEASURES: Final = "|".join(re.escape(row["Từ"]) for row in language_rows("measure_words"))
_MEASURED: Final = rf"(?=\s+(?:{_MEASURES})\b)"
_LARGE: Final = r"%|‰|tỷ|tỉ|triệu|phần|điểm|km|ha|m\b"  # behind these a comma is surely a decimal one
_NO_NUMBER: Final = r"(?<![\d.,/\-–])"
_DAYS, _MONTHS = 31, 12
_PART_OF_WHOLE: Final = re.compile(rf"(?<![\d/])(\d{{1,2}})/(\d{{1,2}})(?![\d/]){_MEASURED}")
_GLUED: Final = re.compile(r"(?<=\d)%")
_APART: Final = re.compile(r"(?<=\d)[ \u00a0]+%")
_WITH_ZERO: Final = re.compile(rf"{_NO_NUMBER}\b0[1-9]{_MEASURED}")
_WITHOUT_ZERO: Final = re.compile(rf"{_NO_NUMBER}\b[1-9]{_MEASURED}")

find_decimal_points = everywhere(
    re.compile(rf"{_NO_NUMBER}\d{{1,3}}\.\d{{1,2}}(?=\s?(?:%|‰|phần trăm|điểm phần trăm))")
)
find_thousands_commas = everywhere(
    re.compile(rf"{_NO_NUMBER}[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\d,]|\s?(?:{_LARGE}))")
)
find_ungrouped = everywhere(re.compile(rf"{_NO_NUMBER}(?!(?:19|20)\d\d\b)\d{{4,}}{_MEASURED}"))
find_torn_decimals = everywhere(re.compile(r"(?<=\d), (?=\d{1,2}\s?%)"), ",")
find_signs_after_direction = everywhere(re.compile(r"\b(?:tăng|giảm)\s+[-–+]\s?\d[\d.,]*", re.IGNORECASE))


def find_mixed_percent(text: TextInHand) -> Slips:
    """Yield the percent signs apart from their number, where others of the document are not."""
    glued = list(matches_in(text.paragraphs, _GLUED))
    apart = matches_in(text.paragraphs, _APART, "%")
    return apart if glued else iter(())


def find_parts_like_days(text: TextInHand) -> Slips:
    """Yield «03/08 đơn vị»: with a zero in front it reads as the third of August."""
    for paragraph in text.paragraphs:
        for match in _PART_OF_WHOLE.finditer(paragraph.text):
            part, of = match.groups()
            if _reads_as_day(part, of):
                facts = {"right": f"{int(part)}/{int(of)}"}
                yield Slip(paragraph, match.start(), match.end(), facts=facts)


def _reads_as_day(part: str, of: str) -> bool:
    if not (part.startswith("0") or of.startswith("0")):
        return False
    return int(part) <= _DAYS and int(of) <= _MONTHS


def find_mixed_zeros(text: TextInHand) -> Slips:
    """Yield the figures below ten that are written otherwise than most: «2 cuộc» beside «02 cuộc»."""
    written = {
        "02": list(matches_in(text.body, _WITH_ZERO)),
        "2": list(matches_in(text.body, _WITHOUT_ZERO)),
    }
    yield from minority(written, "02")
