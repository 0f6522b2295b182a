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
    other = _one(found.sheet, last)
    both = Block.around([found.block, other.block])
    return found.at(both)


def _one(sheet: Sheet, cells: Any) -> Range:
    cells = getattr(cells, "impl", cells)
    if hasattr(cells, "block"):
        return sheet.at(cells.block)
    if isinstance(cells, tuple):
        return sheet.at(_counted(*cells))
    return _named(sheet, str(cells))


def _counted(row: int, column: int, height: int = 1, width: int = 1) -> Block:
    """Return cells that are counted from 1."""
    first = Block(row - 1, column - 1, row - 1, column - 1)
    return first.resized(height, width)


def _named(sheet: Sheet, text: str) -> Range:
    place, mark, own = text.rpartition("!")
    if "," in own:
        raise missing(f"Range of several areas: {text}")
    if mark:
        name = _unquoted(place)
        sheet = sheet.book.sheets(name)
    block = Block.parse(own)
    if block:
        return sheet.at(block)
    found = _by_name(sheet, own)
    if found is None:
        raise KeyError(text)
    return found


def _unquoted(sheet: str) -> str:
    if sheet.startswith("'") and sheet.endswith("'"):
        return sheet[1:-1].replace("''", "'")
    return sheet


def _by_name(sheet: Sheet, name: str) -> Range | None:
    """Return what a name stands for, or the rows of a table, wherever in the workbook they are."""
    for names in (sheet.names, sheet.book.names):
        known = names.find(name)
        if known:
            return known.refers_to_range
    return _body_of(sheet, name)


def _body_of(sheet: Sheet, name: str) -> Range | None:
    if not sheet.has_table(name):
        return None
    for one in sheet.book.sheets:
        table = one.tables.find(name)
        if table:
            return table.data_body_range
    return None
