"""Slips in citations: the first not in full, two days of one document, one younger than its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.citation_reading import KIND, Citation, citations_of
from khoagiao_xl.layout.text_slips import Slip, everywhere
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.symbols import TYPES

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_SHORT_KINDS: Final = "|".join(row["Ký hiệu"] for row in language_rows("document_types") if row["Ký hiệu"])
_LEADING: Final = re.compile(
    r"(?:theo|thực hiện|triển khai|quán triệt|căn cứ|của)\s+(?:số\s+)?$", re.IGNORECASE
)

find_short_kinds = everywhere(re.compile(rf"(?<![\w/.\-])(?:{_SHORT_KINDS})\s+(?:số\s+)?\d{{1,4}}(?:\b|-)"))


def find_short_first(text: TextInHand) -> Slips:
    """Yield the first mentions that lack a part: kind, number, day, issuer or subject."""
    seen: set[str] = set()
    for citation in citations_of(text):
        key = citation.symbol.key
        if key in seen or citation.is_within:
            continue
        seen.add(key)
        missing = _lacking(citation)
        if missing:
            yield _slip(citation, missing=", ".join(missing))


def _lacking(citation: Citation) -> list[str]:
    missing = citation.missing
    if citation.is_listed:  # the kind stands before the first of the list
        missing = [part for part in missing if part != KIND]
    return missing


def find_long_later(text: TextInHand) -> Slips:
    """Yield the later mentions that tell day, issuer and subject once more."""
    seen: set[str] = set()
    for citation in citations_of(text):
        key = citation.symbol.key
        if key in seen and not citation.missing:
            yield _slip(citation, short=_short_name(citation))
        if not citation.is_within:
            seen.add(key)


def find_two_days(text: TextInHand) -> Slips:
    """Yield the mentions that give a document another day than the first that gives one."""
    days: dict[str, Citation] = {}
    for citation in citations_of(text):
        if citation.day is None:
            continue
        first = days.setdefault(citation.symbol.key, citation)
        if first.day and first.day != citation.day:
            facts = {"day": day_text(citation.day), "first": day_text(first.day)}
            yield _slip(citation, **facts)


def find_younger(text: TextInHand) -> Slips:
    """Yield the documents that were issued after the day that the text itself bears."""
    for citation in citations_of(text):
        if text.day and citation.day and citation.day > text.day:
            facts = {"day": day_text(citation.day), "own": day_text(text.day)}
            yield _slip(citation, **facts)


def find_other_kind(text: TextInHand) -> Slips:
    """Yield the mentions whose kind is not the one that their number tells: «Chỉ thị số 45-NQ/TW»."""
    for citation in citations_of(text):
        names = TYPES.get(citation.symbol.type, ())
        small = [name.casefold() for name in names]
        if citation.kind and small and citation.kind.casefold() not in small:
            yield _slip(citation, kind=citation.kind, right=" / ".join(names))


def find_no_kind(text: TextInHand) -> Slips:
    """Yield the numbers before which nothing tells the kind: «thực hiện 45-NQ/TW»."""
    for citation in citations_of(text):
        before = citation.paragraph.text[: citation.start]
        if not citation.kind and not citation.is_listed and _LEADING.search(before):
            names = TYPES.get(citation.symbol.type, ())
            yield _slip(citation, right=" / ".join(names))


def _short_name(citation: Citation) -> str:
    return f"{citation.kind} {citation.symbol.text}"


def _slip(citation: Citation, **facts: str) -> Slip:
    told = {"symbol": citation.symbol.text, **facts}
    return Slip(citation.paragraph, citation.start, citation.end, facts=told)
