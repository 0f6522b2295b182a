"""One table of an open workbook: where it stands, what it holds, and a new body in a few calls.

However many rows there are, a table is read in one call and written in one a stretch of columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from khoagiao_xl.books.error_codes import without_errors
from khoagiao_xl.books.package.text_stays_text import guarded, parted
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.cell_addresses import Area, cell_name
from khoagiao_xl.vietnamese.text import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.table_reading import Grid


@dataclass
class LiveTable:
    """A table of an xlwings Book; `area` is where it stood when it was last looked at."""

    table: Any
    area: Area
    parses_texts: bool

    @classmethod
    def of(cls, table: Any, *, parses_texts: bool) -> LiveTable:
        """Return an xlwings Table as ours."""
        return cls(table, _area(table), parses_texts)

    @property
    def sheet(self) -> Any:
        """The xlwings Sheet."""
        return self.table.parent

    def grid(self) -> Grid:
        """Return the values of header and body as they are now."""
        self.area = _area(self.table)
        return self._values(self.area)

    def _values(self, area: Area) -> Grid:
        cells = self._cells(area)
        return without_errors(cells.options(ndim=2).value)

    def put(self, lines: Sequence[Sequence[Value]], formulas: Mapping[int, str]) -> None:
        """Replace the body; formulas: column of the table, from 0 -> the formula in each of its rows.

        Raise WrongRequest MS-03 when the table would grow over other cells; nothing has changed then.
        """
        blank = [None] * self.area.width
        body = lines or [blank]
        old = self.area
        new = old.with_body(len(body))
        self._refuse_to_cover(new)
        self._resize(new)
        self._lengthen(old)
        self._repeat(formulas)
        self._fill(body, formulas)

    def show_filtered(self) -> None:
        """Show what a filter of the table hides: later it would hide rows that are not the same any more."""
        if self.table.show_autofilter:
            self.table.autofilter.clear()

    def _refuse_to_cover(self, new: Area) -> None:
        if new.bottom <= self.area.bottom:
            return
        below = replace(new, top=self.area.bottom + 1)
        lines = self._values(below)
        for row, line in zip(below.rows, lines, strict=True):
            for column, value in zip(below.columns, line, strict=True):
                if value is not None:
                    raise WrongRequest(
                        "MS-03",
                        table=self.table.name,
                        sheet=self.sheet.name,
                        cell=cell_name(row, column),
                    )

    def _resize(self, new: Area) -> None:
        """Give the table its new area, and leave nothing under it."""
        old = self.area
        if new != old:
            cells = self._cells(new)
            self.table.resize(cells)
            self.area = new
        if new.bottom < old.bottom:
            left_over = replace(old, top=new.bottom + 1)
            self._cells(left_over).clear_contents()

    def _lengthen(self, old: Area) -> None:
        """Give the rows below the old bottom the looks of the last one.

        Never over rows that have theirs: Excel may copy the rules of conditional formats each time.
        """
        if self.area.bottom <= old.bottom:
            return
        whole = self._cells(replace(self.area, top=old.bottom))
        # Rows that the table had once have kept their looks, by which the bare ones are told.
        if whole.vertical_alignment is None:
            last = whole[0, :]
            last.autofill(whole, "fill_copy")

    def _repeat(self, formulas: Mapping[int, str]) -> None:
        """Give every row of the body the formulas of its first."""
        body = self._body()
        for column, formula in formulas.items():
            cells = body[:, column]
            # The office's own text of it counts: it has followed columns that were moved.
            own = str(cells[0, 0].formula)
            cells.formula = own if own.startswith("=") else formula

    def _fill(self, lines: Sequence[Sequence[Value]], formulas: Mapping[int, str]) -> None:
        body = self._body()
        for columns in _stretches(self.area.width, formulas):
            values = [_shortened(line[columns]) for line in lines]
            self._write(body[:, columns], values)
        first = body[0, :]
        if first.wrap_text is not False:  # None: in some of the columns
            body.rows.autofit()

    def _write(self, cells: Any, values: list[list[Value]]) -> None:
        if not self.parses_texts:
            cells.options(literal=True).value = values
            return
        safe = guarded(cells, values)
        block, alone = parted(safe)
        cells.value = block
        for place, text in alone.items():
            cell = cells[place]
            cell.value = text

    def _body(self) -> Any:
        first = self.area.top + 1
        body = replace(self.area, top=first)
        return self._cells(body)

    def _cells(self, area: Area) -> Any:
        first = (area.top, area.left + 1)
        last = (area.bottom, area.right + 1)
        return self.sheet.range(first, last)


def _area(table: Any) -> Area:
    cells = table.range
    height, width = cells.shape
    left = cells.column - 1
    top = cells.row
    return Area(
        left=left,
        top=top,
        right=left + width - 1,
        bottom=top + height - 1,
    )


def _stretches(width: int, formulas: Mapping[int, str]) -> Iterator[slice]:
    """Yield the columns between those with formulas."""
    start = 0
    for stop in (*sorted(formulas), width):
        if stop > start:
            yield slice(start, stop)
        start = stop + 1


def _shortened(values: Sequence[Value]) -> list[Value]:
    """Return values that fit into their cells."""
    kept: list[Value] = []
    for value in values:
        if isinstance(value, str):
            kept.append(value[:LONGEST_TEXT])
        else:
            kept.append(value)
    return kept
