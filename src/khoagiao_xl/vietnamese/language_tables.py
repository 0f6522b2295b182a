"""Tables of words that ship with the product, `data/language/*.csv`: what documents say, as data."""

from __future__ import annotations

import csv
from importlib import resources


def language_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of `data/language/NAME.csv`, heading -> cell, in the order of the file."""
    file = resources.files("khoagiao_xl") / "data" / "language" / f"{name}.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines))


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists between semicolons."""
    parts = (part.strip() for part in cell.split(";"))
    return tuple(part for part in parts if part)
