"""A PDF with letters as blocks: paragraphs joined from its lines, tables from the rules round their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.bounded_call import Unanswered, bounded
from khoagiao_xl.guidance.file.page_lines import PageLine, lines_of
from khoagiao_xl.guidance.file.page_paragraphs import TextColumn, column_of, paragraphs, without_margins
from khoagiao_xl.guidance.file.page_tables import tables_of
from khoagiao_xl.guidance.file.pdf_glyphs import BROKEN, LOCKED, LONG, MOST_PAGES, PdfPage, read_pages
from khoagiao_xl.guidance.file.plaintext import lines_in_unicode
from khoagiao_xl.guidance.file.spanning_tables import PageTable, Piece, page_table, whole_tables
from khoagiao_xl.guidance.file.word_tables import table_blocks

SECONDS: Final = 60.0
_REFUSALS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    LOCKED: ("KH-03", {}),
    BROKEN: ("KH-04", {"reason": "PDF"}),
    LONG: ("KH-12", {"size": f"hơn {MOST_PAGES} trang"}),
}


def read_pdf(path: Path) -> list[Block]:
    """Return the blocks; raise WrongRequest for a scan (KH-01) and for what is locked, broken or too long."""
    try:
        read = bounded(_read, str(path), path.name, seconds=SECONDS)
    except Unanswered as error:
        raise WrongRequest("KH-04", name=path.name, reason="PDF") from error
    if isinstance(read, str):
        code, facts = _REFUSALS.get(read, (read, {}))
        raise WrongRequest(code, name=path.name, **facts)
    if not read:
        raise WrongRequest("KH-01", name=path.name)
    return read


def _read(path: str, name: str) -> list[Block] | str:
    """In the process: return the blocks, or why not: a word of _REFUSALS or the code of a sentence."""
    pages = read_pages(path)
    if isinstance(pages, str):
        return pages
    try:
        return blocks_of(pages, name)
    except WrongRequest as refused:
        return refused.code


def blocks_of(pages: list[PdfPage], name: str) -> list[Block]:
    """Return the blocks of the pages in the order in which they are read. name: for a refusal."""
    texts: list[list[PageLine]] = []
    tables: list[list[PageTable]] = []
    for number, page in enumerate(pages):
        ruled, outside = tables_of(page)
        on_page = [page_table(one, number) for one in ruled]
        lines = lines_of(outside, number)
        tables.append(on_page)
        texts.append(lines)
    modern = _modern(texts, name)
    bare = without_margins(modern)
    pieces: list[Piece] = []
    for lines, on_page in zip(bare, tables, strict=True):
        pieces += _in_order(lines, on_page)
    widths = _Widths(pages, pieces)
    whole = whole_tables(pieces)
    return list(_blocks(whole, widths))


def _modern(texts: list[list[PageLine]], name: str) -> list[list[PageLine]]:
    """Return the lines with letters of an old font as Unicode."""
    written: list[str] = []
    for lines in texts:
        written += [line.text for line in lines]
    read = lines_in_unicode(written, name)
    modern = iter(read)
    pages: list[list[PageLine]] = []
    for lines in texts:
        page: list[PageLine] = []
        for line in lines:
            text = next(modern)
            page.append(replace(line, text=text))
        pages.append(page)
    return pages


def _in_order(lines: list[PageLine], tables: list[PageTable]) -> Iterator[Piece]:
    """Yield lines and tables of a page as they follow one another."""
    waiting = sorted(tables, key=_top)
    for line in lines:
        while waiting and waiting[-1].top > line.base:
            yield waiting.pop()
        yield line
    yield from reversed(waiting)


def _top(table: PageTable) -> float:
    return table.top


class _Widths:
    """The measures of the text on pages of each width: an annex may lie across."""

    def __init__(self, pages: list[PdfPage], pieces: list[Piece]) -> None:
        self._pages = pages
        by_width: dict[int, list[PageLine]] = {}
        for piece in pieces:
            if not isinstance(piece, PageLine):
                continue
            width = self.of(piece)
            of_width = by_width.setdefault(width, [])
            of_width.append(piece)
        self.columns: dict[int, TextColumn] = {}
        for width, lines in by_width.items():
            self.columns[width] = column_of(lines)

    def of(self, line: PageLine) -> int:
        """Return how wide the page of a line is, in points."""
        return round(self._pages[line.page].width)


def _blocks(pieces: Iterable[Piece], widths: _Widths) -> Iterator[Block]:
    """Yield paragraphs and tables, then the notes at the foot of all pages."""
    lines: list[PageLine] = []
    notes: list[Block] = []
    for piece in pieces:
        if isinstance(piece, PageLine):
            lines.append(piece)
            continue
        yield from _text(lines, widths, notes)
        lines = []
        yield from table_blocks(piece.rows)
    yield from _text(lines, widths, notes)
    yield from notes


def _text(lines: list[PageLine], widths: _Widths, notes: list[Block]) -> Iterator[Block]:
    """Yield the paragraphs of lines; put the notes among them aside."""
    for width, group in groupby(lines, widths.of):
        for block in paragraphs(group, widths.columns[width]):
            if block.kind == "note":
                notes.append(block)
            else:
                yield block
