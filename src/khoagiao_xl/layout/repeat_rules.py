"""Paragraphs, headings and sentences that stand twice in one document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.text_slips import matches_in, whole
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.outline_marks import OutlineMark
    from khoagiao_xl.layout.text_slips import Slip, Slips, TextInHand

_SHORTEST: Final = 40  # letters of a paragraph or sentence that says something of its own
_SENTENCE: Final = re.compile(r"[^.;:!?]{40,}[.;!?]")
_HEADING_WORDS: Final = 20
_NO_HEADING_ENDS: Final = (".", ";", ":", ",")
_AROUND: Final = " .;!?-"
_COMMA: Final = ", "


def find_repeated_paragraphs(text: TextInHand) -> Slips:
    """Yield the paragraphs of the body that stand there already, word for word."""
    seen: dict[str, LaidParagraph] = {}
    for paragraph in text.body:
        key = fold(paragraph.text)
        first = seen.setdefault(key, paragraph)
        if first is not paragraph and _says_something(paragraph, key):
            yield whole(paragraph, first=first.place)


def _says_something(paragraph: LaidParagraph, key: str) -> bool:
    """Whether it is long enough to be no formula, and neither a heading nor a line in brackets."""
    if len(key) < _SHORTEST or key.startswith("("):
        return False
    return not is_heading(paragraph)


def find_repeated_sentences(text: TextInHand) -> Slips:
    """Yield the sentences that stand in another paragraph of the body, which is not the same altogether."""
    seen: dict[str, LaidParagraph] = {}
    for slip in matches_in(text.body, _SENTENCE):
        words = fold(slip.words)
        key = words.strip(_AROUND)
        first = seen.setdefault(key, slip.paragraph)
        if _are_same(first, slip.paragraph) or _is_whole(slip):
            continue
        if not _is_sentence(slip):
            continue
        facts = {"first": first.place}
        yield replace(slip, facts=facts)


def _are_same(one: LaidParagraph, other: LaidParagraph) -> bool:
    return fold(one.text) == fold(other.text)


def _is_sentence(slip: Slip) -> bool:
    """Whether it begins as a sentence does: no clause behind «;», and no list of names behind «:»."""
    words = slip.words.strip(_AROUND)
    if _is_list_of_names(words):
        return False
    before = slip.paragraph.text[: slip.start]
    is_first = not before.strip(_AROUND)
    return is_first or _begins_big(words)


def _is_list_of_names(words: str) -> bool:
    parts = words.split(_COMMA)
    if len(parts) == 1:
        return False
    return all(map(_begins_big, parts))


def _begins_big(words: str) -> bool:
    return words[:1].isupper()


def _is_whole(slip: Slip) -> bool:
    """Whether the sentence is all there is in its paragraph, but for a sign before or behind."""
    paragraph = slip.paragraph
    words = paragraph.text.strip(_AROUND)
    length = slip.end - slip.start
    return length >= len(words)


def find_repeated_headings(text: TextInHand) -> Slips:
    """Yield the headings that stand twice under one and the same heading above them."""
    seen: dict[str, LaidParagraph] = {}
    above: dict[int, str] = {}
    for paragraph in filter(is_heading, text.body):
        mark = mark_of(paragraph)
        if mark is None:
            continue
        words = fold(paragraph.text[mark.end :])
        above = _above(mark, above)
        path = [*above.values(), words]
        key = " > ".join(path)
        above[mark.depth] = f"{mark.label} {words}"
        first = seen.setdefault(key, paragraph)
        if first is not paragraph:
            yield whole(paragraph, first=first.place)


def _above(mark: OutlineMark, headings: dict[int, str]) -> dict[int, str]:
    """Return the headings that stand above one of this mark."""
    return {depth: told for depth, told in headings.items() if depth < mark.depth}


def is_heading(paragraph: LaidParagraph) -> bool:
    """Whether the paragraph is a heading: short, without a full stop, all of it bold or in capitals."""
    text = paragraph.text.strip()
    words = text.split()
    if not words or len(words) > _HEADING_WORDS or text.endswith(_NO_HEADING_ENDS):
        return False
    if text.isupper():
        return True
    runs = paragraph.shown_runs
    return all(run.bold for run in runs)
