"""Deadlines in words, and the day they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khoagiao_xl.guidance.words.day_patterns import IN_CELL, IN_SENTENCE, DayPattern, month_end
from khoagiao_xl.vietnamese.dates import quarter_number
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_START

ANY_YEAR = 2000  # where it matters only whether a day is named
_MORE = re.compile(
    r"\s*(?:,|và|,\s*và|-|đến)\s*(?P<what>tháng\s+|qu[ýí]\s+|)(?P<number>iv|i{1,3}|\d{1,2})"
    r"(?:\s*/\s*(?P<year>\d{4}))?(?![\w/])"
)
# «những văn bản mới được ban hành trong năm 2024» were issued in that year; the task has no day.
_DONE_ELSEWHERE = re.compile(
    rf"(?:{WORD_START}(?:được|đã|mới|vừa)\s+\S+(?:\s+\S+)?|{WORD_START}(?:ban hành|ký|ký kết|thông qua))\s+$"
)
# «trước ngày 20 hằng tháng» is the day of a periodic duty, not the deadline of one task.
_EVERY = re.compile(r"\s*,?\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s")
_WHOLE_YEAR = ("trong năm", "hết năm")
_BEGINS_EARLY = ("trước", "đầu", "giữa")


@dataclass(frozen=True)
class Due:
    """A deadline: as written, and the last day in time; an impossible day is None and bad."""

    words: str
    day: date | None
    is_bad: bool = False


NO_DUE = Due("", None)


def find_due(text: str, year: int, *, is_cell: bool = False) -> Due:
    """Return the deadline that `text` names for the plan of `year`: NO_DUE where it names none.

    is_cell: the text is the cell of a column of deadlines, so «Quý II» alone is one.
    """
    low = plain(without_quoted(text))
    patterns = IN_SENTENCE + IN_CELL if is_cell else IN_SENTENCE
    for pattern in patterns:
        match = _first_deadline(pattern, low, is_cell=is_cell)
        if match:
            return _due(text, low, match, pattern, year)
    return Due(text.strip(), None) if is_cell else NO_DUE


def _first_deadline(pattern: DayPattern, low: str, *, is_cell: bool) -> re.Match[str] | None:
    for match in pattern.words.finditer(low):
        if is_cell:
            return match
        if _is_deadline(low, match):
            return match
    return None


def _due(text: str, low: str, match: re.Match[str], pattern: DayPattern, year: int) -> Due:
    start, end = match.span()
    try:
        day = pattern.day_of(match, year)
    except ValueError:
        words = text[start:end]
        return Due(words, None, is_bad=True)
    day, end = _last_of_list(low, match, day)
    words = text[start:end]
    return Due(words, day)


def _last_of_list(low: str, match: re.Match[str], day: date) -> tuple[date, int]:
    """Return the last day of «trong tháng 4 và tháng 10», and where its words end."""
    end = match.end()
    months = _months_named(match)
    if not months:
        return day, end
    while more := _MORE.match(low, end):
        last = _last_month(more, months)
        if not last:
            break
        year = int(more["year"] or day.year)
        day = max(day, month_end(year, last))
        end = more.end()
    return day, end


def _months_named(match: re.Match[str]) -> int:
    """Return how many months the words name as a whole: 3 a quarter, 1 a month, 0 where it is a day."""
    if match[0].startswith(_BEGINS_EARLY):
        return 0
    groups = match.groupdict()
    if groups.get("quarter"):
        return 3
    return 0 if groups.get("day") else 1


def _last_month(more: re.Match[str], months: int) -> int:
    """Return the last month of one more period of the list, 0 where it is none."""
    # «trong tháng 4, 15 chi bộ»: a bare figure is no month.
    letter = "q" if months == 3 else "t"
    if not more["what"].startswith(letter):
        return 0
    number = quarter_number(more["number"])
    last = number * months
    return last if 1 <= last <= 12 else 0


def _is_deadline(low: str, match: re.Match[str]) -> bool:
    """Say whether the words say when the task is done, not how often, nor when something else was done."""
    start, end = match.span()
    if _EVERY.match(low, end):
        return False
    if not match[0].startswith(_WHOLE_YEAR):
        return True
    before = low[:start]
    return not _DONE_ELSEWHERE.search(before)
