"""Where an arrow leads, repeating a row, and cells that move out of the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import LAST_COLUMN, LAST_ROW, Block
from xlwings_libreoffice.gaps import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

_UP_AND_DOWN: Final = {"up": -1, "down": 1}
_LEFT_AND_RIGHT: Final = {"left": -1, "right": 1}
_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_FILLS: Final = ("fill_copy", "fill_default", "fill_formats")
_INSERT: Final = {"down": "DOWN", "right": "RIGHT", None: "DOWN"}
_DELETE: Final = {"up": "UP", "left": "LEFT", None: "UP"}


@dataclass(frozen=True)
class _Line:
    """A row or a column as far as its sheet is used; last: the number of the sheet's last cell in it.

    As formulas, since one that shows nothing fills its cell all the same.
    """

    formulas: Sequence[str]
    last: int

    def is_filled(self, at: int) -> bool:
        """Whether something stands in a cell."""
        return 0 <= at < len(self.formulas) and self.formulas[at] != ""

    def end(self, start: int, step: int) -> int:
        """Return the last filled cell on the way, from a gap or before one the next filled, else the end."""
        here = start + step
        if self.is_filled(start) and self.is_filled(here):
            while self.is_filled(here + step):
                here += step
            return here
        while 0 <= here < len(self.formulas) and not self.is_filled(here):
            here += step
        if here >= len(self.formulas):
            return self.last
        return max(0, here)


def end(sheet: Any, block: Block, direction: str) -> Block:
    """Return the cell where Ctrl and an arrow lead to from the first cell of `block`."""
    first = block.cell(1, 1)
    used = _used(sheet)
    if direction in _UP_AND_DOWN:
        column = replace(first, top=0, bottom=max(used.bottom, first.top))
        cells = column.cells_of(sheet).getFormulaArray()
        line = _Line([row[0] for row in cells], LAST_ROW)
        there = line.end(first.top, _UP_AND_DOWN[direction])
        return replace(first, top=there, bottom=there)
    row = replace(first, left=0, right=max(used.right, first.left))
    cells = row.cells_of(sheet).getFormulaArray()
    line = _Line(cells[0], LAST_COLUMN)
    there = line.end(first.left, _LEFT_AND_RIGHT[direction])
    return replace(first, left=there, right=there)


def _used(sheet: Any) -> Block:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return Block.of(cursor.RangeAddress)


def repeat(source: Block, target: Any, block: Block, kind: str) -> None:
    """Fill the UNO range `target`, which begins with `source`, by repeating that."""
    if kind not in _FILLS:
        raise missing(f"Range.autofill of type {kind}")
    if block.height > source.height:
        target.fillAuto(_TO_BOTTOM, source.height)
    if block.width > source.width:
        target.fillAuto(_TO_RIGHT, source.width)


def insert(sheet: Any, cells: Any, shift: str | None) -> None:
    """Insert blank cells where `cells` are."""
    mode = _mode("CellInsertMode", _INSERT[shift])
    sheet.insertCells(cells.RangeAddress, mode)


def delete(sheet: Any, cells: Any, shift: str | None) -> None:
    """Remove `cells`."""
    mode = _mode("CellDeleteMode", _DELETE[shift])
    sheet.removeRange(cells.RangeAddress, mode)


def _mode(kind: str, value: str) -> Any:
    import uno

    return uno.Enum(f"com.sun.star.sheet.{kind}", value)
