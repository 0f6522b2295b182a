"""Points of time that look like deadlines and are none: shares, what is done, the past."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.event_days import context_words
from khoagiao_xl.guidance.words.read_points import ReadPoint
from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint
from khoagiao_xl.guidance.words.time_roles import TimeRole
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

# Behind «đến 8/10» these leave it a day; before any other word it is a share: «đến 8/10 chỉ tiêu».
_GOES_ON = re.compile(rf"\s*(?:[^\w\s]|$)|\s+{context_words('nói tiếp')}{WORD_END}")
_FIRM = frozenset({TimeRole.BEFORE, TimeRole.UNTIL})
_DONE = re.compile(rf"{WORD_START}(?:đã|vừa)\s+(?:[^\s,;:]+\s+){{0,6}}$")
_JUST_DONE = re.compile(rf"{WORD_START}(?:đã|vừa)\s+(?:[^\s,;:]+\s+){{0,2}}$")
_MADE = re.compile(rf"(?<!phải )(?<!cần )(?<!sẽ ){WORD_START}(?:được|mới)\s+\S+(?:\s+\S+)?\s+$")
# «những văn bản ban hành trong năm 2024» were issued in that year; the task has no day.
_ISSUED = re.compile(rf"{WORD_START}(?:ban hành|ký|ký kết|thông qua)\s+$")
# «Công văn số 12/SGDĐT-GDTrH (ngày 3/3/2026)»: the day behind a symbol is that of the document.
_BEHIND_SYMBOL = re.compile(r"\d\s*[/-]\s*(?:\d{4}\s*[/-]\s*)?[^\W\d_][^\s,;()]*\s*[(,]*\s*$")
_CLOSES_CITATION = re.compile(r"\s*(?:[);,.]|của|và|$)")
_BARE_LEADS = ("", "ngày")
_FIRST_MONTH_BEFORE = 10  # from which a plan issued before its year may name days of the year before


def is_no_deadline(low: str, read: ReadPoint, year: int) -> bool:
    """Say whether the point in running text `low` is no deadline of a plan of `year`."""
    if _is_share(low, read):
        return True
    if _is_of_document(low, read):
        return True
    if read.is_expected:
        return False
    if _is_past(read.point, year):
        return True
    return _is_done(low, read)


def _is_share(low: str, read: ReadPoint) -> bool:
    if read.point.unit is not TimeUnit.DAY:
        return False
    if read.point.is_dated:
        return False
    if read.lead.role in _FIRM or read.lead.words.startswith("từ nay"):
        return False
    return _GOES_ON.match(low, read.point.end) is None


def _is_of_document(low: str, read: ReadPoint) -> bool:
    if read.point.unit is not TimeUnit.DAY:
        return False
    if not read.point.year:
        return False
    lead = low[read.lead.start : read.point.start]
    if lead.strip(" (,") not in _BARE_LEADS:
        return False
    if not _CLOSES_CITATION.match(low, read.point.end):
        return False
    before = low[: read.lead.start]
    return _BEHIND_SYMBOL.search(before) is not None


def _is_past(point: TimePoint, year: int) -> bool:
    if not point.year:
        return False
    if point.span is None:
        return False
    last = point.span.last
    if point.year == year - 1:
        return last.month < _FIRST_MONTH_BEFORE
    return point.year < year


def _is_done(low: str, read: ReadPoint) -> bool:
    before = low[: read.lead.start]
    if read.lead.role in _FIRM:
        return _JUST_DONE.search(before) is not None
    if _DONE.search(before):
        return True
    if read.point.unit is TimeUnit.DAY:
        return False
    if _MADE.search(before):
        return True
    if read.point.unit is not TimeUnit.YEAR:
        return False
    return _ISSUED.search(before) is not None
