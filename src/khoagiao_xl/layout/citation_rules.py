"""Slips in citations: the first not in full, two days of one document, one younger than its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.citation_reading import KIND, CitedPlace, mentions_of
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
    for mention in mentions_of(text):
        key = mention.symbol.key
        if key in seen or mention.is_within:
            continue
        seen.add(key)
        missing = _lacking(mention)
        if missing:
            yield _slip(mention, missing=", ".join(missing))


def _lacking(mention: CitedPlace) -> list[str]:
    missing = mention.missing
    if mention.is_listed:  # the kind stands before the first of the list
        missing = [part for part in missing if part != KIND]
    return missing


def find_long_later(text: TextInHand) -> Slips:
    """Yield the later mentions that tell day, issuer and subject once more."""
    seen: set[str] = set()
    for mention in mentions_of(text):
        key = mention.symbol.key
        if key in seen and mention.day and not mention.is_within:
            yield _slip(mention, short=_short_name(mention))
        if not mention.is_within:
            seen.add(key)


def find_two_days(text: TextInHand) -> Slips:
    """Yield the mentions that give a document another day than the first that gives one."""
    days: dict[str, CitedPlace] = {}
    for mention in mentions_of(text):
        if mention.day is None:
            continue
        first = days.setdefault(mention.symbol.key, mention)
        if first.day and first.day != mention.day:
            facts = {"day": day_text(mention.day), "first": day_text(first.day)}
            yield _slip(mention, **facts)


def find_younger(text: TextInHand) -> Slips:
    """Yield the documents that were issued after the day that the text itself bears."""
    for mention in mentions_of(text):
        if text.day and mention.day and mention.day > text.day:
            facts = {"day": day_text(mention.day), "own": day_text(text.day)}
            yield _slip(mention, **facts)


def find_other_kind(text: TextInHand) -> Slips:
    """Yield the mentions whose kind is not the one that their number tells: «Chỉ thị số 45-NQ/TW»."""
    for mention in mentions_of(text):
        names = TYPES.get(mention.symbol.type, ())
        small = [name.casefold() for name in names]
        if mention.kind and small and mention.kind.casefold() not in small:
            yield _slip(mention, kind=mention.kind, right=" / ".join(names))


def find_no_kind(text: TextInHand) -> Slips:
    """Yield the numbers before which nothing tells the kind: «thực hiện 45-NQ/TW»."""
    for mention in mentions_of(text):
        before = mention.paragraph.text[: mention.start]
        if not mention.kind and not mention.is_listed and _LEADING.search(before):
            names = TYPES.get(mention.symbol.type, ())
            yield _slip(mention, right=" / ".join(names))


def _short_name(mention: CitedPlace) -> str:
    return f"{mention.kind} {mention.symbol.text}"


def _slip(mention: CitedPlace, **facts: str) -> Slip:
    told = {"symbol": mention.symbol.text, **facts}
    return Slip(mention.paragraph, mention.start, mention.end, facts=told)
