"""Dates as they are typed: day first, always."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from khoagiao_xl.vietnamese.parsed import Parsed, Repair, unread
from khoagiao_xl.vietnamese.period_names import parse_period, quarter_number
from khoagiao_xl.vietnamese.text import clean, fold

__all__ = ["parse_date", "parse_period", "quarter_number"]

_DAY_FIRST = re.compile(r"(?:ngay )?(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,)? (?:nam )?(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
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
    if raw is None or raw == "":
        return Parsed()
    if isinstance(raw, datetime):
        return _true_date(raw.date(), number_format)
    if isinstance(raw, date):
        return _true_date(raw, number_format)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _serial(raw, is_1904=is_1904)
    return _typed(clean(str(raw)).text)


def _is_likely(day: date) -> bool:
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def _show(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _true_date(day: date, number_format: str) -> Parsed[date]:
    if not _is_likely(day):
        return unread("SL-40", found=_show(day))
    if _may_be_swapped(day) and _MONTH_FIRST.search(number_format):
        swapped = f"{day.month:02}/{day.day:02}/{day.year}"
        return Parsed(day, code="SL-41", facts={"found": _show(day), "other": swapped})
    return Parsed(day)


def _may_be_swapped(day: date) -> bool:
    if day.day > 12:
        return False
    return day.day != day.month


def _serial(raw: float, *, is_1904: bool) -> Parsed[date]:
    found = f"{raw:g}"
    if not math.isfinite(raw) or not 0 < raw < _MOST_DAYS:
        return unread("SL-40", found=found)
    epoch = _EPOCH_1904 if is_1904 else _EPOCH_1900
    day = epoch + timedelta(days=int(raw))
    if not _is_likely(day):
        return unread("SL-40", found=found)
    return Parsed(day, Repair(found, _show(day), "SL-42"))


def _typed(text: str) -> Parsed[date]:
    if not text:
        return Parsed()
    day = _written_day(text)
    if day is None or not _is_likely(day):
        return unread("SL-40", found=text)
    shown = _show(day)
    if shown == text:
        return Parsed(day)
    return Parsed(day, Repair(text, shown, "SL-42"))


def _written_day(text: str) -> date | None:
    """Return the day that is written, None where there is none."""
    key = fold(text).strip(" .,;")
    if year_first := _YEAR_FIRST.fullmatch(key):
        year, month, day = map(int, year_first.groups())
    elif day_first := _DAY_FIRST.fullmatch(key) or _IN_WORDS.fullmatch(key):
        day, month, year = map(int, day_first.groups())
    else:
        return None
    if year < 100:
        year += _THIS_CENTURY
    try:
        return date(year, month, day)
    except ValueError:
        return None
