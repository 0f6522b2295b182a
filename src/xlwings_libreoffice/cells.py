"""Where cells are: their sheet, their place in it, and the ways from them to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings_libreoffice import arrow_keys
from xlwings_libreoffice.block import Block

if TYPE_CHECKING:
    from typing import Self

    from xlwings_libreoffice.sheet import Sheet


class Cells:
    """A block of one sheet; the office is asked only when values or looks are."""

    def __init__(self, sheet: Sheet, block: Block) -> None:
        self.sheet = sheet
        self.block = block
        self._cells: Any = None

    def at(self, block: Block) -> Self:
        """Return other cells of the same sheet."""
        return type(self)(self.sheet, block)

    @property
    def api(self) -> Any:
        """The UNO range."""
        if self._cells is None:
            sheet = self.sheet.api
            self._cells = self.block.cells_of(sheet)
        return self._cells

    @property
    def model(self) -> Any:
        """The UNO document."""
        return self.sheet.model

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        """The sheet, first row and column, numbers of rows and columns."""
        return self.sheet, self.row, self.column, *self.shape

    @property
    def row(self) -> int:
        """The first row, counted from 1."""
        return self.block.top + 1

    @property
    def column(self) -> int:
        """The first column, counted from 1."""
        return self.block.left + 1

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return self.block.height, self.block.width

    def __len__(self) -> int:
        return self.block.height * self.block.width

    def __call__(self, row: int, column: int | None = None) -> Self:
        """Return one cell, by row and column or by its number along the rows, counted from 1."""
        if column is None:
            down, along = divmod(row - 1, self.block.width)
            row = down + 1
            column = along + 1
        cell = self.block.cell(row, column)
        return self.at(cell)

    @property
    def address(self) -> str:
        """The address with dollar signs."""
        return self.block.address()

    def get_address(self, row_absolute: bool, column_absolute: bool, external: bool) -> str:
        """Return the address as asked for; `external`: with workbook and sheet before it."""
        own = self.block.address(
            row_absolute=row_absolute,
            column_absolute=column_absolute,
        )
        if not external:
            return own
        book = self.sheet.book.name
        return f"'[{book}]{self.sheet.name}'!{own}"

    @property
    def reference(self) -> str:
        """What a name that stands for these cells refers to: «='Trang 2'!$A$1»."""
        sheet = self.sheet.name.replace("'", "''")
        return f"='{sheet}'!{self.address}"

    def end(self, direction: str) -> Self:
        """Return the cell where Ctrl and an arrow lead to."""
        sheet = self.sheet.api
        there = arrow_keys.end(sheet, self.block, direction)
        return self.at(there)

    @property
    def current_region(self) -> Self:
        """The filled cells around, up to blank rows and columns."""
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToCurrentRegion()
        return self.at(Block.of(cursor.RangeAddress))

    def select(self) -> None:
        """Put the cursor on these cells."""
        window = self.model.CurrentController
        window.select(self.api)
