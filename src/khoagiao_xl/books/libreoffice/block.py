"""A rectangle of cells, counted from 0 as LibreOffice counts, and its Excel address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from khoagiao_xl.books.parts import column_name

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Block:
    """The cells from (top, left) to (bottom, right), all of them counted in."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, address: Any) -> Block:
        """Return the block of a com.sun.star.table.CellRangeAddress."""
        return cls(address.StartRow, address.StartColumn, address.EndRow, address.EndColumn)

    @classmethod
    def around(cls, blocks: Iterable[Block]) -> Block:
        """Return the smallest block that holds all of `blocks`."""
        found = list(blocks)
        return cls(
            min(block.top for block in found),
            min(block.left for block in found),
            max(block.bottom for block in found),
            max(block.right for block in found),
        )

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return self.bottom - self.top + 1, self.right - self.left + 1

    def cell(self, row: int, column: int) -> Block:
        """Return one cell, counted from 1 within the block; it may lie outside, as in Excel."""
        top, left = self.top + row - 1, self.left + column - 1
        return Block(top, left, top, left)

    def address(self, *, row_absolute: bool = True, column_absolute: bool = True) -> str:
        """Return «$A$1:$C$3», or without the dollar signs."""
        row, column = "$" if row_absolute else "", "$" if column_absolute else ""
        first = f"{column}{column_name(self.left)}{row}{self.top + 1}"
        last = f"{column}{column_name(self.right)}{row}{self.bottom + 1}"
        return first if first == last else f"{first}:{last}"

    def cells_of(self, sheet: Any) -> Any:
        """Return the UNO range of this block on a UNO sheet."""
        return sheet.getCellRangeByPosition(self.left, self.top, self.right, self.bottom)
