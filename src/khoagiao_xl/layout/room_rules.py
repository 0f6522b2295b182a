"""Room made by typing instead of by a format; headings and signatures left alone on a page."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.laid_document import LaidParagraph
from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.repeat_rules import is_heading
from khoagiao_xl.layout.text_slips import matches_in, slip_at, whole
from khoagiao_xl.layout.word_formats import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.text_slips import Slip, Slips, TextInHand

_TYPED_INDENT: Final = re.compile(r"\t+| {3,}")
_BREAK_WITHIN: Final = re.compile(r"(?<=\S)\s*\n(?=\s*\S)")
_SECTION_END: Final = f"{W}pPr/{W}sectPr"
_LONG: Final = 8  # words of a paragraph that is running text

_GAP: Final = re.compile(r"(?<=\S)(?<!số)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)(?: {4,}|\t{2,})(?=[^\s\-/])")


def find_gaps(text: TextInHand) -> Slips:
    """Yield the places where several blanks or tabs hold words apart."""
    return matches_in(text.outside_page_parts, _GAP)


def find_empty_paragraphs(text: TextInHand) -> Slips:
    """Yield the empty paragraphs between two paragraphs of words."""
    for before, paragraph in _pairs(text):
        if _is_empty(paragraph) and before.text.strip():
            yield whole(paragraph)


def _is_empty(paragraph: LaidParagraph) -> bool:
    text = paragraph.text
    if text.strip() or "\f" in text:
        return False
    if paragraph.has_picture or paragraph.page_break_before:
        return False
    return not _ends_section(paragraph)


def _ends_section(paragraph: LaidParagraph) -> bool:
    element = paragraph.element
    if element is None:
        return False
    return element.find(_SECTION_END) is not None


def find_typed_indents(text: TextInHand) -> Slips:
    """Yield the paragraphs of running text that are indented by tabs or spaces."""
    for paragraph in text.body:
        match = _TYPED_INDENT.match(paragraph.text)
        if match and _is_long(paragraph) and not _has_columns(paragraph):
            yield slip_at(paragraph, match)


def _has_columns(paragraph: LaidParagraph) -> bool:
    """Whether tabs lay its words out side by side."""
    return "\t" in paragraph.text.strip()


def _is_long(paragraph: LaidParagraph) -> bool:
    words = paragraph.text.split()
    return len(words) >= _LONG


def find_broken_lines(text: TextInHand) -> Slips:
    """Yield the line breaks inside a paragraph that is stretched to both margins."""
    for paragraph in text.body:
        match = _BREAK_WITHIN.search(paragraph.text)
        if match and paragraph.alignment == "both" and _is_long(paragraph):
            yield slip_at(paragraph, match)


def find_lone_headings(text: TextInHand) -> Slips:
    """Yield the headings that may stay behind as the last line of a page."""
    for paragraph, following in _pairs(text):
        if paragraph.keep_next or not is_heading(paragraph):
            continue
        if mark_of(paragraph) and following.text.strip():
            yield _loose(paragraph)


def _pairs(text: TextInHand) -> Iterator[tuple[LaidParagraph, LaidParagraph]]:
    """Yield the paragraphs that follow one another outside tables."""
    for block, following in pairwise(text.document.blocks):
        if not isinstance(block, LaidParagraph):
            continue
        if isinstance(following, LaidParagraph):
            yield block, following


def _loose(paragraph: LaidParagraph) -> Slip:
    """Return the slip of a paragraph that should stay with what follows it."""
    mend = ParagraphMend(paragraph.element, keep_next=True)
    return replace(whole(paragraph), mend=mend)
