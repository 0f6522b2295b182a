"""The cells of one sheet of an open workbook, read in a single call however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.cell_addresses import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.books.table_reading import Grid
    from khoagiao_xl.model.cell_addresses import Area

ERRORS: Final = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


@dataclass(frozen=True)
class LiveSheet:
    """What a sheet held at one moment. errors: address -> the error of a cell that `grid` has as a blank."""

    grid: Grid
    errors: Mapping[str, str]

    def cells_of(self, area: Area) -> Grid:
        """Return the cells of an area; what lies beyond the used part of the sheet is blank."""
        found = []
        for row in range(area.top, area.bottom + 1):
            line = self.grid[row - 1] if row <= len(self.grid) else []
            cells = line[area.left : area.right + 1]
            missing = area.width - len(cells)
            found.append(cells + [None] * missing)
        return found


def read_sheet(sheet: Any) -> LiveSheet:
    """Return the cells of an xlwings Sheet from A1 on; a second look is needed only where errors may be."""
    last = sheet.used_range.last_cell
    cells = sheet.range((1, 1), (last.row, last.column))
    shown: Grid = cells.options(ndim=2, err_to_str=True).value
    suspects = list(_suspects(shown))
    if not suspects:
        return LiveSheet(shown, {})
    plain: Grid = cells.options(ndim=2).value
    errors = {}
    for row, column in suspects:
        if plain[row][column] is None:  # no text that somebody typed
            address = cell_name(row + 1, column)
            errors[address] = str(shown[row][column])
    return LiveSheet(plain, errors)


def _suspects(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield where a text stands that is also the name of an error, (row, column) counted from 0."""
    for row, line in enumerate(grid):
        for column, value in enumerate(line):
            if value in ERRORS:
                yield row, column
