"""The tables of a master as they stand: every row with its place in the sheet, what is missing as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.books.base import Layout, Row, Value
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import column_name
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.schema import Column

Cells = dict[str, Value]  # field -> what stands there, of whatever kind it is
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class SheetLine:
    """One filled row of a table: its row in the sheet, and what stands there, by field."""

    page: Page = field(repr=False)
    row: int
    values: Mapping[str, Value]

    def text(self, field: str) -> str:
        """Return what stands there as text, blank for nothing."""
        value = self.values.get(field)
        return "" if value is None else str(value)

    def day(self, field: str) -> date | None:
        """Return the day that stands there, None for anything else."""
        value = self.values.get(field)
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def words(self, field: str) -> list[str]:
        """Return the texts of a list that are separated by «;»."""
        words = (word.strip() for word in self.text(field).split(";"))
        return [word for word in words if word]

    def cell(self, field: str) -> str:
        """Return the address of a value; the first column stands for one that the sheet has not."""
        column = self.page.table.column_of(field)
        letters = self.page.layout.letters.get(column.name, self.page.first_letters)
        return f"{letters}{self.row}"

    def error(self, code: str, field: str, **facts: object) -> Finding:
        """Return what must be put right at one value."""
        return self._finding(Severity.ERROR, code, field, facts)

    def question(self, code: str, field: str, **facts: object) -> Finding:
        """Return what a person is to look at, at one value."""
        return self._finding(Severity.QUESTION, code, field, facts)

    def finding(self, severity: Severity, code: str, field: str, **facts: object) -> Finding:
        """Return what is found at one value."""
        return self._finding(severity, code, field, facts)

    def _finding(self, severity: Severity, code: str, field: str, facts: Mapping[str, object]) -> Finding:
        place = Place(sheet=self.page.table.sheet, cell=self.cell(field))
        own = {
            "column": self.page.table.column_of(field).name,
            "found": self.text(field),
        }
        return Finding(code, severity, place, {**own, **facts})


@dataclass(frozen=True)
class Page:
    """One table of the master with its filled rows (heading -> value) and what its sheet has around it."""

    table: Table
    layout: Layout
    rows: tuple[Row, ...]

    @cached_property
    def lines(self) -> tuple[SheetLine, ...]:
        """The filled rows by field, each with its number in the sheet."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[SheetLine]:
        for number, row in zip(self.layout.rows, self.rows, strict=True):
            values = {column.field: row.get(column.name) for column in self.table.columns}
            yield SheetLine(self, number, values)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns in which something may be typed."""
        return [one for one in self.table.columns if one.name in self.layout.letters and not one.formula]

    @property
    def lacking(self) -> list[Column]:
        """The columns that the sheet should have and has not."""
        return [one for one in self.table.columns if one.name not in self.layout.letters and not one.formula]

    @property
    def first_letters(self) -> str:
        """The letters of the table's first column."""
        return next(iter(self.layout.letters.values()))

    @property
    def first_heading(self) -> str:
        """The address of the first heading, which stands for the table as a whole."""
        return f"{self.first_letters}{self.layout.header}"

    @property
    def below(self) -> dict[int, str]:
        """Row -> address of the first cell of what was typed under the table's own columns."""
        own = set(self.layout.letters.values())
        first: dict[int, str] = {}
        for address in self.layout.outside:
            letters, row = _split(address)
            if letters in own:
                first.setdefault(row, address)
        return first

    @property
    def beside(self) -> list[str]:
        """Addresses of what stands in columns that are not the table's."""
        own = set(self.layout.letters.values())
        return [address for address in self.layout.outside if _split(address)[0] not in own]

    def finding(self, severity: Severity, code: str, cell: str, **facts: object) -> Finding:
        """Return what is found at a cell of the sheet, of whichever column."""
        place = Place(sheet=self.table.sheet, cell=cell)
        return Finding(code, severity, place, facts)

    def rows_where(self, is_kept: Callable[[SheetLine], bool]) -> list[Row]:
        """Return the rows as they stand whose line `is_kept`."""
        pairs = zip(self.rows, self.lines, strict=True)
        return [row for row, line in pairs if is_kept(line)]

    def replacing(self, is_replaced: Callable[[SheetLine], bool], fresh: Sequence[Row]) -> list[Row]:
        """Return the rows with `fresh` ones in the place of those whose line `is_replaced`, first.

        Where they stand among the others does not matter: without anything new all rows stay where they are.
        """
        if self.rows_where(is_replaced) == fresh:
            return list(self.rows)
        others = self.rows_where(lambda line: not is_replaced(line))
        return [*fresh, *others]

    def rows_with(self, values: Sequence[Cells]) -> list[Row]:
        """Return the rows with these cells, row by row; the cells beyond the last row make rows of their own.

        What stands in columns that are not of the schema stays.
        """
        known = [dict(row) for row in self.rows]
        known += [{} for _ in values[len(known) :]]
        for row, cells in zip(known, values, strict=True):
            for column in self.table.columns:
                if not column.formula:
                    row[column.name] = cells.get(column.field)
        return known


def _split(address: str) -> tuple[str, int]:
    letters, row = _ADDRESS.fullmatch(address).groups()  # type: ignore[union-attr]  # an address is one
    return letters, int(row)


def read_pages(book: Book) -> tuple[dict[str, Page], dict[str, WrongRequest]]:
    """Return every table of the schema by name, and for each that cannot be read the reason (MS-01)."""
    pages: dict[str, Page] = {}
    missing: dict[str, WrongRequest] = {}
    for table in schema.TABLES:
        try:
            pages[table.name] = Page(table, book.layout(table.name), tuple(book.read(table.name)))
        except WrongRequest as error:
            missing[table.name] = error
    return pages, missing


def page_of(table: Table, rows: tuple[Row, ...]) -> Page:
    """Return a page that no workbook holds: its rows (heading -> value) follow each other from row 5."""
    top = schema.HEADER_ROW + 1
    names = [column.name for column in table.columns]
    letters = {name: column_name(at) for at, name in enumerate(names)}
    numbers = tuple(range(top, top + len(rows)))
    return Page(table, Layout(schema.HEADER_ROW, numbers, letters, {}, {}), rows)
