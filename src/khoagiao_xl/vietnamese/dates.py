"""Dates as they are typed: day first, always."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from khoagiao_xl.vietnamese.period_names import parse_period, quarter_number
from khoagiao_xl.vietnamese.text import clean, fold

__all__ = ["parse_date", "parse_period", "quarter_number"]

_DAY_FIRST = re.compile(r"(?:ngay )?(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,)? (?:nam )?(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
_FIRST_YEAR, _LAST_YEAR = 1930, 2100  # beyond these a «date» of the office is a slip
_EPOCH = date(1899, 12, 30)
_MOST_DAYS = 100_000
_THIS_CENTURY = 2000


def parse_date(raw: object) -> date | None:
    """Return the day that the cell value `raw` stands for, None where it is no day of an office."""
    if isinstance(raw, datetime):
        day: date | None = raw.date()
    elif isinstance(raw, date):
        day = raw
    elif isinstance(raw, int | float):
        day = _of_serial(raw)
    else:
        day = _written_day(clean(str(raw or "")).text)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return day


def _of_serial(raw: float) -> date | None:
    """Return the day of a number, as a workbook counts days."""
    if not math.isfinite(raw) or not 0 < raw < _MOST_DAYS:
        return None
    return _EPOCH + timedelta(days=int(raw))


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
