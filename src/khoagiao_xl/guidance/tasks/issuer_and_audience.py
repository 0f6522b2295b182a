"""Who speaks and whom: the issuer of a document, and those whom its frame asks to carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.document_frame import Frame
from khoagiao_xl.guidance.tree.document_head import is_head_line, is_kind
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.organs import organ_at_start, organ_from
from khoagiao_xl.vietnamese.running_text import clean_line, plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_CLAUSE = re.compile(r"(?:^|[,;.]\s+)(?=[^\W\d_])")
_WAITS_FOR_PLACE = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|đảng ủy|đảng bộ|ủy ban mttq việt nam)"
)
_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đặc khu)\s")
_SPEAKS = re.compile(r"\s*,?\s*[^\W\d_]")  # the sentence goes on
_OF = re.compile(r"\scủa\s+(?=[^\W\d_])")
_ASKED = re.compile(r"(?:đề nghị|yêu cầu|hướng dẫn|chỉ đạo)\s+(?=\S)")
_TELLS_BACK = re.compile(
    r"\s*,?\s*(?:kịp thời |chủ động |thường xuyên |khẩn trương )*"
    r"(?:phản ánh|báo cáo|thông tin|liên hệ|trao đổi|thông báo|gửi|có văn bản)"
)
_TROUBLE = re.compile(r"khó khăn|vướng mắc|phát sinh|chưa rõ|chưa phù hợp|nếu có|sự cố")
_STOP = re.compile(r"[.;]\s")
_OWN_PLAN = re.compile(rf"\s(?:xây dựng|ban hành|lập)\s+(?:kế hoạch|chương trình){WORD_END}")
_IS_PLAN = re.compile(r"[-/](?:KH|CTr|LCT)[-/]", re.IGNORECASE)
_IS_OF_ANOTHER = re.compile(r"(?:ban|văn phòng|ủy ban kiểm tra|trung tâm chính trị)(?:\s|$)")
_SAYS_WHOSE = re.compile(r"(?:tỉnh|thành|huyện|đảng|đoàn) ?ủy|đảng bộ|trung ương|nhân dân")
NOBODY_ASKED = ("", "")
_PERSONS = ("các đồng chí", "đồng chí")
_MOST_OPENING = 6
_OPENING, _CLOSING = "lời mở đầu", "lời kết"
_SALUTATION, _BULLETS, _AROUND_A_NAME = "kính gửi", ("-", "+", "•"), " -+•;,."


def issuer_of(frame: Frame) -> str:
    """Return who issued the document: as its preamble or closing words say, else from its letterhead."""
    opening = opening_of(frame)
    speaker = _speaker_in(opening or frame.body[:3])
    if speaker:
        return speaker
    return _named_by(frame.closing) or _in_letterhead(frame)


def _speaker_in(blocks: Iterable[Block]) -> str:
    """Return the first organ with which a clause goes on: «Thực hiện ..., Ban Tuyên giáo hướng dẫn ...»."""
    for block in blocks:
        for clause in _CLAUSE.finditer(block.text):
            words = block.text[clause.end() :]
            organ, end = organ_at_start(words)
            is_name = organ[:1].isupper()
            if is_name and _SPEAKS.match(words, end):
                return organ
    return ""


def _named_by(blocks: Iterable[Block]) -> str:
    """Return whose document the closing words call it: «Trên đây là Hướng dẫn của ...»."""
    for block in blocks:
        of = _OF.search(block.text)
        organ = organ_from(block.text, of.end()) if of else ""
        if organ:
            return organ
    return ""


def _in_letterhead(frame: Frame) -> str:
    lines = list(_capitals_above_kind(frame))
    bold = [block for block in lines if block.is_bold]
    chosen = bold or lines
    names = _whole_names(chosen)
    if not names:
        return ""
    *above, issuer = names
    # «BAN TUYÊN GIÁO» alone does not say whose it is; «ĐẢNG ỦY XÃ A» and «SỞ Y TẾ TỈNH A» do.
    if above and _IS_OF_ANOTHER.match(plain(issuer)) and not _SAYS_WHOSE.search(plain(issuer)):
        issuer = f"{issuer} {above[-1]}"
    return _as_written(issuer, frame)


def _whole_names(blocks: Iterable[Block]) -> list[str]:
    """Return the names in a letterhead: a line that begins no name goes on with the one above."""
    names: list[str] = []
    for block in blocks:
        organ, _ = organ_at_start(block.text)
        line = block.text
        begins = organ != "" and not line.startswith("VÀ ")
        if not names or (begins and not _is_place_of(names[-1], line)):
            names.append(line)
        else:
            names[-1] = f"{names[-1]} {line}"
    return list(map(clean_line, names))


def _is_place_of(name: str, line: str) -> bool:
    """Say whether a line only says of which place the body above it is: «ỦY BAN NHÂN DÂN | TỈNH A»."""
    if not _WAITS_FOR_PLACE.fullmatch(plain(name)):
        return False
    return _PLACE.match(plain(line)) is not None


def _as_written(name: str, frame: Frame) -> str:
    """Return a name in capitals as the document writes it elsewhere, where it does."""
    for block in (*frame.body, *frame.closing, *frame.tail):
        start = block.plain.find(plain(name))
        written = block.text[start : start + len(name)]
        if start >= 0 and not written.isupper():
            return written
    return name


def _capitals_above_kind(frame: Frame) -> Iterator[Block]:
    for block in frame.head:
        if is_kind(block) or block.plain.startswith("phụ lục"):
            return
        if is_head_line(block):
            continue
        if block.text.isupper():
            yield block


def letterhead_of(frame: Frame) -> tuple[str, ...]:
    """Return the names in capitals above the document, the superior's first; none where there is no head."""
    return tuple(block.text for block in _capitals_above_kind(frame))


def addressees_of(frame: Frame) -> tuple[str, ...]:
    """Return to whom the document goes: after «Kính gửi», else whom it asks.

    «Nơi nhận» does not tell: the office above and the office itself get a copy of everything.
    """
    named = tuple(_after_the_salutation(frame))
    if named:
        return named
    asked, _ = audience_of(frame)
    return (asked,) if asked else ()


def _after_the_salutation(frame: Frame) -> Iterator[str]:
    """Yield the names behind «Kính gửi:» and in the list below it."""
    is_open = False
    for line in _lines(frame.head):
        if plain(line).startswith(_SALUTATION):
            is_open = True
            _, _, text = line.partition(":")
        elif line.lstrip().startswith(_BULLETS):
            text = line
        else:
            is_open = False
            continue
        name = text.strip(_AROUND_A_NAME)
        if is_open and name:
            yield name


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.text.split("\n")


def audience_of(frame: Frame) -> tuple[str, str]:
    """Return whom the opening or the closing words ask to carry the document out, and which of them do."""
    opening = opening_of(frame)
    asked = _asked_in(opening)
    if asked:
        return asked, _OPENING
    # «Đảng ủy Bệnh viện xây dựng kế hoạch ...»: it plans for itself, whom its end asks only help.
    if _IS_PLAN.search(frame.own_symbol) or any(map(_has_own_plan, opening)):
        return NOBODY_ASKED
    asked = _asked_in(frame.closing)
    return asked, _CLOSING


def _has_own_plan(block: Block) -> bool:
    return _OWN_PLAN.search(block.plain) is not None


def _asked_in(blocks: Iterable[Block]) -> str:
    for block in blocks:
        for asking in _ASKED.finditer(block.plain):
            organ, length = organ_at_start(block.text[asking.end() :])
            behind = asking.end() + length
            if organ and not _is_person(organ) and not _only_tells_back(block, asking.start(), behind):
                return organ
    return ""


def _only_tells_back(block: Block, asking: int, behind: int) -> bool:
    """Say whether somebody is only asked to speak up: «nếu có vướng mắc, đề nghị các xã phản ánh»."""
    if not _TELLS_BACK.match(block.plain, behind):
        return False
    *_, sentence = _STOP.split(block.plain[:asking])
    return _TROUBLE.search(sentence) is not None


def _is_person(organ: str) -> bool:
    return plain(organ).startswith(_PERSONS)


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
    if not block.text.isupper():
        return True
    return block.text.endswith((":", ".", ";"))


def _gives_ground(block: Block) -> bool:
    if not block.plain.startswith("căn cứ "):
        return False
    return block.text.endswith(";")
