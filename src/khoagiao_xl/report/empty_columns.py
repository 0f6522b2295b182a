"""Columns of a table in which no row has a figure leave the page; their room goes to the widest one.

The same period of last year stands nowhere in the first year, the period before nowhere in January.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.page_keeping import text_of
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    Element = Any  # lxml's own elements

NONE: Final = PHRASES["khong_co_so"]
CELL, GRID, COLUMN = f"{W}tc", f"{W}tblGrid", f"{W}gridCol"
NAMES: Final = {"w": W.strip("{}")}
# Counted by libxml2: a long table has thousands of cells, of which few are looked at.
FULL_ROWS: Final = "w:tr[count(w:tc) = $columns]"
SPAN, WIDTH, CELL_WIDTH = f"{W}gridSpan", f"{W}w", f"{W}tcPr/{W}tcW"
VALUE: Final = f"{W}val"


def drop_empty_columns(root: Element) -> None:
    """Take out of every table the columns whose cells below the heading all show «-»."""
    for table in root.iter(f"{W}tbl"):
        columns = _columns(table)
        if not columns:
            continue
        rows = _full_rows(table, len(columns))
        for index in reversed(range(len(columns))):
            if _is_empty(rows, index):
                _drop(table, rows, index)


def _columns(table: Element) -> list[Element]:
    grid = table.find(GRID)
    if grid is None:
        return []
    columns: list[Element] = grid.findall(COLUMN)
    return columns


def _full_rows(table: Element, columns: int) -> list[Element]:
    """Return the rows in which no cell spans several columns, the heading first."""
    rows: list[Element] = table.xpath(FULL_ROWS, namespaces=NAMES, columns=columns)
    return rows


def _is_empty(rows: Sequence[Element], index: int) -> bool:
    below = rows[1:]
    for row in below:
        cell = _cell(row, index)
        if text_of(cell) != NONE:
            return False
    return bool(below)


def _cell(row: Element, index: int) -> Element:
    cells = row.findall(CELL)
    return cells[index]


def _drop(table: Element, rows: Sequence[Element], index: int) -> None:
    """Take out the cells of a column; what spans them becomes shorter, the widest column wider."""
    columns = _columns(table)
    dropped = columns.pop(index)
    room = _width(dropped)
    widths = [_width(column) for column in columns]
    most = max(widths)
    widest = widths.index(most)
    _widen(columns[widest], room)
    _remove(dropped)
    for row in rows:
        cells = row.findall(CELL)
        row.remove(cells.pop(index))
        kept = cells[widest]
        _widen(kept.find(CELL_WIDTH), room)
    for span in table.iter(SPAN):
        spanned = int(span.get(VALUE))
        left = spanned - 1
        span.set(VALUE, str(left))


def _remove(element: Element) -> None:
    parent = element.getparent()
    parent.remove(element)


def _widen(element: Element, room: int) -> None:
    width = _width(element)
    wider = width + room
    element.set(WIDTH, str(wider))


def _width(element: Element) -> int:
    width = element.get(WIDTH)
    return int(width)
