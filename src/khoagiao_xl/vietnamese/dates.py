"""Dates as they are typed: day first, always."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from khoagiao_xl.vietnamese.parsed import Parsed, doubted, repaired, unread
from khoagiao_xl.vietnamese.period_names import parse_period, quarter_number
from khoagiao_xl.vietnamese.text import clean, fold

__all__ = ["parse_date", "parse_period", "quarter_number"]

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
_BETWEEN = r"\s*[/\-. ]\s*"
# The ways in which a day is written, in the order in which they are tried.
_WRITTEN = (
    re.compile(rf"(?P<year>\d{{4}})-{_MONTH}-{_DAY}(?:[ t]00:00(?::00)?)?"),
    re.compile(rf"(?:ngay )?{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}"),
    re.compile(rf"(?:ngay )?{_DAY} thang {_MONTH}(?:,)? (?:nam )?{_YEAR}"),
)
_FIRST_YEAR, _LAST_YEAR = 1930, 2100  # beyond these a «date» of the office is a slip
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MOST_DAYS = 100_000
_MONTH_FIRST = re.compile(r"^\W*m{1,2}[/\-.]d", re.IGNORECASE)
_THIS_CENTURY = 2000


def parse_date(raw: object, number_format: str = "", *, is_1904: bool = False) -> Parsed[date]:
    """Return the day that the cell value `raw` stands for.

    number_format: of the cell; a true date that a month-first computer may have swapped is asked (SL-41).
    is_1904: the workbook counts days from 1904. SL-40 when there is no such day.
    """
    if raw is None:
        return Parsed()
    if isinstance(raw, datetime):
        return _true_date(raw.date(), number_format)
    if isinstance(raw, date):
        return _true_date(raw, number_format)
    if isinstance(raw, bool):
        return _typed(str(raw))
    if isinstance(raw, int | float):
        return _serial(raw, is_1904=is_1904)
    text = clean(str(raw)).text
    return _typed(text)


def _is_likely(day: date) -> bool:
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def _show(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _true_date(day: date, number_format: str) -> Parsed[date]:
    shown = _show(day)
    if not _is_likely(day):
        return unread("SL-40", found=shown)
    if not _may_be_swapped(day):
        return Parsed(day)
    if not _MONTH_FIRST.search(number_format):
        return Parsed(day)
    return doubted(day, "SL-41", found=shown, other=f"{day:%m/%d/%Y}")


def _may_be_swapped(day: date) -> bool:
    if day.day > 12:
        return False
    return day.day != day.month


def _serial(raw: float, *, is_1904: bool) -> Parsed[date]:
    found = f"{raw:g}"
    # No number, too, is not between the two.
    if not 0 < raw < _MOST_DAYS:
        return unread("SL-40", found=found)
    epoch = _EPOCH_1904 if is_1904 else _EPOCH_1900
    days = timedelta(days=int(raw))
    day = epoch + days
    if not _is_likely(day):
        return unread("SL-40", found=found)
    return repaired(day, found, _show(day), "SL-42")


def _typed(text: str) -> Parsed[date]:
    if not text:
        return Parsed()
    day = _written_day(text)
    if day is None:
        return unread("SL-40", found=text)
    if not _is_likely(day):
        return unread("SL-40", found=text)
    shown = _show(day)
    if shown == text:
        return Parsed(day)
    return repaired(day, text, shown, "SL-42")


def _written_day(text: str) -> date | None:
    """Return the day that is written, None where there is none."""
    key = fold(text)
    key = key.strip(" .,;")
    for pattern in _WRITTEN:
        match = pattern.fullmatch(key)
        if match:
            return _day_of(match)
    return None


def _day_of(match: re.Match[str]) -> date | None:
    year = int(match["year"])
    if year < 100:
        year += _THIS_CENTURY
    month = int(match["month"])
    day = int(match["day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
