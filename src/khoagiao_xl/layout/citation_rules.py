"""Slips in citations: the first not in full, two days of one document, one younger than its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.citation_reading import CitedPlace, mentions_of
from khoagiao_xl.layout.text_slips import Slip, everywhere
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.wording.laid_words import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_SHORT_KINDS: Final = "|".join(row["Ký hiệu"] for row in language_rows("document_types") if row["Ký hiệu"])
_LEADING: Final = re.compile(
    r"(?:theo|thực hiện|triển khai|quán triệt|căn cứ|của)\s+(?:số\s+)?$", re.IGNORECASE
)

find_short_kinds = everywhere(re.compile(rf"(?<![\w/.\-])(?:{_SHORT_KINDS})\s+(?:số\s+)?\d{{1,4}}(?:\b|-)"))


def find_short_first(text: TextInHand) -> Slips:
    """Yield the first mentions that lack a part: kind, number, day, issuer or subject."""
    seen: set[str] = set()
    for mention in _in_body(text):
        missing = _lacking(mention)
        # In the subject of another it may be short; told in full there, it has been cited.
        is_short_within = mention.is_within and missing
        if is_short_within or mention.key in seen:
            continue
        seen.add(mention.key)
        if missing:
            told = ", ".join(missing)
            yield _slip(mention, missing=told)


def _in_body(text: TextInHand) -> Iterator[CitedPlace]:
    for mention in mentions_of(text):
        if not mention.is_in_note:
            yield mention


def _lacking(mention: CitedPlace) -> list[str]:
    missing = mention.missing
    if mention.is_listed:  # the kind stands before the first of the list
        return [part for part in missing if part != KIND]
    return missing


def find_long_later(text: TextInHand) -> Slips:
    """Yield the later mentions that tell the day once more; a table may."""
    seen: set[str] = set()
    for mention in _in_body(text):
        if mention.is_within:
            continue
        is_again = mention.key in seen
        seen.add(mention.key)
        if is_again and mention.day and not mention.is_in_table:
            short = f"{mention.kind} {mention.symbol.text}"
            yield _slip(mention, short=short)


def find_two_days(text: TextInHand) -> Slips:
    """Yield the mentions that give a document another day than the first that gives one."""
    days: dict[str, date] = {}
    for mention in mentions_of(text):
        if mention.day is None:
            continue
        first = days.setdefault(mention.key, mention.day)
        if first != mention.day:
            yield _slip(
                mention,
                day=day_text(mention.day),
                first=day_text(first),
            )


def find_younger(text: TextInHand) -> Slips:
    """Yield the documents that were issued after the day that the text itself bears."""
    own = text.day
    if own is None:
        return
    for mention in mentions_of(text):
        if mention.day and mention.day > own:
            yield _slip(
                mention,
                day=day_text(mention.day),
                own=day_text(own),
            )


def find_other_kind(text: TextInHand) -> Slips:
    """Yield the mentions whose kind is not the one that their number tells: «Chỉ thị số 45-NQ/TW»."""
    for mention in mentions_of(text):
        kind = mention.kind.casefold()
        kinds = mention.kinds
        if not kind or not kinds:
            continue
        known = [name.casefold() for name in kinds]
        if kind not in known:
            right = " / ".join(kinds)
            yield _slip(mention, kind=mention.kind, right=right)


def find_no_kind(text: TextInHand) -> Slips:
    """Yield the numbers before which nothing tells the kind: «thực hiện 45-NQ/TW»."""
    for mention in mentions_of(text):
        if mention.kind or mention.is_listed:
            continue
        before = mention.paragraph.text[: mention.start]
        if _LEADING.search(before):
            right = " / ".join(mention.kinds)
            yield _slip(mention, right=right)


def _slip(mention: CitedPlace, **facts: str) -> Slip:
    symbol = mention.symbol
    told = {"symbol": symbol.text, **facts}
    return Slip(
        mention.paragraph,
        mention.start,
        mention.end,
        facts=told,
    )
