"""Cells by what a script writes in brackets: an address, a name, a table, on this sheet or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings_libreoffice.block import Block
from xlwings_libreoffice.gaps import missing

if TYPE_CHECKING:
    from xlwings_libreoffice.ranges import Range
    from xlwings_libreoffice.sheet import Sheet


def find(sheet: Sheet, first: Any, last: Any = None) -> Range:
    """Return cells by address, name, (row, column), (row, column, rows, columns) or two corners."""
    found = _one(sheet, first)
    if last is None:
        return found
    return found.at(Block.around([found.block, _one(found.sheet, last).block]))


def _one(sheet: Sheet, cells: Any) -> Range:
    cells = getattr(cells, "impl", cells)
    if hasattr(cells, "block"):
        return sheet.at(cells.block)
    if isinstance(cells, tuple):
        row, column, height, width = (*cells, 1, 1)[:4]
        return sheet.at(Block(row - 1, column - 1, row + height - 2, column + width - 2))
    return _named(sheet, str(cells))


def _named(sheet: Sheet, text: str) -> Range:
    place, mark, own = text.rpartition("!")
    if "," in own:
        raise missing(f"Range of several areas: {text}")
    if mark:
        if place[:1] == place[-1:] == "'":
            place = place[1:-1].replace("''", "'")
        sheet = sheet.book.sheets(place)
    block = Block.parse(own)
    found = sheet.at(block) if block else _by_name(sheet, own)
    if found is None:
        raise KeyError(text)
    return found


def _by_name(sheet: Sheet, name: str) -> Range | None:
    """Return what a name stands for, or the rows of a table, wherever in the workbook they are."""
    known = sheet.names.find(name) or sheet.book.names.find(name)
    if known:
        return known.refers_to_range
    tables = (one.tables.find(name) for one in sheet.book.sheets) if sheet.has_table(name) else ()
    table = next(filter(None, tables), None)
    return table.data_body_range if table else None
