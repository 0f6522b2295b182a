"""Which line above the title is what: found by what it says, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from khoagiao_xl.layout.document_parts import HeadParts, Line, Lines
from khoagiao_xl.layout.laid_document import LaidDocument, LaidTable
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals, lines_of, words_of
from khoagiao_xl.vietnamese.secrecy_marks import grade_alone

# The part, and what its line says in small letters and one spelling of tones; the first that fits holds.
SIGNS: Final = {
    "national_title": re.compile(r"(?:đảng cộng sản|cộng hòa xã hội chủ nghĩa) việt nam"),
    "motto": re.compile(r"độc lập\W+tự do\W+hạnh phúc\W*"),
    "place_day": re.compile(r".*\bngày\b.*\btháng\b.*\bnăm\b.*"),
    "number": re.compile(r"số\b[\d\s.…:_]*[a-zđ]?\s*(?:[-/–].*)?"),
    "draft": re.compile(r"\(?dự thảo\b.*"),
    "star": re.compile(r"[*★✱✶⋆∗]+"),
    "typed_line": re.compile(r"[-–—_=.]{3,}"),
    "urgency": re.compile(r"(?:thượng )?khẩn|hỏa tốc.{0,30}"),
    "circulation": re.compile(r"lưu hành nội bộ|xem (?:xong|tại chỗ).*|chỉ người có tên.*|không phổ biến.*"),
}
_ABOUT: Final = re.compile(r"v/v\b.*|về việc\b.*")
_OF_EVERY_HEAD: Final = {"national_title", "motto", "number", "place_day"}
_MOST_BLOCKS_ABOVE: Final = 8
_LONGEST_NAME: Final = 200  # letters of the name of a body


def head_table(document: LaidDocument) -> LaidTable | None:
    """Return the table that the head is laid out with, None where it is laid out otherwise."""
    for block in document.blocks[:_MOST_BLOCKS_ABOVE]:
        if isinstance(block, LaidTable) and _is_head(block):
            return block
    return None


def _is_head(table: LaidTable) -> bool:
    for line in lines_of(table.paragraphs):
        part = part_of(line)
        if part in _OF_EVERY_HEAD:
            return True
    return False


def part_of(line: Line) -> str:
    """Return the part that a line of a head is by what it says; "" for the name of a body and the rest."""
    words = words_of(line)
    for part, pattern in SIGNS.items():
        if pattern.fullmatch(words):
            return part
    if grade_alone(line.text.strip()):
        return "secrecy"
    return ""


def read_head(lines: Lines, table: LaidTable | None) -> HeadParts:
    """Return the parts of the lines above the title."""
    head = HeadParts(table=table, lines=lines)
    names: list[Line] = []
    for line in lines:
        part = part_of(line)
        if part:
            if getattr(head, part) is None:
                setattr(head, part, line)
        elif is_capitals(line) and len(line.text) < _LONGEST_NAME:
            names.append(line)
    head.superior, head.issuer = _bodies(names)
    head.about = _about(lines)
    return head


def _bodies(names: list[Line]) -> tuple[Lines, Lines]:
    """Return the lines of the superior and of the issuer: these are bold, or all below the first line."""
    if len(names) == 1:
        return (), tuple(names)
    plain_lines = 0
    for name in names:
        if is_bold(name):
            break
        plain_lines += 1
    is_told = 0 < plain_lines < len(names)
    at = plain_lines if is_told else 1
    return tuple(names[:at]), tuple(names[at:])


def _about(lines: Iterable[Line]) -> Lines:
    """Return the subject of a letter, below its number: from «Về việc» on."""
    about: list[Line] = []
    for line in lines:
        words = words_of(line)
        if _ABOUT.fullmatch(words) or (about and _is_other(line)):
            about.append(line)
    return tuple(about)


def _is_other(line: Line) -> bool:
    """Say whether a line of a head is neither a known part nor the name of a body."""
    if is_capitals(line):
        return False
    return not part_of(line)
