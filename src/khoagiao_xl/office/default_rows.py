"""The data files of the package as rows of the master's tables: field -> value of its column's kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.schema import Cell, Column, Table
from khoagiao_xl.office.rows import words_in
from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Row = dict[str, Any]


def read_table(file: str, table: Table) -> list[Row]:
    """Return the rows of a data file whose headings are those of `table`; a heading left out is blank."""
    rows = shipped_rows(file)
    return [table_row(row, table) for row in rows]


def table_row(texts: Mapping[str, str], table: Table) -> Row:
    """Return texts (heading -> text) as field -> value; raise ValueError for one that is not of its kind."""
    row = {}
    for column in table.columns:
        text = texts.get(column.name) or ""
        row[column.field] = _value(column, text)
    return row


def _value(column: Column, text: str) -> object:
    understand = _VALUES.get(column.cell, str)
    return understand(text.strip())


def words(text: str) -> tuple[str, ...]:
    """Return the texts that «;» separates, blanks left out."""
    return tuple(words_in(text))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> int | None:
    return int(text) if text else None


_VALUES: Final[Mapping[Cell, Callable[[str], object]]] = {
    Cell.DATE: _day,
    Cell.NUMBER: _number,
    Cell.WORDS: words,
    Cell.MARK: bool,
}
