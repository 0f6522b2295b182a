"""Range: all that a script can ask of cells, and the name, table and filter they have."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from xlwings_libreoffice.contents import Contents
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.looks import Looks
from xlwings_libreoffice.moves import Moves
from xlwings_libreoffice.sizes import Merging, Sizes


@naming_gaps
class Range(Contents, Looks, Sizes, Merging, Moves, base_classes.Range):  # type: ignore[misc]  # xlwings is untyped
    """A block of one sheet as xlwings knows it."""

    options: dict[str, Any]

    @property
    def name(self) -> Any:
        """The name that stands for exactly these cells, or None."""
        own = self.sheet.names.of(self)
        return own or self.sheet.book.names.of(self)

    @name.setter
    def name(self, name: str) -> None:
        names = self.sheet.book.names
        names.add(name, self.reference)

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
