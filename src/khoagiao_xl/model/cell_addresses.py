"""Cells by their addresses: columns count from 0, rows from 1 as Excel shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet, as Excel counts: from 1
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_REF: Final = re.compile(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")
_DIGITS: Final = "0123456789"


@cache
def column_name(index: int) -> str:
    """Return the letters of column `index`: 27 -> «AB»."""
    letters = ""
    left = index + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = _ALPHABET[letter] + letters
    return letters


@cache
def column_index(letters: str) -> int:
    """Return the number of a column from its letters: «AB» -> 27."""
    number = 0
    for letter in letters:
        number *= 26
        number += _ALPHABET.index(letter) + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """Return the address of a cell: (5, 27) -> «AB5»."""
    letters = column_name(column)
    return f"{letters}{row}"


def row_and_column(address: str) -> tuple[int, int]:
    """Return where the cell of an address lies: «AB5» -> (5, 27)."""
    letters = address.rstrip(_DIGITS)
    row = address.removeprefix(letters)
    column = column_index(letters)
    return int(row), column


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, its first and last row and column in it."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def parse(cls, ref: str) -> Area:
        """Return the area of a reference such as «A4:H20»; raise NotAWorkbook when it is none."""
        match = _REF.fullmatch(ref)
        if not match:
            raise NotAWorkbook(name="", reason=f"vùng ô lạ «{ref}»")
        left, top, right, bottom = match.groups()
        return cls(
            left=column_index(left),
            top=int(top),
            right=column_index(right),
            bottom=int(bottom),
        )

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        last = cell_name(self.bottom, self.right)
        return f"{first}:{last}"

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self.right - self.left + 1

    @property
    def rows(self) -> range:
        """The rows."""
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        """The columns."""
        return range(self.left, self.right + 1)

    @property
    def body_rows(self) -> range:
        """The rows under the first, which is the header of a table."""
        return self.rows[1:]

    def with_body(self, rows: int) -> Area:
        """Return the area of a table that begins here and has so many rows under its header."""
        return replace(self, bottom=self.top + rows)

    def rows_under(self, other: Area) -> range:
        """Return the rows of this area that lie under another."""
        return range(other.bottom + 1, self.bottom + 1)

    def columns_outside(self, row: int, width: int) -> Iterable[int]:
        """Return which of the first `width` columns of a row are not in the area."""
        if row not in self.rows:
            return range(width)
        left = min(self.left, width)
        before = range(left)
        after = range(self.right + 1, width)
        return chain(before, after)
