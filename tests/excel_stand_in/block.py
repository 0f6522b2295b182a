"""A rectangle of a sheet, by numbers from 1 on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """Rows and columns that lie together."""

    top: int
    left: int
    height: int
    width: int

    @classmethod
    def around(cls, one: Block, other: Block) -> Block:
        """Return the smallest block that holds two."""
        top, left = min(one.top, other.top), min(one.left, other.left)
        height = max(one.bottom, other.bottom) - top + 1
        return cls(top, left, height, max(one.right, other.right) - left + 1)

    @property
    def bottom(self) -> int:
        """The last row."""
        return self.top + self.height - 1

    @property
    def right(self) -> int:
        """The last column."""
        return self.left + self.width - 1

    @property
    def rows(self) -> range:
        """The numbers of the rows."""
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        """The numbers of the columns."""
        return range(self.left, self.right + 1)

    def meets(self, other: Block) -> bool:
        """Whether two blocks have a cell in common."""
        is_beside = self.right < other.left or other.right < self.left
        is_above = self.bottom < other.top or other.bottom < self.top
        return not is_beside and not is_above

    def part(self, row: int, column: int) -> Block:
        """Return one cell, counted from 1 within the block."""
        return Block(self.top + row - 1, self.left + column - 1, 1, 1)

    def under(self, other: Block) -> Block:
        """Return what of this block lies under another one that begins in the same row."""
        return Block(other.bottom + 1, self.left, self.height - other.height, self.width)
