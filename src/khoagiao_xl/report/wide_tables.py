"""A table of which many words would break into three lines and more gets a page that lies on its side.

Only tables of four columns and more: with fewer, a wider page would not help the words much. Lengths are
estimated by the letters: the program does not know the fonts of the machine that will show the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.page_keeping import text_of
from khoagiao_xl.report.page_values import PAGE, VALUES, twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

FEWEST_COLUMNS: Final = 4
MOST_LINES: Final = 2
FEW: Final = 0.1  # of the rows: for a single long name nobody wants to turn the paper
LETTER: Final = twips(1.95)  # the middle width of a letter at 12 points
GAIN: Final = twips(VALUES.width_across - VALUES.text_width)
ROW, CELL, SECTION = f"{W}tr", f"{W}tc", f"{W}sectPr"
COLUMNS, WIDTH = f"{W}tblGrid/{W}gridCol", f"{W}w"
CELL_WIDTH, TABLE_WIDTH = f"{W}tcPr/{W}tcW", f"{W}tblPr/{W}tblW"


def turn_wide_tables(root: Element) -> None:
    """Turn the section of every table that needs it, and give the room that is won to its widest column."""
    body = root.find(f"{W}body")
    for table in body.iterfind(f"{W}tbl"):
        columns = table.findall(COLUMNS)
        if len(columns) < FEWEST_COLUMNS or not _is_in_annex(table):
            continue
        widths = [_width(column) for column in columns]
        most = max(widths)
        widest = widths.index(most)
        cells = list(_cells(table, widest, len(columns)))
        if _broken(cells, most) > len(cells) * FEW:
            _turn_page(table)
            _widen(table, columns[widest], cells)


def _is_in_annex(table: Element) -> bool:
    """Whether a section ends above the table: the running text itself stays upright."""
    above = table.itersiblings(preceding=True)
    return any(block.find(f"{W}pPr/{SECTION}") is not None for block in above)


def _cells(table: Element, index: int, columns: int) -> Iterator[Element]:
    """Yield the cells of a column, those of rows in which none spans several columns."""
    for row in table.iterfind(ROW):
        cells = row.findall(CELL)
        if len(cells) == columns:
            yield cells[index]


def _broken(cells: Sequence[Element], width: int) -> int:
    """Return how many texts of a column break into more lines than are well read."""
    letters = width // LETTER * MOST_LINES
    long = [cell for cell in cells if len(text_of(cell)) > letters]
    return len(long)


def _turn_page(table: Element) -> None:
    """Lay the page of a table on its side: the section that ends next below it."""
    for block in table.itersiblings():
        section = block if block.tag == SECTION else block.find(f"{W}pPr/{SECTION}")
        if section is not None:
            height, width = PAGE
            size = section.find(f"{W}pgSz")
            size.set(WIDTH, str(width))
            size.set(f"{W}h", str(height))
            size.set(f"{W}orient", "landscape")
            return


def _widen(table: Element, column: Element, cells: Sequence[Element]) -> None:
    widened = [column, table.find(TABLE_WIDTH)]
    widened += [cell.find(CELL_WIDTH) for cell in cells]
    for element in widened:
        width = _width(element) + GAIN
        element.set(WIDTH, str(width))


def _width(element: Element) -> int:
    width = element.get(WIDTH)
    return int(width)
