"""What stands around the number of a cited document: type in front; date, issuer and term on either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khoagiao_xl.guidance.citations.citation_words import CALLED, either_of, words_for
from khoagiao_xl.guidance.citations.issue_days import end_of_other_day, issue_days
from khoagiao_xl.guidance.citations.issuer_span import issuer_span, name_end
from khoagiao_xl.guidance.citations.party_terms import term_name
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_TERM = re.compile(rf"(?:Đảng\s+)?khóa\s+(?P<term>[IVX]{{1,5}}|\d{{1,2}}){WORD_END}", re.IGNORECASE)
_CALLED = re.compile(rf"(?<![^\W_]){CALLED}")
_NAMED = re.compile(
    rf"(?P<name>{CALLED})(?P<between>[^;:|]{{0,140}}?)\s*(?:[:,(]\s*)?(?:(?i:số)\s*[:.]?\s*)?$"
)
_NUMBER_WORD = re.compile(r"số\s*[:.]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,()]*")
_BEFORE_MAKER = r"(?=\s*,|\s+(?:của|do|về))"
_FILL = re.compile(
    rf"{either_of(words_for('xen giữa'))}{WORD_END}|(?:hội nghị )?trung ương \d+|năm \d{{4}}{_BEFORE_MAKER}",
    re.IGNORECASE,
)
# A law goes by its name: «Luật Nhà giáo số 73/2025/QH15».
_LAW = re.compile(r"(?i:bộ luật|luật|pháp lệnh)$")
_NAME_OF_LAW = re.compile(r"[^,;:.()\d]{0,100}")
_JOINT = re.compile(r"giữa\s+")
_SHORT = either_of(words_for("tên gọi tắt"))
_SHORT_NAME = re.compile(rf"\s*\(\s*(?:sau đây\s+)?{_SHORT}[^)]*\)", re.IGNORECASE)
_MEETING = re.compile(
    rf"nhiệm kỳ\s+\d{{4}}\s*-\s*\d{{4}}|lần thứ\s+\w+|(?:tại\s+)?kỳ họp\s+(?:thứ\s+)?\w+"
    rf"|năm\s+\d{{4}}{_BEFORE_MAKER}",
    re.IGNORECASE,
)
_MOST_LETTERS_BEFORE = 190
_MOST_FACTS = 8  # that are read after a number, in any order


@dataclass
class Facts:
    """What a citation says of its document, as far as it has been read.

    days: of issue, one for each where a list of documents has several; is_joint: made by several («giữa A
    và B»), so that nobody alone is the issuer.
    """

    days: tuple[date, ...] = ()
    bad_date: str = ""
    issuer: str = ""
    term: str = ""
    is_joint: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether a day has been read, be it one that there is or not."""
        if self.days:
            return True
        return self.bad_date != ""

    def fill_from(self, other: Facts) -> None:
        """Take over what only the other one tells."""
        if not self.is_dated:
            self.days = other.days
            self.bad_date = other.bad_date
        self.issuer = self.issuer or other.issuer
        self.term = self.term or other.term


def read_before(canon: str, position: int, *, is_law: bool = False) -> tuple[str, int, Facts]:
    """Return the type's name in front of the symbol, where the citation begins, and what lies between.

    canon: the canonical text; position: where the symbol begins in it.
    """
    offset = max(0, position - _MOST_LETTERS_BEFORE)
    head = canon[offset:position]
    named = _nearest_type(head)
    if named:
        facts = Facts()
        if _is_filled(named, facts, is_law=is_law):
            start = offset + named.start()
            return named["name"], start, facts
    number_word = _NUMBER_WORD.search(head)
    if not number_word:
        return "", position, Facts()
    start = offset + number_word.start()
    return "", start, Facts()


def _nearest_type(head: str) -> re.Match[str] | None:
    """Return the name of a type that is nearest to the end of `head`, with what stands behind it."""
    types = list(_CALLED.finditer(head))
    for match in reversed(types):
        named = _NAMED.match(head, match.start())
        if named:
            return named
    return None


def _is_filled(named: re.Match[str], facts: Facts, *, is_law: bool) -> bool:
    """Say whether a citation's own words and nothing else stand between its name and its number."""
    between = named["between"]
    if is_law and _LAW.match(named["name"]) and _NAME_OF_LAW.fullmatch(between):
        return True
    position = read_after(between, between, 0, facts)
    while position < len(between):
        end = _end_of_fill(between, position)
        if end == position:
            return False
        position = end
    return True


def _end_of_fill(between: str, position: int) -> int:
    for pattern in (_FILL, _BETWEEN):
        fill = pattern.match(between, position)
        if fill:
            return fill.end()
    return position


def read_after(text: str, canon: str, position: int, facts: Facts, *, is_joint: bool = False) -> int:
    """Read date, issuer and term after the number, in any order; return where they end.

    is_joint: the symbol is that of a document of several issuers.
    """
    for _ in range(_MOST_FACTS):
        short = _SHORT_NAME.match(canon, position)
        if short:
            position = short.end()
            continue
        start = _skip(canon, position)
        end = _read_one(text, canon, start, facts, is_joint=is_joint)
        if end is None:
            break
        position = end
    if canon.startswith(")", position):
        return position + 1
    return position


def _read_one(text: str, canon: str, start: int, facts: Facts, *, is_joint: bool) -> int | None:
    """Read what stands at `start` and has not been read yet; return where it ends, None for nothing."""
    for read in (_read_days, _read_other_day, _read_term, _read_joint):
        end = read(canon, start, facts)
        if end is not None:
            return end
    if facts.issuer:
        return None
    if facts.is_joint:
        return None
    issuer = issuer_span(canon, start, is_joint=is_joint)
    if not issuer:
        return None
    first, last = issuer
    name = text[first:last]
    facts.issuer = name.strip(" ,")
    return last


def _read_other_day(canon: str, start: int, facts: Facts) -> int | None:
    end = end_of_other_day(canon, start)
    if end > start:
        return end
    meeting = _MEETING.match(canon, start)
    if meeting and facts.issuer:
        return meeting.end()
    return None


def _read_days(canon: str, start: int, facts: Facts) -> int | None:
    if facts.is_dated:
        return None
    found = issue_days(canon, start)
    if not found:
        return None
    facts.days = found.days
    facts.bad_date = found.bad
    return found.end


def _read_term(canon: str, start: int, facts: Facts) -> int | None:
    term = _TERM.match(canon, start)
    if not term:
        return None
    if facts.term:
        return None
    facts.term = term_name(term["term"])
    return term.end()


def _read_joint(canon: str, start: int, facts: Facts) -> int | None:
    joint = _JOINT.match(canon, start)
    if not joint:
        return None
    facts.is_joint = True
    return name_end(canon, joint.end(), is_joint=True)


def _skip(canon: str, position: int) -> int:
    blanks = _BETWEEN.match(canon, position)
    if blanks:
        return blanks.end()
    return position
