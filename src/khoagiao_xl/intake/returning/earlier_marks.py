"""The marks of an earlier return taken off again, so that only what is still wrong is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_notes import CellNotes
from khoagiao_xl.books.package.child_order import local_name
from khoagiao_xl.books.package.parts import MAIN
from khoagiao_xl.intake.own_notes import MEMORY, OWN_NAMES, OWN_NOTE, OWN_SHEETS, UNIT_NOTE
from khoagiao_xl.intake.returning.places import is_in_a_cell
from khoagiao_xl.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.books.package.xml_parts import XmlParts
    from khoagiao_xl.intake.safety.book_scan import BookScan

_HOLDERS: Final = ("conditionalFormatting", "conditionalFormattings", "ext", "extLst")
_PATTERN, _KIND, _COLOUR, _TINT = range(2, 6)  # columns of the memory of 2024.1, which coloured the cells
_KINDS: Final = ("rgb", "theme", "indexed")


def wipe_earlier_marks(parts: XmlParts, tabs: SheetTabs, styles: StyleTable, book: BookScan) -> None:
    """Take off colours, notes, sheets and names of a copy that went back before."""
    sheets = tabs.worksheets
    for row in _remembered_fills(book):
        if row[0] in sheets:
            _restore_fill(parts.open(sheets[row[0]]), styles, row)
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
    for rule in list(parts.open(part).iter("{*}cfRule")):
        if OWN_NAMES in str(etree.tostring(rule, method="text", encoding="unicode")):
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
        if OWN_NOTE.match(text.lstrip()):
            ours, between, _ = text.partition(UNIT_NOTE)
            notes.cut(address, len(ours) + len(between))


# -- what 2024.1 did --------------------------------------------------------------------------------------


def _remembered_fills(book: BookScan) -> Iterator[list[str]]:
    """Yield what the version 2024.1 remembered: sheet, cell, and the fill that the cell had."""
    if not book.has_sheet(MEMORY):
        return
    cells = book.sheet(MEMORY).cells
    for row in sorted({row for row, _ in cells}):
        texts = []
        for column in range(1, 8):
            cell = cells.get((row, column))
            texts.append(book.text_of(cell) if cell else "")
        if is_in_a_cell(Place("", texts[0], texts[1])) and texts[_KIND] in _KINDS:
            yield texts


def _restore_fill(sheet: _Element, styles: StyleTable, remembered: Sequence[str]) -> None:
    address = remembered[1]
    for cell in sheet.iter(f"{MAIN}c"):
        if cell.get("r") == address:
            style = styles.with_fill(int(cell.get("s", "0")), _fill(remembered))
            cell.set("s", str(style))


def _fill(remembered: Sequence[str]) -> str:
    pattern, kind, colour, tint = (remembered[at] for at in (_PATTERN, _KIND, _COLOUR, _TINT))
    if not pattern.isalnum() or not colour.isalnum():
        return '<fill><patternFill patternType="none"/></fill>'
    shade = f' tint="{tint}"' if tint not in ("", "0", "0.0") and _is_number(tint) else ""
    return (
        f'<fill><patternFill patternType="{pattern}"><fgColor {kind}="{colour}"{shade}/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    )


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
