"""One table out of the cells of its sheet: the rows it has, and what stands in and around it besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.books.base import Layout
from khoagiao_xl.books.cell_values import as_value
from khoagiao_xl.model.cell_addresses import Area, cell_name, column_name, row_and_column
from khoagiao_xl.vietnamese.blank_text import is_blank

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from khoagiao_xl.books.base import Row, Value
    from khoagiao_xl.books.package.parts import TablePlace

Grid = list[list[object]]  # the cells of a sheet from A1 on, line by line


@dataclass(frozen=True)
class TableReading:
    """A table as it was read. rows: those that are not wholly blank; layout: where they stand."""

    rows: Sequence[Row]
    layout: Layout


def read_table(
    place: TablePlace, grid: Grid, errors: Mapping[str, str], own_formulas: Collection[str]
) -> TableReading:
    """Return a table of a sheet.

    grid: the sheet's cells. errors: address -> the error that a cell of the sheet shows, and that `grid` has
    as a blank. own_formulas: headings of columns that give no value.
    """
    numbers = []
    rows = []
    for number, cells in _body(place.area, grid):
        row = _row(place.headings, cells, own_formulas)
        if not _is_blank(row):
            numbers.append(number)
            rows.append(row)
    unread = _padded(place.area, grid)
    unread |= _in_body(place.area, errors)
    layout = Layout(
        header=place.area.top,
        rows=tuple(numbers),
        letters=_letters(place),
        unread=unread,
        outside=_outside(place.area, grid),
    )
    return TableReading(rows, layout)


def _body(area: Area, grid: Grid) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows under the header, each with its number in the sheet."""
    columns = slice(area.left, area.right + 1)
    for number in area.body_rows:
        if number > len(grid):
            return
        line = grid[number - 1]
        yield number, line[columns]


def _row(headings: Sequence[str], cells: Sequence[object], own_formulas: Collection[str]) -> Row:
    row: Row = {}
    for heading, raw in zip(headings, cells, strict=False):
        if heading not in own_formulas:
            row[heading] = as_value(raw)
    return row


def _is_blank(row: Row) -> bool:
    return all(value is None for value in row.values())


def _letters(place: TablePlace) -> dict[str, str]:
    letters = map(column_name, place.area.columns)
    pairs = zip(place.headings, letters, strict=True)
    return dict(pairs)


def _padded(area: Area, grid: Grid) -> dict[str, str]:
    """Return the texts of the body that begin or end with a blank, or hold nothing else."""
    found = {}
    for number, cells in _body(area, grid):
        for column, value in enumerate(cells, area.left):
            if isinstance(value, str) and _is_padded(value):
                address = cell_name(number, column)
                found[address] = value
    return found


def _is_padded(text: str) -> bool:
    if text != text.strip():
        return True
    return text != "" and is_blank(text)


def _in_body(area: Area, errors: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for address, error in errors.items():
        row, column = row_and_column(address)
        if row in area.body_rows and column in area.columns:
            found[address] = error
    return found


def _outside(area: Area, grid: Grid) -> dict[str, Value]:
    """Return what stands beside the table or under it, by address."""
    found: dict[str, Value] = {}
    for number in range(area.top, len(grid) + 1):
        line = grid[number - 1]
        for column in area.columns_outside(number, len(line)):
            text = _text(line[column])
            if text:
                address = cell_name(number, column)
                found[address] = text
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).strip()
