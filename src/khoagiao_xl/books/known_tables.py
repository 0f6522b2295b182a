"""What the schema says of a table by its name; a workbook may hold others, of which it says nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

_KNOWN: Final = {table.name: table for table in TABLES}


def home_sheet(table: str) -> str:
    """Return the name of the sheet where a table is at home, «?» for one that the schema does not know."""
    known = _KNOWN.get(table)
    return known.sheet if known else "?"


@cache
def formulas_of(table: str) -> Mapping[str, str]:
    """Return heading -> formula of the columns whose values nobody hands in."""
    known = _KNOWN.get(table)
    return known.formulas if known else {}
