"""A rectangle of cells, counted from 0 as LibreOffice counts, and its Excel address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
_FIRST_ROW, _LAST_ROW = "1", "1048576"
_FIRST_COLUMN, _LAST_COLUMN = "A", "XFD"
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COLUMN, _ROW = r"\$?([A-Z]{1,3})", r"\$?([1-9]\d{0,6})"
_CELL: Final = re.compile(rf"{_COLUMN}{_ROW}", re.IGNORECASE)
_CELLS: Final = re.compile(rf"{_COLUMN}{_ROW}:{_COLUMN}{_ROW}", re.IGNORECASE)
_COLUMNS: Final = re.compile(rf"{_COLUMN}:{_COLUMN}", re.IGNORECASE)
_ROWS: Final = re.compile(rf"{_ROW}:{_ROW}")


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
        return cls(
            top=address.StartRow,
            left=address.StartColumn,
            bottom=address.EndRow,
            right=address.EndColumn,
        )

    @classmethod
    def parse(cls, address: str) -> Block | None:
        """Return the block of «B2», «B2:C5», «B:C» or «2:5»; None for what is no such address."""
        if match := _CELL.fullmatch(address):
            column, row = match.groups()
            found = _between(column, row, column, row)
        elif match := _CELLS.fullmatch(address):
            found = _between(*match.groups())
        elif match := _COLUMNS.fullmatch(address):
            first, last = match.groups()
            found = _between(first, _FIRST_ROW, last, _LAST_ROW)
        elif match := _ROWS.fullmatch(address):
            first, last = match.groups()
            found = _between(_FIRST_COLUMN, first, _LAST_COLUMN, last)
        else:
            return None
        return found if found.fits else None

    @classmethod
    def around(cls, blocks: Sequence[Block]) -> Block:
        """Return the smallest block that holds all of `blocks`."""
        return cls(
            top=min(block.top for block in blocks),
            left=min(block.left for block in blocks),
            bottom=max(block.bottom for block in blocks),
            right=max(block.right for block in blocks),
        )

    @property
    def fits(self) -> bool:
        """Whether a sheet has all of these cells."""
        if self.top < 0 or self.left < 0:
            return False
        return self.bottom <= LAST_ROW and self.right <= LAST_COLUMN

    @property
    def height(self) -> int:
        """The number of rows."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.right - self.left + 1

    @property
    def rows(self) -> range:
        """The rows."""
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        """The columns."""
        return range(self.left, self.right + 1)

    def resized(self, height: int, width: int) -> Block:
        """Return the block that begins here and has so many rows and columns."""
        return Block(
            top=self.top,
            left=self.left,
            bottom=self.top + height - 1,
            right=self.left + width - 1,
        )

    def holds(self, other: Block) -> bool:
        """Whether the first cell of another block lies in this one."""
        if other.top not in self.rows:
            return False
        return other.left in self.columns

    def cell(self, row: int, column: int) -> Block:
        """Return one cell, counted from 1 within the block; it may lie outside, as in Excel."""
        top = self.top + row - 1
        left = self.left + column - 1
        return Block(top, left, top, left)

    def address(self, *, row_absolute: bool = True, column_absolute: bool = True) -> str:
        """Return «$A$1:$C$3», or without the dollar signs."""
        pattern = "{column}{row}"
        if row_absolute:
            pattern = pattern.replace("{row}", "${row}")
        if column_absolute:
            pattern = pattern.replace("{column}", "${column}")
        first = pattern.format(column=column_name(self.left), row=self.top + 1)
        last = pattern.format(column=column_name(self.right), row=self.bottom + 1)
        if first == last:
            return first
        return f"{first}:{last}"

    def cells_of(self, sheet: Any) -> Any:
        """Return the UNO range of this block on a UNO sheet."""
        if not self.fits:
            raise IndexError(f"no sheet has all of these cells, counted from 0: {self}")
        return sheet.getCellRangeByPosition(
            self.left,
            self.top,
            self.right,
            self.bottom,
        )


def _between(column: str, row: str, other_column: str, other_row: str) -> Block:
    """Return the block between two corners, whichever is first."""
    rows = [int(row), int(other_row)]
    columns = [column_index(column), column_index(other_column)]
    return Block(
        top=min(rows) - 1,
        left=min(columns),
        bottom=max(rows) - 1,
        right=max(columns),
    )


def column_name(index: int) -> str:
    """Return the letters of column `index`, counted from 0: 27 -> «AB»."""
    before, own = divmod(index, len(_ALPHABET))
    letter = _ALPHABET[own]
    if not before:
        return letter
    return column_name(before - 1) + letter


def column_index(letters: str) -> int:
    """Return the number of a column from its letters: «AB» -> 27."""
    number = 0
    for letter in letters.upper():
        number *= len(_ALPHABET)
        number += _ALPHABET.index(letter) + 1
    return number - 1
