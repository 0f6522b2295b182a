"""Dates as they are typed: day first, always."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from khoagiao_xl.vietnamese.period_names import parse_period, quarter_number
from khoagiao_xl.vietnamese.text import clean, fold

__all__ = ["DAY_ZERO", "parse_date", "parse_period", "quarter_number"]

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
_BETWEEN = r"\s*[/\-. ]\s*"
# The ways in which a day is written, in the order in which they are tried.
_WRITTEN = (
    re.compile(rf"(?P<year>\d{{4}})-{_MONTH}-{_DAY}(?:[ t]00:00(?::00)?)?"),
    re.compile(rf"(?:ngay )?{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}"),
    re.compile(rf"(?:ngay )?{_DAY} thang {_MONTH}(?:,)? (?:nam )?{_YEAR}"),
)
_FIRST_YEAR, _LAST_YEAR = 1930, 2100  # beyond these a «date» of the office is a slip
DAY_ZERO = date(1899, 12, 30)  # from which Excel counts
_MOST_DAYS = 100_000
_THIS_CENTURY = 2000


def parse_date(raw: object) -> date | None:
    """Return the day that the cell value `raw` stands for, None where it is no day of an office."""
    day = _of_cell(raw)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return day


def _of_cell(raw: object) -> date | None:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, bool) or raw is None:
        return None
    if isinstance(raw, int | float):
        return _of_serial(raw)
    text = clean(str(raw)).text
    return _written_day(text)


def _of_serial(raw: float) -> date | None:
    """Return the day of a number, as a workbook counts days."""
    if not 0 < raw < _MOST_DAYS:  # what is no number, too, is not between the two
        return None
    return DAY_ZERO + timedelta(days=int(raw))


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
