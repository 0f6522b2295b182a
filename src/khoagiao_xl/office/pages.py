"""The tables of a master as they stand: every row with its place in the sheet, what is missing as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from itertools import compress, filterfalse
from typing import TYPE_CHECKING

from khoagiao_xl.books.base import Layout, Row, Value
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import column_name, row_and_column
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import Table
from khoagiao_xl.office.rows import words_in
from khoagiao_xl.vietnamese.figures import fact_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.schema import Column

Cells = dict[str, Value]  # field -> what stands there, of whatever kind it is


@dataclass(frozen=True)
class SheetLine:
    """One filled row of a table: its row in the sheet, and what stands there, by field."""

    page: Page = field(repr=False)
    row: int
    values: Mapping[str, Value]

    def text(self, field: str) -> str:
        """Return what stands there as text, blank for nothing."""
        value = self.values.get(field)
        if value is None:
            return ""
        return str(value)

    def day(self, field: str) -> date | None:
        """Return the day that stands there, None for anything else."""
        value = self.values.get(field)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        return None

    def words(self, field: str) -> list[str]:
        """Return the texts of a list that are separated by «;»."""
        text = self.text(field)
        return list(words_in(text))

    def cell(self, field: str) -> str:
        """Return the address of a value; the first column stands for one that the sheet has not."""
        page = self.page
        name = page.table.column_of(field).name
        known = page.layout.letters
        letters = known.get(name, page.first_letters)
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
        table = self.page.table
        cell = self.cell(field)
        place = Place(sheet=table.sheet, cell=cell)
        told = {
            "column": table.column_of(field).name,
            "found": fact_text(self.values.get(field)),
            **facts,
        }
        return Finding(code, severity, place, told)


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
        numbers = self.layout.rows
        for number, row in zip(numbers, self.rows, strict=True):
            yield SheetLine(
                page=self,
                row=number,
                values=self._by_field(row),
            )

    def _by_field(self, row: Row) -> Cells:
        cells = {}
        for column in self.table.columns:
            cells[column.field] = row.get(column.name)
        return cells

    @cached_property
    def columns(self) -> list[Column]:
        """The columns in which something may be typed."""
        return list(filter(self._is_present, self._fillable))

    @property
    def lacking(self) -> list[Column]:
        """The columns that the sheet should have and has not."""
        return list(filterfalse(self._is_present, self._fillable))

    @property
    def _fillable(self) -> list[Column]:
        return [column for column in self.table.columns if not column.formula]

    def _is_present(self, column: Column) -> bool:
        return column.name in self.layout.letters

    @property
    def first_letters(self) -> str:
        """The letters of the table's first column."""
        letters = self.layout.letters.values()
        return next(iter(letters))

    @property
    def first_heading(self) -> str:
        """The address of the first heading, which stands for the table as a whole."""
        return f"{self.first_letters}{self.layout.header}"

    @property
    def below(self) -> dict[int, str]:
        """Row -> address of the first cell of what was typed under the table's own columns."""
        first: dict[int, str] = {}
        for address in self.layout.outside:
            letters, row = _split(address)
            if letters in self._own_letters:
                first.setdefault(row, address)
        return first

    @property
    def beside(self) -> list[str]:
        """Addresses of what stands in columns that are not the table's."""
        found = []
        for address in self.layout.outside:
            letters, _ = _split(address)
            if letters not in self._own_letters:
                found.append(address)
        return found

    @cached_property
    def _own_letters(self) -> frozenset[str]:
        letters = self.layout.letters.values()
        return frozenset(letters)

    def with_rows(self, rows: Sequence[Row]) -> Page:
        """Return the page as it will stand with these rows; columns that are not of the schema stay too."""
        fresh = page_of(self.table, rows)
        letters = {**fresh.layout.letters, **self.layout.letters}
        layout = replace(fresh.layout, letters=letters)
        return replace(fresh, layout=layout)

    def finding(self, severity: Severity, code: str, cell: str, **facts: object) -> Finding:
        """Return what is found at a cell of the sheet, of whichever column."""
        sheet = self.table.sheet
        place = Place(sheet=sheet, cell=cell)
        return Finding(code, severity, place, facts)

    def rows_where(self, is_kept: Callable[[SheetLine], bool]) -> list[Row]:
        """Return the rows as they stand whose line `is_kept`."""
        is_row_kept = map(is_kept, self.lines)
        kept = compress(self.rows, is_row_kept)
        return list(kept)

    def replacing(self, is_replaced: Callable[[SheetLine], bool], fresh: Sequence[Row]) -> list[Row]:
        """Return the rows with `fresh` ones in the place of those whose line `is_replaced`, first.

        Where they stand among the others does not matter: without anything new all rows stay where they are.
        """
        older = self.rows_where(is_replaced)
        if older == fresh:
            return list(self.rows)
        others = self.rows_where(lambda line: not is_replaced(line))
        return [*fresh, *others]

    def rows_with(self, values: Sequence[Cells], places: Sequence[int | None] | None = None) -> list[Row]:
        """Return the rows with these cells, row by row; the cells beyond the last row make rows of their own.

        places: where each row of cells stands by now, None for one of its own; in the order of the rows if
        not given. What stands in columns that are not of the schema stays with its row.
        """
        if places is None:
            places = [place if place < len(self.rows) else None for place in range(len(values))]
        rows = []
        for cells, place in zip(values, places, strict=True):
            row = {} if place is None else dict(self.rows[place])
            self._put(cells, row)
            rows.append(row)
        return rows

    def _put(self, cells: Cells, row: Row) -> None:
        for column in self._fillable:
            value = cells.get(column.field)
            row[column.name] = value


def _split(address: str) -> tuple[str, int]:
    row, column = row_and_column(address)
    return column_name(column), row


def read_pages(book: Book) -> tuple[dict[str, Page], dict[str, WrongRequest]]:
    """Return every table of the schema by name, and for each that is not there the reason (MS-01, MS-10)."""
    pages = {}
    missing = {}
    for table in schema.TABLES:
        name = table.name
        try:
            pages[name] = _read(book, table)
        except WrongRequest as error:
            missing[name] = _not_there(table, error)
    return pages, missing


def _not_there(table: Table, error: WrongRequest) -> WrongRequest:
    """Return why a master has not a table: of one that masters of an older layout never had, MS-10."""
    if table.since == schema.FIRST_LAYOUT:
        return error
    first, *_ = table.headings
    return WrongRequest(
        "MS-10",
        table=table.name,
        column=first,
        sheet=table.sheet,
    )


def _read(book: Book, table: Table) -> Page:
    name = table.name
    layout = book.layout(name)
    rows = book.read(name)
    return Page(table, layout, tuple(rows))


def page_of(table: Table, rows: Sequence[Row]) -> Page:
    """Return a page that no workbook holds: its rows (heading -> value) follow each other from row 5."""
    header = schema.HEADER_ROW
    first = header + 1
    numbers = range(first, first + len(rows))
    letters = {}
    for at, column in enumerate(table.columns):
        letters[column.name] = column_name(at)
    layout = Layout(
        header=header,
        rows=tuple(numbers),
        letters=letters,
        unread={},
        outside={},
    )
    return Page(table, layout, tuple(rows))
