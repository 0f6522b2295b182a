"""Who speaks and whom: the issuer of a document, and those whom its frame asks to carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khoagiao_xl.guidance.file.guidance_text import clean, plain
from khoagiao_xl.guidance.guidance_records import Block
from khoagiao_xl.guidance.tree.document_frame import HEAD_WORDS, OWN, Frame, is_kind
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.organs import organ_at_start

_ASKED = re.compile(r"(?:đề nghị|yêu cầu|hướng dẫn|chỉ đạo)\s+(?=\S)")
_OWN_PLAN = re.compile(r"\s(?:xây dựng|ban hành|lập)\s+(?:kế hoạch|chương trình)(?![^\W_])")
_MOST_OPENING = 6


def issuer_of(frame: Frame) -> str:
    """Return who issued the document: as its preamble or closing words say, else from its letterhead."""
    for block in opening_of(frame) or frame.body[:3]:
        for match in re.finditer(r"(?:^|[,;.]\s+)(?=[^\W\d_])", block.text):
            organ, end = organ_at_start(block.text[match.end() :])
            if organ and organ[0].isupper() and block.text[match.end() + end :].strip():
                return organ
    for block in frame.closing:
        if by := re.search(r"\scủa\s+(?=[^\W\d_])", block.text):
            organ = organ_at_start(block.text[by.end() :])[0]
            if organ:
                return organ
    before = next((index for index, block in enumerate(frame.head) if is_kind(block)), len(frame.head))
    capitals = [block for block in frame.head[:before] if block.text.isupper() and _is_name(block)]
    named = [block for block in capitals if block.is_bold] or capitals
    # The first of several lines names whom the issuer belongs to.
    named = named[1:] if len(named) > 1 and named[0].text.startswith("ĐẢNG BỘ") else named
    return clean(" ".join(block.text for block in named)) if named else ""


def letterhead_of(frame: Frame) -> tuple[str, ...]:
    """Return the names in capitals above the document, the superior's first; none where it has no head."""
    before = next((index for index, block in enumerate(frame.head) if is_kind(block)), len(frame.head))
    capitals = [block for block in frame.head[:before] if block.text.isupper() and _is_name(block)]
    return tuple(block.text for block in capitals)


def addressees_of(frame: Frame) -> tuple[str, ...]:
    """Return to whom the document goes: after «Kính gửi», else whom it asks.

    «Nơi nhận» does not tell: the office above and the office itself get a copy of everything.
    """
    asked = audience_of(frame)[0]
    return _after_the_salutation(frame) or ((asked,) if asked else ())


def _after_the_salutation(frame: Frame) -> tuple[str, ...]:
    lines = [line for block in frame.head for line in block.text.split("\n")]
    found: list[str] = []
    is_open = False
    for line in lines:
        is_first = plain(line).startswith("kính gửi")
        is_open = is_first or (is_open and line.lstrip().startswith(("-", "+", "•")))
        text = line.partition(":")[2] if is_first else line
        if is_open and text.strip(" -+•;,."):
            found.append(text.strip(" -+•;,."))
    return tuple(found)


def _is_line_in_capitals(text: str) -> bool:
    return text.isupper() and not text.endswith((":", ".", ";"))


def _is_name(block: Block) -> bool:
    return not HEAD_WORDS.match(plain(block.text)) and not OWN.match(block.text)


def audience_of(frame: Frame) -> tuple[str, str]:
    """Return whom the opening or the closing words ask to carry the document out, and which of them do."""
    opening = opening_of(frame)
    if asked := _asked_in(opening):
        return asked, "lời mở đầu"
    # «Đảng ủy Bệnh viện xây dựng kế hoạch ...»: who plans for itself leads what nobody else does.
    if any(_OWN_PLAN.search(plain(block.text)) for block in opening):
        return issuer_of(frame), "lời mở đầu"
    return _asked_in(frame.closing), "lời kết"


def _asked_in(blocks: Iterable[Block]) -> str:
    for block in blocks:
        for match in _ASKED.finditer(plain(block.text)):
            organ = organ_at_start(block.text[match.end() :])[0]
            if organ and not plain(organ).startswith(("các đồng chí", "đồng chí")):
                return organ
    return ""


def opening_of(frame: Frame) -> list[Block]:
    """Return the paragraphs in front of the first marker that say who asks whom."""
    opening: list[Block] = []
    for block in frame.body:
        if block.kind != "text" or marker(block.text)[0] is not Rank.NONE or _is_line_in_capitals(block.text):
            break
        # «Căn cứ ...;» may take a paragraph for each directive before the one that says who plans.
        if plain(block.text).startswith("căn cứ ") and block.text.endswith(";"):
            continue
        opening.append(block)
    return opening[:_MOST_OPENING]
