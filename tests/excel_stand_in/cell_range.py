"""Cells that lie together: values in and out, formulas, formats, filling down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tests.excel_stand_in.block import Block
from tests.excel_stand_in.cell import Cell
from tests.excel_stand_in.com_object import ComObject, bare, refused

if TYPE_CHECKING:
    from tests.excel_stand_in.worksheet import Worksheet

LONGEST_IN_BLOCK: Final = 8203
_BIGGEST: Final = 2**31


class CellRange(ComObject):
    """Range."""

    def __init__(self, sheet: Worksheet, block: Block) -> None:
        super().__init__(sheet.calls)
        self.sheet = sheet
        self.block = block

    def get_Row(self) -> int:
        return self.block.top

    def get_Column(self) -> int:
        return self.block.left

    def get_Count(self) -> int:
        return self.block.height * self.block.width

    def get_Address(self) -> str:
        return f"R{self.block.top}C{self.block.left}:R{self.block.bottom}C{self.block.right}"

    def get_Worksheet(self) -> Worksheet:
        return self.sheet

    def get_Rows(self) -> Lines:
        return Lines(self.sheet, self.block, self.block.height)

    def get_Columns(self) -> Lines:
        return Lines(self.sheet, self.block, self.block.width)

    def get_EntireRow(self) -> EntireRows:
        return EntireRows(self.sheet, self.block)

    def __call__(self, row: int, column: int) -> CellRange:
        self.called("Item")
        return CellRange(self.sheet, self.block.part(row, column))

    def get_Value(self) -> Any:
        return self._each(Cell.shown)

    def get_Formula(self) -> Any:
        return self._each(lambda cell: cell.formula or str(cell.value or ""))

    def set_Value(self, value: Any) -> None:
        self._touch()
        if not isinstance(value, list | tuple):
            for cell in self._cells():
                cell.take(value)
            return
        for line in value:
            for one in line:
                _refuse_in_block(one)
        rows = [row for row in self.block.rows if row not in self.sheet.hidden]
        for row, line in zip(rows, value, strict=False):
            for column, one in zip(self.block.columns, line, strict=True):
                self.sheet.cell(row, column).take(one)

    def set_Formula(self, text: str) -> None:
        self._touch()
        for cell in self._cells():
            cell.formula, cell.value = text, 0.0

    def get_NumberFormat(self) -> Any:
        return self._common(lambda cell: cell.number_format)

    def set_NumberFormat(self, value: str) -> None:
        self._touch()
        for cell in self._cells():
            cell.number_format = value

    def get_WrapText(self) -> Any:
        return self._common(lambda cell: cell.wraps)

    def get_VerticalAlignment(self) -> Any:
        return self._common(lambda cell: cell.upright)

    def do_ClearContents(self) -> None:
        self.called("ClearContents")
        self._touch()
        for cell in self._cells():
            cell.empty()

    def do_AutoFill(self, Destination: Any, Type: int) -> None:
        """Repeat this one row, with its looks and rules, down to the end of the destination."""
        self.called("AutoFill")
        self._touch()
        whole = bare(Destination).block
        same_place = (whole.top, whole.left, whole.width)
        if same_place != (self.block.top, self.block.left, self.block.width) or whole.height == 1:
            raise refused("AutoFill method of Range class failed")
        assert (Type, self.block.height) == (1, 1)  # xlFillCopy, of one row
        new = whole.under(self.block)
        for column in new.columns:
            source = self.sheet.cell(self.block.top, column)
            for row in new.rows:
                self.sheet.cells[row, column] = source.copy()
        self.sheet.fill_rules(self.block, new)

    def do_AutoFilter(self, Field: int) -> None:
        self.called("AutoFilter")
        assert Field in range(1, self.block.width + 1)
        self.sheet.in_table.clear()

    def _touch(self) -> None:
        if self.sheet.is_protected:
            raise refused("The cell or chart you're trying to change is on a protected sheet.")
        self.sheet.is_touched = True
        self.sheet.book.is_saved = False

    def _cells(self) -> Iterator[Cell]:
        for row in self.block.rows:
            for column in self.block.columns:
                yield self.sheet.cell(row, column)

    def _each(self, told: Callable[[Cell], Any]) -> Any:
        lines = []
        for row in self.block.rows:
            cells = [self.sheet.cells.get((row, column), Cell()) for column in self.block.columns]
            lines.append(tuple(map(told, cells)))
        if self.block.height == self.block.width == 1:
            return lines[0][0]
        return tuple(lines)

    def _common(self, told: Callable[[Cell], Any]) -> Any:
        """Return what all the cells have in common, None when they differ."""
        found = set(map(told, self._cells()))
        return found.pop() if len(found) == 1 else None


class Lines(CellRange):
    """The rows or the columns of a range, which are counted."""

    def __init__(self, sheet: Worksheet, block: Block, count: int) -> None:
        super().__init__(sheet, block)
        self.count = count

    def get_Count(self) -> int:
        return self.count

    def do_AutoFit(self) -> None:
        self.called("AutoFit")


class EntireRows(CellRange):
    """The whole rows of a range."""

    def get_Hidden(self) -> Any:
        away = self.sheet.hidden | self.sheet.by_hand
        found = {row in away for row in self.block.rows}
        return found.pop() if len(found) == 1 else None


def _refuse_in_block(value: Any) -> None:
    """Refuse a value that no array may hold."""
    if isinstance(value, str) and len(value) > LONGEST_IN_BLOCK:
        raise refused("Application-defined or object-defined error")
    if type(value) is int and not -_BIGGEST <= value < _BIGGEST:
        raise OverflowError("int too big to convert")
    if not isinstance(value, str | int | float | datetime):
        raise TypeError(f"Objects of type {type(value)!r} can not be converted to a COM VARIANT")
