"""What else on a form says whose it is: the words above its tables, and what the unit reported last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.locating import CodedBlock

    Rows = Sequence[Sequence[Any]]

LONGEST_TITLE: Final = 300  # characters; the longest name of a unit and of a period are far shorter


def titles_above(block: CodedBlock, rows: Rows) -> Iterator[RawCell]:
    """Yield the texts above the heading of a table."""
    last = block.header_row - 1
    above = rows[:last]
    for row, values in enumerate(above, 1):
        for column, value in enumerate(values):
            if isinstance(value, str) and value.strip():
                cell = cell_name(row, column)
                title = value[:LONGEST_TITLE]
                yield RawCell(block.sheet, cell, title)


def reported_last(block: CodedBlock, rows: Rows) -> dict[str, RawCell]:
    """Return what the column of the last report holds, by code; nothing where there is no such column."""
    heading = rows[block.header_row - 1]
    column = _column_of_last_report(heading)
    found = {}
    for code, row in block.rows.items():
        values = rows[row - 1]
        if 0 <= column < len(values):
            value = values[column]
            cell = cell_name(row, column)
            found[code] = RawCell(block.sheet, cell, None if value == "" else value)
    return found


def _column_of_last_report(heading: Sequence[Any]) -> int:
    """Return the column, counted from 0; -1 where there is none."""
    wanted = fold(form_layout.BEFORE_HEADER)
    for column, value in enumerate(heading):
        if isinstance(value, str) and fold(value) == wanted:
            return column
    return -1
