"""Names of cells: LibreOffice's named ranges, with Excel's way of writing what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from xlwings_libreoffice import formula_grammar as grammar
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.collection import Member, NamedCollection
from xlwings_libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from xlwings_libreoffice.book import Book
    from xlwings_libreoffice.ranges import Range
    from xlwings_libreoffice.sheet import Sheet

_ALLOWED: Final = re.compile(r"[^\W\d][\w.]*")
_FIRST_CELL: Final = "com.sun.star.table.CellAddress"  # what relative addresses in a name are counted from


@naming_gaps
class Name(Member, base_classes.Name):  # type: ignore[misc]  # xlwings is untyped
    """One name of a workbook, or of one of its sheets."""

    owner: Book | Sheet

    @property
    def refers_to(self) -> str:
        """What it stands for: «='Trang 1'!$A$1:$B$2», «=0.5»."""
        if self.api.ReferredCells is None:
            formula = grammar.to_excel(self.api.Content)
            return f"={formula}"
        return self.refers_to_range.reference

    @refers_to.setter
    def refers_to(self, text: str) -> None:
        content = _content(text)
        self.api.setContent(content)

    @property
    def refers_to_range(self) -> Range:
        """The cells."""
        cells = self.api.ReferredCells
        if cells is None:
            raise ValueError(f"the name «{self.name}» stands for no cells: {self.refers_to}")
        sheet = self.owner.sheet_of(cells.Spreadsheet)
        return sheet.at(Block.of(cells.RangeAddress))

    def delete(self) -> None:
        """Take the name away; the cells stay."""
        names = self.owner.names
        names.api.removeByName(self.name)


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
        found = self.find(name)
        if found:
            found.refers_to = refers_to
            return found
        self._make(name, _content(refers_to))
        return self(name)

    def _make(self, name: str, content: str) -> None:
        import uno

        if not _ALLOWED.fullmatch(name) or Block.parse(name):
            raise ValueError(f"«{name}» cannot be a name: neither Excel nor LibreOffice would know it again")
        origin = uno.createUnoStruct(_FIRST_CELL)
        self.api.addNewByName(name, content, origin, 0)

    def of(self, cells: Any) -> Name | None:
        """Return the name of exactly these cells, or None."""
        for name in self:
            if name.refers_to == cells.reference:
                return name
        return None


def _content(refers_to: str) -> str:
    formula = refers_to.removeprefix("=")
    return grammar.to_office(formula)
