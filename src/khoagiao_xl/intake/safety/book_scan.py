"""What the package of a workbook holds, as far as intake needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.cell_styles import CellStyles
from khoagiao_xl.intake.safety.scanned_sheet import SHARED, SheetScan
from khoagiao_xl.intake.safety.shared_strings import SharedStrings

if TYPE_CHECKING:
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell


@dataclass
class BookScan:
    """A workbook as it lies in its package."""

    sheets: list[SheetScan] = field(default_factory=list)
    strings: SharedStrings = field(default_factory=SharedStrings)
    styles: CellStyles = field(default_factory=CellStyles)
    names: dict[str, str] = field(default_factory=dict)  # defined name -> what it refers to
    properties: dict[str, str] = field(default_factory=dict)
    words: list[BookWords] = field(default_factory=list)  # everything that is written outside the cells
    is_1904: bool = False
    has_external_links: bool = False
    has_macros: bool = False
    has_pictures: bool = False

    @property
    def texts(self) -> list[str]:
        """The words outside the cells; those of headers and footers are with their sheets."""
        return [word.text for word in self.words if word.kind is not Outside.PRINT]

    @property
    def comments(self) -> int:
        """How many cells the unit has commented on."""
        return len({(word.sheet, word.cell) for word in self.words if word.is_comment})

    def sheet(self, name: str) -> SheetScan:
        """Return what the XML of a sheet says; raise KeyError for one that is not there."""
        for scan in self.sheets:
            if scan.name == name:
                return scan
        raise KeyError(name)

    def has_sheet(self, name: str) -> bool:
        """Say whether there is a sheet of that name."""
        return any(scan.name == name for scan in self.sheets)

    def text_of(self, cell: ScannedCell) -> str:
        """Return what the cell holds, a shared string as its text."""
        if cell.kind == SHARED:
            return self.strings.by_number.get(cell.raw, cell.raw)
        return cell.raw
