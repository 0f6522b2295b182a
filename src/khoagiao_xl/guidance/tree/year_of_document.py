"""The year that a document is for, and from which month on a day without a year lies in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from khoagiao_xl.guidance.tree.document_frame import MOST_BLOCKS_OF_HEAD, Frame
from khoagiao_xl.guidance.tree.document_head import is_date_line
from khoagiao_xl.guidance.words.calendar_spans import SchoolYear, WorkYear
from khoagiao_xl.guidance.words.event_days import context_words
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_YEAR = re.compile(r"năm\s+(20\d\d)")
_LAST_WEEKS = re.compile(r"ngày[\s\d.…]+tháng\s+1[12]\s+năm\s+20\d\d")
_ATTACHED = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo\s")
_YEAR_OF_DAY = re.compile(r"\d\s*[/.-]\s*(20\d\d)\b")
_SCHOOL_YEAR = re.compile(r"năm học\s+(20\d\d)(?:\s*[-–]\s*(?:20)?\d\d)?")
_MONTH_OF_SIGNING = re.compile(r"tháng\s+(?P<month>0?[1-9]|1[0-2])\s+năm\s+(?P<year>20\d\d)")
# What is said before or after a school year, not for its course: «chuẩn bị năm học», «tổng kết năm học».
_BESIDE_SCHOOL_YEAR = re.compile(rf"{WORD_START}{context_words('ngoài năm học')}{WORD_END}")
_LAST_MONTHS_FROM, _HALF_YEAR = 9, 6  # months


def year_of(frame: Frame) -> int | None:
    """Return the year the document is for: of its title, date line, head or preamble, of what it comes with.

    Where none of them tells, it is the one named most.

    A plan «năm học 2026 - 2027» is for a SchoolYear; what is signed in the last weeks of a year and speaks of
    the next one is for the next.
    """
    title = plain(frame.title)
    schools = _SCHOOL_YEAR.findall(title)
    if schools:
        return _school_year(frame, title, schools)
    for text in _telling_first(frame):
        named = _YEAR.search(text)
        if named:
            year = int(named[1])
            return _from_signing(text, year + _is_for_next(frame, year, text))
    years = _years_attached(frame) or _years_named(frame)
    if not years:
        return None
    ((most_named, _),) = years.most_common(1)
    return int(most_named)


def _school_year(frame: Frame, title: str, years: list[str]) -> int:
    """Return the school year of a title; what stands beside its course goes on from the month of signing."""
    signed = _signed(frame)
    if signed and (len(years) > 1 or _BESIDE_SCHOOL_YEAR.search(title)):
        year, month = signed
        return WorkYear(year, turns=month - 1)
    return SchoolYear(years[0])


def _signed(frame: Frame) -> tuple[int, int] | None:
    """Return year and month of the date line, None where there is none."""
    for block in frame.head:
        match = _MONTH_OF_SIGNING.search(block.plain)
        if match and is_date_line(block):
            return int(match["year"]), int(match["month"])
    return None


def _from_signing(text: str, year: int) -> int:
    """Return the year of a date line: «15/01» in what is signed in its last months is of the next."""
    match = _MONTH_OF_SIGNING.search(text)
    if not match or int(match["year"]) != year:
        return year
    month = int(match["month"])
    if month < _LAST_MONTHS_FROM:
        return year
    return WorkYear(year, turns=month - _HALF_YEAR)


def _years_attached(frame: Frame) -> Counter[str]:
    """Return the year of «(Kèm theo Kế hoạch số 36-KH/ĐU, ngày 12/01/2026 ...)» over an appendix alone."""
    years: Counter[str] = Counter()
    for block in (*frame.head, *frame.body[:MOST_BLOCKS_OF_HEAD]):
        if block.is_text and _ATTACHED.match(block.plain):
            years.update(_YEAR_OF_DAY.findall(block.plain)[:1])
    return years


def _is_for_next(frame: Frame, year: int, text: str) -> bool:
    """Whether `text` is the date line of a document that asks for work in the year after it."""
    if not _LAST_WEEKS.search(text):
        return False
    years = _years_named(frame)
    return years[f"{year + 1}"] > years[f"{year}"]


def _years_named(frame: Frame) -> Counter[str]:
    years: Counter[str] = Counter()
    for block in frame.body:
        years.update(_YEAR.findall(block.plain))
    return years


def _telling_first(frame: Frame) -> Iterator[str]:
    yield plain(frame.title)
    for block in frame.head:
        if is_date_line(block):
            yield block.plain
    # «BẢNG GIAO VIỆC NĂM 2026»: a title of no known type.
    for block in frame.head:
        if block.text.isupper():
            yield block.plain
    for block in frame.body[:2]:
        yield block.plain
