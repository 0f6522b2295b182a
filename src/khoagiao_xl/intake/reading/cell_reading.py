"""The cells of a form's lines as the unit left them: their values, and how they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.intake.safety.scanned_sheet import address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell, SheetScan


class CellReader:
    """A workbook whose cells are read. grids: sheet -> its values."""

    def __init__(self, book: BookScan, grids: Mapping[str, Rows]) -> None:
        self._book = book
        self._grids = grids

    def column(self, block: CodedBlock | None, heading: str) -> dict[str, RawCell]:
        """Return code -> the cell under a heading; of a line that stands twice none."""
        if block is None or heading not in block.columns:
            return {}
        column = block.columns[heading]
        scan = self._book.sheet(block.sheet)
        found = {}
        for code, row in block.rows.items():
            if code not in block.doubled:
                found[code] = self._cell(scan, row, column)
        return found

    def details(self, block: CodedBlock | None) -> dict[str, RawCell]:
        """Return code and heading of each cell of «Việc cụ thể» («QT001 Ngày») -> the cell."""
        found = {}
        for heading in (form_layout.DETAIL_LABEL, *form_layout.DETAIL_INPUTS):
            for code, cell in self.column(block, heading).items():
                key = form_layout.detail_key(code, heading)
                found[key] = cell
        return found

    def _cell(self, scan: SheetScan, row: int, column: int) -> RawCell:
        where = address(row, column)
        scanned = scan.cells.get((row, column))
        if scanned is None:
            return RawCell(scan.name, where)
        is_error = scanned.kind == "e"
        value = None if is_error else self._value(scan, row, column)
        style = self._book.styles.appearance(scanned.style)
        pieces, runs = self._book.strings.letters_of(scanned)
        return RawCell(
            scan.name,
            where,
            value,
            number_format=style.number_format,
            font=style.font.name,
            formula=scanned.formula,
            error=(scanned.raw or "#?") if is_error else "",
            is_calculated=_is_calculated(scanned),
            pieces=pieces,
            look=style.font.look,
            paper=style.paper,
            runs=runs,
        )

    def _value(self, scan: SheetScan, row: int, column: int) -> object:
        """Return what the reader of values gives for a cell, None for nothing."""
        if not scan.cells[row, column].raw:
            return None
        rows = self._grids[scan.name]
        value: object = rows[row - 1][column - 1]
        return None if value == "" else value


def _is_calculated(scanned: ScannedCell) -> bool:
    """Say whether a formula was worked out; of a text even a blank is a result."""
    return scanned.formula is None or bool(scanned.raw) or scanned.kind == "str"
