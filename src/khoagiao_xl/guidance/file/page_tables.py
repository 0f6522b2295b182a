"""Tables on a page by the rules drawn round their cells: which letters lie in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from khoagiao_xl.guidance.file.pdf_glyphs import Box, Glyph, PdfPage

_TOUCHING: Final = 3.0  # points: so near are rules that meet
# Of the size of letters, above their base: there rules strike.
_STRUCK_FROM, _STRUCK_TO = 0.12, 0.5
_FEWEST, _MOST = 2, 120  # distinct rules of one direction: more is a drawing


@dataclass
class RuledCell:
    """A cell over rows and columns of the grid. row, column: of its first; rows, span: how many."""

    row: int
    column: int
    rows: int
    span: int
    place: Box
    glyphs: list[Glyph] = field(default_factory=list)

    def lies_over(self, row: int) -> bool:
        """Say whether it reaches into a row of the grid."""
        if row < self.row:
            return False
        below = self.row + self.rows
        return row < below


@dataclass
class RuledTable:
    """A table. xs: where its columns begin and the last one ends; count: of its rows."""

    xs: list[float]
    count: int
    place: Box
    cells: list[RuledCell]

    def rows(self) -> Iterator[list[RuledCell]]:
        """Yield the cells that lie over each row, from left to right."""
        for number in range(self.count):
            cells = [cell for cell in self.cells if cell.lies_over(number)]
            cells.sort(key=_column)
            yield cells

    def take(self, glyph: Glyph) -> bool:
        """Put a letter into its cell; say whether it stands within the table."""
        if not self.place.holds(glyph.across, glyph.height):
            return False
        for cell in self.cells:
            if cell.place.holds(glyph.across, glyph.height):
                cell.glyphs.append(glyph)
                break
        return True


def _column(cell: RuledCell) -> int:
    return cell.column


def tables_of(page: PdfPage) -> tuple[list[RuledTable], list[Glyph]]:
    """Return the tables of a page with their letters, and the letters that stand in none."""
    tables: list[RuledTable] = []
    for rules in _groups(page.rules):
        tables += _table(rules)
    outside: list[Glyph] = []
    for glyph in _not_struck(page):
        takers = [table for table in tables if table.take(glyph)]
        if not takers:
            outside.append(glyph)
    return tables, outside


def _not_struck(page: PdfPage) -> Iterator[Glyph]:
    """Yield the letters through which no rule goes."""
    flat = [rule for rule in page.rules if not rule.is_upright]
    for glyph in page.glyphs:
        from_base = _STRUCK_FROM * glyph.size
        to_base = _STRUCK_TO * glyph.size
        low = glyph.base + from_base
        high = glyph.base + to_base
        across = glyph.across
        middle = Box(across, low, across, high)
        is_struck = any(map(middle.meets, flat))
        if not is_struck:
            yield glyph


def _groups(rules: Iterable[Box]) -> list[list[Box]]:
    """Return the rules that touch one another together."""
    groups: list[list[Box]] = []
    for rule in rules:
        near = rule.wider(_TOUCHING)
        together = [rule]
        apart: list[list[Box]] = []
        for group in groups:
            is_near = any(map(near.meets, group))
            if is_near:
                together += group
            else:
                apart.append(group)
        groups = [*apart, together]
    return groups


def _table(rules: list[Box]) -> Iterator[RuledTable]:
    upright = [rule for rule in rules if rule.is_upright]
    flat = [rule for rule in rules if not rule.is_upright]
    places = [rule.across for rule in upright]
    heights = [rule.height for rule in flat]
    xs = _distinct(places)
    ys = _distinct(heights)
    counts = (len(xs), len(ys))
    if min(counts) < _FEWEST:
        return
    if max(counts) > _MOST:
        return
    ys.reverse()
    grid = _Grid(xs, ys, upright, flat)
    cells = list(grid.cells())
    if len(cells) < 2:
        return
    rows = len(ys) - 1
    left = xs[0]
    right = xs[-1]
    top = ys[0]
    bottom = ys[-1]
    place = Box(left, bottom, right, top)
    yield RuledTable(xs, rows, place, cells)


def _distinct(places: Iterable[float]) -> list[float]:
    """Return the places in order, those that differ by less than the width of a rule once."""
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct:
            distinct.append(place)
            continue
        apart = place - distinct[-1]
        if apart > _TOUCHING:
            distinct.append(place)
    return distinct


@dataclass
class _Grid:
    """Where rules may part cells. xs: from left to right; ys: from top to bottom."""

    xs: list[float]
    ys: list[float]
    upright: list[Box]
    flat: list[Box]

    def cells(self) -> Iterator[RuledCell]:
        """Yield the cells: squares of the grid with no rule between them are one."""
        taken: set[tuple[int, int]] = set()
        last_row = len(self.ys) - 1
        last_column = len(self.xs) - 1
        rows = range(last_row)
        columns = range(last_column)
        for square in product(rows, columns):
            if square in taken:
                continue
            row, column = square
            cell = self._cell(row, column)
            taken.update(_squares(cell))
            yield cell

    def _cell(self, row: int, column: int) -> RuledCell:
        right = self._right_of(row, column)
        below = self._below(row, column)
        return RuledCell(
            row=row,
            column=column,
            rows=below - row,
            span=right - column,
            place=Box(self.xs[column], self.ys[below], self.xs[right], self.ys[row]),
        )

    def _right_of(self, row: int, column: int) -> int:
        """Return at which x a rule ends the cell that begins here."""
        height = _middle(self.ys, row)
        last = len(self.xs) - 1
        next_column = column + 1
        for end in range(next_column, last):
            across = self.xs[end]
            if _is_drawn(self.upright, across, height):
                return end
        return last

    def _below(self, row: int, column: int) -> int:
        """Return at which y a rule ends the cell that begins here."""
        across = _middle(self.xs, column)
        last = len(self.ys) - 1
        next_row = row + 1
        for end in range(next_row, last):
            height = self.ys[end]
            if _is_drawn(self.flat, across, height):
                return end
        return last


def _squares(cell: RuledCell) -> Iterator[tuple[int, int]]:
    below = cell.row + cell.rows
    right = cell.column + cell.span
    rows = range(cell.row, below)
    columns = range(cell.column, right)
    return product(rows, columns)


def _is_drawn(rules: list[Box], across: float, height: float) -> bool:
    point = Box(across, height, across, height)
    near = point.wider(_TOUCHING)
    met = map(near.meets, rules)
    return any(met)


def _middle(places: list[float], number: int) -> float:
    """Return the middle between a place and the next one."""
    start = places[number]
    end = places[number + 1]
    return (start + end) / 2
