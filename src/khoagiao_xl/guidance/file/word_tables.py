"""Tables of a .docx on their grid: merged cells filled in, heads of two rows, headings between the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.layout.word_xml import WRAPPERS, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_ORDINAL = re.compile(r"\W*(?:[IVXivx]{1,5}|[A-ZĐa-zđ]|\d{1,3}(?:\.\d{1,2})*)?\W*")
_GROUP = re.compile(r"\W*(?:[IVX]{1,5}|[A-ZĐ])\W*")
_MOST_COLUMNS = 100
_MOST_OF_HEAD = 3  # rows
_GOES_ON = "continue"


@dataclass
class GridCell:
    """One cell: its blocks, the columns it lies over, and whether it goes on the cell above."""

    blocks: list[Block]
    span: int = 1
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The cell's paragraphs as one line."""
        paragraphs = [block.text for block in self.blocks]
        return " ".join(paragraphs)


_Row = list[GridCell]


def rows_of(table: _Element) -> Iterator[_Element]:
    """Yield the table's own rows, not those of tables inside it, nor rows struck out."""
    for row in _children(table, named("tr")):
        if find(row, "trPr/del") is None:
            yield row


def cells_of(row: _Element) -> Iterator[_Element]:
    """Yield the row's own cells."""
    return _children(row, named("tc"))


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, tag)


def spans_of(cell: _Element) -> tuple[int, bool]:
    """Return how many columns the cell lies over and whether it only goes on the cell above."""
    written = value(cell, "tcPr/gridSpan", absent="1")
    width = int(written) if written.isdigit() else 1
    merged = value(cell, "tcPr/vMerge", empty=_GOES_ON)
    return min(width, _MOST_COLUMNS), merged == _GOES_ON


def table_blocks(rows: list[_Row]) -> Iterator[Block]:
    """Yield a layout table paragraph by paragraph, and a real one row by row under its head."""
    if _is_layout(rows):
        for row in rows:
            for cell in row:
                yield from cell.blocks
        return
    grid = _grid(rows)
    shown = [_texts(row) for row in rows]
    height = _rows_of_head(rows)
    for texts in shown[:height]:
        line = _line(texts)
        yield Block(line, kind="header row")
    head = _headings(grid[:height])
    del grid[:height], shown[:height]
    yield from _rows_below(head, grid, shown)


def _texts(row: _Row) -> list[str]:
    return [cell.text for cell in row]


def _headings(grid: list[list[str]]) -> list[str]:
    """Return the heading of each column: what stands above it, once, from top to bottom."""
    headings: list[str] = []
    for column in zip(*grid, strict=True):
        texts = _once(column)
        headings.append(" ".join(texts))
    return headings


def _once(texts: Iterable[str]) -> list[str]:
    """Return the texts that are not empty, each once."""
    once = dict.fromkeys(texts)
    once.pop("", None)
    return list(once)


def _rows_below(head: list[str], grid: list[list[str]], shown: list[list[str]]) -> Iterator[Block]:
    """Yield the rows under the head; shown: what stands in each cell as it is drawn."""
    label = ""
    for row, texts in zip(grid, shown, strict=True):
        line = _line(texts)
        words = _once(row)
        if _is_heading(row, texts, words, label):
            label, heading = words[0], words[-1]
            cells = (("", heading),)
            yield Block(line, kind="group row", cells=cells)
        elif any(texts):
            named_cells = zip(head, row, strict=True)
            yield Block(line, kind="row", cells=tuple(named_cells))


def _is_heading(row: list[str], texts: list[str], words: list[str], label: str) -> bool:
    """Say whether a row names a group of the rows below it.

    texts: of its cells as they are drawn; words: of the row on the grid, each once;
    label: of the group before.
    """
    if len(set(texts)) > 3:
        return False
    telling = [text for text in words if not _ORDINAL.fullmatch(text)]
    if len(telling) != 1:
        return False
    if _is_group(row, words[-1]):
        return True
    return _counts_on(label, words)


def _is_group(row: list[str], last: str) -> bool:
    # «B | LĨNH VỰC GIÁO DỤC» over all columns, or in capitals with the other cells empty.
    if last.isupper():
        return True
    others = len(row) - row.count(last)
    return others <= 2


def _counts_on(label: str, words: list[str]) -> bool:
    # «II | Lĩnh vực y tế» with empty cells after a merged «I | Lĩnh vực giáo dục»: a group like the first.
    if len(words) < 2:
        return False
    if not _GROUP.fullmatch(label):
        return False
    return _GROUP.fullmatch(words[0]) is not None


def _line(texts: list[str]) -> str:
    return " | ".join(texts)


def _grid(rows: list[_Row]) -> list[list[str]]:
    """Return the text at every place of the grid; a merged cell says the same in all its places."""
    width = max(map(_width, rows))
    above = [""] * width
    grid: list[list[str]] = []
    for row in rows:
        above = _grid_row(row, above, width)
        grid.append(above)
    return grid


def _width(row: _Row) -> int:
    return sum(cell.span for cell in row)


def _grid_row(row: _Row, above: list[str], width: int) -> list[str]:
    line: list[str] = []
    for cell in row:
        text = cell.text
        if cell.goes_on and not text:
            text = "".join(above[len(line) : len(line) + 1])
        line += [text] * cell.span
    line += [""] * width
    return line[:width]


def _rows_of_head(rows: list[_Row]) -> int:
    """Return how many rows the head has: two where a cell of the first goes on into the second."""
    count = 1
    for before, row in pairwise(rows[:_MOST_OF_HEAD]):
        if not _is_head_too(before, row):
            break
        count += 1
    most = max(1, len(rows) - 1)
    return min(count, most)


def _is_head_too(before: _Row, row: _Row) -> bool:
    if not any(cell.goes_on for cell in row):
        return False
    if row[0].goes_on:
        return True
    return any(cell.span > 1 for cell in before)


def _is_layout(rows: list[_Row]) -> bool:
    # The head and the signature of an official letter are tables of one or two rows without a border.
    if len(rows) < 2:
        return True
    cells = max(map(len, rows))
    if cells == 2:
        return len(rows) < 4
    return cells < 2
