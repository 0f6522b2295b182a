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
_LONGEST_MONTH, _MIDDLE = 31, 15
_QUARTER = rf"qu[ýí]\s+(?P<quarter>iv|i{{1,3}}|[1-4]){WORD_END}"
_IN_YEAR = r"(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?"
_IN_MONTH = r"tháng\s+(?P<month>\d{1,2})(?![\d])(?:\s*[/.\-]\s*(?P<year>\d{4})|\s+năm\s+(?P<year2>\d{4}))?"
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
    for group in (name, f"{name}2"):
        written = groups.get(group)
        if written:
            return int(written)
    return otherwise


def _year(match: re.Match[str], year: int) -> int:
    return _number(match, "year", year)


def _month(match: re.Match[str]) -> int:
    return _number(match, "month", 12)


def _on_day(match: re.Match[str], year: int) -> date:
    day = _number(match, "day", 1)
    if not 1 <= day <= _LONGEST_MONTH:
        raise ValueError(day)
    # The 31st of a shorter month is its last day; 30/2 and the like too.
    last = _end_of_month(match, year)
    return last.replace(day=min(day, last.day))


def _first_of_month(match: re.Match[str], year: int) -> date:
    return date(_year(match, year), _month(match), 1)


def _middle_of_month(match: re.Match[str], year: int) -> date:
    first = _first_of_month(match, year)
    return first.replace(day=_MIDDLE)


def _end_of_month(match: re.Match[str], year: int) -> date:
    return month_end(_year(match, year), _month(match))


def _end_of_quarter(match: re.Match[str], year: int) -> date:
    quarter = quarter_number(match["quarter"])
    last_month = 3 * quarter
    return month_end(_year(match, year), last_month)


def _first_of_quarter(match: re.Match[str], year: int) -> date:
    last = _end_of_quarter(match, year)
    first_month = last.month - 2
    return date(last.year, first_month, 1)


def _end_of_year(match: re.Match[str], year: int) -> date:
    return month_end(_year(match, year), 12)


def _end_of_half(match: re.Match[str], year: int) -> date:
    return month_end(_year(match, year), 6)


def _before(day_of: _DayOf) -> _DayOf:
    def day_before(match: re.Match[str], year: int) -> date:
        return day_of(match, year) - _ONE_DAY

    return day_before


def _patterns(*rows: tuple[str, _DayOf]) -> list[DayPattern]:
    patterns: list[DayPattern] = []
    for words, day_of in rows:
        compiled = re.compile(WORD_START + words)
        patterns.append(DayPattern(compiled, day_of))
    return patterns


# Tried in order, each at every place; the first that reads is the deadline.
IN_SENTENCE = _patterns(
    (rf"trước\s+(?:ngày\s+)?{_DAY}", _before(_on_day)),
    (rf"trước\s+{_IN_MONTH}", _before(_first_of_month)),
    (rf"trước\s+{_QUARTER}{_IN_YEAR}", _before(_first_of_quarter)),
    (rf"{_LAST}(?:\s+(?:là|vào|đến|trước))?\s*:?\s*(?:hết\s+)?ngày\s+{_DAY}", _on_day),
    (rf"{_LAST}(?:\s+là)?\s*:?\s*{_DAY_IN_FIGURES}", _on_day),
    (rf"{_TIME}(?:ngày\s+)?{_DAY_IN_FIGURES}", _on_day),
    (rf"đầu\s+{_IN_MONTH}", _first_of_month),
    (rf"giữa\s+{_IN_MONTH}", _middle_of_month),
    (rf"(?:(?:cuối|(?:xong |hoàn thành )?trong|hết|vào)\s+|{_TIME}){_IN_MONTH}", _end_of_month),
    (rf"(?:(?:(?:xong |hoàn thành )?trong|hết|vào|cuối)\s+|{_TIME}){_QUARTER}{_IN_YEAR}", _end_of_quarter),
    (rf"nhân\s+[^,;.()]{{3,60}}\((?:ngày\s+)?{_DAY}\)", _on_day),
    (rf"nhân\s+(?:dịp\s+|kỷ niệm\s+)*ngày\s+[^\d\s][^,;.()]{{2,60}}?\s{_DAY}(?![^\W_]|/)", _on_day),
    (rf"\(\s*{_IN_MONTH}\s*\)", _end_of_month),
    (rf"\(\s*{_QUARTER}{_IN_YEAR}\s*\)", _end_of_quarter),
    # At its head a sentence only says which year it speaks of: «Trong năm 2024, các cấp ủy ...».
    (r"(?<=\w )(?:trong|hết|xong)\s+năm\s+(?P<year>20\d\d)(?=\s*(?:[.,;:)/]|$))", _end_of_year),
    (r"(?:vào|dịp|hết|xong)\s+cuối năm(?:\s+(?P<year>\d{4}))?", _end_of_year),
    (r"(?:trong|hết|xong)\s+6 tháng đầu năm(?:\s+(?P<year>\d{4}))?", _end_of_half),
)
# What is a deadline only where deadlines are expected: in the cell of a column of them.
IN_CELL = _patterns(
    (rf"{_QUARTER}{_IN_YEAR}", _end_of_quarter),
    (_IN_MONTH, _end_of_month),
    (rf"(?:ngày\s+)?{_DAY}", _on_day),
)
