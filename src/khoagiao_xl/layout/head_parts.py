"""Which line above the title is what: found by what it says, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from khoagiao_xl.layout.document_parts import HeadParts, Line, Lines
from khoagiao_xl.layout.laid_document import LaidDocument, LaidTable
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals, lines_of, words_of
from khoagiao_xl.vietnamese.secrecy_marks import grade_alone
from khoagiao_xl.vietnamese.text import fold

# The part, and what its line says in small letters and one spelling of tones; the first that fits holds.
SIGNS: Final = {
    "national_title": re.compile(r"(?:đảng cộng sản|cộng hòa xã hội chủ nghĩa) việt nam"),
    "motto": re.compile(r"độc lập\W+tự do\W+hạnh phúc\W*"),
    "place_day": re.compile(r".*\bngày\b.*\btháng\b.*\bnăm\b.*"),
    "number": re.compile(r"số\b[\d\s.…:_]*[a-zđ]?\s*(?:[-/–].*)?"),
    "draft": re.compile(r"\(?dự thảo\b.*"),
    "star": re.compile(r"[*★✱✶⋆∗](?: ?[*★✱✶⋆∗])*"),
    "typed_line": re.compile(r"[-–—_=.]{3,}"),
    "urgency": re.compile(r"(?:thượng )?khẩn|hỏa tốc.{0,30}"),
    "circulation": re.compile(r"lưu hành nội bộ|xem (?:xong|tại chỗ).*|chỉ người có tên.*|không phổ biến.*"),
}
_ABOUT: Final = re.compile(r"v/v\b.*|về việc\b.*")
_OF_EVERY_HEAD: Final = {"national_title", "motto", "number", "place_day"}
_MOST_BLOCKS_ABOVE: Final = 8
_LONGEST_NAME: Final = 200  # letters of the name of a body
_PLACE: Final = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|và)\b(?! ủy)")
_TITLES: Final = ("dang cong san viet nam", "cong hoa xa hoi chu nghia viet nam")
_NEARLY: Final = 0.9


def head_tables(document: LaidDocument) -> list[LaidTable]:
    """Return the tables that the head is laid out with: one, or one below the other before any words."""
    tables: list[LaidTable] = []
    for block in document.blocks[:_MOST_BLOCKS_ABOVE]:
        if isinstance(block, LaidTable):
            if _is_head(block):
                tables.append(block)
        elif tables and block.text.strip():
            break
    return tables


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
    if _is_misspelt_title(line):
        return "national_title"
    if grade_alone(line.text.strip()):
        return "secrecy"
    return ""


def _is_misspelt_title(line: Line) -> bool:
    """Say whether a line of capitals is a national title but for a letter or its marks."""
    if not is_capitals(line):
        return False
    letters = fold(line.text)
    near = get_close_matches(letters, _TITLES, cutoff=_NEARLY)
    return bool(near)


def read_head(lines: Lines, tables: list[LaidTable]) -> HeadParts:
    """Return the parts of the lines above the title."""
    head = HeadParts(lines=lines)
    for table in tables[:1]:
        head.table = table
    left = _left_elements(tables)
    names: list[Line] = []
    for line in lines:
        part = part_of(line)
        if part:
            if getattr(head, part) is None:
                setattr(head, part, line)
        elif _is_name(line, head, left):
            names.append(line)
    head.superior, head.issuer = _bodies(names)
    head.about = _about(lines)
    return head


def _left_elements(tables: list[LaidTable]) -> set[int]:
    """Return the elements of the left column, in which the bodies stand."""
    left: set[int] = set()
    for table in tables:
        for row in table.rows:
            first, *others = row.cells
            if others:
                elements = [paragraph.element for paragraph in first.paragraphs]
                left |= set(map(id, elements))
    return left


def _is_name(line: Line, head: HeadParts, left: set[int]) -> bool:
    """Say whether a line names a body: in capitals, or in the left column above star and number."""
    if len(line.text) >= _LONGEST_NAME:
        return False
    if is_capitals(line):
        return True
    if head.star is not None:
        return False
    if head.number is not None:
        return False
    element = id(line.element)
    return element in left


def _bodies(names: list[Line]) -> tuple[Lines, Lines]:
    """Return the lines of the superior and of the issuer: these are bold, or all below the first line."""
    if len(names) == 1 or _is_one_body(names):
        return (), tuple(names)
    plain_lines = 0
    for name in names:
        if is_bold(name):
            break
        plain_lines += 1
    is_told = 0 < plain_lines < len(names)
    at = plain_lines if is_told else 1
    return tuple(names[:at]), tuple(names[at:])


def _is_one_body(names: list[Line]) -> bool:
    """Say whether all the lines name one body that has none above it: «ỦY BAN NHÂN DÂN / TỈNH LÀO CAI»."""
    if not all(map(is_bold, names)):
        return False
    return all(map(_goes_on, names[1:]))


def _goes_on(name: Line) -> bool:
    words = words_of(name)
    return _PLACE.match(words) is not None


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
