"""The register of known directives: official titles and what came after them, as editable data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from khoagiao_xl.guidance.citations.party_terms import share_term
from khoagiao_xl.office.profiles import load_register_rows
from khoagiao_xl.vietnamese.running_text import squash
from khoagiao_xl.vietnamese.symbols import first_symbol

_CENTRAL = "Trung ương"
_SHORT = {
    "cnh": "công nghiệp hóa",
    "hđh": "hiện đại hóa",
    "xhcn": "xã hội chủ nghĩa",
    "kh cn": "khoa học và công nghệ",
    "bchtw": "ban chấp hành trung ương",
    "bch": "ban chấp hành",
    "tw": "trung ương",
}


@dataclass(frozen=True)
class Known:
    """One line of the register; an empty title or date is not known."""

    symbol: str
    issued: date | None
    issuer: str
    term: str
    official_title: str
    level: str
    later: str


_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR = re.compile(r"năm (\d{4})")
_FIELDS = tuple(field.name for field in fields(Known))
_Lines = tuple[Known, ...]
Register = Mapping[str, _Lines]
_ABOUT = re.compile(r"^về (?:việc )?")


def register_of(rows: Iterable[Mapping[str, Any]], on: date | None = None) -> Register:
    """Return the rows of tblDanhMuc (field -> value) by key; a number comes again each term.

    on: the day of the reading; of a document that was issued after it nobody knows yet. None: of all.
    """
    register: dict[str, _Lines] = {}
    for row in rows:
        written = str(row["symbol"])
        symbol = first_symbol(written)
        if not symbol:
            continue
        facts = {name: row[name] for name in _FIELDS}
        if on and not _is_issued(facts["later"], on):
            facts["later"] = ""
        known = Known(**facts)
        earlier = register.get(symbol.key, ())
        register[symbol.key] = (*earlier, known)
    return register


def _is_issued(later: str, on: date) -> bool:
    """Whether a document named with its day, or with its year alone, had been issued `on` that day."""
    days = list(_days_in(later))
    if days:
        return max(days) <= on
    years = map(int, _YEAR.findall(later))
    return max(years, default=0) < on.year


def _days_in(words: str) -> Iterator[date]:
    for written in _DAY.findall(words):
        day, month, year = map(int, written)
        yield date(year, month, day)


@cache
def load_register() -> Register:
    """Return the register that ships with the product."""
    return register_of(load_register_rows())


def look_up(key: str, issued: date | None, register: Register) -> Known | None:
    """Return the line of the same document: the same symbol, and for the centre a date of the same term."""
    for known in register.get(key, ()):
        if _is_same(known, issued):
            return known
    return None


def _is_same(known: Known, issued: date | None) -> bool:
    # A province's numbers are its own, so there the date must be equal.
    if known.level != _CENTRAL:
        if issued is None:
            return False
        return issued == known.issued
    if issued is None:
        return True
    if known.issued is None:
        return True
    return share_term(issued, known.issued)


def same_title(one: str, other: str) -> bool:
    """Say whether two titles differ in nothing but spelling, punctuation and abbreviation."""
    return _comparable(one) == _comparable(other)


def _comparable(title: str) -> str:
    text = squash(title)
    for short, long in _SHORT.items():
        word = rf"\b{short}\b"
        text = re.sub(word, long, text)
    return _ABOUT.sub("", text)
