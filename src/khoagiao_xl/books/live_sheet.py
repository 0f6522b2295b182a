"""The cells of one sheet of an open workbook, read in a single call however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.error_codes import error_of, without_errors
from khoagiao_xl.model.cell_addresses import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.books.table_reading import Grid
    from khoagiao_xl.model.cell_addresses import Area

_BEGINNING: Final = (1, 1)
ERRORS: Final = (  # those that xlwings has a name for
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
)


@dataclass(frozen=True)
class LiveSheet:
    """What a sheet held at one moment. errors: address -> the error of a cell that `grid` has as a blank."""

    grid: Grid
    errors: Mapping[str, str]

    def cells_of(self, area: Area) -> Grid:
        """Return the cells of an area; what lies beyond the used part of the sheet is blank."""
        found = []
        for row in area.rows:
            cells = [self._cell(row, column) for column in area.columns]
            found.append(cells)
        return found

    def _cell(self, row: int, column: int) -> object:
        try:
            return self.grid[row - 1][column]
        except IndexError:
            return None


def read_sheet(sheet: Any) -> LiveSheet:
    """Return the cells of an xlwings Sheet from A1 on; a second look is needed only where errors may be."""
    last = sheet.used_range.last_cell
    end = (last.row, last.column)
    cells = sheet.range(_BEGINNING, end)
    shown: Grid = cells.options(ndim=2, err_to_str=True).value
    suspects = list(_suspects(shown))
    if not suspects:
        return LiveSheet(shown, {})
    plain = without_errors(cells.options(ndim=2).value)
    errors = {}
    for row, column in suspects:
        is_typed = plain[row][column] is not None
        if not is_typed:
            address = cell_name(row + 1, column)
            error = shown[row][column]
            errors[address] = error_of(error) or str(error)
    return LiveSheet(plain, errors)


def _suspects(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield where an error stands, or a text that is also the name of one, (row, column) counted from 0."""
    for row, line in enumerate(grid):
        for column, value in enumerate(line):
            if value in ERRORS or error_of(value):
                yield row, column
