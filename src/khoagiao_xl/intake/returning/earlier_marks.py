"""The marks of an earlier return taken off again, so that only what is still wrong is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_notes import CellNotes
from khoagiao_xl.books.package.child_order import local_name
from khoagiao_xl.books.package.parts import MAIN
from khoagiao_xl.intake.own_notes import MEMORY, OWN_NAMES, OWN_NOTE, OWN_SHEETS, UNIT_NOTE
from khoagiao_xl.intake.returning.finding_order import is_in_a_cell
from khoagiao_xl.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.books.package.xml_parts import XmlParts
    from khoagiao_xl.intake.safety.book_scan import BookScan

_HOLDERS: Final = ("conditionalFormatting", "conditionalFormattings", "ext", "extLst")
_KINDS: Final = ("rgb", "theme", "indexed")  # how a colour may be told
_NO_FILL: Final = '<fill><patternFill patternType="none"/></fill>'
_FILL: Final = (
    '<fill><patternFill patternType="{pattern}"><fgColor {colour}/>'
    '<bgColor indexed="64"/></patternFill></fill>'
)


def wipe_earlier_marks(parts: XmlParts, tabs: SheetTabs, styles: StyleTable, book: BookScan) -> None:
    """Take off colours, notes, sheets and names of a copy that went back before."""
    sheets = tabs.worksheets
    for remembered in _remembered_fills(book):
        part = sheets.get(remembered.sheet)
        if part:
            sheet = parts.open(part)
            _restore_fill(sheet, styles, remembered)
    for name, part in sheets.items():
        if name not in OWN_SHEETS:
            _wipe_colours(parts, part)
            _wipe_notes(parts, part)
    tabs.drop_names(OWN_NAMES)
    for name in OWN_SHEETS & set(tabs.names):
        tabs.remove(name)


def _wipe_colours(parts: XmlParts, part: str) -> None:
    from lxml import etree

    if not parts.mentions(part, OWN_NAMES):
        return
    root = parts.open(part)
    for rule in list(root.iter("{*}cfRule")):
        text = etree.tostring(rule, method="text", encoding="unicode")
        if OWN_NAMES in str(text):
            _remove(rule)


def _remove(element: _Element) -> None:
    """Take an element out, and what then holds nothing that shows."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    left = [child for child in parent if local_name(child) != "sqref"]
    if not left and local_name(parent) in _HOLDERS:
        _remove(parent)


def _wipe_notes(parts: XmlParts, part: str) -> None:
    notes = CellNotes(parts, part, "")
    for address, text in notes.texts().items():
        bare = text.lstrip()
        if OWN_NOTE.match(bare):
            ours, between, _ = text.partition(UNIT_NOTE)
            letters = len(ours) + len(between)
            notes.cut(address, letters)


# -- what 2024.1 did --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Remembered:
    """A cell and the fill it had, as the memory of 2024.1 tells in its columns."""

    sheet: str
    cell: str
    pattern: str
    kind: str
    colour: str
    tint: str

    @property
    def is_sound(self) -> bool:
        """Whether it tells of a cell and of a colour."""
        if self.kind not in _KINDS:
            return False
        place = Place(
            file="",
            sheet=self.sheet,
            cell=self.cell,
        )
        return is_in_a_cell(place)

    @property
    def fill(self) -> str:
        """The fill as XML."""
        if not self.pattern.isalnum() or not self.colour.isalnum():
            return _NO_FILL
        colour = f'{self.kind}="{self.colour}"'
        if _is_number(self.tint):
            colour += f' tint="{self.tint}"'
        return _FILL.format(pattern=self.pattern, colour=colour)


def _remembered_fills(book: BookScan) -> Iterator[_Remembered]:
    """Yield what the version 2024.1 remembered."""
    if not book.has_sheet(MEMORY):
        return
    cells = book.sheet(MEMORY).cells
    rows = {row for row, _ in cells}
    for row in sorted(rows):
        texts = []
        for column in range(1, 7):
            cell = cells.get((row, column))
            text = book.text_of(cell) if cell else ""
            texts.append(text)
        remembered = _Remembered(*texts)
        if remembered.is_sound:
            yield remembered


def _restore_fill(sheet: _Element, styles: StyleTable, remembered: _Remembered) -> None:
    for cell in sheet.iter(f"{MAIN}c"):
        if cell.get("r") == remembered.cell:
            number = cell.get("s", "0")
            marked = int(number)
            style = styles.with_fill(marked, remembered.fill)
            cell.set("s", str(style))


def _is_number(text: str) -> bool:
    digits = text.lstrip("-").replace(".", "", 1)
    return digits.isdigit()
