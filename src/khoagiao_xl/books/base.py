"""The contract of a book: what a step may ask of the master, whichever way leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Value = str | int | float | bool | date | datetime | None
Row = dict[str, Value]  # heading -> value


@dataclass(frozen=True)
class Layout:
    """Where a table stands in its sheet, and what stands around it.

    header: the sheet's row of the headings. rows: the row of each line that `read` returns.
    letters: heading -> letter of its column. unread: address -> what the cell holds where `read` gives less:
    a text with blanks at its ends, or of nothing else, an error such as «#N/A»; nothing before `save`.
    outside: address -> content of the sheet under the table or beside it, from the headings down.
    """

    header: int
    rows: tuple[int, ...]
    letters: Mapping[str, str]
    unread: Mapping[str, str]
    outside: Mapping[str, Value]


class Book(Protocol):
    """A master whose tables are read and written whole.

    Nothing reaches the file before `save`; what was written is what a later `read` returns.
    """

    @property
    def path(self) -> Path:
        """Where the master lies."""

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""

    def headings(self, table: str) -> tuple[str, ...]:
        """Return the column names of `table` as they stand in the sheet; WrongRequest MS-01 if missing."""

    def read(self, table: str) -> list[Row]:
        """Return the rows of `table` that are not wholly blank, without columns of a formula of their own."""

    def layout(self, table: str) -> Layout:
        """Return where the table and the rows that `read` returns stand in the sheet."""

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table`; a value under no heading of the table is an error.

        Every row gets the formulas of the schema's columns that have one, whatever is handed in for them.
        """

    def save(self) -> None:
        """Put all that was written into the file, or nothing.

        Raise ChangedMeanwhile when a table that was written is no longer what it was when it was first
        asked for. A closed file is replaced as a whole: there any change since it was opened counts.
        """
