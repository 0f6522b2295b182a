"""A workbook worked out: what its formulas give at a moment, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product
from typing import Final, Protocol

from khoagiao_xl.formulas.cell_arrays import Shape, Values, one
from khoagiao_xl.formulas.formula_nodes import understood
from khoagiao_xl.formulas.formula_place import CellRange, FormulaPlace
from khoagiao_xl.formulas.formula_scalars import Element, ExcelError, Unknown
from khoagiao_xl.formulas.formula_shapes import Cell, shaped
from khoagiao_xl.model.cell_addresses import LAST_ROW, column_index

# What a formula of somebody's own may bring about: arguments in a number that ours never have, numbers beyond
# all counting, brackets without end.
_BEYOND_OURS: Final = (TypeError, ValueError, ArithmeticError, RecursionError)
MOST_CELLS: Final = 200_000  # looked at by one formula: more is none of ours


class CellGrid(Protocol):
    """The cells of one sheet."""

    @property
    def formulas(self) -> Mapping[Cell, str]:
        """Its formulas, without «=»."""

    @property
    def bottom(self) -> int:
        """The last row in which anything stands."""

    def typed(self, row: int, column: int) -> Element:
        """Return what stands in a cell without a formula, None for nothing."""


class WorkedOutBook:
    """A workbook at a moment.

    grid_of: sheet -> its cells; raises KeyError. names: defined name -> formula. now: None where that does
    not matter; a formula that asks for the day is then Unknown.
    """

    def __init__(
        self, grid_of: Callable[[str], CellGrid], names: Mapping[str, str], now: datetime | None
    ) -> None:
        self.now = now
        self._grid_of = grid_of
        self._names = names
        self._results: dict[tuple[str, Cell], Element | Unknown] = {}
        self._areas: dict[tuple[str, Cell, Shape], CellRange] = {}
        self._named: dict[str, Values] = {}

    def result(self, sheet: str, cell: Cell) -> Element:
        """Return what a cell shows; raise Unknown where that is not known."""
        grid = self._grid(sheet)
        formula = grid.formulas.get(cell)
        if formula is None:
            return grid.typed(*cell)
        key = (sheet, cell)
        if key not in self._results:
            self._results[key] = self._found(sheet, cell, formula)
        found = self._results[key]
        if isinstance(found, Unknown):
            raise found
        return found

    def known_result(self, sheet: str, cell: Cell) -> Element:
        """Return what a cell shows, None for nothing and where that is not known."""
        try:
            return self.result(sheet, cell)
        except Unknown:
            return None

    def _grid(self, sheet: str) -> CellGrid:
        try:
            return self._grid_of(sheet)
        except KeyError as error:
            raise Unknown(sheet) from error

    def _found(self, sheet: str, cell: Cell, formula: str) -> Element | Unknown:
        key = (sheet, cell)
        circle = Unknown("a circle")
        self._results[key] = circle  # which a formula that leads to itself finds
        return self._worked_out(sheet, cell, formula)

    def _worked_out(self, sheet: str, cell: Cell, formula: str) -> Element | Unknown:
        row, _ = cell
        try:
            value = one(self._value(sheet, row, formula))
        except (ExcelError, Unknown) as error:
            return error
        except _BEYOND_OURS:
            return Unknown(formula)
        return 0 if value is None else value  # a formula that leads to a blank shows nought

    def _value(self, sheet: str, row: int, formula: str) -> Values:
        shape, parameters, _ = shaped(formula)
        node = understood(shape)
        place = FormulaPlace(self, sheet, row, parameters)
        return node(place)

    # -- what formulas ask --------------------------------------------------------------------------------

    def area(self, sheet: str, corner: Cell, shape: Shape = (1, 1)) -> CellRange:
        """Return an area of a sheet, the same one for the same cells."""
        key = (sheet, corner, shape)
        known = self._areas
        if key not in known:
            known[key] = CellRange(self, sheet, corner, shape)
        return known[key]

    def columns(self, sheet: str, letters: str) -> CellRange:
        """Return whole columns: «$B:$B»."""
        bare = letters.replace("$", "")
        first, last = bare.split(":")
        left = column_index(first)
        right = column_index(last)
        width = right - left + 1
        corner = (1, left)
        return self.area(sheet, corner, (LAST_ROW, width))

    def spanned(self, first: Values, last: Values) -> CellRange:
        """Return the area from one to another; raise Unknown for what is no area, or on another sheet."""
        if not isinstance(first, CellRange) or not isinstance(last, CellRange):
            raise Unknown(":")
        below = last.top + last.height
        beside = last.left + last.width
        height = below - first.top
        width = beside - first.left
        shape = (height, width)
        if first.sheet != last.sheet or min(shape) < 1:
            raise Unknown(":")
        return self.area(first.sheet, first.corner, shape)

    def named(self, name: str) -> Values:
        """Return what a defined name stands for; raise Unknown for one that is not there."""
        if name not in self._names:
            raise Unknown(name)
        if name not in self._named:
            formula = self._names[name]
            self._named[name] = self._value("", 0, formula)
        return self._named[name]

    def shown(self, area: CellRange) -> Sequence[Element]:
        """Return what the cells of an area show, row after row; raise Unknown where that is not known."""
        if area.size > MOST_CELLS:
            raise Unknown(area.sheet)
        found = list(self._cells(area))
        left = area.size - len(found)
        return found + [None] * left

    def _cells(self, area: CellRange) -> Iterator[Element]:
        """Yield what the cells show, as far down as anything stands."""
        grid = self._grid(area.sheet)
        below = min(area.top + area.height, grid.bottom + 1)
        rows = range(area.top, below)
        columns = range(area.left, area.left + area.width)
        for cell in product(rows, columns):
            if cell in grid.formulas:
                yield self.result(area.sheet, cell)
            else:
                yield grid.typed(*cell)
