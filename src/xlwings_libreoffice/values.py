"""Whole blocks of cells in one call: what LibreOffice keeps as numbers and texts, and what they mean.

`getDataArray` knows numbers and texts only. That a number is a day, or a truth, stands in its number format;
formats are asked for once per look, never per row.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATE, TIME, TEXT, LOGICAL = 2, 4, 256, 1024  # com.sun.star.util.NumberFormat
_RESULT_IS_ERROR: Final = 4  # com.sun.star.sheet.FormulaResult
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # a workbook's days have no time zone
_DAY: Final = timedelta(days=1)
# LibreOffice's number of an error -> Excel's, which xlwings knows, -> its text.
_VALUE_ERROR: Final = -2146826273
_EXCEL_ERRORS: Final = {
    503: -2146826252, 521: -2146826288, 524: -2146826265, 525: -2146826259, 532: -2146826281,
    32767: -2146826246,
}  # fmt: skip
ERRORS: Final = {
    -2146826281: "#DIV/0!", -2146826246: "#N/A", -2146826259: "#NAME?", -2146826288: "#NULL!",
    -2146826252: "#NUM!", -2146826265: "#REF!", _VALUE_ERROR: "#VALUE!",
}  # fmt: skip


def read(model: Any, cells: Any, block: Block) -> list[list[Any]]:
    """Return the values of a UNO range: numbers as float, days as datetime, errors as Excel's numbers."""
    rows = [list(row) for row in cells.getDataArray()]
    if any(isinstance(value, float) for row in rows for value in row):
        for kind, inside in formatted(model, cells, DATE | TIME | LOGICAL):
            _convert(rows, kind, inside, block)
    if any(value is None for row in rows for value in row):
        for cell in each(cells.queryFormulaCells(_RESULT_IS_ERROR).Cells):
            at = cell.CellAddress
            number = _EXCEL_ERRORS.get(cell.getError(), _VALUE_ERROR)
            rows[at.Row - block.top][at.Column - block.left] = number
    return rows


def formatted(model: Any, cells: Any, wanted: int) -> Iterable[tuple[int, Block]]:
    """Yield every block whose number format is of one of the wanted kinds, and the kind."""
    formats, kinds = model.NumberFormats, {}
    for key, look in looks(cells):
        if key not in kinds:
            kinds[key] = formats.getByKey(key).Type
        if kinds[key] & wanted:
            for address in look.RangeAddresses:
                yield kinds[key], Block.of(address)


def looks(cells: Any) -> Iterator[tuple[int, Any]]:
    """Yield every look that some of the cells have: the key of its number format, and those cells."""
    found = cells.UniqueCellFormatRanges
    for at in range(found.Count):  # by number: an enumeration takes a call more for each
        look = found.getByIndex(at)
        yield look.NumberFormat, look


def _convert(rows: list[list[Any]], kind: int, inside: Block, block: Block) -> None:
    for row, column in within(inside, block):
        value = rows[row][column]
        if isinstance(value, float):
            if kind & LOGICAL:
                rows[row][column] = bool(value) if value in (0, 1) else value
            else:
                rows[row][column] = as_moment(value)


def within(inside: Block, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the places of the cells of `inside`, (row, column) counted from 0 within `block`."""
    for row in range(inside.top - block.top, inside.bottom - block.top + 1):
        for column in range(inside.left - block.left, inside.right - block.left + 1):
            yield row, column


def each(container: Any) -> Iterator[Any]:
    """Yield what a UNO container holds."""
    walk = container.createEnumeration()
    while walk.hasMoreElements():
        yield walk.nextElement()


def as_moment(days: float) -> Any:
    """Return the moment of a day number, to the millisecond; a number beyond the calendar stays a number."""
    try:
        return _EPOCH + timedelta(milliseconds=round(days * 86_400_000))
    except OverflowError:
        return days


def day_number(value: date | time | timedelta) -> float:
    """Return the number of days since the epoch; a time of day is a part of one, as in Excel."""
    if isinstance(value, timedelta):
        return value / _DAY
    if isinstance(value, time):
        value = datetime.combine(_EPOCH, value)
    elif not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return (value.replace(tzinfo=None) - _EPOCH) / _DAY
