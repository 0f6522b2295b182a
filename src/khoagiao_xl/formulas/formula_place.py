"""Where a formula stands while it is worked out, and what it may ask of its workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from khoagiao_xl.formulas.cell_arrays import CellArray, Shape, Values
from khoagiao_xl.formulas.formula_scalars import Element, Unknown
from khoagiao_xl.formulas.formula_shapes import Cell, Parameter


class CellRange(CellArray):
    """An area of a sheet: an array that knows where it lies. Rows as Excel counts them, columns from 0."""

    def __init__(self, book: AskedBook, sheet: str, corner: Cell, shape: Shape) -> None:
        super().__init__(shape)
        self.sheet = sheet
        self.corner = corner
        self.top, self.left = corner
        self._book = book

    @property
    def single(self) -> Element:
        """What its one cell shows; raise Unknown for several cells."""
        if self.size != 1:
            raise Unknown("many")
        return self._book.result(self.sheet, self.corner)

    @cached_property
    def values(self) -> Sequence[Element]:
        """What its cells show, row after row; raise Unknown where that is not known."""
        return self._book.shown(self)

    @cached_property
    def row_numbers(self) -> CellArray:
        """The row of each of its cells; it is one column wide."""
        bottom = self.top + self.height
        rows = range(self.top, bottom)
        return CellArray(self.shape, rows)


class AskedBook(Protocol):
    """A workbook as its formulas see it. now: the moment for which it is worked out, if that matters."""

    now: datetime | None

    def area(self, sheet: str, corner: Cell, shape: Shape = (1, 1)) -> CellRange:
        """Return an area of a sheet."""

    def columns(self, sheet: str, letters: str) -> CellRange:
        """Return whole columns: «$B:$B»."""

    def spanned(self, first: Values, last: Values) -> CellRange:
        """Return the area from one area to another; raise Unknown for what is no area."""

    def result(self, sheet: str, cell: Cell) -> Element:
        """Return what a cell shows; raise Unknown where that is not known."""

    def shown(self, area: CellRange) -> Sequence[Element]:
        """Return what the cells of an area show, row after row; raise Unknown where that is not known."""

    def named(self, name: str) -> Values:
        """Return what a defined name stands for; raise Unknown for one that is not there."""


@dataclass(frozen=True, slots=True)
class FormulaPlace:
    """The cell of a formula. parameters: what its shape leaves open."""

    book: AskedBook
    sheet: str
    row: int
    parameters: tuple[Parameter, ...]


Node = Callable[[FormulaPlace], Values]
Function = Callable[[FormulaPlace, Sequence[Node]], Values]
