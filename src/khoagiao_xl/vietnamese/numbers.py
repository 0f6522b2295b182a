"""Figures as units type them, read by one declared convention: «.» groups thousands, «,» begins decimals.

What could be read as another number too is never guessed: the value stays empty and the finding asks.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from khoagiao_xl.vietnamese.figures import MOST_DIGITS, Number, Reading, check, format_number, tidy
from khoagiao_xl.vietnamese.number_formats import is_percent
from khoagiao_xl.vietnamese.parsed import Parsed, Repair
from khoagiao_xl.vietnamese.typed_numbers import parse_typed_number

__all__ = ["Number", "Reading", "format_number", "parse_number"]


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
        return Parsed(code="SL-17", facts={"found": "TRUE" if raw else "FALSE"})
    if isinstance(raw, datetime | date | time | timedelta):
        return Parsed(code="SL-16", facts={"found": _show_date(raw)})
    if isinstance(raw, int | float) and math.isfinite(raw):
        return _parse_cell_number(raw, type_, number_format)
    return Parsed(code="SL-04", facts={"found": str(raw)})


def _parse_cell_number(raw: Number, type_: str, number_format: str) -> Reading:
    shown = format_number(raw) if abs(raw) < 10**MOST_DIGITS else str(raw)
    if abs(raw) >= 10**MOST_DIGITS:
        return Parsed(code="SL-18", facts={"found": shown})
    is_percent_format = is_percent(number_format, raw)
    if type_ == "percent":
        return _parse_cell_percent(raw, shown, is_percent_format=is_percent_format)
    if is_percent_format and raw:
        return Parsed(code="SL-19", facts={"found": format_number(tidy(raw * 100)) + " %"})
    return check(tidy(raw), shown, type_)


def _parse_cell_percent(raw: Number, shown: str, *, is_percent_format: bool) -> Reading:
    if is_percent_format:
        value = tidy(raw * 100)
        if abs(value) > 100:
            return Parsed(code="SL-33", facts={"found": format_number(value) + " %", "proposal": shown})
        return Parsed(value, Repair(shown, format_number(value), "SL-09")) if raw else Parsed(0)
    if 0 < raw <= 1:
        return Parsed(
            tidy(raw), code="SL-08", facts={"found": shown, "proposal": format_number(tidy(raw * 100))}
        )
    return Parsed(tidy(raw))


def _show_date(raw: date | time | timedelta) -> str:
    return f"{raw:%d/%m/%Y}" if isinstance(raw, date) else str(raw)
