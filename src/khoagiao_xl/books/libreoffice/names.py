"""Names of cells: LibreOffice's named ranges, with Excel's way of writing what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from khoagiao_xl.books.libreoffice.block import Block
from khoagiao_xl.books.libreoffice.gaps import naming_gaps
from khoagiao_xl.books.libreoffice.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.libreoffice.book import Book


@naming_gaps
class Name(base_classes.Name):  # type: ignore[misc]  # xlwings is untyped
    """One name."""

    book: Book
    api: Any

    def __init__(self, book: Book, api: Any) -> None:
        self.book, self.api = book, api

    @property
    def name(self) -> str:
        """The name itself."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.setName(name)

    @property
    def refers_to(self) -> str:
        """What it stands for: «='Trang 1'!$A$1:$B$2»."""
        cells = self.api.ReferredCells
        if cells is None:
            return f"={self.api.Content}"
        found = self.refers_to_range
        return f"='{found.sheet.name}'!{found.address}"

    @refers_to.setter
    def refers_to(self, text: str) -> None:
        self.api.setContent(_content(text))

    @property
    def refers_to_range(self) -> Range:
        """The cells."""
        cells = self.api.ReferredCells
        return Range(self.book.sheet_of(cells.Spreadsheet), Block.of(cells.RangeAddress))

    def delete(self) -> None:
        """Take the name away; the cells stay."""
        self.book.api.NamedRanges.removeByName(self.name)


@naming_gaps
class Names(base_classes.Names):  # type: ignore[misc]  # xlwings is untyped
    """The names of a workbook."""

    book: Book
    api: Any

    def __init__(self, book: Book) -> None:
        self.book, self.api = book, book.api.NamedRanges

    def __call__(self, key: str | int) -> Name:
        """Return a name by itself or by its number, counted from 1."""
        name = key if isinstance(key, str) else self.api.ElementNames[key - 1]
        return Name(self.book, self.api.getByName(name))

    def __len__(self) -> int:
        return len(self.api.ElementNames)

    def contains(self, key: str) -> bool:
        """Whether there is such a name."""
        return bool(self.api.hasByName(key))

    def snapshot(self) -> list[tuple[str, Name]]:
        """Return all names as they are now."""
        return [(name, Name(self.book, self.api.getByName(name))) for name in self.api.ElementNames]

    def __iter__(self) -> Iterator[Name]:
        return (name for _, name in self.snapshot())

    def add(self, name: str, refers_to: str) -> Name:
        """Make a name, or let one stand for something else."""
        import uno

        if self.contains(name):
            self.api.getByName(name).setContent(_content(refers_to))
        else:
            origin = uno.createUnoStruct("com.sun.star.table.CellAddress")
            self.api.addNewByName(name, _content(refers_to), origin, 0)
        return Name(self.book, self.api.getByName(name))

    def of(self, cells: Range) -> Name | None:
        """Return the name of exactly these cells, or None."""
        wanted = f"='{cells.sheet.name}'!{cells.address}"
        return next((name for name in self if name.refers_to == wanted), None)


def _content(refers_to: str) -> str:
    """Return Excel's «='Trang'!$A$1» as LibreOffice writes it: «$'Trang'.$A$1»."""
    sheet, mark, cells = refers_to.removeprefix("=").rpartition("!")
    return f"${sheet}.{cells}" if mark else cells
