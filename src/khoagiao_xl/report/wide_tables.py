"""A table of which many words would break into three lines and more gets a page that lies on its side.

Only tables of four columns and more: with fewer, a wider page would not help the words much. Lengths are
estimated by the letters: the program does not know the fonts of the machine that will show the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.cell_texts import cell_texts
from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.page_values import PAGE, VALUES, twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

FEWEST_COLUMNS: Final = 4
MOST_LINES: Final = 2
FEW: Final = 0.1  # of the rows: for a single long name nobody wants to turn the paper
LETTER: Final = twips(1.95)  # the middle width of a letter at 12 points
GAIN: Final = twips(VALUES.width_across - VALUES.text_width)
NAMES: Final = {"w": W.strip("{}")}
# Counted by libxml2: a long table has thousands of cells, of which none is looked at where the page stays.
ROWS: Final = "count(w:tr[count(w:tc) = $columns])"
BROKEN: Final = "count(w:tr[count(w:tc) = $columns]/w:tc[$at][string-length() > $most])"
ROW, CELL, SECTION = f"{W}tr", f"{W}tc", f"{W}sectPr"
COLUMNS, WIDTH = f"{W}tblGrid/{W}gridCol", f"{W}w"
TABLE, SECTION_OF_PARAGRAPH, PAGE_SIZE = f"{W}tbl", f"{W}pPr/{SECTION}", f"{W}pgSz"
HEIGHT, TURN = f"{W}h", f"{W}orient"
_SHORT, _LONG = PAGE
ACROSS: Final = {
    WIDTH: str(_LONG),
    HEIGHT: str(_SHORT),
    TURN: "landscape",
}
CELL_WIDTH, TABLE_WIDTH = f"{W}tcPr/{W}tcW", f"{W}tblPr/{W}tblW"


def turn_wide_tables(root: Element) -> None:
    """Turn the section of every table that needs it, and share out the room that is won among its columns."""
    body = root.find(f"{W}body")
    for table in body.iterfind(TABLE):
        if _is_in_annex(table):
            _turn_if_wide(table)


def _turn_if_wide(table: Element) -> None:
    columns = table.findall(COLUMNS)
    if len(columns) < FEWEST_COLUMNS:
        return
    widths = [_width(column) for column in columns]
    widest = max(widths)
    rows = _count(table, ROWS, columns=len(columns))
    broken = _count(
        table,
        BROKEN,
        columns=len(columns),
        at=widths.index(widest) + 1,
        most=widest // LETTER * MOST_LINES,
    )
    if broken > FEW * rows:
        _turn_page(table)
        _share_room(table, columns)


def _count(table: Element, what: str, **numbers: int) -> float:
    found: float = table.xpath(what, namespaces=NAMES, **numbers)
    return found


def _is_in_annex(table: Element) -> bool:
    """Whether a section ends above the table: the running text itself stays upright."""
    above = table.itersiblings(preceding=True)
    return any(_ends_section(block) is not None for block in above)


def _ends_section(block: Element) -> Element | None:
    """Return the section that ends with a block of the body, None where none does."""
    if block.tag == SECTION:
        return block
    return block.find(SECTION_OF_PARAGRAPH)


def _columns_of_cells(table: Element, columns: int) -> list[Sequence[Element]]:
    """Return the cells of each column, those of rows in which none spans several columns."""
    whole = []
    for row in table.iterfind(ROW):
        cells = row.findall(CELL)
        if len(cells) == columns:
            whole.append(cells)
    if not whole:
        return [()] * columns
    by_column = zip(*whole, strict=True)
    return list(by_column)


def _turn_page(table: Element) -> None:
    """Lay the page of a table on its side: the section that ends next below it."""
    for block in table.itersiblings():
        section = _ends_section(block)
        if section is not None:
            size = section.find(PAGE_SIZE)
            size.attrib.update(ACROSS)
            return


def _share_room(table: Element, columns: Sequence[Element]) -> None:
    """Give each column so much of the room as it has of the letters that one line of a cell does not hold."""
    texts = cell_texts(table)
    cells = _columns_of_cells(table, len(columns))
    wanting = []
    for column, own in zip(columns, cells, strict=True):
        lengths = [len(texts[cell]) for cell in own[1:]]  # a heading may break
        wanting.append(_letters_below(lengths, _width(column)))
    for column, own, room in zip(columns, cells, _shares(wanting), strict=True):
        if not room:
            continue
        _widen(column, room)
        for cell in own:
            _widen(cell.find(CELL_WIDTH), room)
    _widen(table.find(TABLE_WIDTH), GAIN)


def _letters_below(lengths: Sequence[int], width: int) -> int:
    """Return how many letters of a column's texts one line of a cell does not hold."""
    in_a_line = width // LETTER
    below = 0
    for length in lengths:
        over = length - in_a_line
        below += max(over, 0)
    return below


def _shares(wanting: Sequence[int]) -> list[int]:
    """Return the room of each in twips, by its letters; what rounding leaves goes to who wants most."""
    most = wanting.index(max(wanting))
    whole = sum(wanting) or 1
    shares = [GAIN * letters // whole for letters in wanting]
    shares[most] += GAIN - sum(shares)
    return shares


def _widen(element: Element, room: int) -> None:
    width = _width(element)
    wider = width + room
    element.set(WIDTH, str(wider))


def _width(element: Element) -> int:
    width = element.get(WIDTH)
    return int(width)
