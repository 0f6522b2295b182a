"""The sheets of a workbook, in the order of the tabs."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from xlwings import base_classes

from xlwings_libreoffice.collection import NamedCollection, unusable
from xlwings_libreoffice.gaps import naming_gaps
from xlwings_libreoffice.sheet import Sheet

if TYPE_CHECKING:
    from xlwings_libreoffice.book import Book


@naming_gaps
class Sheets(NamedCollection[Sheet], base_classes.Sheets):  # type: ignore[misc]  # xlwings is untyped
    """All sheets, the hidden ones with them."""

    kind = Sheet
    owner: Book

    def __len__(self) -> int:
        return int(self.api.Count)

    @property
    def active(self) -> Sheet:
        """The sheet that is shown."""
        shown = self.owner.api.CurrentController.ActiveSheet
        return self.owner.sheet_of(shown)

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """Put in a new sheet before or after another, else before the active one, and show it."""
        name = name or self.free_name("Sheet")
        if not before and not after:
            before = self.active
        with suppress(Exception):  # a bare RuntimeException
            self.api.insertNewByName(name, _place(before, after))
        made = self.find(name)
        if made is None:
            raise unusable(name)
        made.activate()
        return made

    def take(self, sheet: Sheet, before: Sheet | None, after: Sheet | None) -> None:
        """Put in a copy of a sheet of this workbook or of another, named as Excel does: «Trang (2)»."""
        place = _place(before, after)
        if sheet.book.api == self.owner.api:
            name = self.free_name(f"{sheet.name} (", ")", first=2)
            self.api.copyByName(sheet.name, name, place)
        else:
            self.api.importSheet(sheet.model, sheet.name, place)


def _place(before: Sheet | None, after: Sheet | None) -> int:
    """Return the number, counted from 0, of the tab that a new one comes before."""
    if after:
        return after.index
    if before:
        return before.index - 1
    return 0
