"""What every reading of a figure shares: the types of figures, how a value is tidied, checked and shown."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

from khoagiao_xl.vietnamese.parsed import Parsed, Repair

Number: TypeAlias = "int | float"
Reading: TypeAlias = "Parsed[Number]"

WHOLE_TYPES = frozenset({"count", "people"})
MOST_DIGITS = 15  # beyond these Excel keeps no digit
MUCH_MONEY = 100_000  # million đồng: more in one cell was surely typed in đồng
_EXACT = Context(prec=400)


def format_number(value: Number, decimals: int | None = None) -> str:
    """Return `value` in Vietnamese style: «1.250», «98,5»; `decimals` None keeps what it has, up to ten."""
    if not math.isfinite(value):
        return str(value)
    exact = Decimal(repr(value))
    places = 10 if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    text = f"{abs(rounded):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "-" if rounded < 0 else ""
    return sign + text.translate(str.maketrans(",.", ".,"))


def plain(value: Number) -> str:
    """Return `value` without grouping dots, so that before and after are seen to differ: «1234,5»."""
    return format_number(value).replace(".", "")


def tidy(value: Number) -> Number:
    """Return a whole number as int, and a float without the noise of binary arithmetic."""
    if isinstance(value, int):
        return value
    rounded = round(value, 10)
    return int(rounded) if rounded.is_integer() else rounded


def from_digits(text: str) -> Number:
    """Return the number of plain digits with a decimal point."""
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def check(value: Number, found: str, type_: str, repair: Repair | None = None) -> Reading:
    """Return `value` if a cell of this type may hold it."""
    if type_ in WHOLE_TYPES and not float(value).is_integer():
        return Parsed(code="SL-15", facts={"found": found})
    if type_ == "money" and abs(value) > MUCH_MONEY:
        proposal = format_number(tidy(float(value) / 1_000_000))
        return Parsed(value, repair, "SL-30", {"found": found, "proposal": proposal})
    return Parsed(value, repair)
