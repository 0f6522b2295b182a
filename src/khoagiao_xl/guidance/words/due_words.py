"""Deadlines in words, and the day they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from khoagiao_xl.vietnamese.running_text import plain, without_quoted

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = r"qu[ýí]\s+(?P<quarter>iv|i{1,3}|[1-4])(?![^\W_])"
_YEAR = r"(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?"
_DAY = (
    r"(?P<day>\d{1,2})(?:\s*[/.\-]\s*(?P<month>\d{1,2})(?!\d)(?:\s*[/.\-]\s*(?P<year>\d{4}))?"
    r"|\s+tháng\s+(?P<month2>\d{1,2})(?:\s+năm\s+(?P<year2>\d{4}))?)"
)
# «Thời gian hoàn thành: Quý II», «(hoàn thành: tháng 6)», «Thời gian thực hiện: từ tháng 5».
_TIME = (
    r"(?:(?:thời gian|thời hạn|hạn)(?:\s+(?:hoàn thành|thực hiện|tổ chức|triển khai|báo cáo|gửi|dự kiến))*"
    r"|hoàn thành|xong)\s*(?::\s*)?(?:(?:dự kiến|trong|vào|từ|đến|là|cuối|hết)\s+){0,2}"
)
_LAST = r"(?:chậm nhất|muộn nhất|hạn cuối|thời hạn|hạn|đến|đến hết|hết|xong|vào|trong|dự kiến)"


@dataclass(frozen=True)
class Due:
    """A deadline: as written, and the last day in time; an impossible day is None and bad."""

    words: str
    day: date | None
    is_bad: bool = False


_Reader = Callable[[re.Match[str], int], date]


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _number(match: re.Match[str], name: str, otherwise: int) -> int:
    parts = match.groupdict()
    return int(parts.get(name) or parts.get(f"{name}2") or otherwise)


def _on(match: re.Match[str], year: int) -> date:
    month, day = _number(match, "month", 12), _number(match, "day", 1)
    year = _number(match, "year", year)
    # The 31st of a shorter month is its last day; 30/2 and the like too.
    return (
        min(date(year, month, 1) + timedelta(days=day - 1), month_end(year, month))
        if 1 <= day <= 31
        else _bad()
    )


def _bad() -> date:
    raise ValueError


def _quarter(match: re.Match[str], year: int) -> date:
    written = match["quarter"]
    return month_end(_number(match, "year", year), 3 * (_ROMAN.get(written) or int(written)))


def _in_month(day: int) -> _Reader:
    def read(match: re.Match[str], year: int) -> date:
        year, month = _number(match, "year", year), _number(match, "month", 12)
        return date(year, month, day) if day else month_end(year, month)

    return read


_MONTH = r"tháng\s+(?P<month>\d{1,2})(?![\d])(?:\s*[/.\-]\s*(?P<year>\d{4})|\s+năm\s+(?P<year2>\d{4}))?"
# Tried in order at every place; the first that reads is the deadline.
_RULES: list[tuple[str, _Reader]] = [
    (rf"trước\s+(?:ngày\s+)?{_DAY}", lambda match, year: _on(match, year) - timedelta(days=1)),
    (rf"trước\s+{_MONTH}", lambda match, year: _in_month(1)(match, year) - timedelta(days=1)),
    (
        rf"trước\s+{_QUARTER}{_YEAR}",
        lambda match, year: (
            date(_quarter(match, year).year, _quarter(match, year).month - 2, 1) - timedelta(days=1)
        ),
    ),
    (rf"{_LAST}(?:\s+(?:là|vào|đến|trước))?\s*:?\s*(?:hết\s+)?ngày\s+{_DAY}", _on),
    (
        rf"{_LAST}(?:\s+là)?\s*:?\s*(?P<day>\d{{1,2}})\s*/\s*(?P<month>\d{{1,2}})(?!\d)(?:\s*/\s*(?P<year>\d{{4}}))?",
        _on,
    ),
    (
        rf"{_TIME}(?:ngày\s+)?(?P<day>\d{{1,2}})\s*/\s*(?P<month>\d{{1,2}})(?!\d)(?:\s*/\s*(?P<year>\d{{4}}))?",
        _on,
    ),
    (rf"đầu\s+{_MONTH}", _in_month(1)),
    (rf"giữa\s+{_MONTH}", _in_month(15)),
    (rf"(?:(?:cuối|(?:xong |hoàn thành )?trong|hết|vào)\s+|{_TIME}){_MONTH}", _in_month(0)),
    (rf"(?:(?:(?:xong |hoàn thành )?trong|hết|vào|cuối)\s+|{_TIME}){_QUARTER}{_YEAR}", _quarter),
    (rf"nhân\s+[^,;.()]{{3,60}}\((?:ngày\s+)?{_DAY}\)", _on),
    (rf"nhân\s+(?:dịp\s+|kỷ niệm\s+)*ngày\s+[^\d\s][^,;.()]{{2,60}}?\s{_DAY}(?![^\W_]|/)", _on),
    (rf"\(\s*{_MONTH}\s*\)", _in_month(0)),
    (rf"\(\s*{_QUARTER}{_YEAR}\s*\)", _quarter),
    # At its head a sentence only says which year it speaks of: «Trong năm 2024, các cấp ủy ...».
    (
        r"(?<=\w )(?:trong|hết|xong)\s+năm\s+(?P<year>20\d\d)(?=\s*(?:[.,;:)/]|$))",
        lambda match, _: date(int(match["year"]), 12, 31),
    ),
    (
        r"(?:vào|dịp|hết|xong)\s+cuối năm(?:\s+(?P<year>\d{4}))?",
        lambda match, year: month_end(_number(match, "year", year), 12),
    ),
    (
        r"(?:trong|hết|xong)\s+6 tháng đầu năm(?:\s+(?P<year>\d{4}))?",
        lambda match, year: month_end(_number(match, "year", year), 6),
    ),
]
_BARE: list[tuple[str, _Reader]] = [
    (rf"{_QUARTER}{_YEAR}", _quarter),
    (rf"{_MONTH}", _in_month(0)),
    (rf"(?:ngày\s+)?{_DAY}", _on),
]
_MORE = re.compile(
    r"\s*(?:,|và|,\s*và|-|đến)\s*(?P<what>tháng\s+|qu[ýí]\s+|)(?P<number>iv|i{1,3}|\d{1,2})"
    r"(?:\s*/\s*(?P<year>\d{4}))?(?![\w/])"
)
# «những văn bản mới được ban hành trong năm 2024» were issued in that year; the task has no day.
_DONE_ELSEWHERE = re.compile(
    r"(?:(?<![^\W_])(?:được|đã|mới|vừa)\s+\S+(?:\s+\S+)?|(?<![^\W_])(?:ban hành|ký|ký kết|thông qua))\s+$"
)
_ENDLESS = re.compile(
    r"thường xuyên|kịp thời|theo quy định|đột xuất|hằng ngày|hàng ngày|cả năm|trong năm(?!\s+\d)"
)


def find_due(text: str, year: int, *, is_cell: bool = False) -> Due:
    """Return the deadline that `text` names for the plan of `year`: Due("", None) where it names none.

    is_cell: the text is the cell of a column of deadlines, so «Quý II» alone is one.
    """
    low = plain(without_quoted(text))
    for pattern, read in _RULES + (_BARE if is_cell else []):
        found = re.finditer(rf"(?<![^\W_]){pattern}", low)
        match = next((one for one in found if is_cell or _is_deadline(low, one)), None)
        if match:
            try:
                day = read(match, year)
            except ValueError:
                return Due(text[match.start() : match.end()], None, is_bad=True)
            day, end = _last_of_list(low, match, day)
            return Due(text[match.start() : end], day)
    endless = _ENDLESS.search(low) if is_cell else None
    return Due(text.strip(), None) if endless or is_cell else Due("", None)


def _last_of_list(low: str, match: re.Match[str], day: date) -> tuple[date, int]:
    """Return the last day of «trong tháng 4 và tháng 10», and where its words end."""
    parts, end = match.groupdict(), match.end()
    whole = {"quarter": 3} if parts.get("quarter") else {"month": 1} if not parts.get("day") else {}
    if not whole or match[0].startswith(("trước", "đầu", "giữa")):
        return day, end
    (length,) = whole.values()
    while more := _MORE.match(low, end):
        number = _ROMAN.get(more["number"]) or int(more["number"])
        # «trong tháng 4, 15 chi bộ»: a bare figure is no month.
        is_named = more["what"].startswith("q" if length == 3 else "t")
        if not is_named or not 1 <= number <= 12 // length:
            break
        day, end = max(day, month_end(int(more["year"] or day.year), number * length)), more.end()
    return day, end


def _is_deadline(low: str, match: re.Match[str]) -> bool:
    """Say whether the words say when the task is done, not how often, nor when something else was done."""
    return not _is_periodic(low, match) and not (
        match[0].startswith(("trong năm", "hết năm")) and _DONE_ELSEWHERE.search(low[: match.start()])
    )


def _is_periodic(low: str, match: re.Match[str]) -> bool:
    # «trước ngày 20 hằng tháng» is the day of a periodic duty, not the deadline of one task.
    return bool(re.match(r"\s*,?\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s", low[match.end() :]))
