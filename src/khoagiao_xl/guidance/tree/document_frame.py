"""The frame of an official document: head, title and tail, apart from the body that asks for work."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from khoagiao_xl.guidance.citations.document_symbols import NAMES
from khoagiao_xl.guidance.file.guidance_text import canonical, clean, plain
from khoagiao_xl.guidance.guidance_records import Block
from khoagiao_xl.guidance.tree.markers import Rank, marker

_KIND_LINE = {name.upper() for name in NAMES}
OWN = re.compile(
    r"Số\s*:?\s*(?P<symbol>\d{0,5}[\s.…_]*[-/]\s*[^\W\d_]{1,6}\s*[-/]\s*[^\W\d_]+(?:-[^\W\d_]+)*)",
    re.IGNORECASE,
)
_DATED = re.compile(r"ngày[\s\d.…]+tháng[\s\d.…]+năm\s+(?P<year>20\d\d)")
_TAIL = re.compile(r"(?:nơi nhận|nơi gửi)\s*:?\s*$|(?:nơi nhận|nơi gửi)\s*:|(?:t/m|tm\.|k/t|kt\.|t/l|tl\.)\s")
_CLOSING = re.compile(
    r"trên đây là|hướng dẫn này|kế hoạch này|chương trình này|công văn này|"
    r"(?:trong )?quá trình (?:tổ chức )?(?:triển khai|thực hiện)[^.]*(?:vướng mắc|khó khăn|phát sinh)|"
    r"căn cứ (?:hướng dẫn|kế hoạch|nội dung hướng dẫn) này,?\s*(?:đề nghị|yêu cầu)|(?:đề nghị|yêu cầu) "
    r"[^.]{0,90}"
    r"(?:nghiêm túc|tổ chức)?,? ?(?:triển khai|tổ chức) thực hiện(?: hướng dẫn này)?\s*(?:có hiệu "
    r"quả)?\s*\.?/?\.?$"
)
# Last words after the last task: a request to carry the document out, thanks, wishes.
_PARTING = re.compile(
    r"(?:nhân dịp[^.]{0,60})?[^.:]{0,60}?"
    r"(?:kính chúc|xin chúc|trân trọng|chân thành cảm ơn|rất mong|xin cảm ơn)(?![^\W_])|"
    r"(?:[^.:]{3,60}\s)?(?:đề nghị|yêu cầu|mong)\s[^.:]{0,160}(?:thực hiện|triển khai)(?![^\W_])"
    r"[^.:]{0,60}[./]*$"
)
_TO_DO = re.compile(r"\d|báo cáo|gửi |chủ trì")
HEAD_WORDS = re.compile(r"đảng cộng sản|cộng hòa xã hội|độc lập|\*$|-{3,}|kính gửi")
_YEAR = re.compile(r"năm\s+(20\d\d)")


# A stamp stands alone on its line in the head, in capitals; «bí mật nhà nước» in a sentence is none.
_STAMP = re.compile(r"[\W_]*(?:(?:TUYỆT|TỐI)\s+)?M\s*Ậ\s*T[\W_]*")
_GRADED = re.compile(r"(?:độ|mức độ) mật\s*:\s*(?:(?:tuyệt|tối)\s+)?mật(?![^\W_])")
_HEAD_BLOCKS = 15


@dataclass(frozen=True)
class Frame:
    """The parts of a document. own_symbol is "-HD/ĐUK" where its number is still blank."""

    title: str
    own_symbol: str
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    closing: tuple[Block, ...]
    tail: tuple[Block, ...]


def split_frame(blocks: list[Block]) -> Frame:
    """Return the document's head, body, closing words and tail; an appendix belongs to the body."""
    start, title = _end_of_head(blocks)
    head, rest = blocks[:start], blocks[start:]
    body: list[Block] = []
    closing: list[Block] = []
    tail: list[Block] = []
    in_tail = False
    for block in rest:
        low = plain(block.text)
        if re.match(r"(?:phụ lục|phụ biểu|danh mục)(?![^\W_])", low) and len(low.split()) < 30:
            in_tail = False
        elif block.kind == "text" and _TAIL.match(low):
            # What follows the tail is an appendix: the letter's last words stand here.
            closing += [] if in_tail else _take_parting_words(body)
            in_tail = True
        if in_tail and block.kind == "text":
            tail.append(block)
        elif block.kind == "text" and _CLOSING.match(low):
            closing.append(block)
        else:
            body.append(block)
    closing = [*_take_parting_words(body), *closing]
    return Frame(title, _own_symbol(head), tuple(head), tuple(body), tuple(closing), tuple(tail))


def is_secret(blocks: list[Block]) -> bool:
    """Say whether the head of a document carries the stamp of a state secret: MẬT, TỐI MẬT, TUYỆT MẬT."""
    lines = [line for block in blocks[:_HEAD_BLOCKS] for line in block.text.split(" | ")]
    return any(_STAMP.fullmatch(canonical(line)) or _GRADED.match(plain(line)) for line in lines)


def _take_parting_words(body: list[Block]) -> list[Block]:
    """Take the last unmarked paragraphs off `body` that only wish and ask in general; return them."""
    taken: list[Block] = []
    while len(body) > 1 and body[-1].kind == "text" and marker(body[-1].text)[0] is Rank.NONE:
        low = plain(body[-1].text)
        if not _PARTING.match(low) or _TO_DO.search(low):
            break
        taken.insert(0, body.pop())
    return taken


def _end_of_head(blocks: list[Block]) -> tuple[int, str]:
    """Return where the preamble begins and the title above it."""
    kind_at = next((index for index, block in enumerate(blocks[:25]) if is_kind(block)), None)
    if kind_at is not None:
        end = kind_at + 1
        while end < min(len(blocks), kind_at + 6) and (end == kind_at + 1 or _is_title_more(blocks[end])):
            if marker(blocks[end].text)[0] <= Rank.ARABIC:
                break
            end += 1
        return end, clean(
            " ".join(block.text for block in blocks[kind_at + 1 : end] if block.text.strip("-* "))
        )
    about = next(
        (index for index, block in enumerate(blocks[:15]) if re.match(r"v/v|về việc", plain(block.text))),
        None,
    )
    if about is not None:
        end = about + 1
        while end < len(blocks) and _is_letterhead(blocks[end]):
            end += 1
        return end, re.sub(r"^(?:V/v|Về việc)\s*:?\s*", "", blocks[about].text)
    end = 0
    while end < len(blocks) - 1 and (_is_letterhead(blocks[end]) or _is_title_more(blocks[end])):
        end += 1
    return end, clean(" ".join(block.text for block in blocks[:end] if not _is_letterhead(block)))


def is_kind(block: Block) -> bool:
    """Say whether the block is the name of a type of document, alone on its line: HƯỚNG DẪN."""
    return canonical(block.text).strip(" .:") in _KIND_LINE


def _is_title_more(block: Block) -> bool:
    """Say whether the block still belongs to the title: short, unfinished, no marker, no ground given."""
    low = plain(block.text)
    if block.kind != "text" or re.match(r"(?:thực hiện|căn cứ|để|nhằm|trên cơ sở|tiếp tục)(?![^\W_])", low):
        return not block.text.strip("-* ")
    return (
        len(low.split()) <= 30
        and not low.endswith((".", ";", ":", ","))
        and marker(block.text)[0] is Rank.NONE
    )


def _is_letterhead(block: Block) -> bool:
    low = plain(block.text)
    return bool(
        HEAD_WORDS.match(low) or OWN.match(block.text) or (_DATED.search(low) and len(low.split()) < 15)
        or (block.text.isupper() and marker(block.text)[0] is Rank.NONE and len(low.split()) < 15)
        or (low.startswith("- ") and len(low.split()) < 15)
    )  # fmt: skip


def _own_symbol(head: list[Block]) -> str:
    for block in head:
        match = OWN.match(block.text)
        if match:
            return re.sub(r"[\s.…_]", "", canonical(match["symbol"]))
    return ""


def year_of(frame: Frame) -> int | None:
    """Return the year the document is for: of its title, date line or preamble, or the one named most."""
    dates = [block.text for block in frame.head if _DATED.search(plain(block.text))]
    first = [block.text for block in frame.body[:2]]
    for text in [frame.title, *dates, *first]:
        if years := _YEAR.findall(plain(text)):
            return int(years[0])
    named = Counter(year for block in frame.body for year in _YEAR.findall(plain(block.text)))
    return int(named.most_common(1)[0][0]) if named else None
