"""Results of formulas that were never stored, given to a copy so that a preview shows them.

Excel and LibreOffice store every result; forms filled in by other programs come without. What cannot be
worked out stays blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.parts import MAIN
from khoagiao_xl.forms.formula_scalars import Scalar, Unknown, WorkedOutWrong
from khoagiao_xl.forms.formula_values import FormulaValues
from khoagiao_xl.intake.own_notes import OWN_SHEETS
from khoagiao_xl.model.cell_addresses import row_and_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.xml_parts import XmlParts
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell

DEEPEST: Final = 20  # formulas that lead from one to the next


def fill_missing_results(parts: XmlParts, tabs: SheetTabs, book: BookScan) -> None:
    """Give formulas without a stored result the one they have."""
    results = _Results(book)
    for sheet, part in tabs.worksheets.items():
        if sheet in OWN_SHEETS or not _lacks_results(book, sheet):
            continue
        root = parts.open(part)
        for cell in list(_without_result(root)):
            address = cell.get("r", "")
            worth = results.of_formula(sheet, address)
            _store(cell, worth)


def _lacks_results(book: BookScan, sheet: str) -> bool:
    if not book.has_sheet(sheet):
        return False
    cells = book.sheet(sheet).cells
    return any(cell.formula and not cell.raw for cell in cells.values())


def _without_result(root: _Element) -> Iterator[_Element]:
    for formula in root.iter(f"{MAIN}f"):
        cell = formula.getparent()
        if cell is None or cell.tag != f"{MAIN}c":
            continue
        if cell.find(f"{MAIN}v") is None:
            yield cell


class _Results:
    """What the cells of a workbook show, worked out where nothing is stored."""

    def __init__(self, book: BookScan) -> None:
        names = _named_cells(book)
        self._book = book
        self._values = FormulaValues(self._value_of, names)
        self._known: dict[tuple[str, str], Scalar] = {}
        self._depth = 0

    def of_formula(self, sheet: str, address: str) -> Scalar:
        """Return what a formula gives, None where that cannot be told."""
        try:
            return self._value_of(sheet, address)
        except (Unknown, WorkedOutWrong):
            return None

    def _value_of(self, sheet: str, address: str) -> Scalar:
        key = (sheet, address)
        if key not in self._known:
            self._known[key] = self._worked_out(sheet, address)
        return self._known[key]

    def _worked_out(self, sheet: str, address: str) -> Scalar:
        cell = self._cell(sheet, address)
        if cell is None:
            return None
        if not cell.formula or cell.raw:
            return _stored(self._book, cell)
        if self._depth > DEEPEST:
            raise Unknown(address)
        self._depth += 1
        try:
            return self._values.value(cell.formula, sheet)
        finally:
            self._depth -= 1

    def _cell(self, sheet: str, address: str) -> ScannedCell | None:
        if not self._book.has_sheet(sheet):
            raise Unknown(sheet)
        row, column = row_and_column(address)
        place = (row, column + 1)  # the scan counts columns from 1
        cells = self._book.sheet(sheet).cells
        return cells.get(place)


def _stored(book: BookScan, cell: ScannedCell) -> Scalar:
    match cell.kind:
        case "e":
            raise WorkedOutWrong
        case "b":
            return cell.raw == "1"
        case "n" if cell.raw:
            return float(cell.raw)
        case "n":
            return None
    return book.text_of(cell)


def _named_cells(book: BookScan) -> dict[str, tuple[str, str]]:
    """Return the names of single cells: name -> sheet and cell."""
    found = {}
    for name, refers_to in book.names.items():
        quoted, mark, cell = refers_to.rpartition("!")
        sheet = quoted.strip("'").replace("''", "'")
        bare = cell.replace("$", "")
        if mark and bare.isalnum():
            found[name] = (sheet, bare)
    return found


def _store(cell: _Element, worth: Scalar) -> None:
    from lxml import etree

    match worth:
        case None:
            return
        case bool():
            kind, text = "b", str(int(worth))
        case str():
            kind, text = "str", worth
        case _:
            kind, text = "n", repr(worth)
    cell.set("t", kind)
    result = etree.SubElement(cell, f"{MAIN}v")
    result.text = text
