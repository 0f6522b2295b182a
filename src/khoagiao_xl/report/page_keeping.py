"""What stays together on a page: an opening with what it opens, a signature with the end of the text."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.signature_drawing import SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    Element = Any  # lxml's own elements; its stubs do not know the office namespaces

OPENING_END: Final = ":"
LETTERS_OF_A_LINE: Final = 75  # of running text at 14 points; only to tell a long paragraph from a short one
LINES_WITH_SIGNATURE: Final = 3  # that go to the last page along with the signature, at the least
PARAGRAPHS_WITH_SIGNATURE: Final = 2
FEWEST_CELLS: Final = 2  # a head beside another is no row of a list
ROWS_TOGETHER: Final = 3  # the heading of a table and its first rows
LETTERS_OF_A_TALL_ROW: Final = 100  # in one cell: such a row is some lines of the table by itself
ROW, CELL, HEADER = f"{W}tr", f"{W}tc", f"{W}trPr/{W}tblHeader"
PARAGRAPH, TABLE, PROPERTIES = f"{W}p", f"{W}tbl", f"{W}pPr"
STYLE, KEEP_NEXT, SECTION = f"{W}pStyle", f"{W}keepNext", f"{W}sectPr"
CAPTION: Final = f"{W}tblPr/{W}tblCaption"
VALUE: Final = f"{W}val"
SIGNER_WORD: Final = "Nơi nhận"


def keep_together(root: Element) -> None:
    """Tie paragraphs to the next one where a page must not end between them."""
    body = root.find(f"{W}body")
    for paragraph in body.iterfind(PARAGRAPH):
        if text_of(paragraph).endswith(OPENING_END):
            _tie(paragraph)
    for paragraph in _before_signature(body):
        _tie(paragraph)
    for row in _rows_going_on(body):
        for paragraph in row.iter(PARAGRAPH):
            _tie(paragraph)
    for table in body.iterfind(TABLE):
        for paragraph in _first_rows(table):
            _tie(paragraph)


def _first_rows(table: Element) -> Iterator[Element]:
    """Yield the paragraphs that go with the next row: no table begins with one short row at the foot."""
    rows = table.findall(ROW)
    if len(rows) <= ROWS_TOGETHER or rows[0].find(HEADER) is None:
        return
    yield from rows[0].iter(PARAGRAPH)
    if not _is_tall(rows[1]):
        yield from rows[1].iter(PARAGRAPH)


def _is_tall(row: Element) -> bool:
    lengths = [len(text_of(cell)) for cell in row.iterfind(CELL)]
    return max(lengths, default=0) >= LETTERS_OF_A_TALL_ROW


def _before_signature(body: Element) -> Iterator[Element]:
    """Yield the last paragraphs of the text: those that make up a few lines above the signature."""
    signature = _signature(body)
    if signature is None:
        return
    lines = 0
    for paragraphs, block in enumerate(signature.itersiblings(preceding=True), 1):
        if block.tag != PARAGRAPH or block.find(f"{PROPERTIES}/{SECTION}") is not None:
            return
        yield block
        text = text_of(block)
        lines += ceil(len(text) / LETTERS_OF_A_LINE)
        if lines >= LINES_WITH_SIGNATURE and paragraphs >= PARAGRAPHS_WITH_SIGNATURE:
            return


def _rows_going_on(body: Element) -> Iterator[Element]:
    """Yield the rows of tables that the next one goes on with: without a number of its own, as steps have."""
    for table in body.iterfind(TABLE):
        for row, following in pairwise(table.iterfind(ROW)):
            cells = following.findall(CELL)
            if len(cells) > FEWEST_CELLS and not text_of(cells[0]):
                yield row


def _signature(body: Element) -> Element | None:
    """Return the table that holds the signature: by its name, else by who receives the document."""
    tables = body.findall(TABLE)
    for table in tables:
        caption = table.find(CAPTION)
        name = "" if caption is None else caption.get(VALUE)
        if name == SIGNATURE:
            return table
    for table in tables:
        if text_of(table).startswith(SIGNER_WORD):
            return table
    return None


def text_of(element: Element) -> str:
    """Return the words of a paragraph or a table, without blanks around them."""
    text = ""
    for node in element.iter(f"{W}t"):
        text += node.text or ""
    return text.strip()


def _tie(paragraph: Element) -> None:
    from lxml import etree

    properties = paragraph.find(PROPERTIES)
    if properties is None:
        properties = etree.Element(PROPERTIES)
        paragraph.insert(0, properties)
    if properties.find(KEEP_NEXT) is None:
        # The schema wants it right after the name of the style.
        has_style = properties.find(STYLE) is not None
        kept = etree.Element(KEEP_NEXT)
        properties.insert(int(has_style), kept)
