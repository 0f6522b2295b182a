"""Everything that the formulas of a package show at a moment, stored beside them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.chart_points import store_points
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_cells import SheetCells, error_cells
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.books.package.typed_grid import TypedGrid
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.formulas.worked_out_book import WorkedOutBook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from khoagiao_xl.books.package.typed_grid import Rows
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell

_FORMULA: Final = b"<f"
_DAYS_FROM_1904: Final = b'date1904="1"'


def with_results(data: bytes, now: datetime | None = None) -> bytes:
    """Return a workbook with the results of its formulas; without a moment none that asks for the day."""
    package = Package.parse(data)
    cells = SheetCells(data, package, "")
    store_results(package, cells.grid, now)
    return package.to_bytes()


def store_results(package: Package, rows_of: Callable[[str], Rows], now: datetime | None) -> None:
    """Store what every formula of a package shows; beside one of which that is not known nothing stands.

    rows_of: sheet -> what is typed into it, from A1 on; formulas count for nothing there.
    """
    computation = _Computation(package, rows_of, now)
    computation.store()


class _Sheet(NamedTuple):
    """What a sheet's XML says of formulas, None for a sheet without any, and of errors: address -> «#N/A»."""

    formulas: FormulaSheet | None
    errors: Mapping[str, str]


class _Computation:
    """The formulas of a package while they are worked out."""

    def __init__(self, package: Package, rows_of: Callable[[str], Rows], now: datetime | None) -> None:
        self._package = package
        self._rows_of = rows_of
        self._parts = parts.sheets(package)
        workbook = package.read(parts.workbook_part(package))
        self._counts_from_1904 = _DAYS_FROM_1904 in workbook  # other numbers than the days of our formulas
        self._sheet = cache(self._read_sheet)
        names = parts.defined_names(package)
        self._book = WorkedOutBook(cache(self._grid), names, now)

    def _read_sheet(self, name: str) -> _Sheet:
        xml = self._package.read(self._parts[name])
        errors = error_cells(xml)
        if _FORMULA not in xml:
            return _Sheet(None, errors)
        formulas = FormulaSheet(xml.decode("utf-8"))
        return _Sheet(formulas, errors)

    def _grid(self, name: str) -> TypedGrid:
        sheet = self._sheet(name)
        formulas = sheet.formulas.formulas if sheet.formulas else {}
        try:
            rows = self._rows_of(name)
        except NotAWorkbook as error:  # none of cells
            raise KeyError(name) from error
        return TypedGrid(rows, formulas, sheet.errors)

    def store(self) -> None:
        """Put the results beside the formulas, and into the charts that show them."""
        for name, part in self._parts.items():
            sheet = self._sheet(name).formulas
            if sheet is None:
                continue
            results = {cell: self._result(name, cell) for cell in sheet.formulas}
            filled = sheet.with_results(results)
            self._package.replace_if_changed(part, filled.encode("utf-8"))
        store_points(self._package, self._book.result)

    def _result(self, sheet: str, cell: Cell) -> Element:
        """Return what a formula shows, None where that is not known."""
        if self._counts_from_1904:
            return None
        return self._book.known_result(sheet, cell)
