"""Whole blocks of cells in one call: what LibreOffice keeps as numbers and texts, and what they mean.

`getDataArray` and `setDataArray` know numbers and texts only. That a number is a day, or a truth, stands in
its number format; formats are asked for once per look, never per row.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.libreoffice.block import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATE, TIME, LOGICAL = 2, 4, 1024  # com.sun.star.util.NumberFormat
_RESULT_IS_ERROR: Final = 4  # com.sun.star.sheet.FormulaResult
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # a workbook's days have no time zone
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# LibreOffice's number of an error -> Excel's, which xlwings knows, -> its text.
_EXCEL_ERRORS: Final = {
    502: -2146826273, 503: -2146826252, 519: -2146826273, 521: -2146826288, 524: -2146826265,
    525: -2146826259, 532: -2146826281, 32767: -2146826246,
}  # fmt: skip
ERRORS: Final = {
    -2146826281: "#DIV/0!", -2146826246: "#N/A", -2146826259: "#NAME?", -2146826288: "#NULL!",
    -2146826252: "#NUM!", -2146826265: "#REF!", -2146826273: "#VALUE!",
}  # fmt: skip


class Literal(str):
    """A text that stays text even when it begins with «=»."""

    __slots__ = ()


def read(model: Any, cells: Any, block: Block) -> list[list[Any]]:
    """Return the values of a UNO range: numbers as float, days as datetime, errors as Excel's numbers."""
    rows = [list(row) for row in cells.getDataArray()]
    if any(isinstance(value, float) for row in rows for value in row):
        for kind, inside in _special_formats(model, cells):
            _convert(rows, kind, inside, block)
    if any(value is None for row in rows for value in row):
        for cell in each(cells.queryFormulaCells(_RESULT_IS_ERROR).Cells):
            at = cell.CellAddress
            number = _EXCEL_ERRORS.get(cell.getError(), -2146826273)
            rows[at.Row - block.top][at.Column - block.left] = number
    return rows


def _special_formats(model: Any, cells: Any) -> Iterable[tuple[int, Block]]:
    """Yield every block whose cells show their numbers as days or as truths."""
    formats, kinds = model.NumberFormats, {}
    for look in each(cells.UniqueCellFormatRanges):
        key = look.NumberFormat
        if key not in kinds:
            kinds[key] = formats.getByKey(key).Type
        if kinds[key] & (DATE | LOGICAL):
            for address in look.RangeAddresses:
                yield kinds[key], Block.of(address)


def _convert(rows: list[list[Any]], kind: int, inside: Block, block: Block) -> None:
    for row in rows[inside.top - block.top : inside.bottom - block.top + 1]:
        for column in range(inside.left - block.left, inside.right - block.left + 1):
            value = row[column]
            if isinstance(value, float):
                row[column] = as_moment(value) if kind & DATE else bool(value)


def each(container: Any) -> Iterable[Any]:
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


def write(model: Any, cells: Any, block: Block, rows: Sequence[Sequence[Any]]) -> None:
    """Put `rows` into a UNO range of the same size; days and truths get a format that shows them as such."""
    undo = model.UndoManager
    undo.lock()  # eight times as fast; what could be undone no longer fits what stands there
    try:
        cells.setDataArray(tuple(tuple(map(_stored, row)) for row in rows))
        _show(model, cells, block, rows)
    finally:
        undo.unlock()
        undo.clear()


def _stored(value: Any) -> float | str:
    if value is None or _is_formula(value):
        return ""
    if isinstance(value, str):
        return _ILLEGAL.sub("", value)
    return _day_number(value) if isinstance(value, date) else float(value)


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value[:1] == "=" and len(value) > 1 and not isinstance(value, Literal)


def _day_number(value: date) -> float:
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return (moment.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)


def _show(model: Any, cells: Any, block: Block, rows: Sequence[Sequence[Any]]) -> None:
    """Set formats where the cells' own do not tell a day or a truth, and the formulas."""
    from khoagiao_xl.books.libreoffice import formats, formulas

    flat = [(value, row, column) for row, line in enumerate(rows) for column, value in enumerate(line)]
    wanted = {
        (row, column): formats.name_for(value)
        for value, row, column in flat
        if isinstance(value, date | bool)
    }
    if wanted:
        for kind, inside in _special_formats(model, cells):
            for at in _within(inside, block):
                if at in wanted and formats.tells(kind, wanted[at]):
                    del wanted[at]
        formats.apply(model, cells, block, wanted)
    for value, row, column in flat:
        if _is_formula(value):
            formulas.put(model, cells, row, column, value)


def _within(inside: Block, block: Block) -> Iterable[tuple[int, int]]:
    for row in range(inside.top - block.top, inside.bottom - block.top + 1):
        for column in range(inside.left - block.left, inside.right - block.left + 1):
            yield row, column
