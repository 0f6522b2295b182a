"""The tables of a master, read once: as rows, as fields, as records; what cannot be read as data.

What is wrong in one table stops only those who ask for it: a missing table, a missing column or a value of
the wrong kind is raised when that table is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Self

from khoagiao_xl.books.base import Book, Row
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.schema import Table
from khoagiao_xl.office.pages import Cells, Page, page_of, read_pages
from khoagiao_xl.office.rows import Fields, Record, fields_of, records_of, require_columns, to_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class MasterTables:
    """path: where the master lies. pages: table name -> how it stands; missing: table name -> why not."""

    path: Path
    pages: Mapping[str, Page]
    missing: Mapping[str, WrongRequest] = field(default_factory=dict)
    _fields: dict[str, list[Fields]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, book: Book) -> Self:
        """Return what the master of `book` says now; nothing of it is read again."""
        pages, missing = read_pages(book)
        return cls(book.path, pages, missing)

    @classmethod
    def of(cls, tables: Mapping[str, Iterable[object]], path: Path = Path("KhoaGiao.xlsm")) -> Self:
        """Return the tables of a master that no workbook holds: table name -> records, or field -> value.

        Tables that are not named are empty.
        """
        pages = {}
        for table in _tables_for(tables):
            records = tables.get(table.name, ())
            rows = to_rows(records, table)
            pages[table.name] = page_of(table, rows)
        return cls(path, pages)

    def page(self, table: Table) -> Page:
        """Return the table as it stands; raise WrongRequest (MS-01) when the master has it not."""
        if table.name in self.missing:
            raise self.missing[table.name]
        return self.pages[table.name]

    def _whole_page(self, table: Table) -> Page:
        page = self.page(table)
        require_columns(table, page.layout.letters)
        return page

    def raw(self, table: Table) -> list[Row]:
        """Return the rows as heading -> value; raise WrongRequest (MS-01, MS-02)."""
        page = self._whole_page(table)
        return [dict(row) for row in page.rows]

    def rows(self, table: Table) -> list[Fields]:
        """Return the rows as field -> value; raise WrongRequest (MS-01, MS-02, MS-04)."""
        known = self._fields
        name = table.name
        if name not in known:
            page = self._whole_page(table)
            known[name] = fields_of(table, page.rows)
        return known[name]

    def records(self, table: Table, record: Callable[..., Record]) -> tuple[Record, ...]:
        """Return the rows as records of the model; raise WrongRequest as `rows` does, and MS-05, MS-06."""
        rows = self.rows(table)
        found = records_of(table, rows, record)
        return tuple(found)

    def kept(self, table: Table, record: Callable[..., Record]) -> tuple[Record, ...]:
        """Return the records of the rows that nobody has dropped from the plan («bỏ»)."""
        rows = self.rows(table)
        kept = filterfalse(_is_dropped, rows)
        found = records_of(table, kept, record)
        return tuple(found)

    def as_typed(self, table: Table) -> list[Cells]:
        """Return the rows as field -> what stands there, of whatever kind.

        Raise WrongRequest as `raw` does.
        """
        page = self._whole_page(table)
        lines = page.lines
        return [dict(line.values) for line in lines]

    def holds(self, name: str, rows: Sequence[Row]) -> bool:
        """Say whether the table of this name has exactly these rows."""
        page = self.pages[name]
        return page.rows == tuple(rows)

    def with_tables(self, tables: Mapping[str, Sequence[Row]]) -> Self:
        """Return what will stand there when these tables (name -> rows, heading -> value) are written."""
        pages = dict(self.pages)
        for name, rows in tables.items():
            pages[name] = pages[name].with_rows(rows)
        return replace(self, pages=pages, _fields={})

    @property
    def unread(self) -> list[Finding]:
        """What was typed below a table, which no step sees: one finding for each row (KT-02, KT-03)."""
        found: list[Finding] = []
        for page in self.pages.values():
            found += _below(page)
        return found


def _is_dropped(row: Fields) -> bool:
    status: str = row["status"]
    return status == schema.DROPPED


def _tables_for(tables: Mapping[str, Iterable[object]]) -> Iterator[Table]:
    """Yield every table of the schema, that of the figures with a column for each given indicator."""
    given = tables.get(schema.INDICATORS.name, ())
    indicators = [_as_indicator(item) for item in given]
    for table in schema.TABLES:
        if table is schema.FIGURES:
            yield schema.figures_table(indicators)
        else:
            yield table


def _as_indicator(item: object) -> Indicator:
    if isinstance(item, Indicator):
        return item
    return Indicator.from_row(item)  # type: ignore[arg-type]


def _below(page: Page) -> Iterator[Finding]:
    code = "KT-02" if page.table.typed else "KT-03"
    for row, cell in page.below.items():
        yield page.finding(
            Severity.ERROR,
            code,
            cell,
            row=row,
        )
