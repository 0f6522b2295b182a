"""The sheets of a package as their formulas see them, and what of that was otherwise in the file before."""

from __future__ import annotations

from functools import cache, cached_property, partial
from itertools import product
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.sheet_cells import error_cells
from khoagiao_xl.books.package.sheet_memory import last_known, remember
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.books.package.typed_grid import TypedGrid
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.formulas.formula_scalars import is_same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from khoagiao_xl.books.package.opc import Package
    from khoagiao_xl.books.package.typed_grid import Rows
    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell
    from khoagiao_xl.formulas.looked_at import CellBlock

FORMULA: Final = b"<f"
_DAYS_FROM_1904: Final = b'date1904="1"'


class WorkedSheets:
    """The sheets of a package, each read once; a sheet that is not there raises KeyError.

    rows_of: sheet -> what is typed into it, from A1 on; formulas count for nothing there.
    """

    def __init__(self, package: Package, rows_of: Callable[[str], Rows]) -> None:
        self.package = package
        self.parts = parts.sheets(package)
        self.names = parts.defined_names(package)
        self._rows_of = rows_of
        self.xml = cache(self._xml)
        self.formulas = cache(self._formulas)
        self.grid = cache(self._grid)

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether days have other numbers than ours."""
        main = parts.workbook_part(self.package)
        return _DAYS_FROM_1904 in self.package.read(main)

    def _xml(self, name: str) -> bytes:
        part = self.parts[name]
        return self.package.read(part)

    def _formulas(self, name: str) -> FormulaSheet:
        xml = self.xml(name)
        if FORMULA not in xml:
            return FormulaSheet("")
        return last_known(
            key=("formulas", name),
            content=xml,
            make=partial(FormulaSheet.of, xml),
        )

    def put(self, name: str, filled: FormulaSheet) -> None:
        """Give a sheet the XML of `filled`, which the next save need not take apart."""
        part = self.parts[name]
        xml = filled.xml.encode("utf-8")
        self.package.replace(part, xml)
        remember(("formulas", name), xml, filled)

    def _grid(self, name: str) -> TypedGrid:
        formulas = self.formulas(name).formulas
        errors = error_cells(self.xml(name))
        try:
            rows = self._rows_of(name)
        except NotAWorkbook as error:  # none of cells
            raise KeyError(name) from error
        return TypedGrid(rows, formulas, errors)


class EarlierSheets:
    """The sheets of a file as they were before they were changed, its results true: an EarlierBook."""

    def __init__(self, before: WorkedSheets, after: WorkedSheets) -> None:
        self._before = before
        self._after = after
        self.has_same_input = cache(self._has_same_xml)
        self._results = cache(self._results_of)

    def result(self, sheet: str, cell: Cell) -> Element:
        """Return what the same formula showed; None where another one stood, or nothing beside it."""
        results = self._results(sheet)
        return results.get(cell)

    def has_other_input(self, block: CellBlock) -> bool:
        """Whether anything is typed into these cells that was not there before, or the other way round."""
        if self.has_same_input(block.sheet):
            return False
        end = block.right + 1
        below = block.bottom + 1
        rows = range(block.top, below)
        columns = range(block.left, end)
        changes = self._changes(block.sheet, columns, rows)
        return any(changes)

    def formulas_now(self, sheet: str) -> Iterable[Cell]:
        """Return the cells of a sheet, as it now is, that hold a formula; none for no sheet."""
        if sheet not in self._after.parts:
            return ()
        return self._after.formulas(sheet).formulas

    def _has_same_xml(self, sheet: str) -> bool:
        """Whether a sheet holds what it held before; one that is not there holds nothing."""
        if sheet not in self._after.parts:
            return True
        before = self._before.xml(sheet)
        return before == self._after.xml(sheet)

    def _results_of(self, sheet: str) -> Mapping[Cell, Element]:
        after = self._after.formulas(sheet)
        if self.has_same_input(sheet):
            return after.stored
        before = self._before.formulas(sheet)
        same = before.formulas.items() & after.formulas.items()
        found = {}
        for cell, _ in same:
            found[cell] = before.stored[cell]
        return found

    def _changes(self, sheet: str, columns: range, rows: range) -> Iterator[bool]:
        """Yield of each cell without a formula whether something else is typed, or was."""
        before = self._before.grid(sheet)
        after = self._after.grid(sheet)
        bottom = max(before.bottom, after.bottom)
        filled = rows[: max(0, bottom - rows.start + 1)]
        for cell in product(filled, columns):
            if cell in after.formulas:
                continue
            new = after.typed(*cell)
            old = before.typed(*cell)
            yield cell in before.formulas or not is_same(new, old)
