"""What a file and an open workbook have in common: tables are read once, and what is written waits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.books.known_tables import formulas_of
from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Layout, Row, Value
    from khoagiao_xl.books.package.parts import TablePlace
    from khoagiao_xl.books.table_reading import TableReading


class TableBook(ABC):
    """A book whose tables are kept in memory from the first look until `save`."""

    def __init__(self) -> None:
        self._forget_tables()

    def _forget_tables(self) -> None:
        self._readings: dict[str, TableReading] = {}
        self._written: dict[str, list[Row]] = {}

    @abstractmethod
    def _place(self, table: str) -> TablePlace:
        """Return where a table lies; raise WrongRequest MS-01 when it is missing."""

    @abstractmethod
    def _read_now(self, table: str) -> TableReading:
        """Return a table as it stands in its sheet."""

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._written)

    def headings(self, table: str) -> tuple[str, ...]:
        """Return the column names of `table`; raise WrongRequest MS-01 when it is missing."""
        return self._place(table).headings

    def read(self, table: str) -> list[Row]:
        """Return the rows of `table` that are not wholly blank, heading -> value."""
        if table in self._written:
            rows: Sequence[Row] = self._written[table]
        else:
            rows = self._reading(table).rows
        return list(map(dict, rows))

    def layout(self, table: str) -> Layout:
        """Return where the table and the rows that `read` returns stand in the sheet."""
        layout = self._reading(table).layout
        if table not in self._written:
            return layout
        first = layout.header + 1
        end = first + len(self._written[table])
        return replace(
            layout,
            rows=tuple(range(first, end)),
            unread={},
        )

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table` in memory; `save` puts it where it belongs."""
        place = self._place(table)
        own_formulas = formulas_of(table)
        known = frozenset(place.headings)
        written = []
        for row in rows:
            if not row.keys() <= known:
                _refuse_strangers(place, row)
            written.append(_without(row, own_formulas))
        self._written[table] = written

    def _lines(self, table: str) -> list[list[Value]]:
        """Return what was written as one value a column, from left to right."""
        headings = self.headings(table)
        rows = self._written[table]
        return [_line(row, headings) for row in rows]

    def _reading(self, table: str) -> TableReading:
        if table not in self._readings:
            self._readings[table] = self._read_now(table)
        return self._readings[table]


def _refuse_strangers(place: TablePlace, row: Mapping[str, Value]) -> None:
    for heading in row:
        if heading not in place.headings:
            raise WrongRequest(
                "MS-02",
                table=place.name,
                column=heading,
                sheet=place.sheet,
            )


def _without(row: Mapping[str, Value], own_formulas: Mapping[str, str]) -> Row:
    kept: Row = dict(row)
    for heading in own_formulas:
        kept.pop(heading, None)
    return kept


def _line(row: Row, headings: Sequence[str]) -> list[Value]:
    return [row.get(heading) for heading in headings]
