"""What every reading of a figure shares: the types of figures, how a value is tidied, checked and shown."""

from __future__ import annotations

import math
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TypeAlias, TypeGuard

from khoagiao_xl.vietnamese.day_texts import time_text
from khoagiao_xl.vietnamese.parsed import Parsed, Repair, unread

Number: TypeAlias = "int | float"
Reading: TypeAlias = "Parsed[Number]"

WHOLE_TYPES = frozenset({"count", "people"})
MOST_DIGITS = 15  # beyond these Excel keeps no digit
MUCH_MONEY = 100_000  # million đồng: more in one cell was surely typed in đồng
EXACT = Context(prec=400)
_MOST_DECIMALS = 10
_EXACT_BELOW = 10**MOST_DIGITS
_MOST_KEPT = 4096  # figures of a thousand forms are mostly the same small numbers
_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")


@lru_cache(_MOST_KEPT, typed=True)  # 1 and 1.0 are one key, and so are 1 and TRUE, but for their types
def format_number(value: Number, decimals: int | None = None) -> str:
    """Return `value` in Vietnamese style: «1.250», «98,5»; `decimals` None keeps what it has, up to ten."""
    if not math.isfinite(value):
        return str(value)
    if decimals is None and _is_exactly_whole(value):
        return f"{int(value):,}".translate(_VIETNAMESE_SIGNS)
    places = _MOST_DECIMALS if decimals is None else decimals
    exact = Decimal(repr(value))
    rounded = round_to(exact, places)
    size = abs(rounded)
    text = f"{size:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    shown = text.translate(_VIETNAMESE_SIGNS)
    if rounded < 0:
        return f"-{shown}"
    return shown


def _is_exactly_whole(value: Number) -> bool:
    """Say whether all digits of a number stand before the comma, none of them a guess of the machine."""
    return value == int(value) and abs(value) < _EXACT_BELOW


def is_number(value: object) -> TypeGuard[Number]:
    """Say whether a cell's value is a number; TRUE and FALSE are none."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int | float)


def value_text(value: object) -> str:
    """Return a cell's value as a sentence shows it: figures and days in Vietnamese style, «» for a blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()  # as Excel shows it
    if is_number(value):
        return format_number(value)
    if isinstance(value, date | time | timedelta):
        return time_text(value)
    return str(value)


def fact_text(value: object) -> str:
    """Return what fills a blank of a sentence: as `value_text`, but figures that may be years ungrouped."""
    if is_number(value):
        return plain(value)
    return value_text(value)


def typed_text(value: object) -> str:
    """Return a cell's value as it was typed: a whole number that a reader made a float without its «.0»."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def round_to(value: Decimal, places: int) -> Decimal:
    """Return `value` with so many decimals, a half away from zero."""
    step = Decimal(1).scaleb(-places)
    return value.quantize(step, ROUND_HALF_UP, EXACT)


def plain(value: Number) -> str:
    """Return `value` without grouping dots, so that before and after are seen to differ: «1234,5»."""
    shown = format_number(value)
    return shown.replace(".", "")


def tidy(value: Number) -> Number:
    """Return a whole number as int, and a float without the noise of binary arithmetic."""
    if isinstance(value, int):
        return value
    rounded = round(value, _MOST_DECIMALS)
    if rounded.is_integer():
        return int(rounded)
    return rounded


def from_digits(text: str) -> Number:
    """Return the number of plain digits with a decimal point."""
    value = Decimal(text)
    if value == value.to_integral_value():
        return int(value)
    return float(value)


def is_whole(value: Number) -> bool:
    """Say whether the number has no decimals."""
    return float(value).is_integer()


def certain_value(read: Reading | None) -> Number | None:
    """Return the figure that was read if nothing is asked about it, else None."""
    if read is None or read.code:
        return None
    return read.value


def check(value: Number, found: str, type_: str, repair: Repair | None = None) -> Reading:
    """Return `value` if a cell of this type may hold it."""
    if type_ in WHOLE_TYPES and not is_whole(value):
        return unread("SL-15", found=found)
    if type_ == "money" and abs(value) > MUCH_MONEY:
        in_millions = tidy(float(value) / 1_000_000)
        facts = {
            "found": found,
            "proposal": format_number(in_millions),
        }
        return Parsed(value, repair, "SL-30", facts)
    return Parsed(value, repair)
