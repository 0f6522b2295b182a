"""Storing: the tables that were touched go into the file, through the product's own closed book."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.excel_stand_in.cell import Cell, CellError

if TYPE_CHECKING:
    from tests.excel_stand_in.table import ListObject
    from tests.excel_stand_in.workbook import Workbook


def store(book: Workbook) -> None:
    """Write the tables of every sheet that was touched since the last store."""
    from khoagiao_xl.books.file_book import FileBook

    path = Path(book.address)
    file = FileBook(path, may_be_open=True)
    for sheet in book.sheets:
        if sheet.is_touched:
            for table in sheet.tables:
                file.write(table.name, _rows(table))
        sheet.is_touched = False
    if file.is_changed:
        path.write_bytes(file.to_bytes())


def _rows(table: ListObject) -> list[dict[str, Any]]:
    header, *body = table.block.rows
    lines = [_line(table, row) for row in (header, *body)]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def _line(table: ListObject, row: int) -> list[Any]:
    found = []
    for column in table.block.columns:
        cell = table.sheet.cell(row, column)
        found.append(_stored(cell))
    return found


def _stored(cell: Cell) -> Any:
    """Return what goes into the file: an error goes, a moment has no zone."""
    if isinstance(cell.value, CellError):
        return None
    shown = cell.shown()
    return shown.replace(tzinfo=None) if isinstance(shown, datetime) else shown
