"""One sheet: its name and place, its cells, and what lies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice import addresses
from xlwings_libreoffice.attributes import Same
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.collection import Member
from xlwings_libreoffice.contents import Clearing
from xlwings_libreoffice.gaps import naming_gaps
from xlwings_libreoffice.names import Names
from xlwings_libreoffice.pictures import Pictures
from xlwings_libreoffice.ranges import Range
from xlwings_libreoffice.tables import Tables

if TYPE_CHECKING:
    from xlwings_libreoffice.book import Book


@naming_gaps
class Sheet(Member, Clearing, base_classes.Sheet):  # type: ignore[misc]  # xlwings is untyped
    """One sheet."""

    owner: Book
    visible = Same("IsVisible", bool)
    range = addresses.find

    @property
    def book(self) -> Book:
        """Its workbook."""
        return self.owner

    @property
    def model(self) -> Any:
        """The UNO document."""
        return self.book.api

    @property
    def index(self) -> int:
        """Its place among the tabs, counted from 1."""
        address = self.api.RangeAddress
        return int(address.Sheet) + 1

    def sheet_of(self, api: Any) -> Sheet:
        """Return a UNO sheet of the same workbook as ours."""
        return self.book.sheet_of(api)

    def at(self, block: Block) -> Range:
        """Return some of its cells."""
        return Range(self, block)

    @property
    def cells(self) -> Range:
        """All cells."""
        everything = Block.of(self.api.RangeAddress)
        return self.at(everything)

    @property
    def used_range(self) -> Range:
        """The smallest block from the first filled cell to the last."""
        cursor = self.api.createCursor()
        cursor.gotoEndOfUsedArea(False)
        cursor.gotoStartOfUsedArea(True)
        return self.at(Block.of(cursor.RangeAddress))

    def activate(self) -> None:
        """Show this sheet."""
        window = self.model.CurrentController
        window.setActiveSheet(self.api)

    select = activate

    def autofit(self, axis: str | None = None) -> None:
        """Make rows, columns or both as large as what stands in them."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Take the sheet away."""
        sheets = self.book.sheets
        if len(sheets) == 1:
            raise ValueError("a workbook cannot be without a sheet")
        sheets.api.removeByName(self.name)

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        """Copy the sheet before or after another, which may be in another workbook."""
        beside = before or after or self
        beside.book.sheets.take(self, before, after)

    @property
    def tables(self) -> Tables:
        """Its tables."""
        return Tables(self, self.model.DatabaseRanges)

    def has_table(self, name: str) -> bool:
        """Whether any sheet of the workbook has a table of that name."""
        return self.tables.is_taken(name)

    @property
    def pictures(self) -> Pictures:
        """Its pictures."""
        return Pictures(self, self.api.DrawPage)

    @property
    def names(self) -> Names:
        """The names that are its own; those of all sheets are the workbook's."""
        return Names(self, self.api.NamedRanges)
