"""A cell's value as the house keeps it, whichever way it was read."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Value

_MIDNIGHT: Final = time()


def as_value(raw: object) -> Value:
    """Return a value as the house keeps it: whole floats as int, days as date, blanks as None."""
    if isinstance(raw, str):
        return raw.strip() or None
    if isinstance(raw, Decimal):  # Excel's own type of cells in a currency format
        raw = float(raw)
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else raw
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == _MIDNIGHT else raw
    if raw is None or isinstance(raw, bool | int | date):
        return raw
    return str(raw)
