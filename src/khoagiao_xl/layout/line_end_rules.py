"""Slips where a line or a sentence ends: items of lists, full stops, two signs in a row, small letters."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.repeat_rules import is_heading
from khoagiao_xl.layout.text_slips import LETTER, Slip, everywhere, slip_at
from khoagiao_xl.vietnamese.running_text import SMALL
from khoagiao_xl.wording.laid_words import NO_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_ITEM: Final = re.compile(r"\s*[-–+•]\s")
_SIGNS: Final = ".;:,!?…"
_LETTERS: Final = re.compile(r"\w")
_FIRST_SMALL: Final = re.compile(rf"\s*[{SMALL}]")
_FEWEST: Final = 2  # items of a list
_OF_RUNNING_TEXT: Final = ("both", "left")
_SHORT: Final = 12  # words: a shorter line may be a heading, a name or an address
_QUOTES_BEHIND: Final = ' \t”"»’)'

find_doubled_signs = everywhere(
    re.compile(
        r"(?<![.…])\.\.(?![.…])|[,;:] ?[,;:](?!\w)|[,;:]\.(?![.…\d])|(?<!v)\.[;:](?![)\d])|!{2,}|\?{2,}"
    )
)
find_small_after_stop = everywhere(re.compile(rf"(?<={LETTER}{{3}})[.!?] (?=[{SMALL}]{{2}})"))


def _lists(text: TextInHand) -> Iterator[list[LaidParagraph]]:
    """Yield the lists of the body: items that follow one another."""
    items: list[LaidParagraph] = []
    for paragraph in text.body:
        if is_item(paragraph):
            items.append(paragraph)
            continue
        yield items
        items = []
    yield items


def is_item(paragraph: LaidParagraph) -> bool:
    """Whether the paragraph is an item of a list with dashes or bullets."""
    if _ITEM.match(paragraph.text):
        return True
    label = paragraph.label.strip()
    return label != "" and not _LETTERS.search(label)


def find_item_ends(text: TextInHand) -> Slips:
    """Yield the first item of a list that ends otherwise than the list asks.

    «;» behind each and «.» behind the last; or «.» behind each.
    """
    for items in _lists(text):
        wrong = list(_wrong_ends(items))
        if wrong:
            first = wrong[0]
            facts = {**first.facts, "count": len(wrong)}
            yield replace(first, facts=facts)


def _wrong_ends(items: list[LaidParagraph]) -> Iterator[Slip]:
    if len(items) < _FEWEST:
        return
    usual = "." if _end_of(items[0]) == "." else ";"
    rights = [usual] * len(items)
    rights[-1] = "."
    for item, right in zip(items, rights, strict=True):
        end = _end_of(item)
        if end not in (right, ":"):
            told = end or NO_SIGN
            yield _at_end(item, right=right, end=told)


def _end_of(paragraph: LaidParagraph) -> str:
    words = paragraph.text.rstrip(_QUOTES_BEHIND)
    last = words[-1:]
    return last if last in _SIGNS else ""


def _at_end(paragraph: LaidParagraph, **facts: object) -> Slip:
    """Return the slip of the last letter of a paragraph."""
    words = paragraph.text.rstrip()
    end = len(words)
    start = max(end - 1, 0)
    return Slip(paragraph, start, end, facts=facts)


def find_missing_stops(text: TextInHand) -> Slips:
    """Yield the paragraphs of running text that end without any sign."""
    for paragraph in text.body:
        if _is_running(paragraph) and not _end_of(paragraph):
            yield _at_end(paragraph)


def _is_running(paragraph: LaidParagraph) -> bool:
    text = paragraph.text.strip()
    if text.isupper() or text.startswith("("):
        return False
    if is_heading(paragraph) or is_item(paragraph):
        return False
    words = text.split()
    return len(words) >= _SHORT and paragraph.alignment in _OF_RUNNING_TEXT


def find_small_beginnings(text: TextInHand) -> Slips:
    """Yield the paragraphs that begin small behind one that ended with a full stop."""
    for before, paragraph in pairwise(text.body):
        if paragraph.alignment != "both" or paragraph.label:
            continue
        if _end_of(before) != "." or mark_of(paragraph):
            continue
        first = _FIRST_SMALL.match(paragraph.text)
        if first:
            yield slip_at(paragraph, first)
