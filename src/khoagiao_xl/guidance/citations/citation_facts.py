"""What stands around the number of a cited document: type in front; date, issuer and term on either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khoagiao_xl.guidance.citations.issuers import issuer_span
from khoagiao_xl.guidance.citations.terms import term_name
from khoagiao_xl.vietnamese.symbols import NAMES

_NAME = "|".join(re.escape(name) for name in NAMES)
_DAY = (
    r"(?:(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d\d))"
)
_DATE = re.compile(rf"(?:(?:ban hành|ký)\s+)?(?:cùng\s+)?(?:ngày\s+)?{_DAY}", re.IGNORECASE)
_TERM = re.compile(r"(?:Đảng\s+)?khóa\s+(?P<term>[IVX]{1,5}|\d{1,2})(?![^\W_])", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?P<name>{_NAME})(?P<between>[^;:|]{{0,140}}?)\s*(?:[,(]\s*)?(?:số\s*[:.]?\s*)?$", re.IGNORECASE
)
_NUMBER_WORD = re.compile(r"số\s*[:.]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,()]*")
_FILL = re.compile(
    r"hành động|liên tịch|phối hợp|này|trên|nêu trên|của|mới|(?:hội nghị )?trung ương \d+", re.IGNORECASE
)


@dataclass
class Facts:
    """What a citation says of its document, as far as it has been read."""

    issued: date | None = None
    bad_date: str = ""
    issuer: str = ""
    term: str = ""


def read_before(same: str, position: int, facts: Facts) -> tuple[str, int]:
    """Return the type's name in front of the symbol and where the citation begins; read what lies between."""
    offset = max(0, position - 190)
    head = same[offset:position]
    # The name nearest to the number is its own: search from the right.
    for start in sorted((match.start() for match in re.finditer(_NAME, head, re.IGNORECASE)), reverse=True):
        match = _NAMED.match(head, start)
        if match and (start == 0 or not head[start - 1].isalnum()):
            trial = Facts()
            if _is_filled(match["between"], trial):
                facts.issued, facts.bad_date = trial.issued, trial.bad_date
                facts.issuer, facts.term = trial.issuer, trial.term
                return match["name"], offset + start
            break
    number_word = _NUMBER_WORD.search(head)
    return "", offset + number_word.start() if number_word else position


def _is_filled(between: str, facts: Facts) -> bool:
    """Say whether a citation's own words and nothing else stand between its name and its number."""
    rest = read_after(between, between, 0, facts)
    rest_text = between[rest:]
    while rest_text:
        match = _FILL.match(rest_text) or _BETWEEN.match(rest_text)
        if not match or not match.end():
            return False
        rest_text = rest_text[match.end() :]
    return True


def read_after(text: str, same: str, position: int, facts: Facts) -> int:
    """Read date, issuer and term after the number, in any order; return where they end."""
    for _ in range(6):
        start = _skip(same, position)
        if not facts.issued and not facts.bad_date and (found := _DATE.match(same, start)):
            _read_date(found, facts)
            position = found.end()
        elif not facts.term and (found := _TERM.match(same, start)):
            facts.term = term_name(found["term"])
            position = found.end()
        elif not facts.issuer and (span := issuer_span(same, start)):
            facts.issuer = text[span[0] : span[1]].strip(" ,")
            position = span[1]
        else:
            break
    return position + 1 if same[position : position + 1] == ")" else position


def _skip(same: str, position: int) -> int:
    match = _BETWEEN.match(same, position)
    return match.end() if match else position


def _read_date(found: re.Match[str], facts: Facts) -> None:
    day, month, year = (int(found[name] or found[f"{name}2"]) for name in "dmy")
    try:
        facts.issued = date(year, month, day)
    except ValueError:
        facts.bad_date = found[0]
