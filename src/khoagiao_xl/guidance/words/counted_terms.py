"""Terms that are counted: «trong 10 ngày kể từ ngày 01/3/2026», «chậm nhất 05 ngày trước ngày 20/3»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from khoagiao_xl.guidance.words.calendar_spans import ONE_DAY, day_span, year_of_month
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_SMALL = {
    row["Từ"]: int(row["Giá trị"]) for row in language_rows("number_words") if row["Loại"] in {"số", "mười"}
}
_WEEK, _WEEKDAYS, _MONTHS = 7, 5, 12
_count = (
    rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_SMALL, key=len, reverse=True))})(?:\s*\([^)]*\))?\s+"
    rf"(?P<unit>ngày làm việc|ngày|tuần|tháng){WORD_END}"
)
_base = (
    r"(?P<day>\d{1,2})(?:\s*[/.\-]\s*(?P<month>\d{1,2})(?!\d)(?:\s*[/.\-]\s*(?P<year>20\d\d))?"
    r"|\s+tháng\s+(?P<month2>\d{1,2})(?:\s+năm\s+(?P<year2>20\d\d))?)"
)
_within = (
    r"(?:(?:trong|sau|chậm nhất|không quá|muộn nhất)(?:\s+(?:vòng|thời hạn|thời gian|là|sau|trong))*"
    r"|thời hạn)"
)
_since = r"(?:(?:được\s+)?(?:kể|tính)(?:\s+từ)?|từ|sau)"
_latest = r"(?:(?:chậm nhất|muộn nhất|ít nhất|tối thiểu)(?:\s+là)?\s*|(?!\d+\s+tháng))"
# A counted term, and whether it runs back from its day.
_TERMS = [
    (rf"{_within}\s+{_count}\s*,?\s*{_since}\s+(?:ngày\s+)?{_base}", False),
    (rf"(?:kể từ|tính từ|từ)\s+(?:ngày\s+)?{_base}\s*,?\s*{_within}\s+{_count}", False),
    # «báo cáo 6 tháng trước 15/6» is the half-yearly report.
    (rf"{_latest}{_count}\s+trước\s+(?:ngày\s+)?{_base}", True),
    (rf"trước\s+(?:ngày\s+)?{_base}\s*,?\s+(?:ít nhất|tối thiểu|chậm nhất)\s+(?:là\s+)?{_count}", True),
]
_PATTERNS = [(re.compile(WORD_START + words), is_back) for words, is_back in _TERMS]
# «trong 05 ngày kể từ ngày nhận được công văn»: from when on is not written.
_NO_BASE = re.compile(
    rf"{WORD_START}{_within}\s+{_count}\s*,?\s*{_since}\s+(?:khi|ngày|lúc|thời điểm)\s+(?!\d)[^,.;()]{{2,60}}"
)


class CountedTerm(NamedTuple):
    """A term at start:end; day None where it is counted from a day that is not written."""

    start: int
    end: int
    day: date | None


def counted_terms(low: str, year: int) -> Iterator[CountedTerm]:
    """Yield the counted terms of a text in plain spelling, for a plan of `year`."""
    end = 0
    for pattern, is_back in _PATTERNS:
        for match in pattern.finditer(low):
            day = _counted(match, year, is_back=is_back)
            if not day:
                continue
            start, end = match.span()
            yield CountedTerm(start, end, day)
    for match in _NO_BASE.finditer(low, end):
        start, stop = match.span()
        yield CountedTerm(start, stop, None)


def _counted(match: re.Match[str], year: int, *, is_back: bool) -> date | None:
    written = match["count"]
    count = _SMALL.get(written) or int(written)
    if is_back:
        count = -count
    try:
        base = _base_of(match, year)
    except ValueError:
        return None
    return _moved(base, count, match["unit"])


def _base_of(match: re.Match[str], year: int) -> date:
    day = int(match["day"])
    written_month = match["month"] or match["month2"]
    month = int(written_month)
    written = match["year"] or match["year2"]
    of_year = year_of_month(year, month)
    if written:
        of_year = int(written)
    base = day_span(of_year, month, day)
    return base.last


def _moved(base: date, count: int, unit: str) -> date:
    """Return the day `count` units from `base`, which is not counted itself."""
    if unit == "tuần":
        return base + timedelta(days=_WEEK * count)
    if unit == "tháng":
        return _months_later(base, count)
    if unit == "ngày làm việc":
        return _workdays_later(base, count)
    return base + timedelta(days=count)


def _months_later(base: date, count: int) -> date:
    months_before = base.month - 1
    months = months_before + count
    years, full_months = divmod(months, _MONTHS)
    year = base.year + years
    month = full_months + 1
    moved = day_span(year, month, base.day)
    return moved.last


def _workdays_later(base: date, count: int) -> date:
    # Holidays are the office's own table and not known here: Saturdays and Sundays are left out.
    step = ONE_DAY
    if count < 0:
        step = -ONE_DAY
    day = base
    left = abs(count)
    while left:
        day += step
        if day.weekday() < _WEEKDAYS:
            left -= 1
    return day
