"""How large cells are, where they begin, and which are merged into one."""

from __future__ import annotations

from typing import Any, Final

from xlwings_libreoffice.attributes import POINT, InPoints
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.protection import changeable

DIGIT: Final = 1852 / 8.43  # hundredths of a millimetre that one unit of Excel's column width takes
_ROWS: Final = (None, "rows", "r")
_COLUMNS: Final = (None, "columns", "c")


class _OfLines:
    """A size of the «Rows» or «Columns» that cells lie in: the first one's where they differ."""

    def __init__(self, lines: str, name: str, unit: float) -> None:
        self._lines = lines
        self._name = name
        self._unit = unit

    def __get__(self, cells: Any, _: Any = None) -> Any:
        if cells is None:
            return self
        lines = getattr(cells.api, self._lines)
        size = getattr(lines.getByIndex(0), self._name)
        return round(size / self._unit, 2)

    def __set__(self, cells: Any, size: float) -> None:
        lines = getattr(cells.api, self._lines)
        setattr(lines, self._name, round(size * self._unit))


class Sizes(Cells):
    """Cells with their sizes: widths of columns in digits that fit in, as in Excel; the rest in points."""

    left = InPoints("Position", "X")
    top = InPoints("Position", "Y")
    width = InPoints("Size", "Width")
    height = InPoints("Size", "Height")
    column_width = _OfLines("Columns", "Width", DIGIT)
    row_height = _OfLines("Rows", "Height", POINT)

    def autofit(self, axis: str | None = None) -> None:
        """Make rows, columns or both as large as what stands in them."""
        if axis in _ROWS:
            self.api.Rows.OptimalHeight = True
        if axis in _COLUMNS:
            self.api.Columns.OptimalWidth = True


class Merging(Cells):
    """Cells that can be merged into one."""

    def merge(self, across: bool) -> None:
        """Make one cell of all, or with `across` of each row."""
        cells = changeable(self.api)
        if not across:
            cells.merge(True)
            return
        last = self.block.width - 1
        for row in range(self.block.height):
            line = cells.getCellRangeByPosition(0, row, last, row)
            line.merge(True)

    def unmerge(self) -> None:
        """Make them single cells again."""
        changeable(self.api).merge(False)

    @property
    def merge_area(self) -> Cells:
        """The cells that the first one is merged with, itself when with none."""
        first = self(1).api
        cursor = self.sheet.api.createCursorByRange(first)
        cursor.collapseToMergedArea()
        return self.at(Block.of(cursor.RangeAddress))

    @property
    def merge_cells(self) -> bool:
        """Whether the first cell is merged with others."""
        return len(self.merge_area) > 1
