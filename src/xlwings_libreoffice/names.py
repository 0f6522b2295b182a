"""Names of cells: LibreOffice's named ranges, with Excel's way of writing what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from xlwings_libreoffice import grammar
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.collection import Member, NamedCollection
from xlwings_libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from xlwings_libreoffice.book import Book
    from xlwings_libreoffice.ranges import Range
    from xlwings_libreoffice.sheet import Sheet

_ALLOWED: Final = re.compile(r"[^\W\d][\w.]*")


@naming_gaps
class Name(Member, base_classes.Name):  # type: ignore[misc]  # xlwings is untyped
    """One name of a workbook, or of one of its sheets."""

    owner: Book | Sheet

    @property
    def refers_to(self) -> str:
        """What it stands for: «='Trang 1'!$A$1:$B$2», «=0.5»."""
        if self.api.ReferredCells is None:
            return f"={grammar.to_excel(self.api.Content)}"
        return self.refers_to_range.reference

    @refers_to.setter
    def refers_to(self, text: str) -> None:
        self.api.setContent(_content(text))

    @property
    def refers_to_range(self) -> Range:
        """The cells."""
        cells = self.api.ReferredCells
        if cells is None:
            raise ValueError(f"the name «{self.name}» stands for no cells: {self.refers_to}")
        return self.owner.sheet_of(cells.Spreadsheet).at(Block.of(cells.RangeAddress))

    def delete(self) -> None:
        """Take the name away; the cells stay."""
        self.owner.names.api.removeByName(self.name)


@naming_gaps
class Names(NamedCollection[Name], base_classes.Names):  # type: ignore[misc]  # xlwings is untyped
    """The names of a workbook, or of one sheet alone."""

    kind = Name

    def contains(self, key: str) -> bool:
        """Whether there is such a name."""
        return key in self

    def snapshot(self) -> list[tuple[str, Name]]:
        """Return all names as they are now."""
        return [(name.name, name) for name in self]

    def add(self, name: str, refers_to: str) -> Name:
        """Make a name, or let one stand for something else."""
        import uno

        found = self.find(name)
        if found:
            found.refers_to = refers_to
            return found
        if not _ALLOWED.fullmatch(name) or Block.parse(name):
            raise ValueError(f"«{name}» cannot be a name: neither Excel nor LibreOffice would know it again")
        origin = uno.createUnoStruct("com.sun.star.table.CellAddress")
        self.api.addNewByName(name, _content(refers_to), origin, 0)
        return self(name)

    def of(self, cells: Any) -> Name | None:
        """Return the name of exactly these cells, or None."""
        return next((name for name in self if name.refers_to == cells.reference), None)


def _content(refers_to: str) -> str:
    return grammar.to_office(refers_to.removeprefix("="))
