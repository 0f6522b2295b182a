"""Figures as units type them, read by one declared convention: «.» groups thousands, «,» begins decimals.

What could be read as another number too is never guessed: the value stays empty and the finding asks.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from khoagiao_xl.vietnamese.figures import MOST_DIGITS, Number, Reading, check, format_number, tidy
from khoagiao_xl.vietnamese.number_formats import is_percent
from khoagiao_xl.vietnamese.parsed import Parsed, Repair, unread
from khoagiao_xl.vietnamese.typed_numbers import parse_typed_number

__all__ = ["Number", "Reading", "format_number", "parse_number"]

_TOO_LARGE = 10**MOST_DIGITS


def parse_number(raw: object, type_: str, number_format: str = "", unit: str = "") -> Reading:
    """Return the number that the cell value `raw` stands for.

    type_: count, people, money (million đồng) or percent (98.5 means 98,5 %).
    number_format: the cell's format code; «0%» means that 0.985 was shown as 98,5 %.
    unit: unit of measure of the indicator, so that another one in the cell is noticed.
    A blank gives no value and no code; so does everything that is asked instead of guessed, with its code.
    """
    if raw is None or isinstance(raw, str):
        return parse_typed_number(raw or "", type_, unit)
    if isinstance(raw, bool):
        return unread("SL-17", found="TRUE" if raw else "FALSE")
    if isinstance(raw, datetime | date | time | timedelta):
        return unread("SL-16", found=_show_date(raw))
    if isinstance(raw, int | float) and math.isfinite(raw):
        return _parse_cell_number(raw, type_, number_format)
    return unread("SL-04", found=str(raw))


def _parse_cell_number(raw: Number, type_: str, number_format: str) -> Reading:
    if abs(raw) >= _TOO_LARGE:
        return unread("SL-18", found=str(raw))
    is_shown_as_percent = is_percent(number_format, raw)
    if type_ != "percent":
        if is_shown_as_percent and raw:
            return unread("SL-19", found=_show_percent(raw))
        return check(tidy(raw), format_number(raw), type_)
    if is_shown_as_percent:
        return _parse_shown_percent(raw)
    return _parse_bare_percent(raw)


def _parse_shown_percent(raw: Number) -> Reading:
    """Read 0.985 that the cell shows as 98,5 %."""
    shown = format_number(raw)
    value = tidy(raw * 100)
    if abs(value) > 100:
        return unread("SL-33", found=_show_percent(raw), proposal=shown)
    if not raw:
        return Parsed(0)
    return Parsed(value, Repair(shown, format_number(value), "SL-09"))


def _parse_bare_percent(raw: Number) -> Reading:
    value = tidy(raw)
    if not 0 < raw <= 1:
        return Parsed(value)
    hundredfold = format_number(tidy(raw * 100))
    return Parsed(value, code="SL-08", facts={"found": format_number(raw), "proposal": hundredfold})


def _show_percent(raw: Number) -> str:
    value = tidy(raw * 100)
    return f"{format_number(value)} %"


def _show_date(raw: date | time | timedelta) -> str:
    return f"{raw:%d/%m/%Y}" if isinstance(raw, date) else str(raw)
