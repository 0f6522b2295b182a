"""Further tables of each kind, written after the reading could read the first ones: `further_tables.txt`.

A table stands under its name in brackets, as in `guidance_table_samples`; below it a task a line: its lead, its
deadline (in 2026 without the year; behind «..» where it says from when on), how often it comes again.
"""

from __future__ import annotations

from pathlib import Path

_GIVES = "=> "


def further_tables() -> dict[str, tuple[str, list[str]]]:
    """Return each table by its name, with what it asks for."""
    tables: dict[str, tuple[str, list[str]]] = {}
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    for part in text.strip().split("\n\n"):
        name, *lines = part.splitlines()
        rows = [line for line in lines if not line.startswith(_GIVES)]
        tasks = [line.removeprefix(_GIVES).strip() for line in lines if line.startswith(_GIVES)]
        tables[name.strip("[]")] = ("\n".join(rows), tasks)
    return tables
