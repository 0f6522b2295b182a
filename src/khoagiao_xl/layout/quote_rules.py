"""Slips in quotation marks and brackets: two kinds mixed, one that is never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.text_slips import Slip, matches_in, minority

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_STYLES: Final = {"“ ”": "[“”]", '" "': r"(?<!\d)\"", "« »": "[«»]"}
_OPENING: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
_CLOSING: Final = {closing: opening for opening, closing in _OPENING.items()}
_POINT: Final = re.compile(r"(?:^|[\s(;,.])(?:\d{1,2}|[a-zđ]|[ivx]+)\)")  # «a)», «1)»: opened by nothing


def find_mixed_quotes(text: TextInHand) -> Slips:
    """Yield the quotation marks of another kind than most."""
    by_style = {}
    for style, pattern in _STYLES.items():
        by_style[style] = list(matches_in(text.paragraphs, re.compile(pattern)))
    yield from minority(by_style, "“ ”")


def find_unbalanced(text: TextInHand) -> Slips:
    """Yield the brackets and quotation marks that are never closed, or closed and never opened."""
    for paragraph in text.paragraphs:
        for place in _unbalanced(paragraph):
            yield Slip(paragraph, place, place + 1, facts={"sign": paragraph.text[place]})
        straight = paragraph.text.count('"')
        if straight % 2:
            place = paragraph.text.rfind('"')
            yield Slip(paragraph, place, place + 1, facts={"sign": '"'})


def _unbalanced(paragraph: LaidParagraph) -> list[int]:
    text = _without_mark(paragraph)
    opened: list[int] = []
    wrong: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            opened.append(place)
        elif sign not in _CLOSING:
            continue
        elif opened and text[opened[-1]] == _CLOSING[sign]:
            opened.pop()
        else:
            wrong.append(place)
    points = {match.end() - 1 for match in _POINT.finditer(text)}
    return [place for place in wrong + opened if place not in points]


def _without_mark(paragraph: LaidParagraph) -> str:
    """Return the text with the mark that counts it («a)») as blanks, so that places stay the same."""
    mark = mark_of(paragraph)
    start = mark.end if mark else 0
    return " " * start + paragraph.text[start:]
