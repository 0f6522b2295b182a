"""A web page that was put into a Word file: its paragraphs, lists and tables as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.word_grid import GridCell, GridRow
from khoagiao_xl.guidance.file.word_tables import table_blocks
from khoagiao_xl.vietnamese.running_text import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD: Final = {"head", "script", "style", "del", "s", "strike", "title"}
_HEAD: Final = 2000  # bytes in which a page names its encoding
_CELLS: Final = {"td", "th"}
# What stands in a line; everything else begins a paragraph of its own.
_IN_LINE: Final = {"a", "abbr", "b", "big", "em", "font", "i", "ins", "label", "mark", "o:p", "small",
                   "span", "strong", "sub", "sup", "u"}  # fmt: skip


def web_blocks(data: bytes) -> list[Block]:
    """Return the blocks of the page; raise lxml's XMLSyntaxError or ParserError for what is none."""
    import lxml.etree as etree
    import lxml.html

    head = data[:_HEAD].lower()
    # A page that names its encoding is read by that.
    encoding: str | None = "utf-8"
    if b"charset" in head:
        encoding = None
    parser = lxml.html.HTMLParser(encoding=encoding, no_network=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(data, parser)
    except etree.ParserError:  # an empty page
        return []
    return list(_blocks(root))


def _blocks(element: _Element) -> Iterator[Block]:
    """Yield the blocks in an element: its own lines, and what stands between them."""
    line = element.text or ""
    number = 0
    for child in element:
        name = _name(child)
        if name in _IN_LINE:
            line += "".join(_letters(child))
        elif name == "table":
            yield from _paragraphs(line)
            line = ""
            yield from table_blocks(_rows(child))
        elif name not in _UNREAD:
            yield from _paragraphs(line)
            line = ""
            if name == "li":
                number += 1
                yield from _item(child, element, number)
            else:
                yield from _blocks(child)
        line += child.tail or ""
    yield from _paragraphs(line)


def _name(element: _Element) -> str:
    tag = element.tag
    if isinstance(tag, str):
        return tag.lower()
    return "script"  # a comment is not read


def _item(item: _Element, listed_in: _Element, number: int) -> Iterator[Block]:
    """Yield an item of a list with the sign or the number that a browser draws in front of it."""
    sign = "-"
    if _name(listed_in) == "ol":
        sign = f"{number}."
    blocks = list(_blocks(item))
    if not blocks:
        return
    first, *rest = blocks
    text = f"{sign} {first.text}"
    yield Block(text)
    yield from rest


def _letters(element: _Element) -> Iterator[str]:
    """Yield the letters of what stands in a line."""
    yield element.text or ""
    for child in element:
        if _name(child) == "br":
            yield "\n"
        elif _name(child) not in _UNREAD:
            yield from _letters(child)
        yield child.tail or ""


def _paragraphs(text: str) -> Iterator[Block]:
    line = clean_line(text.replace("\n", " "))
    if line:
        yield Block(line)


def _rows(table: _Element) -> list[GridRow]:
    rows: list[GridRow] = []
    for row in table.iter("tr"):
        cells = [_cell(cell) for cell in row if _name(cell) in _CELLS]
        if cells:
            rows.append(GridRow(cells))
    return rows


def _cell(cell: _Element) -> GridCell:
    span = cell.get("colspan", "1")
    return GridCell(
        blocks=list(_blocks(cell)),
        span=int(span) if span.isdecimal() else 1,
    )
