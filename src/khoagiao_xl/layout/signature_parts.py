"""The end of a document: who signs under which authority, and who is sent a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from khoagiao_xl.layout.document_parts import Line, Lines, SignatureParts
from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable
from khoagiao_xl.layout.layout_lines import is_capitals, lines_of, paragraphs_of, words_of

Block = LaidParagraph | LaidTable
AUTHORITY: Final = re.compile(r"(?:t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\.?u\.?q)[.\s/]+\S.*")
_RECIPIENTS: Final = re.compile(r"nơi nhận\b.*")
_MOST_ROWS: Final = 3  # of the table of a signature
_ITEM: Final = re.compile(r"\s*[-–—+•]")
_ARCHIVED: Final = re.compile(r"\W*lưu\b.*")
_DRAFTER: Final = re.compile(r"[^\W\d_]{2,}[ -]*\d{0,4}(?:\(\d+\))?\.?")
_SIGNED: Final = re.compile(r"\W*(?:đã ký|ký tên|chữ ký).*|[\W_]+")


def signature_at(blocks: Sequence[Block], start: int) -> int | None:
    """Return which block holds the signature or the recipients, from `start` on."""
    for at in range(start, len(blocks)):
        block = blocks[at]
        if _is_real_table(block):
            continue
        lines = lines_of(paragraphs_of(block))
        if any(map(_ends_the_text, lines)):
            return at
    return None


def _is_real_table(block: Block) -> bool:
    """Say whether a block is a table of the text: its head may say «Nơi nhận» too."""
    if isinstance(block, LaidTable):
        is_long = len(block.rows) > _MOST_ROWS
        return is_long and block.is_bordered
    return False


def _ends_the_text(line: Line) -> bool:
    words = words_of(line)
    if _RECIPIENTS.fullmatch(words):
        return True
    return is_capitals(line) and AUTHORITY.fullmatch(words) is not None


def read_signature(blocks: Sequence[Block]) -> SignatureParts:
    """Return the parts of a signature from the blocks that hold it."""
    tables = [block for block in blocks if isinstance(block, LaidTable)]
    signature = SignatureParts()
    if tables:
        signature.table = tables[0]
        _read_table(signature, tables[0])
    else:
        paragraphs = [block for block in blocks if isinstance(block, LaidParagraph)]
        _read_loose(signature, paragraphs)
    _read_signer(signature)
    return signature


def _read_table(signature: SignatureParts, table: LaidTable) -> None:
    for row in table.rows:
        signing: Lines = ()
        for cell in row.cells:
            lines = tuple(lines_of(cell.paragraphs))
            is_of_recipients = _read_recipients(signature, lines)
            if lines and not is_of_recipients:
                signing = lines  # of several columns the last one signs
        signature.lines += signing


def _read_recipients(signature: SignatureParts, lines: Lines) -> bool:
    """Note the recipients of a cell; say whether it holds any."""
    for at, line in enumerate(lines):
        if _RECIPIENTS.fullmatch(words_of(line)):
            signature.recipients_word = line
            _note_recipients(signature, lines[at + 1 :])
            return True
    return False


def _note_recipients(signature: SignatureParts, lines: Lines) -> None:
    *others, last = lines or (None,)
    if last is None:
        return
    if others and _is_drafter(last, others[-1]):
        signature.drafter = last
        lines = lines[:-1]
    signature.recipients = lines


def _is_drafter(line: Line, before: Line) -> bool:
    """Say whether a line below «Lưu ...» tells who typed the document."""
    if line.label or _ITEM.match(line.text):
        return False
    if not _ARCHIVED.fullmatch(words_of(before)):
        return False
    return _DRAFTER.fullmatch(line.text.strip()) is not None


def _read_loose(signature: SignatureParts, paragraphs: Iterable[LaidParagraph]) -> None:
    """Read a signature that is laid out without a table: items belong to the recipients, the rest signs."""
    items: list[Line] = []
    for line in lines_of(paragraphs):
        if _RECIPIENTS.fullmatch(words_of(line)):
            signature.recipients_word = line
        elif _ITEM.match(line.text) or line.label:
            items.append(line)
        else:
            signature.lines += (line,)
    _note_recipients(signature, tuple(items))


def _read_signer(signature: SignatureParts) -> None:
    capitals = tuple(_capitals_above_name(signature.lines))
    if not capitals:
        return
    *above, last = capitals
    if not above and AUTHORITY.fullmatch(words_of(last)):
        signature.authority = capitals  # the position is not written
    else:
        signature.authority = tuple(above)
        signature.position = last
    signature.name = _name_below(signature.lines, last)


def _name_below(lines: Lines, last: Line) -> Line | None:
    """Return the last line below the capitals that is no mark of a signature."""
    name: Line | None = None
    at = lines.index(last)
    for line in lines[at + 1 :]:
        if not _SIGNED.fullmatch(words_of(line)):
            name = line
    return name


def _capitals_above_name(lines: Lines) -> Iterator[Line]:
    for line in lines:
        if is_capitals(line):
            yield line
        elif not _SIGNED.fullmatch(words_of(line)):
            return
