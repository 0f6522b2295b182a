"""One sheet of a form that came, as its formulas see it: what was scanned of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.formulas.formula_scalars import ExcelError

if TYPE_CHECKING:
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell


class ScannedGrid:
    """A sheet of a scanned workbook: a formula that has its result counts as what it shows."""

    def __init__(self, book: BookScan, sheet: str) -> None:
        self._book = book
        self._cells = book.sheet(sheet).cells
        self.bottom = max((row for row, _ in self._cells), default=0)
        self.formulas: dict[Cell, str] = {}
        for (row, column), cell in self._cells.items():
            if cell.formula is not None and not cell.raw:
                self.formulas[row, column - 1] = cell.formula  # the scan counts columns from 1

    def typed(self, row: int, column: int) -> Element:
        """Return what stands in a cell, None for nothing."""
        place = (row, column + 1)
        cell = self._cells.get(place)
        if cell is None:
            return None
        return self._shown(cell)

    def _shown(self, cell: ScannedCell) -> Element:
        match cell.kind:
            case "e":
                return ExcelError(cell.raw)
            case "b":
                return cell.raw == "1"
            case "n":
                return float(cell.raw) if cell.raw else None
        return self._book.text_of(cell) or None
