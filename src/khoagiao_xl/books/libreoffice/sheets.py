"""Sheets and Sheet: the tabs of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from khoagiao_xl.books.libreoffice import notes
from khoagiao_xl.books.libreoffice.block import Block
from khoagiao_xl.books.libreoffice.gaps import naming_gaps
from khoagiao_xl.books.libreoffice.ranges import CONTENTS, EVERYTHING, LOOKS, Range
from khoagiao_xl.books.libreoffice.shapes import Shapes
from khoagiao_xl.books.libreoffice.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.libreoffice.book import Book


@naming_gaps
class Sheet(base_classes.Sheet):  # type: ignore[misc]  # xlwings is untyped
    """One sheet."""

    book: Book
    api: Any

    def __init__(self, book: Book, api: Any) -> None:
        self.book, self.api = book, api

    @property
    def model(self) -> Any:
        """The UNO document."""
        return self.book.api

    @property
    def name(self) -> str:
        """What its tab says."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.Name = name

    @property
    def index(self) -> int:
        """Its place among the tabs, counted from 1."""
        return int(self.api.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:
        """Whether its tab is shown."""
        return bool(self.api.IsVisible)

    @visible.setter
    def visible(self, shows: bool) -> None:
        self.api.IsVisible = shows

    def range(self, first: Any, last: Any = None) -> Range:
        """Return cells by address, name, (row, column), (row, column, rows, columns) or two corners."""
        one = self._block(first)
        if last is None:
            return Range(self, one)
        return Range(self, Block.around([one, self._block(last)]))

    def _block(self, cells: Any) -> Block:
        cells = getattr(cells, "impl", cells)
        if isinstance(cells, Range):
            return cells.block
        if isinstance(cells, tuple):
            row, column, height, width = (*cells, 1, 1)[:4]
            return Block(row - 1, column - 1, row + height - 2, column + width - 2)
        return self._named(str(cells))

    def _named(self, address: str) -> Block:
        if "," in address:
            raise NotImplementedError(f"the engine for LibreOffice has no Range of several areas: {address}")
        names = self.model.NamedRanges
        if names.hasByName(address):
            return Block.of(names.getByName(address).ReferredCells.RangeAddress)
        return Block.of(self.api.getCellRangeByName(address.replace("$", "")).RangeAddress)

    @property
    def cells(self) -> Range:
        """All cells."""
        return Range(self, Block.of(self.api.RangeAddress))

    @property
    def used_range(self) -> Range:
        """The smallest block from the first filled cell to the last."""
        cursor = self.api.createCursor()
        cursor.gotoEndOfUsedArea(False)
        cursor.gotoStartOfUsedArea(True)
        return Range(self, Block.of(cursor.RangeAddress))

    def activate(self) -> None:
        """Show this sheet."""
        self.model.CurrentController.setActiveSheet(self.api)

    select = activate

    def clear_contents(self) -> None:
        """Take out all contents."""
        self.api.clearContents(CONTENTS)

    def clear_formats(self) -> None:
        """Take out all looks."""
        self.api.clearContents(LOOKS)

    def clear(self) -> None:
        """Take out everything."""
        self.api.clearContents(EVERYTHING)

    def autofit(self, axis: str | None = None) -> None:
        """Make rows, columns or both as large as what stands in them."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Take the sheet away."""
        self.model.Sheets.removeByName(self.name)

    @property
    def notes(self) -> Iterator[notes.Note]:
        """The notes on its cells."""
        return notes.of_sheet(self)

    @property
    def tables(self) -> Tables:
        """Its tables."""
        return Tables(self)

    @property
    def shapes(self) -> Shapes:
        """Its shapes."""
        return Shapes(self)

    @property
    def names(self) -> Any:
        """The names of the workbook: LibreOffice shows Excel's names of one sheet among them."""
        return self.book.names


@naming_gaps
class Sheets(base_classes.Sheets):  # type: ignore[misc]  # xlwings is untyped
    """The sheets of a workbook, in the order of the tabs."""

    book: Book
    api: Any

    def __init__(self, book: Book) -> None:
        self.book, self.api = book, book.api.Sheets

    @property
    def active(self) -> Sheet:
        """The sheet that is shown."""
        return Sheet(self.book, self.book.api.CurrentController.ActiveSheet)

    def __call__(self, key: str | int) -> Sheet:
        """Return a sheet by its name or by its number, counted from 1; KeyError when there is none."""
        if isinstance(key, int):
            return Sheet(self.book, self.api.getByIndex(key - 1))
        if not self.api.hasByName(key):
            raise KeyError(key)
        return Sheet(self.book, self.api.getByName(key))

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator[Sheet]:
        return (self(name) for name in self.api.ElementNames)

    def __contains__(self, name: str) -> bool:
        return bool(self.api.hasByName(name))

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """Put in a new sheet before or after another, else before the active one."""
        taken, number = set(self.api.ElementNames), len(self) + 1
        while f"Sheet{number}" in taken:
            number += 1
        name = name or f"Sheet{number}"
        place = after.index if after else (before or self.active).index - 1
        self.api.insertNewByName(name, place)
        return self(name)
