"""Reading and writing single tables of a book; steps read the whole `Year` instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.office import rows
from khoagiao_xl.office.rows import Fields, Record, to_row
from khoagiao_xl.office.settings import Settings
from khoagiao_xl.office.settings import read_settings as settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.schema import Table

__all__ = ["read", "read_kept", "read_rows", "read_settings", "replace_period", "to_row", "write"]


def read_rows(book: Book, table: Table) -> list[Fields]:
    """Return the rows of `table` as field -> value, each value of the kind its column holds.

    Raise WrongRequest MS-02 for a missing column, MS-04 for a value that is not of the column's kind.
    """
    rows.require_columns(table, book.headings(table.name))
    return rows.fields_of(table, book.read(table.name))


def read(book: Book, table: Table, record: Callable[..., Record]) -> list[Record]:
    """Return the rows of `table` as records; raise as `rows.records_of` does."""
    return rows.records_of(table, read_rows(book, table), record)


def read_kept(book: Book, table: Table, record: Callable[..., Record]) -> list[Record]:
    """Return the records of the rows that nobody has dropped from the plan («bỏ»); raise as `read` does."""
    kept = [row for row in read_rows(book, table) if row["status"] != schema.DROPPED]
    return rows.records_of(table, kept, record)


def write(book: Book, table: Table, records: Iterable[object]) -> None:
    """Replace the whole body of `table` by `records` (or mappings field -> value)."""
    rows.require_columns(table, book.headings(table.name))
    book.write(table.name, rows.to_rows(records, table))


def replace_period(book: Book, table: Table, period: str, records: Iterable[object]) -> None:
    """Replace the rows of one period; the rows of other periods stay as they are, in the order of periods."""
    rows.require_columns(table, book.headings(table.name))
    book.write(table.name, rows.with_period(book.read(table.name), table, period, records))


def read_settings(book: Book) -> Settings:
    """Return the office's settings."""
    keyed = read_rows(book, schema.SETTINGS)
    return settings_of({row["key"]: row["value"] for row in keyed if row["key"]})
