"""Figures as units type them, read by one declared convention: «.» groups thousands, «,» begins decimals.

What could be read as another number too is never guessed: the value stays empty and the finding asks.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from datetime import date, time, timedelta
from functools import lru_cache

from khoagiao_xl.vietnamese.day_texts import time_text
from khoagiao_xl.vietnamese.figures import MOST_DIGITS, Number, Reading, check, format_number, tidy
from khoagiao_xl.vietnamese.known_texts import LONGEST
from khoagiao_xl.vietnamese.number_formats import is_percent
from khoagiao_xl.vietnamese.parsed import Parsed, doubted, repaired, unread
from khoagiao_xl.vietnamese.typed_numbers import parse_typed_number

__all__ = ["Number", "Reading", "format_number", "parse_number"]

_TIMES = (date, time, timedelta)
_TOO_LARGE = 10**MOST_DIGITS


def parse_number(raw: Hashable, type_: str, number_format: str = "", unit: str = "") -> Reading:
    """Return the number that the cell value `raw` stands for.

    type_: count, people, money (million đồng) or percent (98.5 means 98,5 %).
    number_format: the cell's format code; «0%» means that 0.985 was shown as 98,5 %.
    unit: unit of measure of the indicator, so that another one in the cell is noticed.
    A blank gives no value and no code; so does everything that is asked instead of guessed, with its code.
    """
    if raw is None:
        return Parsed()
    if isinstance(raw, str) and len(raw) > LONGEST:
        return parse_typed_number(raw, type_, unit)
    return _parse(raw, type_, number_format, unit)


@lru_cache(maxsize=4096, typed=True)  # the same small figures stand in every form; True is no 1
def _parse(raw: Hashable, type_: str, number_format: str, unit: str) -> Reading:
    if isinstance(raw, str):
        return parse_typed_number(raw, type_, unit)
    if isinstance(raw, bool):
        shown = "TRUE" if raw else "FALSE"
        return unread("SL-17", found=shown)
    if isinstance(raw, _TIMES):
        return unread("SL-16", found=time_text(raw))
    if not isinstance(raw, int | float):
        return unread("SL-04", found=str(raw))
    if not math.isfinite(raw):
        return unread("SL-04", found=str(raw))
    return _parse_cell_number(raw, type_, number_format)


def _parse_cell_number(raw: Number, type_: str, number_format: str) -> Reading:
    if abs(raw) >= _TOO_LARGE:
        return unread("SL-18", found=format_number(raw))
    is_shown_as_percent = is_percent(number_format, raw)
    if type_ == "percent":
        if is_shown_as_percent:
            return _parse_shown_percent(raw)
        return _parse_bare_percent(raw)
    if is_shown_as_percent and raw:
        return unread("SL-19", found=_show_percent(raw))
    shown = format_number(raw)
    return check(tidy(raw), shown, type_)


def _parse_shown_percent(raw: Number) -> Reading:
    """Read 0.985 that the cell shows as 98,5 %."""
    shown = format_number(raw)
    value = tidy(raw * 100)
    if abs(value) > 100:
        return unread("SL-33", found=_show_percent(raw), proposal=shown)
    if not raw:
        return Parsed(0)
    hundredfold = format_number(value)
    return repaired(value, shown, hundredfold, "SL-09")


def _parse_bare_percent(raw: Number) -> Reading:
    value = tidy(raw)
    if not 0 < raw <= 1:
        return Parsed(value)
    shown = format_number(raw)
    hundredfold = tidy(raw * 100)
    meant = format_number(hundredfold)
    return doubted(value, "SL-08", found=shown, proposal=meant)


def _show_percent(raw: Number) -> str:
    value = tidy(raw * 100)
    return f"{format_number(value)} %"
