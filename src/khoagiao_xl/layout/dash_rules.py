"""Slips in hyphens, dashes and the numbers of documents that are written with them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import LETTER, everywhere, matches_in, minority, where
from khoagiao_xl.vietnamese.symbols import SYMBOL, TYPES, symbol_of

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Facts, Slip, Slips, TextInHand

_DASHES: Final = "-–—"
_MARKER: Final = re.compile(rf"(?:[IVX]+|\d{{1,2}}|[a-zđ])\s?[{_DASHES}]\s")
_KINDS: Final = "|".join(sorted(TYPES, key=len, reverse=True))
_ONE_SIDED: Final = re.compile(
    rf"(?<={LETTER})([{_DASHES}]) (?={LETTER})"
    rf"|(?<={LETTER}) ([{_DASHES}])(?={LETTER})(?!.[A-ZĐa-zđ]{{0,5}}/)"
    rf"|(?<=\d) ([{_DASHES}])(?=\d)|(?<=\d)([{_DASHES}]) (?=\d)"
)
_BETWEEN_WORDS: Final = re.compile(rf"(?<=\S) ([{_DASHES}]) (?=\S)")
_BEFORE_ITEM: Final = re.compile(rf"^([{_DASHES}]) ")
_LINE_END: Final = re.compile(rf"{LETTER} ?[{_DASHES}](?=\s*[\t\n]|\s*$)|(?<![^\t\n])[{_DASHES}] ?{LETTER}")
_HEAD: Final = 8  # paragraphs: in these stands the head of a document

find_long_dash_in_symbol = everywhere(
    re.compile(
        rf"(?<![\w/.])\d{{1,5}}\s*[–—]\s*(?:{_KINDS})\s*[/–—-]\s*[A-ZĐ]+|\d{{1,5}}/(?:{_KINDS})\s*[–—]\s*[A-ZĐ]+"
    )
)


def find_one_sided(text: TextInHand) -> Slips:
    """Yield dashes between words or years that have a space on one side only."""
    for slip in matches_in(text.paragraphs, _ONE_SIDED):
        end_of_marker = _end_of_marker(slip.paragraph)
        if slip.start >= end_of_marker:
            dash = slip.words.strip()
            spaced = f" {dash} "
            yield replace(slip, new=spaced)


def _end_of_marker(paragraph: LaidParagraph) -> int:
    marker = _MARKER.match(paragraph.text)
    return marker.end() if marker else 0


def find_mixed_dashes(text: TextInHand) -> Slips:
    """Yield the dashes between words that are drawn otherwise than most of them."""
    yield from _mixed(text, _BETWEEN_WORDS)


def find_mixed_bullets(text: TextInHand) -> Slips:
    """Yield the dashes before items of lists that are drawn otherwise than most of them."""
    yield from _mixed(text, _BEFORE_ITEM)


def _mixed(text: TextInHand, pattern: re.Pattern[str]) -> list[Slip]:
    by_dash: dict[str, list[Slip]] = defaultdict(list)
    for slip in matches_in(text.paragraphs, pattern):
        dash = slip.words.strip()
        by_dash[dash].append(slip)
    return minority(by_dash, "-")


def find_spaced_symbols(text: TextInHand) -> Slips:
    """Yield the numbers of documents that are written with spaces inside."""
    for slip in matches_in(text.paragraphs, SYMBOL):
        parts = slip.words.split()
        if len(parts) > 1:
            joined = "".join(parts)
            yield replace(slip, new=joined)


def _misshapen(match: re.Match[str]) -> Facts | None:
    """Judge a number: the Party writes 45-NQ/TW, the state 2071/QĐ-BGDĐT."""
    parts = match[0].split()
    written = "".join(parts)
    symbol = symbol_of(match)
    right = symbol.text
    if written == right:
        return None
    return {"right": right}


find_misshapen_symbols = where(SYMBOL, _misshapen)


def find_broken_heads(text: TextInHand) -> Slips:
    """Yield the lines of a letterhead that end or begin with a dash: the name of a body torn there."""
    head = text.paragraphs[:_HEAD]
    lines = [paragraph for paragraph in head if paragraph.text.isupper()]
    return matches_in(lines, _LINE_END)
