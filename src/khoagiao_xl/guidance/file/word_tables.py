"""Tables of a .docx on their grid: merged cells filled in, heads of two rows, headings between the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.file.list_numbering import W
from khoagiao_xl.guidance.guidance_records import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"}
_ORDINAL = re.compile(r"\W*(?:[IVXivx]{1,5}|[A-ZĐa-zđ]|\d{1,3}(?:\.\d{1,2})*)?\W*")
_GROUP = re.compile(r"\W*(?:[IVX]{1,5}|[A-ZĐ])\W*")


@dataclass
class GridCell:
    """One cell: its blocks, the columns it lies over, and whether it goes on the cell above."""

    blocks: list[Block]
    span: int = 1
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The cell's paragraphs as one line."""
        return " ".join(block.text for block in self.blocks)


def rows_of(table: _Element) -> Iterator[_Element]:
    """Yield the table's own rows, not those of tables inside it, nor rows struck out."""
    for row in _children(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells_of(row: _Element) -> Iterator[_Element]:
    """Yield the row's own cells."""
    return _children(row, f"{W}tc")


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def spans_of(cell: _Element) -> tuple[int, bool]:
    """Return how many columns the cell lies over and whether it only goes on the cell above."""
    span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
    return min(int(width), 100) if width.isdigit() else 1, goes_on


def table_blocks(rows: list[list[GridCell]]) -> Iterator[Block]:
    """Yield a layout table paragraph by paragraph, and a real one row by row under its head."""
    texts = [[cell.text for cell in row] for row in rows]
    if not texts or _is_layout(texts):
        yield from (block for row in rows for cell in row for block in cell.blocks)
        return
    grid, head_rows = _grid(rows), _rows_of_head(rows)
    head = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*grid[:head_rows], strict=True)]
    for row in texts[:head_rows]:
        yield Block(_line(row), kind="header row")
    label = ""
    for row, shown in zip(grid[head_rows:], texts[head_rows:], strict=True):
        named = [text for text in dict.fromkeys(row) if text]
        if (
            len([text for text in named if not _ORDINAL.fullmatch(text)]) == 1
            and len(set(shown)) <= 3
            and (_is_group(row, named) or _counts_on(label, named))
        ):
            label = named[0]
            yield Block(_line(shown), kind="group row", cells=(("", named[-1]),))
        elif any(shown):
            yield Block(_line(shown), kind="row", cells=tuple(zip(head, row, strict=True)))


def _is_group(row: list[str], named: list[str]) -> bool:
    # «B | LĨNH VỰC GIÁO DỤC» over all columns, or in capitals with the other cells empty.
    return row.count(named[-1]) >= len(row) - 2 or named[-1].isupper()


def _counts_on(label: str, named: list[str]) -> bool:
    # «II | Lĩnh vực y tế» with empty cells after a merged «I | Lĩnh vực giáo dục»: a group like the first.
    return bool(_GROUP.fullmatch(label) and _GROUP.fullmatch(named[0])) and len(named) > 1


def _line(texts: list[str]) -> str:
    return " | ".join(texts)


def _grid(rows: list[list[GridCell]]) -> list[list[str]]:
    """Return the text at every place of the grid; a merged cell says the same in all its places."""
    width = max(sum(cell.span for cell in row) for row in rows)
    grid: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        for cell in row:
            above = grid[-1][len(line)] if cell.goes_on and grid and len(line) < width else ""
            line += [cell.text or above] * cell.span
        grid.append((line + [""] * width)[:width])
    return grid


def _rows_of_head(rows: list[list[GridCell]]) -> int:
    """Return how many rows the head has: two where a cell of the first goes on into the second."""
    count = 1
    while count < len(rows) and count < 3 and any(cell.goes_on for cell in rows[count]):
        if any(cell.span > 1 for cell in rows[count - 1]) or rows[count][0].goes_on:
            count += 1
        else:
            break
    return min(count, max(1, len(rows) - 1))


def _is_layout(texts: list[list[str]]) -> bool:
    # The head and the signature of an official letter are tables of one or two rows without a border.
    return len(texts) < 2 or max(map(len, texts)) < 2 or (len(texts) < 4 and max(map(len, texts)) == 2)
