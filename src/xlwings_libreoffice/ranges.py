"""Range: all that a script can ask of cells, and the name, note, table and filter they have."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from xlwings_libreoffice import notes
from xlwings_libreoffice.contents import Contents
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.links import Links
from xlwings_libreoffice.looks import Looks
from xlwings_libreoffice.moves import Moves
from xlwings_libreoffice.sizes import Merging, Sizes


@naming_gaps
class Range(Contents, Looks, Sizes, Merging, Moves, Links, base_classes.Range):  # type: ignore[misc]  # xlwings is untyped
    """A block of one sheet as xlwings knows it."""

    options: dict[str, Any]

    @property
    def name(self) -> Any:
        """The name that stands for exactly these cells, or None."""
        return self.sheet.names.of(self) or self.sheet.book.names.of(self)

    @name.setter
    def name(self, name: str) -> None:
        self.sheet.book.names.add(name, self.reference)

    @property
    def note(self) -> Any:
        """The note on the first cell, or None."""
        return notes.note_at(self(1))

    def add_note(self, text: str) -> Any:
        """Put a note on the first cell."""
        return notes.add(self(1), text)

    @property
    def table(self) -> Any:
        """The table that the first cell lies in, or None."""
        return self.sheet.tables.at(self.block)

    @property
    def autofilter(self) -> Any:
        """The filter of the table that the first cell lies in."""
        table = self.table
        if table is None:
            raise missing("Range.autofilter outside a table")
        return table.autofilter
