"""A cell's value as the house keeps it, whichever way it was read."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Value

_MIDNIGHT: Final = time()
_KEPT: Final = (bool, int, float, date, type(None))


def as_value(raw: object) -> Value:
    """Return a value as the house keeps it: whole floats as int, days as date, blanks as None."""
    if isinstance(raw, str):
        return None if is_blank(raw) else raw.strip()
    if isinstance(raw, Decimal):  # Excel's own type of cells in a currency format
        raw = float(raw)
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, datetime) and raw.time() == _MIDNIGHT:
        return raw.date()
    if isinstance(raw, _KEPT):
        return raw
    return str(raw)
