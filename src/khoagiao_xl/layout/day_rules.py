"""Slips in days: impossible ones, zeros in front, the wrong weekday, a span that ends before it begins."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import Slip, day_of, everywhere, minority
from khoagiao_xl.vietnamese.day_texts import weekday_of

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

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

find_odd_years = everywhere(
    re.compile(r"\bnăm (?:\d{5,}|(?:1[0-7]|2[1-9]|[3-9]\d)\d\d)\b(?!\s*(?:đồng|người|lượt))")
)


def find_impossible(text: TextInHand) -> Slips:
    """Yield the days and months that no calendar has."""
    for paragraph in text.paragraphs:
        for match in IN_FIGURES.finditer(paragraph.text):
            if day_of(match[1], match[3], match[4]) is None and not _is_section(match):
                yield Slip(paragraph, match.start(), match.end())
        for match in IN_WORDS.finditer(paragraph.text):
            if day_of(match[1], match[2], match[3] or _LEAP_YEAR) is None:
                yield Slip(paragraph, match.start(), match.end())


def _is_section(match: re.Match[str]) -> bool:
    """Whether it may be the number of a paragraph or an amount rather than a day: «1.12.2024»."""
    return match[2] == "." and int(match[3]) > _PADDED_MONTHS * 6


def find_unpadded_words(text: TextInHand) -> Slips:
    """Yield «ngày 5 tháng 03»: a zero belongs before days below ten and before January and February only."""
    for paragraph in text.paragraphs:
        for match in IN_WORDS.finditer(paragraph.text):
            right = f"ngày {_day(match[1])} tháng {_month(match[2])}"
            if [match[1], match[2]] != [_day(match[1]), _month(match[2])]:
                yield Slip(paragraph, match.start(), match.end(), facts={"right": right})


def find_unpadded_figures(text: TextInHand) -> Slips:
    """Yield «5/03/2024», which is «05/3/2024», and «tháng 03», which is «tháng 3»."""
    for paragraph in text.paragraphs:
        for match in IN_FIGURES.finditer(paragraph.text):
            right = match[2].join([_day(match[1]), _month(match[3]), match[4]])
            if right != match[0]:
                yield Slip(paragraph, match.start(), match.end(), facts={"right": right})


def find_padded_months(text: TextInHand) -> Slips:
    """Yield «tháng 03», where no day stands before it."""
    for paragraph in text.paragraphs:
        within = [match.span() for match in IN_WORDS.finditer(paragraph.text)]
        for match in _MONTH.finditer(paragraph.text):
            right = f"tháng {int(match[1])}"
            is_of_day = any(start <= match.start() < end for start, end in within)
            if match[1].startswith("0") and not is_of_day and int(match[1]) > _PADDED_MONTHS:
                yield Slip(paragraph, match.start(), match.end(), facts={"right": right})


def _day(written: str) -> str:
    return f"{int(written):02d}"


def _month(written: str) -> str:
    month = int(written)
    return f"{month:02d}" if month <= _PADDED_MONTHS else str(month)


def find_wrong_weekdays(text: TextInHand) -> Slips:
    """Yield the days beside which another weekday stands than theirs."""
    for paragraph in text.paragraphs:
        for match in _WEEKDAY.finditer(paragraph.text):
            day = day_of(match[2], match[3], match[4])
            if day is None:
                continue
            right = weekday_of(day)
            if _weekday(match[1]) != right.casefold():
                yield Slip(paragraph, match.start(), match.end(), facts={"right": right})


def _weekday(written: str) -> str:
    words = written.casefold()
    word, _, number = words.partition(" ")
    return f"{word} {_IN_FIGURES.get(number, number)}"


def find_reversed_spans(text: TextInHand) -> Slips:
    """Yield the spans that end before they begin."""
    for paragraph in text.paragraphs:
        for match in _SPAN.finditer(paragraph.text):
            first = day_of(match[1], match[2], match[3] or match[6])
            last = day_of(match[4], match[5], match[6])
            if first and last and last < first and not _is_over_new_year(match):
                yield Slip(paragraph, match.start(), match.end())


def _is_over_new_year(match: re.Match[str]) -> bool:
    """Whether the first day has no year and may well be one of the year before: «từ 15/12 đến 14/01/2025»."""
    return match[3] is None and int(match[2]) > int(match[5])


def find_mixed_days(text: TextInHand) -> Slips:
    """Yield the days in figures that are parted by another sign than most."""
    by_sign: dict[str, list[Slip]] = defaultdict(list)
    for paragraph in text.paragraphs:
        for match in IN_FIGURES.finditer(paragraph.text):
            if not _is_section(match):
                by_sign[match[2]].append(Slip(paragraph, match.start(), match.end()))
    yield from minority(by_sign, "/")
