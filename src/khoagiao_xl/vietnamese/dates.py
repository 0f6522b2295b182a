"""Dates and names of periods as they are typed: day first, always."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from khoagiao_xl.vietnamese.parsed import Parsed, Repair
from khoagiao_xl.vietnamese.text import clean, fold

_DAY_FIRST = re.compile(r"(?:ngay )?(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,)? (?:nam )?(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
_FIRST_YEAR, _LAST_YEAR = 1930, 2100  # beyond these a «date» of the office is a slip
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MONTH_FIRST = re.compile(r"^\W*m{1,2}[/\-.]d", re.IGNORECASE)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = re.compile(r"(?:thang|th|t) ?\.?(\d{1,2})(?:[ /.\-](?:nam )?(\d{4}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_QUARTER = re.compile(r"(?:qui|q) ?\.?(iv|i{1,3}|[1-4])(?:[ /.\-](?:nam )?(\d{4}))?")
_HALF = re.compile(r"(?:0?6 ?(?:thang|t)|nua)(?: (dau|cuoi))?(?: nam)?(?:[ /.\-](\d{4}))?")
_YEAR = re.compile(r"(?:ca )?(?:nam )?(\d{4})")


def parse_date(raw: object, number_format: str = "", *, is_1904: bool = False) -> Parsed[date]:
    """Return the day that the cell value `raw` stands for.

    number_format: of the cell; a true date that a month-first computer may have swapped is asked (SL-41).
    is_1904: the workbook counts days from 1904. SL-40 when there is no such day.
    """
    if raw is None or raw == "":
        return Parsed()
    if isinstance(raw, date):
        return _true_date(raw.date() if isinstance(raw, datetime) else raw, number_format)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _serial(raw, is_1904=is_1904)
    return _typed(clean(str(raw)).text)


def _true_date(day: date, number_format: str) -> Parsed[date]:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Parsed(code="SL-40", facts={"found": f"{day:%d/%m/%Y}"})
    if day.day <= 12 and day.day != day.month and _MONTH_FIRST.search(number_format):
        swapped = f"{day.month:02}/{day.day:02}/{day.year}"
        return Parsed(day, code="SL-41", facts={"found": f"{day:%d/%m/%Y}", "other": swapped})
    return Parsed(day)


def _serial(raw: float, *, is_1904: bool) -> Parsed[date]:
    epoch = _EPOCH_1904 if is_1904 else _EPOCH_1900
    if not math.isfinite(raw) or not 0 < raw < 100_000:
        return Parsed(code="SL-40", facts={"found": f"{raw:g}"})
    day = epoch + timedelta(days=int(raw))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Parsed(code="SL-40", facts={"found": f"{raw:g}"})
    return Parsed(day, Repair(f"{raw:g}", f"{day:%d/%m/%Y}", "SL-42"))


def _typed(text: str) -> Parsed[date]:
    key = fold(text).strip(" .,;")
    if year_first := _YEAR_FIRST.fullmatch(key):
        year, month, day = map(int, year_first.groups())
    elif day_first := _DAY_FIRST.fullmatch(key) or _IN_WORDS.fullmatch(key):
        day, month, year = map(int, day_first.groups())
    else:
        return Parsed(code="SL-40", facts={"found": text}) if text else Parsed()
    year += 2000 if year < 100 else 0
    try:
        value = date(year, month, day)
    except ValueError:
        return Parsed(code="SL-40", facts={"found": text})
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Parsed(code="SL-40", facts={"found": text})
    shown = f"{value:%d/%m/%Y}"
    return Parsed(value, None if text == shown else Repair(text, shown, "SL-42"))


def quarter_number(written: str) -> int:
    """Return the number of a quarter, or of anything else, in figures or as i, ii, iii, iv."""
    return _ROMAN.get(written) or int(written)


def parse_period(text: str, year: int | None = None) -> str | None:
    """Return the code of the period that `text` names («Quý I/2024» -> «2024-Q1»), None when it names none.

    year: taken where the text says none.
    """
    key = fold(text).strip(" .,;")
    for pattern, code in _PERIODS:
        match = pattern.fullmatch(key)
        if match:
            return code(match.groups(), year)
    return None


def _with_year(found: str | None, year: int | None, tail: str) -> str | None:
    chosen = int(found) if found else year
    return f"{chosen}-{tail}" if chosen else None


def _month(groups: tuple[str | None, ...], year: int | None) -> str | None:
    month = int(groups[0] or 0)
    return _with_year(groups[1], year, f"M{month:02}") if 1 <= month <= 12 else None


def _quarter(groups: tuple[str | None, ...], year: int | None) -> str | None:
    return _with_year(groups[1], year, f"Q{quarter_number(groups[0] or '')}")


def _half(groups: tuple[str | None, ...], year: int | None) -> str | None:
    return _with_year(groups[1], year, "H2" if groups[0] == "cuoi" else "H1")


def _whole_year(groups: tuple[str | None, ...], year: int | None) -> str | None:
    return _with_year(groups[0], year, "Y")


_PERIODS = (
    (_HALF, _half),
    (_QUARTER, _quarter),
    (_MONTH, _month),
    (_MONTH_YEAR, _month),
    (_YEAR, _whole_year),
)
