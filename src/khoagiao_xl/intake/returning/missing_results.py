"""Results of formulas that were never stored, given to a copy so that a preview shows them.

Excel and LibreOffice store every result; forms filled in by other programs come without. What cannot be
worked out stays blank.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from khoagiao_xl.books.package.parts import MAIN
from khoagiao_xl.books.package.stored_results import stored_as
from khoagiao_xl.formulas.worked_out_book import WorkedOutBook
from khoagiao_xl.intake.own_notes import OWN_SHEETS
from khoagiao_xl.intake.returning.scanned_grid import ScannedGrid
from khoagiao_xl.model.cell_addresses import row_and_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.xml_parts import XmlParts
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.intake.safety.book_scan import BookScan


def fill_missing_results(parts: XmlParts, tabs: SheetTabs, book: BookScan) -> None:
    """Give formulas without a stored result the one they have."""
    grid_of = cache(lambda sheet: ScannedGrid(book, sheet))
    worked_out = WorkedOutBook(grid_of, book.names, now=None)
    for sheet, part in tabs.worksheets.items():
        if sheet in OWN_SHEETS or not book.has_sheet(sheet):
            continue
        if not grid_of(sheet).formulas:
            continue
        root = parts.open(part)
        for cell in list(_without_result(root)):
            address = cell.get("r", "")
            result = worked_out.known_result(sheet, row_and_column(address))
            _store(cell, result)


def _without_result(root: _Element) -> Iterator[_Element]:
    for formula in root.iter(f"{MAIN}f"):
        cell = formula.getparent()
        if cell is None or cell.tag != f"{MAIN}c":
            continue
        if cell.find(f"{MAIN}v") is None:
            yield cell


def _store(cell: _Element, result: Element) -> None:
    from lxml import etree

    if result is None:
        return
    kind, text = stored_as(result)
    cell.set("t", kind)
    value = etree.SubElement(cell, f"{MAIN}v")
    value.text = text
