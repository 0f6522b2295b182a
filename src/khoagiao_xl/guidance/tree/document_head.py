"""The head of an official document: letterhead, date line, type and title; and the stamp of a secret."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.vietnamese.running_text import canonical, clean_line
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark
from khoagiao_xl.vietnamese.symbols import NAMES
from khoagiao_xl.vietnamese.word_patterns import any_of, begins_with

_KIND_LINES = {name.upper() for name in NAMES}
_KINDS_JOINED = tuple(f"{name} " for name in _KIND_LINES)
_COMES_WITH = re.compile(
    r"\(?\s*(?:Ban hành\s+)?[Kk]èm theo\s+[^\d(]{3,60}?\s+số\s*:?\s*(?P<symbol>\d+[-/]\w[\w/-]*)"
)
_OWN_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<symbol>\d{0,5}[\s.…_]*[-/]\s*[^\W\d_]{1,6}\s*[-/]\s*[^\W\d_]+(?:-[^\W\d_]+)*)",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"ngày[\s\d.…]+tháng[\s\d.…]+năm\s+(?P<year>20\d\d)")
_HEAD_WORDS = re.compile(r"đảng cộng sản|cộng hòa xã hội|độc lập|\*$|-{3,}|kính gửi")
_ABOUT = re.compile(any_of("v/v | về việc"))
_ABOUT_WORDS = re.compile(r"^(?:V/v|Về việc)\s*:?\s*")
_GROUND = begins_with("thực hiện | căn cứ | để | nhằm | trên cơ sở | tiếp tục")
_APPENDIX = begins_with("phụ lục | phụ biểu")
_RULE_SIGNS = "-* "

# How many blocks are searched for the stamp, the type, «V/v»; how many a title may have below the type.
_STAMP_WITHIN, _KIND_WITHIN, _ABOUT_WITHIN, _MOST_OF_TITLE = 15, 25, 15, 5
_MOST_WORDS_OF_TITLE, _MOST_WORDS_OF_HEAD, _MOST_WORDS_OF_STAMP = 30, 15, 6


def is_secret(blocks: Sequence[Block]) -> bool:
    """Say whether the head of a document carries the stamp of a state secret: MẬT, TỐI MẬT, TUYỆT MẬT."""
    for block in blocks[:_STAMP_WITHIN]:
        for line in block.text.split(" | "):
            if _is_stamp(line):
                return True
    return False


def _is_stamp(line: str) -> bool:
    """Say whether a line is a stamp; a sentence of a guidance may speak of secret documents."""
    is_sentence = len(line.split()) > _MOST_WORDS_OF_STAMP
    if is_sentence:
        return False
    return bears_mark(line, Where.TEXT)


def split_head(blocks: Sequence[Block]) -> tuple[int, str]:
    """Return where the preamble begins and the title above it."""
    kind_at = _first(blocks[:_KIND_WITHIN], is_kind)
    if kind_at is not None:
        return _below_kind(blocks, kind_at + 1)
    about_at = _first(blocks[:_ABOUT_WITHIN], _is_about)
    if about_at is not None:
        return _below_about(blocks, about_at)
    joined_at = _first(blocks[:_KIND_WITHIN], _opens_with_kind)
    if joined_at is not None:
        return _behind_kind(blocks, joined_at)
    return _below_letterhead(blocks)


def _first(blocks: Iterable[Block], is_wanted: Callable[[Block], bool]) -> int | None:
    for index, block in enumerate(blocks):
        if is_wanted(block):
            return index
    return None


def length_of_attached_head(blocks: Sequence[Block]) -> int:
    """Return how many blocks are the head of an attached document: type, title, «Kèm theo …»; 0 if none.

    A decision carries its plan behind its own signature.
    """
    if not blocks:
        return 0
    if not is_kind(blocks[0]):
        return 0
    end, _ = _below_kind(blocks, 1)
    return end


def _below_kind(blocks: Sequence[Block], start: int, *, is_begun: bool = False) -> tuple[int, str]:
    """Return the end and the words of the title that begins at `start`, below the type of the document.

    is_begun: the title stands behind its type already; what is below need not belong to it.
    """
    title: list[str] = []
    end = start
    for block in blocks[start : start + _MOST_OF_TITLE]:
        if (is_begun or end > start) and not _goes_on_title(block):
            break
        if marker(block.text).rank <= Rank.ARABIC or _is_first_period(block, blocks[end + 1 :]):
            break
        end += 1
        if block.text.strip(_RULE_SIGNS):
            title.append(block.text)
    return end, clean_line(" ".join(title))


def _is_first_period(block: Block, others: Iterable[Block]) -> bool:
    """Say whether a line is the first of several periods over the work: «Quý I», «Quý II» further down."""
    if not _names_period(block):
        return False
    return any(map(_names_period, others))


def _names_period(block: Block) -> bool:
    if not block.is_text:
        return False
    return names_period(block.text)


def _opens_with_kind(block: Block) -> bool:
    """Say whether type and title stand in one line of capitals: CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026."""
    line = block.canonical.strip(" .:")
    if not line.isupper():
        return False
    if not line.startswith(_KINDS_JOINED):
        return False
    return block.is_text


def _behind_kind(blocks: Sequence[Block], kind_at: int) -> tuple[int, str]:
    """Return the end and the words of a title whose first line names the type too."""
    line = clean_line(blocks[kind_at].text)
    written = canonical(line)
    kinds = filter(written.startswith, _KINDS_JOINED)
    kind = max(kinds, key=len)
    end, below = _below_kind(blocks, kind_at + 1, is_begun=True)
    first = line[len(kind) :]
    return end, clean_line(f"{first} {below}")


def _is_about(block: Block) -> bool:
    return _ABOUT.match(block.plain) is not None


def _below_about(blocks: Sequence[Block], about_at: int) -> tuple[int, str]:
    about = blocks[about_at].text
    end = about_at + 1
    for block in blocks[end:]:
        if not is_letterhead(block):
            break
        end += 1
    return end, _ABOUT_WORDS.sub("", about)


def _below_letterhead(blocks: Sequence[Block]) -> tuple[int, str]:
    title: list[str] = []
    end = 0
    for block in blocks[:-1]:
        if is_letterhead(block):
            end += 1
        elif _goes_on_title(block):
            end += 1
            title.append(block.text)
        else:
            break
    return end, clean_line(" ".join(title))


def is_kind(block: Block) -> bool:
    """Say whether the block is the name of a type of document, alone on its line: HƯỚNG DẪN."""
    line = block.canonical.strip(" .:")
    return line in _KIND_LINES


def _goes_on_title(block: Block) -> bool:
    """Say whether the block still belongs to the title: short, unfinished, no marker, ground or appendix."""
    if not block.is_text or _GROUND.match(block.plain):
        return not block.text.strip(_RULE_SIGNS)
    if _APPENDIX.match(block.plain):
        return False
    if block.length > _MOST_WORDS_OF_TITLE:
        return False
    if block.plain.endswith((".", ";", ":", ",")):
        return False
    return _is_unmarked(block)


def is_letterhead(block: Block) -> bool:
    """Say whether the block belongs to the letterhead: who writes, number, date, whom it is sent to."""
    if is_head_line(block):
        return True
    if block.length >= _MOST_WORDS_OF_HEAD:
        return False
    if is_date_line(block):
        return True
    if block.plain.startswith("- "):
        return True
    if not block.text.isupper():
        return False
    return _is_unmarked(block)


def is_head_line(block: Block) -> bool:
    """Say whether the block is what every letterhead has: the country's or the Party's name, the number."""
    if _HEAD_WORDS.match(block.plain):
        return True
    return _OWN_NUMBER.match(block.text) is not None


def is_date_line(block: Block) -> bool:
    """Say whether the block names place and day of the document."""
    return _DATE_LINE.search(block.plain) is not None


def _is_unmarked(block: Block) -> bool:
    return marker(block.text).rank is Rank.NONE


def own_symbol(head: Iterable[Block]) -> str:
    """Return the document's own number, "-HD/ĐUK" where it is still blank, "" where there is none."""
    for block in head:
        match = _OWN_NUMBER.match(block.text)
        if match:
            written = canonical(match["symbol"])
            return re.sub(r"[\s.…_]", "", written)
    return ""


def symbol_attached_to(blocks: Iterable[Block]) -> str:
    """Return the number of the document that a list comes with: «(Kèm theo Kế hoạch số 46-KH/TU)»."""
    for block in blocks:
        match = _COMES_WITH.match(canonical(block.text))
        if match:
            return match["symbol"]
    return ""
