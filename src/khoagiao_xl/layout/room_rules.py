"""Room made by typing instead of by a format; headings and signatures left alone on a page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.laid_document import LaidParagraph
from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.repeat_rules import is_heading
from khoagiao_xl.layout.text_slips import Slip, everywhere, whole
from khoagiao_xl.layout.word_formats import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_TYPED_INDENT: Final = re.compile(r"\t+| {3,}")
_LONG: Final = 8  # words of a paragraph that is running text

find_gaps = everywhere(
    re.compile(r"(?<=\S)(?<!số)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)(?: {4,}|\t{2,})(?=[^\s\-/])")
)


def find_empty_paragraphs(text: TextInHand) -> Slips:
    """Yield the empty paragraphs between two paragraphs of words."""
    for before, paragraph in _pairs(text):
        if _is_empty(paragraph) and before.text.strip():
            yield whole(paragraph)


def _is_empty(paragraph: LaidParagraph) -> bool:
    if paragraph.has_picture or paragraph.page_break_before:
        return False
    if paragraph.element is not None and paragraph.element.find(f"{W}pPr/{W}sectPr") is not None:
        return False  # a section ends in it
    return not paragraph.text.strip() and "\f" not in paragraph.text


def find_typed_indents(text: TextInHand) -> Slips:
    """Yield the paragraphs of running text that are indented by tabs or spaces."""
    for paragraph in text.body:
        match = _TYPED_INDENT.match(paragraph.text)
        if match and len(paragraph.text.split()) >= _LONG:
            yield Slip(paragraph, 0, match.end())


def find_broken_lines(text: TextInHand) -> Slips:
    """Yield the line breaks inside a paragraph that is stretched to both margins."""
    for paragraph in text.body:
        place = paragraph.text.strip().find("\n")
        if paragraph.alignment == "both" and place > 0 and len(paragraph.text.split()) >= _LONG:
            yield Slip(paragraph, place, place + 1)


def find_lone_headings(text: TextInHand) -> Slips:
    """Yield the headings that may stay behind as the last line of a page."""
    for paragraph, following in _pairs(text):
        is_marked = mark_of(paragraph) is not None and is_heading(paragraph)
        if is_marked and not paragraph.keep_next and following.text.strip():
            yield _loose(paragraph)


def _pairs(text: TextInHand) -> Iterator[tuple[LaidParagraph, LaidParagraph]]:
    """Yield the paragraphs that follow one another outside tables."""
    for block, following in pairwise(text.document.blocks):
        if isinstance(block, LaidParagraph) and isinstance(following, LaidParagraph):
            yield block, following


def _loose(paragraph: LaidParagraph) -> Slip:
    """Return the slip of a paragraph that should stay with what follows it."""
    mend = ParagraphMend(paragraph.element, keep_next=True)
    return Slip(paragraph, 0, len(paragraph.text), mend=mend)
