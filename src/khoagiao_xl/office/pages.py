"""The tables of a master as they stand: every row with its place in the sheet, what is missing as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from khoagiao_xl.books.base import Layout, Row
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import column_name
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.base import Book, Value
    from khoagiao_xl.model.schema import Column

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Line:
    """One filled row of a table: its row in the sheet, and what stands there, by field."""

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


@dataclass(frozen=True)
class Page:
    """One table of the master with its filled rows (heading -> value) and what its sheet has around it."""

    table: Table
    layout: Layout
    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The filled rows by field, each with its number in the sheet."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for number, row in zip(self.layout.rows, self.rows, strict=True):
            yield Line(number, {column.field: row.get(column.name) for column in self.table.columns})

    @property
    def columns(self) -> list[Column]:
        """The columns in which something may be typed."""
        return [one for one in self.table.columns if one.name in self.layout.letters and not one.formula]

    @property
    def lacking(self) -> list[Column]:
        """The columns that the sheet should have and has not."""
        return [one for one in self.table.columns if one.name not in self.layout.letters and not one.formula]

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

    def cell(self, row: int, field: str) -> str:
        """Return the address of a value; the first column stands for one that the sheet has not."""
        letters = self.layout.letters
        first = next(iter(letters.values()))
        return f"{letters.get(self.table.column_of(field).name, first)}{row}"

    def finding(self, code: str, severity: Severity, line: Line, field: str, **facts: object) -> Finding:
        """Return a finding at one value of a line."""
        found = {"column": self.table.column_of(field).name, "found": line.text(field), **facts}
        return Finding(code, severity, Place(sheet=self.table.sheet, cell=self.cell(line.row, field)), found)


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
