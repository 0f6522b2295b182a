"""How large cells are, where they begin, which are hidden, and which are merged into one."""

from __future__ import annotations

from operator import not_
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.attributes import POINT, in_points
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.protection import changeable

if TYPE_CHECKING:
    from collections.abc import Callable

DIGIT: Final = 1852 / 8.43  # hundredths of a millimetre that one unit of Excel's column width takes


def _of_lines(lines: str, name: str, read_as: Callable[[Any], Any], write_as: Callable[[Any], Any]) -> Any:
    """Return an attribute of the «Rows» or «Columns» that cells lie in: the first one's where they differ."""

    def read(self: Cells) -> Any:
        return read_as(getattr(getattr(self.api, lines).getByIndex(0), name))

    def write(self: Cells, value: Any) -> None:
        setattr(getattr(self.api, lines), name, write_as(value))

    return property(read, write)


class Sizes(Cells):
    """Cells with their sizes: widths of columns in digits that fit in, as in Excel; the rest in points."""

    left, top = in_points("Position", "X"), in_points("Position", "Y")
    width, height = in_points("Size", "Width"), in_points("Size", "Height")

    column_width = _of_lines(
        "Columns", "Width", lambda size: round(size / DIGIT, 2), lambda it: round(it * DIGIT)
    )
    row_height = _of_lines(
        "Rows", "Height", lambda size: round(size / POINT, 2), lambda it: round(it * POINT)
    )
    column_hidden = _of_lines("Columns", "IsVisible", not_, not_)
    row_hidden = _of_lines("Rows", "IsVisible", not_, not_)

    def autofit(self, axis: str | None = None) -> None:
        """Make rows, columns or both as large as what stands in them."""
        if axis in (None, "rows", "r"):
            self.api.Rows.OptimalHeight = True
        if axis in (None, "columns", "c"):
            self.api.Columns.OptimalWidth = True


class Merging(Cells):
    """Cells that can be merged into one."""

    def merge(self, across: bool) -> None:
        """Make one cell of all, or with `across` of each row."""
        height, width = self.shape
        cells = changeable(self.api)
        for row in range(height) if across else ():
            cells.getCellRangeByPosition(0, row, width - 1, row).merge(True)
        if not across:
            cells.merge(True)

    def unmerge(self) -> None:
        """Make them single cells again."""
        changeable(self.api).merge(False)

    @property
    def merge_area(self) -> Cells:
        """The cells that the first one is merged with, itself when with none."""
        cursor = self.sheet.api.createCursorByRange(self(1).api)
        cursor.collapseToMergedArea()
        return self.at(Block.of(cursor.RangeAddress))

    @property
    def merge_cells(self) -> bool:
        """Whether the first cell is merged with others."""
        return len(self.merge_area) > 1
