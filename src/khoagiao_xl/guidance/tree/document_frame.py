"""The frame of an official document: head, title and tail, apart from the body that asks for work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.appendices import names_appendix
from khoagiao_xl.guidance.tree.document_head import (
    length_of_attached_head,
    own_symbol,
    split_head,
    symbol_attached_to,
)
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_TAIL = re.compile(r"(?:nơi nhận|nơi gửi)\s*:?\s*$|(?:nơi nhận|nơi gửi)\s*:|(?:t/m|tm\.|k/t|kt\.|t/l|tl\.)\s")
_CLOSING = re.compile(
    r"trên đây là|hướng dẫn này|kế hoạch này|chương trình này|công văn này|"
    r"(?:trong )?quá trình (?:tổ chức )?(?:triển khai|thực hiện)[^.]*(?:vướng mắc|khó khăn|phát sinh)|"
    r"căn cứ (?:hướng dẫn|kế hoạch|nội dung hướng dẫn) này,?\s*(?:đề nghị|yêu cầu)|"
    r"(?:đề nghị|yêu cầu) [^.]{0,90}(?:nghiêm túc|tổ chức)?,? ?(?:triển khai|tổ chức) thực hiện"
    r"(?: hướng dẫn này)?\s*(?:có hiệu quả)?\s*\.?/?\.?$"
)
# Last words after the last task: a request to carry the document out, thanks, wishes.
_PARTING = re.compile(
    rf"(?:nhân dịp[^.]{{0,60}})?[^.:]{{0,60}}?"
    rf"(?:kính chúc|xin chúc|trân trọng|chân thành cảm ơn|rất mong|xin cảm ơn){WORD_END}|"
    rf"(?:[^.:]{{3,60}}\s)?(?:đề nghị|yêu cầu|mong)\s[^.:]{{0,160}}(?:thực hiện|triển khai){WORD_END}"
    rf"[^.:]{{0,60}}[./]*$"
)
# «GIÁM ĐỐC», «KT. HIỆU TRƯỞNG» behind the last task, where no «Nơi nhận» parts them.
_SIGNS = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\.?\s*)?(?:phó\s|quyền\s)?(?:tổng\s)?"
    r"(?:giám đốc|chủ tịch|hiệu trưởng|bí thư|chánh|trưởng|viện trưởng|cục trưởng|chi cục trưởng|thủ trưởng|"
    r"chủ nhiệm|ban thường vụ|ban chấp hành|đảng ủy|người lập|phó trưởng)"
    rf"{WORD_END}"
)
MOST_BLOCKS_OF_HEAD = 15
_TO_DO = re.compile(r"\d|báo cáo|gửi |chủ trì")


@dataclass(frozen=True)
class Frame:
    """The parts of a document. own_symbol is "-HD/ĐUK" where its number is still blank."""

    title: str
    own_symbol: str
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    closing: tuple[Block, ...]
    tail: tuple[Block, ...]


def split_frame(blocks: Sequence[Block]) -> Frame:
    """Return head, body, closing words and tail; an appendix and what is attached belong to the body."""
    start, title = split_head(blocks)
    body: list[Block] = []
    closing: list[Block] = []
    tail: list[Block] = []
    in_tail = False
    attached_until = start
    for index, block in enumerate(blocks[start:], start):
        if in_tail:
            attached_until = index + length_of_attached_head(blocks[index:])
        if index < attached_until:
            in_tail = False
            tail.append(block)
            continue
        if names_appendix(block):
            in_tail = False
        elif _opens_tail(block):
            # What follows the tail is an appendix: the letter's last words stand here.
            if not in_tail:
                closing += _take_parting_words(body)
            in_tail = True
        if not block.is_text:
            body.append(block)
        elif in_tail:
            tail.append(block)
        elif _CLOSING.match(block.plain):
            closing.append(block)
        else:
            body.append(block)
    tail += _take_signature(body)
    parting = _take_parting_words(body)
    head = tuple(blocks[:start])
    return Frame(
        title=title.strip(" -–_*"),
        own_symbol=own_symbol(head) or symbol_attached_to(blocks[:MOST_BLOCKS_OF_HEAD]),
        head=head,
        body=tuple(body),
        closing=(*parting, *closing),
        tail=tuple(tail),
    )


def _opens_tail(block: Block) -> bool:
    if not block.is_text:
        return False
    return _TAIL.match(block.plain) is not None


def _take_signature(body: list[Block]) -> list[Block]:
    """Take the last lines in capitals off `body` that name the office of who signs; return them."""
    start = len(body)
    for block in reversed(body):
        if not block.is_text:
            break
        if not block.text.isupper():
            break
        if not _SIGNS.match(block.plain):
            break
        start -= 1
    taken = body[start:]
    del body[start:]
    return taken


def _take_parting_words(body: list[Block]) -> list[Block]:
    """Take the last unmarked paragraphs off `body` that only wish and ask in general; return them."""
    start = len(body)
    for block in reversed(body[1:]):
        if not _is_parting(block):
            break
        start -= 1
    taken = body[start:]
    del body[start:]
    return taken


def _is_parting(block: Block) -> bool:
    if not block.is_text:
        return False
    if marker(block.text).rank is not Rank.NONE:
        return False
    if not _PARTING.match(block.plain):
        return False
    return not _TO_DO.search(block.plain)
