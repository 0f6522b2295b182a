"""A workbook as it lies in its file, brought into the stand-in."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.excel_stand_in.block import Block
from tests.excel_stand_in.cell import Cell, CellError, serial_of
from tests.excel_stand_in.cell_range import CellRange
from tests.excel_stand_in.table import ListObject
from tests.excel_stand_in.workbook import Name, Workbook
from tests.excel_stand_in.worksheet import Worksheet

if TYPE_CHECKING:
    from tests.excel_stand_in.excel_program import Application

ERROR_CODES: Final = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246,
}
_UPRIGHT: Final = {"top": -4160, "center": -4108}  # xlTop, xlCenter
_BOTTOM: Final = -4107


def load(excel: Application, path: Path) -> Workbook:
    """Return the workbook of a file."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = openpyxl.load_workbook(path)
    book = Workbook(excel, path)
    for sheet in read.worksheets:
        book.sheets.append(_sheet(book, sheet))
    for name, defined in read.defined_names.items():
        book.names.append(Name(book, name, _cells(book, defined)))
    return book


def _sheet(book: Workbook, read: Any) -> Worksheet:
    sheet = Worksheet(book, read.title)
    sheet.is_protected = read.protection.sheet
    for line in read.iter_rows():
        for cell in line:
            if cell.has_style or cell.value is not None:
                sheet.cells[cell.row, cell.column] = _cell(cell)
    for table in read.tables.values():
        has_filter = table.autoFilter is not None
        sheet.tables.append(ListObject(sheet, table.name, _block(table.ref), has_filter=has_filter))
    for place in read.conditional_formatting:
        blocks = [_block(str(area)) for area in place.sqref.ranges]
        sheet.rules.extend(list(blocks) for _ in place.rules)
    return sheet


def _cell(read: Any) -> Cell:
    formula = str(read.value) if read.data_type == "f" else ""
    return Cell(
        value=None if formula else _value(read),
        formula=formula,
        number_format=read.number_format,
        wraps=bool(read.alignment.wrap_text),
        upright=_UPRIGHT.get(read.alignment.vertical, _BOTTOM),
    )


def _value(read: Any) -> Any:
    value = read.value
    if read.data_type == "e":
        return CellError(ERROR_CODES[value])
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / 1440
    if isinstance(value, datetime):
        return serial_of(value)
    if isinstance(value, date):
        return serial_of(datetime(value.year, value.month, value.day))  # noqa: DTZ001
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return value


def _block(address: str) -> Block:
    from openpyxl.utils import range_boundaries

    bounds: Any = range_boundaries(address)
    left, top, right, bottom = bounds
    return Block(top, left, bottom - top + 1, right - left + 1)


def _cells(book: Workbook, defined: Any) -> CellRange | None:
    """Return the cells that a name means; None where it is a formula."""
    try:
        [(title, address)] = defined.destinations
        block = _block(address.replace("$", ""))
    except (ValueError, TypeError):
        return None
    return CellRange(book.sheet(title), block)
