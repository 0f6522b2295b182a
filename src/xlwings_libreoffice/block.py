"""A rectangle of cells, counted from 0 as LibreOffice counts, and its Excel address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
_CORNER: Final = re.compile(r"\$?(?P<column>[A-Z]{1,3})?\$?(?P<row>[1-9]\d{0,6})?", re.IGNORECASE)


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
    def parse(cls, address: str) -> Block | None:
        """Return the block of «B2», «B2:C5», «B:C» or «2:5»; None for what is no such address."""
        first, colon, last = address.partition(":")
        corners = [_corner(first), _corner(last or first)]
        kinds = {(row is None, column is None) for row, column in corners}
        if len(kinds) > 1 or (True, True) in kinds or (not colon and kinds != {(False, False)}):
            return None
        (top, left), (bottom, right) = corners
        if top is None or bottom is None:
            top, bottom = 0, LAST_ROW
        if left is None or right is None:
            left, right = 0, LAST_COLUMN
        found = cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        return found if found.fits else None

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
    def fits(self) -> bool:
        """Whether a sheet has all of these cells."""
        return self.top >= 0 <= self.left and self.bottom <= LAST_ROW and self.right <= LAST_COLUMN

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return self.bottom - self.top + 1, self.right - self.left + 1

    def holds(self, other: Block) -> bool:
        """Whether the first cell of another block lies in this one."""
        return self.top <= other.top <= self.bottom and self.left <= other.left <= self.right

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
        if not self.fits:
            raise IndexError(f"no sheet has all of these cells, counted from 0: {self}")
        return sheet.getCellRangeByPosition(self.left, self.top, self.right, self.bottom)


def _corner(text: str) -> tuple[int | None, int | None]:
    found = _CORNER.fullmatch(text)
    row, column = (found["row"], found["column"]) if found else (None, None)
    return int(row) - 1 if row else None, column_index(column.upper()) if column else None


def column_name(index: int) -> str:
    """Return the letters of column `index`, counted from 0: 27 -> «AB»."""
    before, own = divmod(index, 26)
    letter = chr(ord("A") + own)
    return column_name(before - 1) + letter if before else letter


def column_index(letters: str) -> int:
    """Return the number of a column from its letters: «AB» -> 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
