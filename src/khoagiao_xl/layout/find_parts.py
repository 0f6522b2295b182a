"""A laid document taken apart: head, title, body, signature, appendices, by what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from khoagiao_xl.layout.appendix_parts import begins_appendix, read_appendices
from khoagiao_xl.layout.document_parts import DocumentParts, HeadParts, Line, Lines, TitleParts
from khoagiao_xl.layout.drawn_lines import drawn_lines
from khoagiao_xl.layout.head_parts import head_tables, read_head
from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph, LaidTable
from khoagiao_xl.layout.layout_lines import lines_of, paragraphs_of, there, words_of
from khoagiao_xl.layout.signature_parts import read_signature, signature_at
from khoagiao_xl.layout.title_parts import end_of_head, find_title, read_title

Block = LaidParagraph | LaidTable
_TOP: Final = 400  # paragraphs in which head, title and the list of those addressed stand
_NUMBER: Final = re.compile(r"số\s*:?\s*(?P<number>\d*)[\s.…_]*\w?\s*[-/–]\s*(?P<symbol>.+)", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày\W*(?P<day>\d*)\W*tháng\W*(?P<month>\d*)\W*năm\W*(?P<year>\d*)")
_CAPTION: Final = re.compile(r"(?:biểu đồ|đồ thị|sơ đồ|hình|ảnh|bảng|biểu)(?: số)? \d+\b")
_OF_TABLE: Final = re.compile(r"\W*(?:đơn vị tính|đvt|nguồn|ghi chú)\W*:")
_LOOSE_END: Final = 40  # paragraphs of a signature without a table
_PARAGRAPHS_BELOW: Final = 4  # a line drawn under a subject is anchored so near


def parts_of(document: LaidDocument) -> DocumentParts:
    """Return the parts of a document; nothing is asked of it, what cannot be found is left out."""
    top = document.paragraphs[:_TOP]
    lines = tuple(lines_of(top))
    at = find_title(lines)
    head = _head(document, lines, at)
    number, symbol = _number(head.number)
    title = read_title(lines, at, head, symbol)
    title.has_drawn_line = _has_line(title, document)
    parts = DocumentParts(
        head=head,
        title=title,
        day=_day(head.place_day),
        number_text=number,
        symbol=symbol,
    )
    _divide(parts, document)
    return parts


def _head(document: LaidDocument, lines: Lines, at: int | None) -> HeadParts:
    tables = head_tables(document)
    end = _end_of_head(lines, at, tables)
    return read_head(lines[:end], tables)


def _end_of_head(lines: Lines, at: int | None, tables: list[LaidTable]) -> int:
    if at is not None:
        return at
    if not tables:
        return end_of_head(lines)
    inside: list[Any] = []
    for table in tables:
        elements = [paragraph.element for paragraph in table.paragraphs]
        inside += elements
    end = 0
    for number, line in enumerate(lines, 1):
        if line.element in inside:
            end = number
    return end


def _number(line: Line | None) -> tuple[str, str]:
    """Return the digits and the letters of a number: «12», «BC/ĐUK»."""
    if line is None:
        return "", ""
    found = _NUMBER.match(line.text.strip())
    if found is None:
        return "", ""
    symbol = found["symbol"]
    return found["number"], symbol.strip()


def _day(line: Line | None) -> date | None:
    found = _written_day(line)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # left open, or no day of the calendar
        return None


def _written_day(line: Line | None) -> re.Match[str] | None:
    if line is None:
        return None
    return _DAY.search(words_of(line))


def written_month(line: Line | None) -> tuple[int, int]:
    """Return the year and the month that a line of place and day names, 0 for what it leaves open."""
    found = _written_day(line)
    if found is None:
        return 0, 0
    year = found["year"] or 0
    month = found["month"] or 0
    return int(year), int(month)


def _has_line(title: TitleParts, document: LaidDocument) -> bool:
    """Say whether a line is drawn below the subject, in an empty paragraph too."""
    named = there([title.kind, *title.subject])
    elements = [line.element for line in named]
    below = 0
    for paragraph in document.paragraphs:
        if paragraph.element in elements:
            below = _PARAGRAPHS_BELOW
        if below and drawn_lines(paragraph):
            return True
        below = max(below - 1, 0)
    return False


def _divide(parts: DocumentParts, document: LaidDocument) -> None:
    """Divide what stands below the title into body, signature and appendices."""
    blocks = document.blocks
    start = _start_of_body(parts, blocks)
    signed = signature_at(blocks, start)
    end = _end_of_text(blocks, start, signed)
    behind = end
    if end == signed:
        behind = _end_of_signature(blocks, end)
    text = blocks[start:end]
    signature = blocks[end:behind]
    rest = blocks[behind:]
    if signature:
        parts.signature = read_signature(signature)
    parts.body = tuple(_texts(text))
    parts.appendices = tuple(read_appendices(rest))
    parts.tables = tuple(_tables([*text, *rest]))


def _tables(blocks: Iterable[Block]) -> Iterator[LaidTable]:
    for block in blocks:
        if isinstance(block, LaidTable):
            yield block


def _start_of_body(parts: DocumentParts, blocks: Sequence[Block]) -> int:
    """Return the first block below everything that head and title hold."""
    held = _held_above(parts)
    start = 0
    for number, block in enumerate(blocks[:_TOP], 1):
        for paragraph in paragraphs_of(block):
            if id(paragraph.element) in held:
                start = number
    return start


def _held_above(parts: DocumentParts) -> set[int]:
    """Return the elements of head and title."""
    title = parts.title
    lines = there([title.kind, title.rule])
    lines += parts.head.lines
    lines += title.subject
    lines += title.addressees
    return {id(line.element) for line in lines}


def _end_of_text(blocks: Sequence[Block], start: int, signature: int | None) -> int:
    """Return where the text ends: at the signature, at an appendix before it, or with the document."""
    if signature is None:
        return _first_appendix(blocks, start)
    section = blocks[start].section
    for number in range(start + 1, signature):
        block = blocks[number]
        if block.section > section and begins_appendix(block):
            return number
    return signature


def _first_appendix(blocks: Sequence[Block], start: int) -> int:
    for number in range(start + 1, len(blocks)):
        if begins_appendix(blocks[number]):
            return number
    return len(blocks)


def _end_of_signature(blocks: Sequence[Block], at: int) -> int:
    """Return the block after the signature: the one after its table, or where something new begins."""
    end = at
    section = blocks[at].section
    for block in blocks[at : at + _LOOSE_END]:
        if isinstance(block, LaidTable):
            return end + 1
        if begins_appendix(block) or block.section != section:
            return end
        end += 1
    return end


def _texts(blocks: Sequence[Block]) -> Iterator[LaidParagraph]:
    """Yield the paragraphs of the running text: none of a box, of a picture or a table."""
    for block in blocks:
        if isinstance(block, LaidTable) or not block.text.strip():
            continue
        if not _stands_apart(block):
            yield block


def _stands_apart(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph is of a box, or the caption or the source of a picture or a table."""
    if paragraph.place.startswith("khung chữ"):
        return True
    words = words_of(paragraph)
    if _CAPTION.match(words):
        return paragraph.alignment == "center"
    return _OF_TABLE.match(words) is not None
