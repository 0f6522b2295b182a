"""What a master holds, to compare one with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row


def tables_of(master: Path) -> dict[str, list[Row]]:
    """Return every table of the file but the setting that names the interpreter."""
    book = FileBook(master, may_be_open=True)
    tables = {table.name: book.read(table.name) for table in schema.TABLES}
    settings = tables[schema.SETTINGS.name]
    tables[schema.SETTINGS.name] = [row for row in settings if row["Khóa"] != "python"]
    return tables


def different(one: Path, other: Path) -> list[str]:
    """Return the names of the tables that are not the same in two masters."""
    first, second = tables_of(one), tables_of(other)
    return [name for name in first if first[name] != second[name]]
