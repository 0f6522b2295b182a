"""A .docx taken apart: its paragraphs in order, with numbering, tables, text boxes and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.package_faults import BROKEN_PACKAGE, fault_of
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.old_letters import old_table
from khoagiao_xl.guidance.file.plaintext import text_blocks
from khoagiao_xl.guidance.file.run_looks import RunLooks
from khoagiao_xl.guidance.file.web_text import web_blocks
from khoagiao_xl.guidance.file.word_grid import (
    GridCell,
    GridRow,
    cells_of,
    is_coloured,
    left_out,
    repeats,
    rows_of,
    spans_of,
)
from khoagiao_xl.guidance.file.word_letters import SKIPPED, TEXT_BOX, Letters, is_placeholder
from khoagiao_xl.guidance.file.word_parts import DOCUMENT, LISTS, NOTES, STYLES, WordParts, read_parts
from khoagiao_xl.guidance.file.word_tables import table_blocks
from khoagiao_xl.layout.read_numbering import read_numbering
from khoagiao_xl.layout.word_xml import WRAPPERS, attribute, find, named, value
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.running_text import clean_line
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_PARAGRAPH, _TABLE, _RUN, _INSERTED = map(named, ("p", "tbl", "r", "altChunk"))
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_HOLDERS: Final = WRAPPERS | {f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MATH}oMathPara"}
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ZIP: Final = b"PK\x03\x04"
_NO_TEXT: Final = (b"{\\rtf", b"MIME-Version", b"\xd0\xcf\x11\xe0")  # what no one but Word can take over
_OF_CONTENTS: Final = re.compile(r"TOC\d")
_NOT_BOLD: Final = {"0", "false"}


def read_docx(path: Path) -> list[Block]:
    """Return the blocks of the Word file; raise WrongRequest when it is broken or something else."""
    with path.open("rb") as file:
        return docx_blocks(file, path.name)


def docx_blocks(file: BinaryIO, name: str) -> list[Block]:
    """Return the blocks of a .docx that lies open. name: for the sentence that refuses it."""
    import lxml.etree as etree

    try:
        with zipfile.ZipFile(file) as package:
            parts = read_parts(package, name)
        reader = _WordReader(name, parts)
        return list(reader.blocks())
    except BROKEN_PACKAGE as error:
        raise _broken(name, error) from error
    except etree.LxmlError as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> WrongRequest:
    reason = fault_of(error)
    return WrongRequest("KH-04", name=name, reason=reason)


class _WordReader:
    """What is known while one document is read from top to bottom."""

    def __init__(self, name: str, parts: WordParts) -> None:
        self._name = name
        self._parts = parts
        trees = parts.trees
        styles = trees.get(STYLES)
        self._numbering = read_numbering(trees.get(LISTS), styles)
        letters = _all_text(trees[DOCUMENT])
        whole = "".join(letters)
        self._looks = RunLooks(styles)
        table = old_table(whole)
        self._letters = Letters(self._looks, table)

    def blocks(self) -> Iterator[Block]:
        """Yield the marks of secrecy in the margins, the blocks of the body, then those of the notes."""
        trees = self._parts.trees
        yield from self._marks()
        body = find(trees[DOCUMENT], "body")
        if body is not None:
            yield from self._blocks(body)
        for name in NOTES:
            if name in trees:
                yield from self._notes(trees[name])

    def _marks(self) -> Iterator[Block]:
        """Yield the lines of the heads and feet of pages that decide whether the document may be read."""
        for margin in self._parts.margins:
            for line in self._lines_of_margin(margin):
                if bears_mark(line, Where.TEXT):
                    words = clean_line(line)
                    yield Block(words)

    def _lines_of_margin(self, margin: _Element) -> Iterator[str]:
        for paragraph in margin.iter(_PARAGRAPH):
            text = self._letters.text(paragraph)
            yield from text.split("\n")

    def _blocks(self, parent: _Element) -> Iterator[Block]:
        carried = ""
        for child in parent:
            if child.tag == _PARAGRAPH:
                blocks = list(self._paragraph(child, carried))
                carried = ""
                if blocks and _goes_on(child):
                    carried = blocks.pop().text
                yield from blocks
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag == _INSERTED:
                yield from self._inserted(child)
            elif child.tag in _HOLDERS and not is_placeholder(child):
                yield from self._blocks(child)
        if carried:
            yield Block(carried)

    def _paragraph(self, paragraph: _Element, carried: str) -> Iterator[Block]:
        """Yield the lines of a paragraph, then the text boxes anchored in it.

        carried: of the paragraph before, whose end was taken out with tracked changes.
        """
        if _OF_CONTENTS.match(value(paragraph, "pPr/pStyle")):
            return
        lines = self._lines(paragraph, carried)
        is_bold = self._is_bold(paragraph)
        level = self._looks.level(paragraph)
        counted_in = self._numbering.family(paragraph)
        for line in lines:
            yield Block(line, is_bold=is_bold, level=level, counted_in=counted_in)
            counted_in = ""
        for box in _boxes(paragraph):
            yield from self._blocks(box)

    def _lines(self, paragraph: _Element, carried: str) -> list[str]:
        """Return the lines that are not empty, the first behind its number or behind what is carried."""
        text = self._letters.text(paragraph)
        cleaned = map(clean_line, text.split("\n"))
        lines = list(filter(None, cleaned))
        if carried:
            return _behind(carried, lines)
        if lines:
            # Word counts an empty numbered paragraph too, but an office deletes the number it sees; so do we.
            label = self._numbering.label(paragraph)
            first = f"{label} {lines[0]}"
            lines[0] = first.strip()
        elif self._letters.has_struck(paragraph):
            self._numbering.label(paragraph)  # its number is seen, struck out
        return lines

    def _is_bold(self, paragraph: _Element) -> bool:
        marks: set[str] = set()
        for run in paragraph.iter(_RUN):
            if not is_blank(self._letters.text(run)):
                mark = value(run, "rPr/b", absent="0", empty="1")
                marks.add(mark)
        if not marks:
            return False
        return marks.isdisjoint(_NOT_BOLD)

    def _inserted(self, element: _Element) -> Iterator[Block]:
        """Yield the blocks of another document that was put in as it was."""
        relation = element.get(_RELATION, "")
        data = self._parts.inserted.get(relation)
        if data is None or _is_no_text(data):
            raise WrongRequest("KH-11", name=self._name)
        if data.startswith(_ZIP):
            yield from docx_blocks(io.BytesIO(data), self._name)
        elif b"<" in data[:200]:
            yield from web_blocks(data)
        else:
            yield from text_blocks(data, self._name)

    def _table(self, table: _Element) -> Iterator[Block]:
        """Yield the blocks of a table; a table inside a cell is part of the cell's text."""
        rows: list[GridRow] = []
        for row in rows_of(table):
            cells = [self._cell(cell) for cell in cells_of(row)]
            empty = left_out(row)
            if empty:
                cells.insert(0, GridCell([], span=empty))
            if not cells:
                continue
            is_marked = repeats(row)
            rows.append(GridRow(cells, is_marked=is_marked))
        yield from table_blocks(rows)

    def _cell(self, cell: _Element) -> GridCell:
        span, goes_on = spans_of(cell)
        return GridCell(
            blocks=list(self._blocks(cell)),
            span=span,
            goes_on=goes_on,
            is_shaded=is_coloured(cell),
        )

    def _notes(self, part: _Element) -> Iterator[Block]:
        for note in part:
            is_rule = attribute(note, "type")  # what separates the notes from the text
            letters = self._letters.text(note)
            text = clean_line(letters)
            if not text:
                continue
            if not is_rule:
                yield Block(text, kind="note")


def _is_no_text(data: bytes) -> bool:
    start = data.lstrip()
    return start.startswith(_NO_TEXT)


def _behind(carried: str, lines: list[str]) -> list[str]:
    """Return the lines, the first of them behind what is carried, which stays where there is none."""
    if not lines:
        return [carried.strip()]
    first = lines.pop(0)
    joined = f"{carried} {first}"
    return [joined.strip(), *lines]


def _all_text(root: _Element) -> Iterator[str]:
    for text in root.iter(named("t")):
        yield text.text or ""


def _goes_on(paragraph: _Element) -> bool:
    """Say whether its end was taken out with tracked changes: the next paragraph goes on with it."""
    return find(paragraph, "pPr/rPr/del") is not None


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in SKIPPED:
            yield from _boxes(child)
