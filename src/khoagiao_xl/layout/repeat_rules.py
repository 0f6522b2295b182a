"""Paragraphs, headings and sentences that stand twice in one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.text_slips import Slip, whole
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_SHORTEST: Final = 40  # letters of a paragraph or sentence that says something of its own
_SENTENCE: Final = re.compile(r"[^.;:!?]{40,}[.;!?]")
_HEADING_WORDS: Final = 20


def find_repeated_paragraphs(text: TextInHand) -> Slips:
    """Yield the paragraphs of the body that stand there already, word for word."""
    seen: dict[str, LaidParagraph] = {}
    for paragraph in text.body:
        key = fold(paragraph.text)
        if len(key) < _SHORTEST or key.startswith("(") or is_heading(paragraph):
            continue
        first = seen.setdefault(key, paragraph)
        if first is not paragraph:
            yield whole(paragraph, first=first.place)


def find_repeated_sentences(text: TextInHand) -> Slips:
    """Yield the sentences that stand in the body already, in a paragraph that is not the same altogether."""
    seen: dict[str, str] = {}
    for paragraph in text.body:
        if fold(paragraph.text) in seen:
            continue
        for slip in _sentences(paragraph):
            key = fold(slip.words).strip(" .;!?-")
            first = seen.setdefault(key, paragraph.place)
            is_whole = len(slip.words) >= len(paragraph.text.strip()) - 2
            if first != paragraph.place and not is_whole:
                yield Slip(paragraph, slip.start, slip.end, facts={"first": first})


def _sentences(paragraph: LaidParagraph) -> Iterator[Slip]:
    for match in _SENTENCE.finditer(paragraph.text):
        yield Slip(paragraph, match.start(), match.end())


def find_repeated_headings(text: TextInHand) -> Slips:
    """Yield the headings that stand twice under one and the same heading above them."""
    seen: dict[tuple[str, str], LaidParagraph] = {}
    above: dict[int, str] = {}
    for paragraph in text.body:
        mark = mark_of(paragraph)
        if mark is None or not is_heading(paragraph):
            continue
        words = fold(paragraph.text[mark.end :])
        above = {depth: told for depth, told in above.items() if depth < mark.depth}
        key = (" > ".join(above.values()), words)
        first = seen.setdefault(key, paragraph)
        above[mark.depth] = f"{mark.label} {words}"
        if first is not paragraph:
            yield whole(paragraph, first=first.place)


def is_heading(paragraph: LaidParagraph) -> bool:
    """Whether the paragraph is a heading: short, without a full stop, all of it bold or in capitals."""
    words = paragraph.text.strip()
    if not words or len(words.split()) > _HEADING_WORDS or words.endswith((".", ";", ":", ",")):
        return False
    return words.isupper() or all(run.bold for run in paragraph.shown_runs)
