"""Everything that the formulas of a package show at a moment, stored beside them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from khoagiao_xl.books.package.chart_points import store_points
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import forget_results, is_ours
from khoagiao_xl.books.package.sheet_cells import SheetCells
from khoagiao_xl.books.package.touched_sheets import touched_sheets
from khoagiao_xl.books.package.worked_sheets import EarlierSheets, WorkedSheets
from khoagiao_xl.formulas.updated_book import KeptBook, UpdatedBook
from khoagiao_xl.formulas.worked_out_book import WorkedOutBook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from khoagiao_xl.books.package.typed_grid import Rows
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell


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
    sheets = WorkedSheets(package, rows_of)
    book = WorkedOutBook(sheets.grid, sheets.names, now)
    _store(sheets, book, sheets.parts)


def update_results(before: WorkedSheets, after: WorkedSheets, now: datetime | None) -> None:
    """Store what every formula shows at `now`, working out only what may be another result than before.

    before: the file of which `after` was made. Without a moment nothing is worked out: what may be another
    result is forgotten. Nothing of a file that another program wrote is relied on.
    """
    if _may_rely_on(before) and before.names == after.names:
        with suppress(RecursionError):  # of what leans on each other over hundreds of cells
            book = _updated(before, after, now)
            has_day = now is not None
            touched = touched_sheets(before, after, asks_for_the_day=has_day)
            _store(after, book, touched)
            return
    if now is None:
        forget_results(after.package)
    else:
        anew = WorkedOutBook(after.grid, after.names, now)
        _store(after, anew, after.parts)


def _may_rely_on(sheets: WorkedSheets) -> bool:
    """Whether what stands beside the formulas is ours; where days have other numbers none is."""
    return is_ours(sheets.package) and not sheets.counts_from_1904


def _updated(before: WorkedSheets, after: WorkedSheets, now: datetime | None) -> UpdatedBook:
    earlier = EarlierSheets(before, after)
    if now is None:
        return KeptBook(after.grid, after.names, earlier)
    return UpdatedBook(after.grid, after.names, now, earlier)


def _store(sheets: WorkedSheets, book: WorkedOutBook, names: Iterable[str]) -> None:
    """Put the results beside the formulas of these sheets, and into the charts that show them."""
    found = {name: _results(sheets, name, book) for name in names}
    for name, results in found.items():
        sheet = sheets.formulas(name)
        if not sheet.holds(results):
            filled = sheet.with_results(results)
            sheets.put(name, filled)
    store_points(sheets.package, book.result)


def _results(sheets: WorkedSheets, name: str, book: WorkedOutBook) -> Mapping[Cell, Element]:
    """Return what the formulas of a sheet show; nothing where days have other numbers than ours."""
    if sheets.counts_from_1904:
        return {}
    sheet = sheets.formulas(name)
    return {cell: book.known_result(name, cell) for cell in sheet.formulas}
