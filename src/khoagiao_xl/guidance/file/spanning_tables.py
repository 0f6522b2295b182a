"""Tables that go on over several pages made whole: no head twice, a row that a page cut in two joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.page_lines import PageLine, lines_of
from khoagiao_xl.guidance.file.page_paragraphs import column_of, joined, paragraphs
from khoagiao_xl.guidance.file.page_tables import RuledCell, RuledTable
from khoagiao_xl.guidance.file.word_grid import GridCell, GridRow

_MOST_OF_HEAD: Final = 3  # rows
_SAME_COLUMNS: Final = 4.0  # points


@dataclass
class PageTable:
    """A table with the last page that it stands on, where it begins there, its columns and its rows."""

    page: int
    top: float
    xs: list[float]
    rows: list[GridRow] = field(default_factory=list)


Piece = PageLine | PageTable


def page_table(table: RuledTable, page: int) -> PageTable:
    """Return a ruled table with the text of its cells."""
    top = table.place.top
    found = PageTable(page, top, table.xs)
    for number, ruled in enumerate(table.rows()):
        cells = [_cell(cell, number) for cell in ruled]
        row = GridRow(cells)
        goes_on = any(cell.goes_on for cell in cells)
        if goes_on or any(row.drawn):
            found.rows.append(row)
    return found


def _cell(cell: RuledCell, row: int) -> GridCell:
    if row > cell.row:
        return GridCell([], cell.span, goes_on=True)
    lines = lines_of(cell.glyphs, 0)
    if not lines:
        return GridCell([], cell.span)
    column = column_of(lines)
    return GridCell(paragraphs(lines, column), cell.span)


def whole_tables(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, a table that goes on over a page as one."""
    before: PageTable | None = None
    for piece in pieces:
        if isinstance(piece, PageTable) and before and _is_same(before, piece):
            _append(before, piece)
            continue
        if before:
            yield before
            before = None
        if isinstance(piece, PageTable):
            before = piece
        else:
            yield piece
    if before:
        yield before


def _is_same(before: PageTable, after: PageTable) -> bool:
    if before.page == after.page:
        return False
    if len(before.xs) != len(after.xs):
        return False
    for x, other in zip(before.xs, after.xs, strict=True):
        apart = x - other
        if abs(apart) >= _SAME_COLUMNS:
            return False
    return True


def _append(table: PageTable, more: PageTable) -> None:
    rows = list(more.rows)
    heads = [row.drawn for row in table.rows[:_MOST_OF_HEAD]]
    while rows and rows[0].drawn in heads:
        del rows[0]
    if rows and table.rows:
        last = table.rows[-1]
        first = rows[0]
        if _is_rest(first, last):
            _join(last, first)
            del rows[0]
    table.rows += rows
    table.page = more.page


def _join(row: GridRow, rest: GridRow) -> None:
    for cell, more in zip(row.cells, rest.cells, strict=True):
        above = cell.blocks
        cut = len(above)
        blocks = above + more.blocks
        whole = _made_whole(blocks, cut)
        cell.blocks = list(whole)


def _made_whole(blocks: list[Block], cut: int) -> Iterator[Block]:
    """Yield the paragraphs of a cell, the one that the page cut at place `cut` joined."""
    if not 0 < cut < len(blocks):
        yield from blocks
        return
    before = blocks[cut - 1]
    after = blocks[cut]
    yield from blocks[: cut - 1]
    if before.text.endswith((".", ";", ":")):
        yield before
        yield after
    else:
        text = joined([before.text, after.text])
        yield replace(before, text=text)
    yield from blocks[cut + 1 :]


def _is_rest(row: GridRow, before: GridRow) -> bool:
    """Say whether a row only goes on with the one before: its number is missing, and a sentence goes on."""
    if len(row.cells) != len(before.cells):
        return False
    number = row.drawn[0]
    number_before = before.drawn[0]
    if number:
        return False
    if not number_before:
        return False
    starts = [text[:1] for text in row.drawn]
    return any(map(str.islower, starts))
