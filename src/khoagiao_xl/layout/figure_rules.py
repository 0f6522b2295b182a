"""Slips in figures: points and commas, percent signs, parts of a whole that read as days, zeros in front."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import everywhere, matches_in, minority, where
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Facts, Slips, TextInHand

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
    if glued:
        yield from matches_in(text.paragraphs, _APART, "%")


def _part_like_a_day(match: re.Match[str]) -> Facts | None:
    """Judge «03/08 đơn vị»: with a zero in front it reads as the third of August."""
    part, of = match.groups()
    has_zero = part.startswith("0") or of.startswith("0")
    if not has_zero:
        return None
    day = int(part)
    month = int(of)
    if day > _DAYS or month > _MONTHS:
        return None
    right = f"{day}/{month}"
    return {"right": right}


find_parts_like_days = where(_PART_OF_WHOLE, _part_like_a_day)


def find_mixed_zeros(text: TextInHand) -> Slips:
    """Yield the figures below ten that are written otherwise than most: «2 cuộc» beside «02 cuộc»."""
    padded = list(matches_in(text.body, _WITH_ZERO))
    bare = list(matches_in(text.body, _WITHOUT_ZERO))
    written = {"02": padded, "2": bare}
    yield from minority(written, "02")
