"""Where Ctrl and an arrow key lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import LAST_COLUMN, LAST_ROW, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

_UP_AND_DOWN: Final = {"up": -1, "down": 1}
_LEFT_AND_RIGHT: Final = {"left": -1, "right": 1}


@dataclass(frozen=True)
class _Line:
    """A row or a column as far as its sheet is used; last: the number of the sheet's last cell in it.

    As formulas, since one that shows nothing fills its cell all the same.
    """

    formulas: Sequence[str]
    last: int

    def is_filled(self, at: int) -> bool:
        """Whether something stands in a cell."""
        if at not in range(len(self.formulas)):
            return False
        return self.formulas[at] != ""

    def end(self, start: int, step: int) -> int:
        """Return the last filled cell on the way, from a gap or before one the next filled, else the end."""
        here = start + step
        if self.is_filled(start) and self.is_filled(here):
            while self.is_filled(here + step):
                here += step
            return here
        inside = range(len(self.formulas))
        while here in inside and not self.is_filled(here):
            here += step
        if here >= len(self.formulas):
            return self.last
        return max(0, here)


def end(sheet: Any, block: Block, direction: str) -> Block:
    """Return the cell where Ctrl and an arrow lead to from the first cell of `block`."""
    first = block.cell(1, 1)
    if direction in _UP_AND_DOWN:
        line = _column(sheet, first)
        row = line.end(first.top, _UP_AND_DOWN[direction])
        return replace(first, top=row, bottom=row)
    line = _row(sheet, first)
    column = line.end(first.left, _LEFT_AND_RIGHT[direction])
    return replace(first, left=column, right=column)


def _column(sheet: Any, first: Block) -> _Line:
    last = max(_used(sheet).bottom, first.top)
    column = replace(first, top=0, bottom=last)
    rows = column.cells_of(sheet).getFormulaArray()
    return _Line([row[0] for row in rows], LAST_ROW)


def _row(sheet: Any, first: Block) -> _Line:
    last = max(_used(sheet).right, first.left)
    row = replace(first, left=0, right=last)
    [cells] = row.cells_of(sheet).getFormulaArray()
    return _Line(cells, LAST_COLUMN)


def _used(sheet: Any) -> Block:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return Block.of(cursor.RangeAddress)
