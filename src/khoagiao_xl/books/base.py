"""The contract of a book: what a step may ask of the master, whichever way leads to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Value = str | int | float | bool | date | datetime | None
Row = dict[str, Value]  # heading -> value


class Book(Protocol):
    """A master whose tables are read and written whole.

    Nothing reaches the file before `save`; what was written is what a later `read` returns.
    """

    @property
    def path(self) -> Path:
        """Where the master lies."""

    def headings(self, table: str) -> tuple[str, ...]:
        """Return the column names of `table` as they stand in the sheet; WrongRequest MS-01 if missing."""

    def read(self, table: str) -> list[Row]:
        """Return the rows of `table` that are not wholly blank."""

    def address(self, table: str, at: int, column: str) -> str:
        """Return the cell («B17») that holds `column` in the row which `read` returns at index `at`."""

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table`; a value under no heading of the table is an error."""

    def save(self) -> None:
        """Put all that was written into the file, or nothing."""
