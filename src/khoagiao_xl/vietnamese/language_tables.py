"""Tables of words that ship with the product, `data/language/*.csv`: what documents say, as data."""

from __future__ import annotations

from khoagiao_xl.shipped_tables import shipped_rows


def language_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of `data/language/NAME.csv`, heading -> cell, in the order of the file."""
    return shipped_rows(f"language/{name}.csv")


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists between semicolons."""
    written = cell.split(";")
    parts = map(str.strip, written)
    named = filter(None, parts)
    return tuple(named)
