"""What stands around the number of a cited document: type in front; date, issuer and term on either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khoagiao_xl.guidance.citations.issuers import issuer_span
from khoagiao_xl.guidance.citations.party_terms import term_name
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_DAY = (
    r"(?:(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d\d))"
)
_DATE = re.compile(rf"(?:(?:ban hành|ký)\s+)?(?:cùng\s+)?(?:ngày\s+)?{_DAY}", re.IGNORECASE)
_TERM = re.compile(rf"(?:Đảng\s+)?khóa\s+(?P<term>[IVX]{{1,5}}|\d{{1,2}}){WORD_END}", re.IGNORECASE)
_TYPE = re.compile(NAMED, re.IGNORECASE)
_NAMED = re.compile(
    rf"(?P<name>{NAMED})(?P<between>[^;:|]{{0,140}}?)\s*(?:[,(]\s*)?(?:số\s*[:.]?\s*)?$", re.IGNORECASE
)
_NUMBER_WORD = re.compile(r"số\s*[:.]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,()]*")
_FILL = re.compile(
    r"hành động|liên tịch|phối hợp|này|trên|nêu trên|của|mới|(?:hội nghị )?trung ương \d+", re.IGNORECASE
)
_MOST_LETTERS_BEFORE = 190
_MOST_FACTS = 6  # that are read after a number, in any order


@dataclass
class Facts:
    """What a citation says of its document, as far as it has been read."""

    issued: date | None = None
    bad_date: str = ""
    issuer: str = ""
    term: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether a day has been read, be it one that there is or not."""
        return self.issued is not None or self.bad_date != ""


def read_before(canon: str, position: int) -> tuple[str, int, Facts]:
    """Return the type's name in front of the symbol, where the citation begins, and what lies between.

    canon: the canonical text; position: where the symbol begins in it.
    """
    offset = max(0, position - _MOST_LETTERS_BEFORE)
    head = canon[offset:position]
    named = _nearest_type(head)
    if named:
        facts = Facts()
        if _is_filled(named["between"], facts):
            start = offset + named.start()
            return named["name"], start, facts
    number_word = _NUMBER_WORD.search(head)
    if not number_word:
        return "", position, Facts()
    start = offset + number_word.start()
    return "", start, Facts()


def _nearest_type(head: str) -> re.Match[str] | None:
    """Return the name of a type that is nearest to the end of `head`, with what stands behind it."""
    types = list(_TYPE.finditer(head))
    for match in reversed(types):
        start = match.start()
        named = _NAMED.match(head, start)
        if named and not head[:start][-1:].isalnum():
            return named
    return None


def _is_filled(between: str, facts: Facts) -> bool:
    """Say whether a citation's own words and nothing else stand between its name and its number."""
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


def read_after(text: str, canon: str, position: int, facts: Facts) -> int:
    """Read date, issuer and term after the number, in any order; return where they end."""
    for _ in range(_MOST_FACTS):
        start = _skip(canon, position)
        end = _read_one(text, canon, start, facts)
        if end is None:
            break
        position = end
    if canon.startswith(")", position):
        return position + 1
    return position


def _read_one(text: str, canon: str, start: int, facts: Facts) -> int | None:
    """Read what stands at `start` and has not been read yet; return where it ends, None for nothing."""
    dated = _DATE.match(canon, start)
    if dated and not facts.is_dated:
        _read_date(dated, facts)
        return dated.end()
    term = _TERM.match(canon, start)
    if term and not facts.term:
        facts.term = term_name(term["term"])
        return term.end()
    if facts.issuer:
        return None
    issuer = issuer_span(canon, start)
    if not issuer:
        return None
    first, last = issuer
    name = text[first:last]
    facts.issuer = name.strip(" ,")
    return last


def _skip(canon: str, position: int) -> int:
    blanks = _BETWEEN.match(canon, position)
    return blanks.end() if blanks else position


def _read_date(match: re.Match[str], facts: Facts) -> None:
    year = _number(match, "y")
    month = _number(match, "m")
    day = _number(match, "d")
    try:
        facts.issued = date(year, month, day)
    except ValueError:
        facts.bad_date = match[0]


def _number(match: re.Match[str], name: str) -> int:
    """Return the number of a group, which stands under one of two names."""
    written = match[name]
    if not written:
        written = match[f"{name}2"]
    return int(written)
