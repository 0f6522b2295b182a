"""Slips in quotation marks and brackets: two kinds mixed, one that is never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import mark_of
from khoagiao_xl.layout.text_slips import Slip, matches_in, minority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_STRAIGHT: Final = '"'
_STYLES: Final = {
    "“ ”": re.compile("[“”]"),
    _STRAIGHT: re.compile(r"(?<!\d)\""),
    "« »": re.compile("[«»]"),
}
_OPENING: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
_CLOSING: Final = {closing: opening for opening, closing in _OPENING.items()}
_POINT: Final = re.compile(r"(?:^|[\s(;,.])(?:\d{1,2}|[a-zđ]|[ivx]+)\)")  # «a)», «1)»: opened by nothing


def find_mixed_quotes(text: TextInHand) -> Slips:
    """Yield the quotation marks of another kind than most."""
    by_style = {}
    for style, pattern in _STYLES.items():
        found = matches_in(text.paragraphs, pattern)
        by_style[style] = list(found)
    yield from minority(by_style, "“ ”")


def find_unbalanced(text: TextInHand) -> Slips:
    """Yield the brackets and quotation marks that are never closed, or closed and never opened."""
    for paragraph in text.paragraphs:
        words = _without_mark(paragraph)
        for place in [*_unbalanced(words), *_odd_straight(words)]:
            facts = {"sign": words[place]}
            yield Slip(paragraph, place, place + 1, facts=facts)


def _unbalanced(text: str) -> Iterator[int]:
    """Yield where signs stand that have no other to go with."""
    points = {match.end() - 1 for match in _POINT.finditer(text)}
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            opened.append(place)
        if sign not in _CLOSING:
            continue
        last = text[opened[-1]] if opened else ""
        if last == _CLOSING[sign]:
            opened.pop()
        elif place not in points:
            yield place
    yield from opened


def _odd_straight(text: str) -> Iterator[int]:
    """Yield where the last of an odd number of straight quotation marks stands."""
    if text.count(_STRAIGHT) % 2:
        yield text.rfind(_STRAIGHT)


def _without_mark(paragraph: LaidParagraph) -> str:
    """Return the text with the mark that counts it («a)») as blanks, so that places stay the same."""
    mark = mark_of(paragraph)
    start = mark.end if mark else 0
    rest = paragraph.text[start:]
    return " " * start + rest
