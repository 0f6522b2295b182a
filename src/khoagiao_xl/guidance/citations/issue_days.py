"""The days on which cited documents were issued, and the days that say something else of them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citation_words import either_of, words_for

_SIGN = r"\s*[/.\-]\s*"
DAY = (
    rf"\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}(?:19|20)\d\d(?!\d)"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s+năm\s+(?:19|20)\d\d"
    r"|\d{1,2}\s*/\s*\d{1,2}\s+năm\s+(?:19|20)\d\d"
)
_ONE = re.compile(rf"{DAY}|\d{{1,2}}(?:\s*/\s*\d{{1,2}})?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
# A year of too many figures; a day without its year, or a blank: none of issue, but nothing to stop at.
_BROKEN = rf"\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}\d{{1,6}}"
_NO_YEAR = r"[\d.…_]*\s*(?:/|tháng)\s*[\d.…_]+(?:\s*(?:/|năm)\s*[\d.…_]*)?"
_MADE = r"(?:được\s+)?(?:ban hành|ký ban hành|ký|thông qua)\s+"
_EACH = r"(?:cùng|lần lượt|đều)\s+(?:vào\s+)?"
_ISSUED = rf"(?:{_MADE})?(?:{_EACH})?(?:ngày\s+(?:(?:ký|ban hành)\s+)?)?"
_AND = r"\s*(?:,|;|,?\s*và)\s*(?:ngày\s+)?"
# «ngày 06 và 07/01/2026»: the first has its month and year from the last.
_SHORT_DAY = r"\d{1,2}(?:\s*/\s*\d{1,2})?(?![\d/.-])"
_SEVERAL = rf"(?:{_SHORT_DAY}{_AND})*(?:{DAY})(?:{_AND}(?:{DAY}))*"
_DAYS = re.compile(rf"{_ISSUED}(?:{_SEVERAL}|(?P<broken>{_BROKEN}))", re.IGNORECASE)
_NO_DAY = re.compile(rf"(?:ban hành\s+)?ngày\s+{_NO_YEAR}", re.IGNORECASE)
_OF_FORCE = re.compile(
    rf"(?:(?:và|đã|sẽ)\s+)?{either_of(words_for('không phải ngày ban hành'))}[^;.()\d]{{0,40}}?(?:{DAY})",
    re.IGNORECASE,
)


class IssueDays(NamedTuple):
    """Days as a citation tells them. bad: a date that cannot be, "" for none; end: where they end."""

    days: tuple[date, ...]
    bad: str
    end: int


def issue_days(canon: str, start: int) -> IssueDays | None:
    """Return the days of issue at `start`, several where a list has one for each; None for none."""
    match = _DAYS.match(canon, start)
    if not match:
        return None
    if match["broken"]:
        return IssueDays((), match[0], match.end())
    written = _ONE.findall(match[0])
    days = _days(written)
    bad = ""
    if len(days) < len(written):
        bad = match[0]
    return IssueDays(days, bad, match.end())


def end_of_other_day(canon: str, start: int) -> int:
    """Return where a day that is not of issue ends («có hiệu lực từ ngày ...»), `start` where none begins."""
    for pattern in (_OF_FORCE, _NO_DAY):
        match = pattern.match(canon, start)
        if match:
            return match.end()
    return start


def _days(written: list[str]) -> tuple[date, ...]:
    """Return the days that there are of those written; one without month or year has them from the next."""
    days: list[date] = []
    behind: list[int] = []
    for words in reversed(written):
        figures = list(map(int, _FIGURES.findall(words)))
        last = len(figures) - 1
        whole = figures + behind[last:]
        behind = whole[1:]
        day = _day(*whole)
        if day:
            days.insert(0, day)
    return tuple(days)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
