"""A .docx taken apart: its paragraphs in order, with numbering, tables, text boxes and footnotes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.word_parts import DOCUMENT, LISTS, NOTES, STYLES, read_parts
from khoagiao_xl.guidance.file.word_tables import GridCell, cells_of, rows_of, spans_of, table_blocks
from khoagiao_xl.layout.list_numbering import Numbering, read_numbering
from khoagiao_xl.layout.word_xml import WRAPPERS, W, attribute, find, named, value
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.running_text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_PARAGRAPH, _TABLE, _RUN, _TEXT, _TEXT_BOX = map(named, ("p", "tbl", "r", "t", "txbxContent"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Old copies of what stands elsewhere, and what the author struck out with tracked changes.
_SKIPPED = {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}instrText"}
# What holds no letters of the paragraph itself.
_NO_LETTERS = {*_SKIPPED, _TEXT_BOX, f"{W}pPr"}
_NOT_BOLD = {"0", "false"}
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}


def read_docx(path: Path) -> list[Block]:
    """Return the blocks of the Word file; raise WrongRequest when it is broken or something else."""
    import lxml.etree as etree

    try:
        with zipfile.ZipFile(path) as package:
            parts = read_parts(package, path.name)
            return list(_document_blocks(parts))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, EOFError, RuntimeError, ValueError) as error:
        reason = type(error).__name__
        raise WrongRequest("KH-04", name=path.name, reason=reason) from error


def _document_blocks(parts: dict[str, _Element]) -> Iterator[Block]:
    """Yield the blocks of the body, then those of the notes."""
    numbering = read_numbering(
        parts.get(LISTS),
        parts.get(STYLES),
    )
    body = find(parts[DOCUMENT], "body")
    if body is not None:
        yield from _blocks(body, numbering)
    for name in NOTES:
        if name in parts:
            yield from _notes(parts[name])


def _blocks(parent: _Element, numbering: Numbering) -> Iterator[Block]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child, numbering)
        elif child.tag == _TABLE:
            yield from _table(child, numbering)
        elif child.tag in WRAPPERS:
            yield from _blocks(child, numbering)


def _paragraph(paragraph: _Element, numbering: Numbering) -> Iterator[Block]:
    """Yield the lines of a paragraph, then the text boxes anchored in it."""
    lines = _lines(paragraph)
    if lines:
        # Word counts an empty numbered paragraph too, but an office deletes the number it sees; so do we.
        label = numbering.label(paragraph)
        first = f"{label} {lines[0]}"
        lines[0] = first.strip()
    is_bold = _is_bold(paragraph)
    for line in lines:
        yield Block(line, is_bold=is_bold)
    for box in _boxes(paragraph):
        yield from _blocks(box, numbering)


def _lines(element: _Element) -> list[str]:
    """Return the lines of a paragraph that are not empty."""
    text = _text(element)
    lines = map(clean_line, text.split("\n"))
    return list(filter(None, lines))


def _text(element: _Element) -> str:
    letters = _letters(element)
    return "".join(letters)


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _letters(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _sign(child)
        elif child.tag == _RUN and _is_hidden(child):
            continue
        elif child.tag not in _NO_LETTERS:
            yield from _letters(child)


def _sign(element: _Element) -> str:
    # A page or column break inside a sentence is no new line.
    if attribute(element, "type") in {"page", "column"}:
        return " "
    return _SIGNS[str(element.tag)]


def _is_hidden(run: _Element) -> bool:
    # Nobody saw it when the document was signed.
    return find(run, "rPr/vanish") is not None


def _is_bold(paragraph: _Element) -> bool:
    marks: set[str] = set()
    for run in paragraph.iter(_RUN):
        if not is_blank(_text(run)):
            mark = value(run, "rPr/b", absent="0", empty="1")
            marks.add(mark)
    if not marks:
        return False
    return marks.isdisjoint(_NOT_BOLD)


def _table(table: _Element, numbering: Numbering) -> Iterator[Block]:
    """Yield the blocks of a table; a table inside a cell is part of the cell's text."""
    rows: list[list[GridCell]] = []
    for row in rows_of(table):
        cells = [_cell(cell, numbering) for cell in cells_of(row)]
        rows.append(cells)
    yield from table_blocks(rows)


def _cell(cell: _Element, numbering: Numbering) -> GridCell:
    span, goes_on = spans_of(cell)
    return GridCell(
        blocks=list(_blocks(cell, numbering)),
        span=span,
        goes_on=goes_on,
    )


def _notes(part: _Element) -> Iterator[Block]:
    for note in part:
        is_rule = attribute(note, "type")  # what separates the notes from the text
        text = clean_line(_text(note))
        if text and not is_rule:
            yield Block(text, kind="note")
