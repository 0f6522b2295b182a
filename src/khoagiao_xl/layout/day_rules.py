"""Slips in days: impossible ones, zeros in front, the wrong weekday, a span that ends before it begins."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import WRONG, all_of, day_of, everywhere, matches_in, minority, where
from khoagiao_xl.vietnamese.day_texts import weekday_of

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Facts, Slip, Slips, TextInHand

IN_FIGURES: Final = re.compile(r"(?<![\d/.\-])(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})(?![\d/\-])")
IN_WORDS: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"\btháng\s+(\d{1,2})(?![\d/.,-]|\s?%)(?=\s+năm\s|/\d{4}|[\s.,;)]|$)", re.IGNORECASE
)
_LEAP_YEAR: Final = "2000"
_PADDED_MONTHS: Final = 2  # a zero stands before these months only
_WEEKDAY: Final = re.compile(
    r"(?<!lần )\b(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[,\s(]+"
    r"(?:ngày\s+)?(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})",
    re.IGNORECASE,
)
_IN_FIGURES: Final = {"2": "hai", "3": "ba", "4": "tư", "5": "năm", "6": "sáu", "7": "bảy"}
_SPAN: Final = re.compile(
    r"từ\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})",
    re.IGNORECASE,
)
_MONTHS: Final = 12


# -- days that are none -----------------------------------------------------------------------------------


def _impossible_in_figures(match: re.Match[str]) -> Facts | None:
    """Judge «31/02/2024»."""
    day, sign, month, year = match.groups()
    if _is_section(sign, month) or day_of(day, month, year):
        return None
    return WRONG


def _is_section(sign: str, month: str) -> bool:
    """Whether it may be the number of a paragraph or an amount rather than a day: «1.13.2024»."""
    return sign == "." and int(month) > _MONTHS


def _impossible_in_words(match: re.Match[str]) -> Facts | None:
    """Judge «ngày 31 tháng 4»; without a year the day may be one of a leap year."""
    day, month, year = match.groups(_LEAP_YEAR)
    if day_of(day, month, year):
        return None
    return WRONG


find_impossible = all_of(where(IN_FIGURES, _impossible_in_figures), where(IN_WORDS, _impossible_in_words))
find_odd_years = everywhere(
    re.compile(r"\bnăm (?:\d{5,}|(?:1[0-7]|2[1-9]|[3-9]\d)\d\d)\b(?!\s*(?:đồng|người|lượt))")
)


# -- zeros in front: before days below ten, before January and February, nowhere else ---------------------


def _unpadded_in_words(match: re.Match[str]) -> Facts | None:
    """Judge «ngày 5 tháng 03»."""
    day, month, _ = match.groups()
    right_day = _day(day)
    right_month = _month(month)
    if day == right_day and month == right_month:
        return None
    right = f"ngày {right_day} tháng {right_month}"
    return {"right": right}


def _unpadded_in_figures(match: re.Match[str]) -> Facts | None:
    """Judge «5/03/2024»."""
    day, sign, month, year = match.groups()
    parts = [_day(day), _month(month), year]
    right = sign.join(parts)
    if right == match[0]:
        return None
    return {"right": right}


def _padded_month(match: re.Match[str]) -> Facts | None:
    """Judge «tháng 03», where no day stands before it."""
    (month,) = match.groups()
    right = _month(month)
    if month == right or not month.startswith("0"):
        return None
    return {"right": f"tháng {right}"}


def _day(written: str) -> str:
    day = int(written)
    return f"{day:02d}"


def _month(written: str) -> str:
    month = int(written)
    if month <= _PADDED_MONTHS:
        return f"{month:02d}"
    return str(month)


find_unpadded_words = where(IN_WORDS, _unpadded_in_words)
find_unpadded_figures = where(IN_FIGURES, _unpadded_in_figures)
find_padded_months = where(_MONTH, _padded_month)


# -- weekdays and spans -----------------------------------------------------------------------------------


def _wrong_weekday(match: re.Match[str]) -> Facts | None:
    """Judge «thứ Hai, ngày 20/3/2024»."""
    written, *parts = match.groups()
    day = day_of(*parts)
    if day is None:
        return None
    right = weekday_of(day)
    if _weekday(written) == right.casefold():
        return None
    return {"right": right}


def _weekday(written: str) -> str:
    words = written.casefold()
    word, _, number = words.partition(" ")
    name = _IN_FIGURES.get(number, number)
    return f"{word} {name}"


def _reversed_span(match: re.Match[str]) -> Facts | None:
    """Judge «từ 14/3/2024 đến 15/02/2024»."""
    day, month, year, last_day, last_month, last_year = match.groups()
    if year is None and int(month) > int(last_month):
        return None  # of the year before: «từ 15/12 đến 14/01/2025»
    first_year = year or last_year
    first = day_of(day, month, first_year)
    last = day_of(last_day, last_month, last_year)
    if first is None or last is None or first <= last:
        return None
    return WRONG


find_wrong_weekdays = where(_WEEKDAY, _wrong_weekday)
find_reversed_spans = where(_SPAN, _reversed_span)


def find_mixed_days(text: TextInHand) -> Slips:
    """Yield the days in figures that are parted by another sign than most."""
    by_sign: dict[str, list[Slip]] = defaultdict(list)
    for slip in matches_in(text.paragraphs, IN_FIGURES):
        parts = slip.words.lstrip("0123456789")
        sign = parts[0]
        by_sign[sign].append(slip)
    yield from minority(by_sign, "/")
