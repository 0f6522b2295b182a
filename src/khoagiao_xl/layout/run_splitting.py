"""Runs cut in two where a found text begins or ends, so that a comment can span just that text."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.mends import XML_SPACE, letters_of
from khoagiao_xl.layout.word_xml import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.mends import LetterPlace

_FORMAT: Final = named("rPr")
_TEXT: Final = named("t")


def cut_runs(paragraph: LaidParagraph, places: Iterable[int]) -> list[Any]:
    """Cut the runs of a paragraph at places of its text; return the run that holds each letter then.

    The text stays as it is. Nothing where nobody can tell for sure which run holds which letter.
    """
    letters = letters_of(paragraph)
    holders = [letter.element.getparent() for letter in letters]
    within = {place for place in places if 0 < place < len(letters)}
    for place in sorted(within, reverse=True):
        whole = holders[place]
        if holders[place - 1] is not whole:
            continue
        new = _cut(whole, letters[place])
        holders[place:] = [new if holder is whole else holder for holder in holders[place:]]
    return holders


def _cut(run: Any, letter: LetterPlace) -> Any:
    """Return a new run behind one, of the same format, that holds what stands there from a letter on."""
    new = run.makeelement(run.tag, dict(run.attrib))
    behind = list(letter.element.itersiblings())
    for format_ in run.findall(_FORMAT):
        new.append(copy.deepcopy(format_))
    first = _second_half(letter) if letter.index else letter.element
    for child in (first, *behind):
        new.append(child)
    run.addnext(new)
    return new


def _second_half(letter: LetterPlace) -> Any:
    """Return the text from a letter on as an element of its own, taken out of the one that held it."""
    text = letter.element.text or ""
    half = letter.element.makeelement(_TEXT)
    half.text = text[letter.index :]
    letter.element.text = text[: letter.index]
    for part in (half, letter.element):
        part.set(XML_SPACE, "preserve")
    return half
