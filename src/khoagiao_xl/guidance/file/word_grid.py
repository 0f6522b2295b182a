"""A table of a .docx on its grid: which cell lies over which columns, and what merged cells say in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.layout.word_xml import WRAPPERS, attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from khoagiao_xl.guidance.file.block import Block

MOST_COLUMNS = 100
_GOES_ON = "continue"
_NO_COLOUR = {"", "auto", "ffffff"}
_OFF = {"0", "false", "off"}


@dataclass
class GridCell:
    """One cell: its blocks, the columns it lies over, whether it goes on the one above or is coloured."""

    blocks: list[Block]
    span: int = 1
    goes_on: bool = False
    is_shaded: bool = False

    @property
    def text(self) -> str:
        """The cell's paragraphs as one line."""
        return " ".join(self._paragraphs)

    @property
    def lines(self) -> str:
        """The cell's paragraphs, each on its line."""
        return "\n".join(self._paragraphs)

    @property
    def _paragraphs(self) -> list[str]:
        return [block.text for block in self.blocks]


@dataclass
class GridRow:
    """One row. places: its text on every column of the grid; drawn: its cells as they are seen.

    continued: the columns whose cell only goes on the one above; shaded: those coloured and empty;
    is_marked: Word repeats it on each page.
    """

    cells: list[GridCell]
    places: list[str] = field(default_factory=list)
    continued: tuple[int, ...] = ()
    shaded: tuple[int, ...] = ()
    is_marked: bool = False

    @property
    def drawn(self) -> list[str]:
        """The texts of the cells as one sees them: what goes on from above is empty."""
        return [cell.text for cell in self.cells]

    @property
    def line(self) -> str:
        """The row as one line of the document's text."""
        return " | ".join(self.drawn)

    @property
    def width(self) -> int:
        """How many columns of the grid it covers."""
        return sum(cell.span for cell in self.cells)

    def lies_over(self, text: str) -> int:
        """Return over how many columns the cell of this text lies."""
        widest = 0
        for cell in self.cells:
            if cell.text == text:
                widest = max(widest, cell.span)
        return widest


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
    width = 1
    if written.isdigit():
        width = int(written)
    merged = value(cell, "tcPr/vMerge", empty=_GOES_ON)
    return min(width, MOST_COLUMNS), merged == _GOES_ON


def is_coloured(cell: _Element) -> bool:
    """Say whether the cell has a colour of its own, as bars of a schedule have."""
    shading = find(cell, "tcPr/shd")
    if shading is None:
        return False
    return attribute(shading, "fill").lower() not in _NO_COLOUR


def left_out(row: _Element) -> int:
    """Return how many columns stand empty before the first cell of the row."""
    written = value(row, "trPr/gridBefore", absent="0")
    columns = 0
    if written.isdigit():
        columns = int(written)
    return min(columns, MOST_COLUMNS)


def repeats(row: _Element) -> bool:
    """Say whether Word repeats the row at the head of each page."""
    mark = value(row, "trPr/tblHeader", absent="0", empty="1")
    return mark not in _OFF


def lay_out(rows: list[GridRow]) -> None:
    """Fill in what stands at every place of the grid; a merged cell says the same in all its places."""
    widths = [row.width for row in rows]
    width = max(widths, default=0)
    above = [""] * width
    for row in rows:
        _lay_out_row(row, above, width)
        above = row.places


def _lay_out_row(row: GridRow, above: list[str], width: int) -> None:
    places: list[str] = []
    continued: list[int] = []
    shaded: list[int] = []
    for cell in row.cells:
        start = len(places)
        end = start + cell.span
        columns = range(start, end)
        text = cell.lines
        if cell.goes_on and not text:
            # A row above may be shorter.
            above_it = above[start:][:1]
            text = "".join(above_it)
            continued += columns
        if cell.is_shaded and not text:
            shaded += columns
        places += [text] * cell.span
    places += [""] * width
    row.places = places[:width]
    row.continued = tuple(continued)
    # A row that is coloured from end to end is no bar of a schedule.
    if len(shaded) < width:
        row.shaded = tuple(shaded)
