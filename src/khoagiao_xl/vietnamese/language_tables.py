"""Tables of words that ship with the product, `data/language/*.csv`: what documents say, as data."""

from __future__ import annotations

import csv
from importlib import resources


def language_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of `data/language/NAME.csv`, heading -> cell, in the order of the file."""
    package = resources.files("khoagiao_xl")
    tables = package / "data" / "language"
    file = tables / f"{name}.csv"
    text = file.read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return list(rows)


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists between semicolons."""
    parts = map(str.strip, cell.split(";"))
    return tuple(filter(None, parts))
