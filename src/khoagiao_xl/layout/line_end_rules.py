"""Slips where a line or a sentence ends: items of lists, full stops, two signs in a row, small letters."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.repeat_rules import is_heading
from khoagiao_xl.layout.text_slips import LETTER, Slip, everywhere
from khoagiao_xl.vietnamese.running_text import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_ITEM: Final = re.compile(r"\s*[-–+•]\s")
_STOPS: Final = (".", ";", ":", "!", "?", "…", ",", "/.")
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
    return bool(label) and not any(map(str.isalnum, label))


def find_item_ends(text: TextInHand) -> Slips:
    """Yield the items of a list that end otherwise than the list asks: «;» each, «.» the last; or all «.»."""
    for items in _lists(text):
        if len(items) < 2:
            continue
        wrong = list(_wrong_ends(items))
        if wrong:  # told once for a list
            first = wrong[0]
            yield replace(first, facts={**first.facts, "count": len(wrong)})


def _wrong_ends(items: list[LaidParagraph]) -> Iterator[Slip]:
    usual = "." if _end_of(items[0]) == "." else ";"
    for item in items:
        right = "." if item is items[-1] else usual
        end = _end_of(item)
        if end not in (right, ":"):
            at = len(item.text.rstrip())
            facts = {"right": right, "end": end or "không dấu"}
            yield Slip(item, max(at - 1, 0), at, facts=facts)


def _end_of(paragraph: LaidParagraph) -> str:
    last = paragraph.text.rstrip(_QUOTES_BEHIND)[-1:]
    return last if last in ".;:,!?…" else ""


def find_missing_stops(text: TextInHand) -> Slips:
    """Yield the paragraphs of running text that end without any sign."""
    for paragraph in text.body:
        words = paragraph.text.rstrip(_QUOTES_BEHIND)
        if _is_running(paragraph) and not words.endswith(_STOPS):
            at = len(words)
            yield Slip(paragraph, at - 1, at)


def _is_running(paragraph: LaidParagraph) -> bool:
    if paragraph.text.lstrip().startswith("("):
        return False
    if paragraph.alignment not in ("both", "left") or is_heading(paragraph) or is_item(paragraph):
        return False
    return len(paragraph.text.split()) >= _SHORT and not paragraph.text.isupper()


def find_small_beginnings(text: TextInHand) -> Slips:
    """Yield the paragraphs that begin small behind one that ended with a full stop."""
    earlier = ""
    for paragraph in text.body:
        words = paragraph.text.strip()
        is_new = earlier.endswith(".") and mark_of(paragraph) is None and not paragraph.label
        if is_new and paragraph.alignment == "both" and words[0].islower():
            yield Slip(paragraph, 0, 1)
        earlier = words
