"""A laid document taken apart: head, title, body, signature, appendices, by what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from khoagiao_xl.layout.appendix_parts import begins_appendix, read_appendices
from khoagiao_xl.layout.document_parts import DocumentParts, Line, Lines, TitleParts
from khoagiao_xl.layout.drawn_lines import drawn_lines
from khoagiao_xl.layout.head_parts import head_table, read_head
from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph, LaidTable
from khoagiao_xl.layout.layout_lines import lines_of, words_of
from khoagiao_xl.layout.signature_parts import read_signature, signature_at
from khoagiao_xl.layout.title_parts import end_of_head, find_title, read_title

Block = LaidParagraph | LaidTable
_TOP: Final = 400  # paragraphs in which head, title and the list of those addressed stand
_NUMBER: Final = re.compile(r"số\s*:?\s*(?P<number>\d*)[\s.…_]*\w?\s*[-/–]\s*(?P<symbol>.+)", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày\W*(?P<day>\d*)\W*tháng\W*(?P<month>\d*)\W*năm\W*(?P<year>\d*)")
_LOOSE_END: Final = 40  # paragraphs of a signature without a table


def parts_of(document: LaidDocument) -> DocumentParts:
    """Return the parts of a document; nothing is asked of it, what cannot be found is left out."""
    lines = tuple(lines_of(document.paragraphs[:_TOP]))
    table = head_table(document)
    at = find_title(lines)
    end = _end_of_head(lines, at, table)
    head = read_head(lines[:end], table)
    parts = DocumentParts(head=head)
    _read_number(parts)
    parts.day = _day(head.place_day)
    parts.title = read_title(lines, at, head, parts.symbol)
    _look_for_line(parts.title, document)
    _divide(parts, document)
    return parts


def _end_of_head(lines: Lines, at: int | None, table: LaidTable | None) -> int:
    if at is not None:
        return at
    if table is None:
        return end_of_head(lines)
    inside = {id(paragraph.element) for paragraph in table.paragraphs}
    ends = [number for number, line in enumerate(lines) if id(line.element) in inside]
    return max(ends) + 1


def _read_number(parts: DocumentParts) -> None:
    if parts.head.number is None:
        return
    found = _NUMBER.match(parts.head.number.text.strip())
    if found:
        parts.number_text = found["number"]
        parts.symbol = found["symbol"].strip()


def _day(line: Line | None) -> date | None:
    found = None if line is None else _DAY.search(words_of(line))
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def written_month(line: Line | None) -> tuple[int, int]:
    """Return the year and the month that a line of place and day names, 0 for what it leaves open."""
    found = None if line is None else _DAY.search(words_of(line))
    if found is None:
        return 0, 0
    return int(found["year"] or 0), int(found["month"] or 0)


def _look_for_line(title: TitleParts, document: LaidDocument) -> None:
    """Note a line drawn below the subject, in an empty paragraph too."""
    if title.kind is None:
        return
    named = _numbers_of([title.kind, *title.subject], document)
    first, last = min(named), max(named)
    around = document.paragraphs[first : last + 3]
    title.has_drawn_line = any(drawn_lines(paragraph) for paragraph in around)


def _numbers_of(lines: Iterable[Line], document: LaidDocument) -> list[int]:
    wanted = {id(line.element) for line in lines}
    return [number for number, one in enumerate(document.paragraphs) if id(one.element) in wanted]


def _divide(parts: DocumentParts, document: LaidDocument) -> None:
    """Divide what stands below the title into body, signature and appendices."""
    blocks = document.blocks
    start = _start_of_body(parts, blocks)
    at = signature_at(blocks, start)
    end = _end_of_text(blocks, start, at)
    behind = end
    if at is not None and end == at:
        behind = _end_of_signature(blocks, at)
        parts.signature = read_signature(blocks[at:behind])
    parts.body = tuple(_texts(blocks[start:end]))
    parts.appendices = tuple(read_appendices(blocks[behind:]))
    inner = [*blocks[start:end], *blocks[behind:]]
    parts.tables = tuple(block for block in inner if isinstance(block, LaidTable))


def _start_of_body(parts: DocumentParts, blocks: Sequence[Block]) -> int:
    """Return the first block below everything that head and title hold."""
    title = parts.title
    lines = [*parts.head.lines, *title.subject, *title.addressees]
    lines += [line for line in (title.kind, title.rule) if line is not None]
    held = {id(line.element) for line in lines}
    last = -1
    for number, block in enumerate(blocks[:_TOP]):
        paragraphs = block.paragraphs if isinstance(block, LaidTable) else (block,)
        if any(id(paragraph.element) in held for paragraph in paragraphs):
            last = number
    return last + 1


def _end_of_text(blocks: Sequence[Block], start: int, signature: int | None) -> int:
    """Return where the text ends: at the signature, at an appendix before it, or with the document."""
    end = len(blocks) if signature is None else signature
    for number in range(start + 1, end):
        is_far = signature is None or blocks[number].section > blocks[start].section
        if is_far and begins_appendix(blocks[number]):
            return number
    return end


def _end_of_signature(blocks: Sequence[Block], at: int) -> int:
    """Return the block after the signature: the one after its table, or where something new begins."""
    end = at
    for block in blocks[at : at + _LOOSE_END]:
        if isinstance(block, LaidTable):
            return end + 1
        if begins_appendix(block) or block.section != blocks[at].section:
            return end
        end += 1
    return end


def _texts(blocks: Sequence[Block]) -> Iterator[LaidParagraph]:
    for block in blocks:
        is_text = isinstance(block, LaidParagraph) and bool(block.text.strip())
        if is_text and isinstance(block, LaidParagraph) and not block.place.startswith("khung chữ"):
            yield block
