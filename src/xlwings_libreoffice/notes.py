"""Notes on cells; LibreOffice calls them annotations and keeps them by sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice.attributes import same
from xlwings_libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlwings_libreoffice.ranges import Range
    from xlwings_libreoffice.sheet import Sheet


@naming_gaps
class Note(base_classes.Note):  # type: ignore[misc]  # xlwings is untyped
    """The note of one cell."""

    location: Range

    def __init__(self, location: Range) -> None:
        self.location = location

    @property
    def api(self) -> Any:
        """The UNO annotation."""
        return self.location.api.getCellByPosition(0, 0).Annotation

    text = same("String", str)

    @property
    def author(self) -> str:
        """Who wrote it."""
        return str(self.api.Author)

    def delete(self) -> None:
        """Take it away."""
        self.location.api.clearContents(8)  # com.sun.star.sheet.CellFlags.ANNOTATION


def note_at(cell: Range) -> Note | None:
    """Return the note on a cell, or None."""
    note = Note(cell)
    return note if note.text else None


def add(cell: Range, text: str) -> Note:
    """Put a note on a cell."""
    place = cell.api.getCellByPosition(0, 0).CellAddress
    cell.sheet.api.Annotations.insertNew(place, text)
    return Note(cell)


def of_sheet(sheet: Sheet) -> Iterator[Note]:
    """Yield the notes of a sheet."""
    for annotation in sheet.api.Annotations:
        place = annotation.Position
        yield Note(sheet.range((place.Row + 1, place.Column + 1)))
