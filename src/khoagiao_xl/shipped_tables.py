"""The tables that ship with the product, `data/**/*.csv`: knowledge of the office and of the language."""

from __future__ import annotations

import csv
from importlib import resources


def shipped_rows(file: str) -> list[dict[str, str]]:
    """Return the rows of `data/FILE`, heading -> text, in the order of the file."""
    package = resources.files("khoagiao_xl")
    table = package / "data" / file
    text = table.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)  # a cell may have several lines
    rows = csv.DictReader(lines)
    return list(rows)
