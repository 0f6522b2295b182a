"""One table of an open workbook: where it stands, what it holds, and a new body in a few calls.

However many rows there are, a table is read in one call and written in one a stretch of columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from khoagiao_xl.books.package.parts import Area, TablePlace, column_name
from khoagiao_xl.books.package.splice import LONGEST_TEXT
from khoagiao_xl.books.package.text_stays_text import guarded, parted
from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.books.base import Value

Grid = list[list[Any]]


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

    def grid(self, *, errors: bool = False) -> Grid:
        """Return the values of header and body as they are now; `errors`: «#N/A» instead of None."""
        self.area = _area(self.table)
        found: Grid = self._cells(self.area).options(ndim=2, err_to_str=errors).value
        return found

    def place(self, headings: Sequence[str]) -> TablePlace:
        """Return where the table stands, without parts: there is no package."""
        return TablePlace(self.table.name, self.sheet.name, "", "", self.area, tuple(headings))

    def put(self, lines: Sequence[Sequence[Value]], formulas: Mapping[int, str]) -> None:
        """Replace the body; formulas: column of the table, from 0 -> the formula in each of its rows.

        Raise WrongRequest MS-03 when the table would grow over other cells; nothing has changed then.
        """
        old, height = self.area, max(1, len(lines))
        new = replace(old, bottom=old.top + height)
        self._refuse_to_cover(new)
        if self.table.show_autofilter:
            self.table.autofilter.clear()  # a filter left on would hide rows that are no longer the same ones
        if new != old:
            self.table.resize(self._cells(new))
            self.area = new
        if new.bottom < old.bottom:
            self._cells(replace(old, top=new.bottom + 1)).clear_contents()
        self._spread(formulas)
        self._fill(lines or [[None] * self.width], formulas)

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return self.area.right - self.area.left + 1

    def _refuse_to_cover(self, new: Area) -> None:
        if new.bottom <= self.area.bottom:
            return
        below = self._cells(replace(new, top=self.area.bottom + 1))
        for row, line in enumerate(below.options(ndim=2).value, self.area.bottom + 1):
            for column, value in enumerate(line, self.area.left):
                if value is not None:
                    place = {"sheet": self.sheet.name, "cell": f"{column_name(column)}{row}"}
                    raise WrongRequest("MS-03", table=self.table.name, **place)

    def _spread(self, formulas: Mapping[int, str]) -> None:
        """Give every row of the body the looks and formulas of its first."""
        first = self._body(0, self.width)[0, :]
        for column, formula in formulas.items():
            # The office's own text of it counts: it has followed columns that were moved.
            if not str(first[0, column].formula).startswith("="):
                first[0, column].formula = formula
        if self.area.bottom > self.area.top + 1:
            first.autofill(self._body(0, self.width), "fill_copy")

    def _fill(self, lines: Sequence[Sequence[Value]], formulas: Mapping[int, str]) -> None:
        for start, stop in _stretches(self.width, formulas):
            cells = self._body(start, stop)
            values = [[_shortened(value) for value in line[start:stop]] for line in lines]
            self._write(cells, values)
        body = self._body(0, self.width)
        if body[0, :].wrap_text is not False:  # None: in some of the columns
            body.rows.autofit()

    def _write(self, cells: Any, values: list[list[Value]]) -> None:
        if not self.parses_texts:
            cells.options(literal=True).value = values
            return
        block, alone = parted(guarded(cells, values))
        cells.value = block
        for (row, column), text in alone.items():
            cells[row, column].value = text

    def _body(self, start: int, stop: int) -> Any:
        area = self.area
        return self._cells(Area(area.left + start, area.top + 1, area.left + stop - 1, area.bottom))

    def _cells(self, area: Area) -> Any:
        return self.sheet.range((area.top, area.left + 1), (area.bottom, area.right + 1))


def _area(table: Any) -> Area:
    cells = table.range
    (height, width), top, left = cells.shape, cells.row, cells.column
    return Area(left - 1, top, left + width - 2, top + height - 1)


def _stretches(width: int, formulas: Mapping[int, str]) -> Iterable[tuple[int, int]]:
    """Yield the columns between those with formulas, as (start, stop)."""
    for is_formula, columns in groupby(range(width), key=formulas.__contains__):
        found = list(columns)
        if not is_formula:
            yield found[0], found[-1] + 1


def _shortened(value: Value) -> Value:
    return value[:LONGEST_TEXT] if isinstance(value, str) else value
