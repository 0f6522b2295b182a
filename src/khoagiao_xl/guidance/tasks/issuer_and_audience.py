"""Who speaks and whom: the issuer of a document, and those whom its frame asks to carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.document_frame import Frame
from khoagiao_xl.guidance.tree.document_head import is_head_line, is_kind
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.vietnamese.running_text import clean_line, plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_CLAUSE = re.compile(r"(?:^|[,;.]\s+)(?=[^\W\d_])")
_OF = re.compile(r"\scủa\s+(?=[^\W\d_])")
_ASKED = re.compile(r"(?:đề nghị|yêu cầu|hướng dẫn|chỉ đạo)\s+(?=\S)")
_OWN_PLAN = re.compile(rf"\s(?:xây dựng|ban hành|lập)\s+(?:kế hoạch|chương trình){WORD_END}")
_PERSONS = ("các đồng chí", "đồng chí")
_MOST_OPENING = 6
_OPENING, _CLOSING = "lời mở đầu", "lời kết"
_SALUTATION, _BULLETS, _AROUND_A_NAME = "kính gửi", ("-", "+", "•"), " -+•;,."


def issuer_of(frame: Frame) -> str:
    """Return who issued the document: as its preamble or closing words say, else from its letterhead."""
    opening = opening_of(frame) or frame.body[:3]
    return _speaker_in(opening) or _named_by(frame.closing) or _in_letterhead(frame)


def _speaker_in(blocks: Iterable[Block]) -> str:
    """Return the first organ with which a clause goes on: «Thực hiện ..., Ban Tuyên giáo hướng dẫn ...»."""
    for block in blocks:
        for clause in _CLAUSE.finditer(block.text):
            words = block.text[clause.end() :]
            organ, end = organ_at_start(words)
            if organ[:1].isupper() and words[end:].strip():
                return organ
    return ""


def _named_by(blocks: Iterable[Block]) -> str:
    """Return whose document the closing words call it: «Trên đây là Hướng dẫn của ...»."""
    for block in blocks:
        of = _OF.search(block.text)
        if not of:
            continue
        organ, _ = organ_at_start(block.text[of.end() :])
        if organ:
            return organ
    return ""


def _in_letterhead(frame: Frame) -> str:
    lines = list(_capitals_above_kind(frame))
    named = [block for block in lines if block.is_bold] or lines
    # The first of several lines names whom the issuer belongs to.
    if len(named) > 1 and named[0].text.startswith("ĐẢNG BỘ"):
        named = named[1:]
    words = " ".join(block.text for block in named)
    return clean_line(words)


def _capitals_above_kind(frame: Frame) -> Iterable[Block]:
    for block in frame.head:
        if is_kind(block):
            return
        if block.text.isupper() and not is_head_line(block):
            yield block


def letterhead_of(frame: Frame) -> tuple[str, ...]:
    """Return the names in capitals above the document, the superior's first; none where there is no head."""
    return tuple(block.text for block in _capitals_above_kind(frame))


def addressees_of(frame: Frame) -> tuple[str, ...]:
    """Return to whom the document goes: after «Kính gửi», else whom it asks.

    «Nơi nhận» does not tell: the office above and the office itself get a copy of everything.
    """
    asked = audience_of(frame)[0]
    return _after_the_salutation(frame) or ((asked,) if asked else ())


def _after_the_salutation(frame: Frame) -> tuple[str, ...]:
    lines = "\n".join(block.text for block in frame.head).split("\n")
    found: list[str] = []
    is_open = False
    for line in lines:
        is_first = plain(line).startswith(_SALUTATION)
        is_open = is_first or (is_open and line.lstrip().startswith(_BULLETS))
        text = line.partition(":")[2] if is_first else line
        name = text.strip(_AROUND_A_NAME)
        if is_open and name:
            found.append(name)
    return tuple(found)


def audience_of(frame: Frame) -> tuple[str, str]:
    """Return whom the opening or the closing words ask to carry the document out, and which of them do."""
    opening = opening_of(frame)
    asked = _asked_in(opening)
    if asked:
        return asked, _OPENING
    # «Đảng ủy Bệnh viện xây dựng kế hoạch ...»: who plans for itself leads what nobody else does.
    if any(_OWN_PLAN.search(block.plain) for block in opening):
        return issuer_of(frame), _OPENING
    return _asked_in(frame.closing), _CLOSING


def _asked_in(blocks: Iterable[Block]) -> str:
    for block in blocks:
        for asking in _ASKED.finditer(block.plain):
            organ, _ = organ_at_start(block.text[asking.end() :])
            if organ and not plain(organ).startswith(_PERSONS):
                return organ
    return ""


def opening_of(frame: Frame) -> list[Block]:
    """Return the paragraphs in front of the first marker that say who asks whom."""
    opening: list[Block] = []
    for block in frame.body:
        if not _is_plain_paragraph(block):
            break
        # «Căn cứ ...;» may take a paragraph for each directive before the one that says who plans.
        if not _gives_ground(block):
            opening.append(block)
    return opening[:_MOST_OPENING]


def _is_plain_paragraph(block: Block) -> bool:
    if not block.is_text:
        return False
    if marker(block.text).rank is not Rank.NONE:
        return False
    is_title = block.text.isupper() and not block.text.endswith((":", ".", ";"))
    return not is_title


def _gives_ground(block: Block) -> bool:
    if not block.plain.startswith("căn cứ "):
        return False
    return block.text.endswith(";")
