"""Word tables written as text: a row a line, cells between «|»; «<» goes on to the left, «^» from above."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx

from khoagiao_xl.guidance import Guidance, read_guidance

ReadTables = Callable[..., Guidance]
HEAD = ("HƯỚNG DẪN", "công tác khoa giáo năm 2026", "I. NHIỆM VỤ")


def read_word(path: Path, *parts: str) -> Guidance:
    """Return the guidance of 2026 whose only section has these paragraphs and tables."""
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    for part in parts:
        if "|" in part:
            add_table(document, part)
        else:
            document.add_paragraph(part)
    document.save(str(path))
    return read_guidance(path)


def add_table(document: Any, text: str) -> None:
    """Add the table; a «/» with a blank on both sides in a cell is a new line."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            _fill(table, number, place, words)


def _fill(table: Any, number: int, place: int, words: str) -> None:
    cell = table.cell(number, place)
    if words == "<":
        table.cell(number, place - 1).merge(cell)
    elif words == "^":
        table.cell(number - 1, place).merge(cell)
    else:
        cell.text = words.replace(" / ", "\n")
