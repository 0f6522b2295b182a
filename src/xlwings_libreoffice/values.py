"""Whole blocks of cells in one call: what LibreOffice keeps as numbers and texts, and what they mean.

`getDataArray` knows numbers and texts only. That a number is a day, or a truth, stands in its number format;
formats are asked for once per look, never per row.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

Rows = list[list[Any]]
DATE, TIME, TEXT, LOGICAL = 2, 4, 256, 1024  # com.sun.star.util.NumberFormat
_RESULT_IS_ERROR: Final = 4  # com.sun.star.sheet.FormulaResult
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # a workbook's days have no time zone
_DAY: Final = timedelta(days=1)
_MILLISECONDS_OF_DAY: Final = 86_400_000
_VALUE_ERROR: Final = -2146826273
# LibreOffice's number of an error -> Excel's, which xlwings knows, -> its text.
_EXCEL_ERRORS: Final = {
    503: -2146826252, 521: -2146826288, 524: -2146826265, 525: -2146826259, 532: -2146826281,
    32767: -2146826246,
}  # fmt: skip
ERRORS: Final = {
    -2146826281: "#DIV/0!", -2146826246: "#N/A", -2146826259: "#NAME?", -2146826288: "#NULL!",
    -2146826252: "#NUM!", -2146826265: "#REF!", _VALUE_ERROR: "#VALUE!",
}  # fmt: skip


def read(model: Any, cells: Any, block: Block) -> Rows:
    """Return the values of a UNO range: numbers as float, days as datetime, errors as Excel's numbers."""
    rows = [list(row) for row in cells.getDataArray()]
    kinds = kinds_in(rows)
    if float in kinds:
        _put_moments_and_truths(model, cells, block, rows)
    if type(None) in kinds:
        _put_errors(cells, block, rows)
    return rows


def kinds_in(rows: Any) -> set[type]:
    """Return the types of the values in some rows: what need not be looked for, cell by cell."""
    kinds: set[type] = set()
    for row in rows:
        kinds.update(map(type, row))
    return kinds


def _put_moments_and_truths(model: Any, cells: Any, block: Block, rows: Rows) -> None:
    for kind, inside in formatted(model, cells, DATE | TIME | LOGICAL):
        meaning = _as_truth if kind & LOGICAL else as_moment
        for row, column in within(inside, block):
            value = rows[row][column]
            if isinstance(value, float):
                rows[row][column] = meaning(value)


def _put_errors(cells: Any, block: Block, rows: Rows) -> None:
    failed = cells.queryFormulaCells(_RESULT_IS_ERROR)
    for cell in each(failed.Cells):
        place = cell.CellAddress
        number = _EXCEL_ERRORS.get(cell.getError(), _VALUE_ERROR)
        rows[place.Row - block.top][place.Column - block.left] = number


def formatted(model: Any, cells: Any, wanted: int) -> Iterator[tuple[int, Block]]:
    """Yield every block whose number format is of one of the wanted kinds, and the kind."""
    formats = model.NumberFormats
    kinds: dict[int, int] = {}
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


def within(inside: Block, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the places of the cells of `inside`, (row, column) counted from 0 within `block`."""
    for row in inside.rows:
        for column in inside.columns:
            yield row - block.top, column - block.left


def each(container: Any) -> Iterator[Any]:
    """Yield what a UNO container holds."""
    walk = container.createEnumeration()
    while walk.hasMoreElements():
        yield walk.nextElement()


def _as_truth(number: float) -> bool | float:
    return bool(number) if number in (0, 1) else number


def as_moment(days: float) -> datetime | float:
    """Return the moment of a day number, to the millisecond; a number beyond the calendar stays a number."""
    milliseconds = round(days * _MILLISECONDS_OF_DAY)
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return days


def day_number(value: date | time | timedelta) -> float:
    """Return the number of days since the epoch; a time of day is a part of one, as in Excel."""
    if isinstance(value, timedelta):
        return value / _DAY
    passed = _moment(value) - _EPOCH
    return passed / _DAY


def _moment(value: date | time) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, time):
        return datetime.combine(_EPOCH, value.replace(tzinfo=None))
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001
