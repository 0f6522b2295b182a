"""A .docx taken apart: its paragraphs in order, with numbering, tables, text boxes and footnotes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.guidance_text import clean
from khoagiao_xl.guidance.file.list_numbering import Numbering, W, read_numbering
from khoagiao_xl.guidance.file.word_tables import GridCell, cells_of, rows_of, spans_of, table_blocks
from khoagiao_xl.guidance.guidance_records import Block

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_BYTES = 100_000_000
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", *_NOTES)
# «Strict Open XML» has the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
_OTHERS = {"xl/": "sổ Excel", "ppt/": "tệp trình chiếu", "content.xml": "văn bản OpenDocument"}
# Old copies of what stands elsewhere, and what the author struck out with tracked changes.
_SKIPPED = {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}instrText"}
_LETTERS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}


def read_docx(path: Path) -> list[Block]:
    """Return the blocks of the Word file; raise WrongRequest when it is broken or something else."""
    import lxml.etree as etree

    try:
        with zipfile.ZipFile(path) as package:
            parts = _parts(package, path.name)
            body = parts["word/document.xml"].find(f"{W}body")
            numbering = read_numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
            blocks = list(_blocks(body, numbering)) if body is not None else []
            return blocks + [note for name in _NOTES if name in parts for note in _notes(parts[name])]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, EOFError, RuntimeError, ValueError) as error:
        raise WrongRequest("KH-04", name=path.name, reason=type(error).__name__) from error


def _parts(package: zipfile.ZipFile, name: str) -> dict[str, _Element]:
    import lxml.etree as etree

    names = set(package.namelist())
    found = {_number_free(item): item for item in sorted(names, reverse=True)}
    if "word/document.xml" not in found:
        kinds = [kind for start, kind in _OTHERS.items() if any(item.startswith(start) for item in names)]
        raise WrongRequest("KH-06", name=name, kind=(kinds or ["tệp nén"])[0])
    wanted = {part: found[part] for part in _PARTS if part in found}
    size = sum(package.getinfo(item).file_size for item in wanted.values())
    if size > _MOST_BYTES:
        raise WrongRequest("KH-09", name=name, size=size // 1_000_000)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return {
        part: etree.fromstring(package.read(item).replace(_STRICT, _USUAL), parser)
        for part, item in wanted.items()
    }


def _number_free(name: str) -> str:
    # Word on the web calls the main part document2.xml.
    return re.sub(r"^(word/\w*?)\d+(\.xml)$", r"\1\2", name)


def _blocks(parent: _Element, numbering: Numbering) -> Iterator[Block]:
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, numbering)
        elif child.tag == f"{W}tbl":
            yield from _table(child, numbering)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"}:
            yield from _blocks(child, numbering)


def _paragraph(paragraph: _Element, numbering: Numbering) -> Iterator[Block]:
    """Yield the lines of a paragraph, then the text boxes anchored in it."""
    lines = [clean(line) for line in "".join(_letters(paragraph)).split("\n")]
    if any(lines):
        # Word counts an empty numbered paragraph too, but an office deletes the number it sees; so do we.
        label = numbering.label(paragraph)
        first = next(index for index, line in enumerate(lines) if line)
        lines[first] = f"{label} {lines[first]}".strip()
    bold = _is_bold(paragraph)
    yield from (Block(line, is_bold=bold) for line in lines if line)
    for box in _boxes(paragraph):
        yield from _blocks(box, numbering)


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _letters(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            # A page or column break inside a sentence is no new line.
            yield " " if child.get(f"{W}type") in {"page", "column"} else _LETTERS[str(child.tag)]
        elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue  # hidden text, which nobody saw when the document was signed
        elif child.tag not in _SKIPPED and child.tag not in {f"{W}txbxContent", f"{W}pPr"}:
            yield from _letters(child)


def _is_bold(paragraph: _Element) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(_letters(run)).strip()]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{W}val", "1") not in {"0", "false"} for mark in marks
    )


def _table(table: _Element, numbering: Numbering) -> Iterator[Block]:
    """Yield the blocks of a table; a table inside a cell is part of the cell's text."""
    rows = [
        [GridCell(list(_blocks(cell, numbering)), *spans_of(cell)) for cell in cells_of(row)]
        for row in rows_of(table)
    ]
    yield from table_blocks(rows)


def _notes(part: _Element) -> list[Block]:
    texts = [clean("".join(_letters(note))) for note in part if not note.get(f"{W}type")]
    return [Block(text, kind="note") for text in texts if text]
