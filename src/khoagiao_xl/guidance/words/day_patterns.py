"""The ways in which running text names a day, a month or a quarter, and the last day in time of each."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from khoagiao_xl.vietnamese.dates import quarter_number
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_ONE_DAY = timedelta(days=1)
_QUARTER = rf"qu[ýí]\s+(?P<quarter>iv|i{{1,3}}|[1-4]){WORD_END}"
_YEAR = r"(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?"
_MONTH = r"tháng\s+(?P<month>\d{1,2})(?![\d])(?:\s*[/.\-]\s*(?P<year>\d{4})|\s+năm\s+(?P<year2>\d{4}))?"
_DAY = (
    r"(?P<day>\d{1,2})(?:\s*[/.\-]\s*(?P<month>\d{1,2})(?!\d)(?:\s*[/.\-]\s*(?P<year>\d{4}))?"
    r"|\s+tháng\s+(?P<month2>\d{1,2})(?:\s+năm\s+(?P<year2>\d{4}))?)"
)
_DAY_IN_FIGURES = r"(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})(?!\d)(?:\s*/\s*(?P<year>\d{4}))?"
# «Thời gian hoàn thành: Quý II», «(hoàn thành: tháng 6)», «Thời gian thực hiện: từ tháng 5».
_TIME = (
    r"(?:(?:thời gian|thời hạn|hạn)(?:\s+(?:hoàn thành|thực hiện|tổ chức|triển khai|báo cáo|gửi|dự kiến))*"
    r"|hoàn thành|xong)\s*(?::\s*)?(?:(?:dự kiến|trong|vào|từ|đến|là|cuối|hết)\s+){0,2}"
)
_LAST = r"(?:chậm nhất|muộn nhất|hạn cuối|thời hạn|hạn|đến|đến hết|hết|xong|vào|trong|dự kiến)"

_DayOf = Callable[[re.Match[str], int], date]


class DayPattern(NamedTuple):
    """A way to name a day. day_of: match and year of the plan -> day; ValueError where there is none."""

    words: re.Pattern[str]
    day_of: _DayOf


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    _, days = monthrange(year, month)
    return date(year, month, days)


def _number(match: re.Match[str], name: str, otherwise: int) -> int:
    """Return the number of a group, which may stand under two names; `otherwise` where it is not written."""
    groups = match.groupdict()
    written = groups.get(name) or groups.get(f"{name}2")
    return int(written or otherwise)


def _year_and_month(match: re.Match[str], year: int) -> tuple[int, int]:
    named_year = _number(match, "year", year)
    return named_year, _number(match, "month", 12)


def _on_day(match: re.Match[str], year: int) -> date:
    year, month = _year_and_month(match, year)
    day = _number(match, "day", 1)
    if not 1 <= day <= 31:
        raise ValueError(day)
    # The 31st of a shorter month is its last day; 30/2 and the like too.
    counted = date(year, month, 1) + timedelta(days=day - 1)
    return min(counted, month_end(year, month))


def _first_of_month(match: re.Match[str], year: int) -> date:
    year, month = _year_and_month(match, year)
    return date(year, month, 1)


def _middle_of_month(match: re.Match[str], year: int) -> date:
    year, month = _year_and_month(match, year)
    return date(year, month, 15)


def _end_of_month(match: re.Match[str], year: int) -> date:
    year, month = _year_and_month(match, year)
    return month_end(year, month)


def _end_of_quarter(match: re.Match[str], year: int) -> date:
    quarter = quarter_number(match["quarter"])
    return month_end(_number(match, "year", year), 3 * quarter)


def _first_of_quarter(match: re.Match[str], year: int) -> date:
    last = _end_of_quarter(match, year)
    return date(last.year, last.month - 2, 1)


def _end_of_year(match: re.Match[str], year: int) -> date:
    return month_end(_number(match, "year", year), 12)


def _end_of_half(match: re.Match[str], year: int) -> date:
    return month_end(_number(match, "year", year), 6)


def _before(day_of: _DayOf) -> _DayOf:
    def day_before(match: re.Match[str], year: int) -> date:
        return day_of(match, year) - _ONE_DAY

    return day_before


def _patterns(*rows: tuple[str, _DayOf]) -> list[DayPattern]:
    return [DayPattern(re.compile(WORD_START + words), day_of) for words, day_of in rows]


# Tried in order, each at every place; the first that reads is the deadline.
IN_SENTENCE = _patterns(
    (rf"trước\s+(?:ngày\s+)?{_DAY}", _before(_on_day)),
    (rf"trước\s+{_MONTH}", _before(_first_of_month)),
    (rf"trước\s+{_QUARTER}{_YEAR}", _before(_first_of_quarter)),
    (rf"{_LAST}(?:\s+(?:là|vào|đến|trước))?\s*:?\s*(?:hết\s+)?ngày\s+{_DAY}", _on_day),
    (rf"{_LAST}(?:\s+là)?\s*:?\s*{_DAY_IN_FIGURES}", _on_day),
    (rf"{_TIME}(?:ngày\s+)?{_DAY_IN_FIGURES}", _on_day),
    (rf"đầu\s+{_MONTH}", _first_of_month),
    (rf"giữa\s+{_MONTH}", _middle_of_month),
    (rf"(?:(?:cuối|(?:xong |hoàn thành )?trong|hết|vào)\s+|{_TIME}){_MONTH}", _end_of_month),
    (rf"(?:(?:(?:xong |hoàn thành )?trong|hết|vào|cuối)\s+|{_TIME}){_QUARTER}{_YEAR}", _end_of_quarter),
    (rf"nhân\s+[^,;.()]{{3,60}}\((?:ngày\s+)?{_DAY}\)", _on_day),
    (rf"nhân\s+(?:dịp\s+|kỷ niệm\s+)*ngày\s+[^\d\s][^,;.()]{{2,60}}?\s{_DAY}(?![^\W_]|/)", _on_day),
    (rf"\(\s*{_MONTH}\s*\)", _end_of_month),
    (rf"\(\s*{_QUARTER}{_YEAR}\s*\)", _end_of_quarter),
    # At its head a sentence only says which year it speaks of: «Trong năm 2024, các cấp ủy ...».
    (r"(?<=\w )(?:trong|hết|xong)\s+năm\s+(?P<year>20\d\d)(?=\s*(?:[.,;:)/]|$))", _end_of_year),
    (r"(?:vào|dịp|hết|xong)\s+cuối năm(?:\s+(?P<year>\d{4}))?", _end_of_year),
    (r"(?:trong|hết|xong)\s+6 tháng đầu năm(?:\s+(?P<year>\d{4}))?", _end_of_half),
)
# What is a deadline only where deadlines are expected: in the cell of a column of them.
IN_CELL = _patterns(
    (rf"{_QUARTER}{_YEAR}", _end_of_quarter),
    (_MONTH, _end_of_month),
    (rf"(?:ngày\s+)?{_DAY}", _on_day),
)
