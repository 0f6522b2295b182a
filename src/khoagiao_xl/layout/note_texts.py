"""Footnotes and endnotes in the order in which the text points to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.run_text import STRUCK_OUT
from khoagiao_xl.layout.word_xml import attribute, named
from khoagiao_xl.wording.layout_rules import NOTE_PLACES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from khoagiao_xl.layout.word_package import WordPackage

# The part, its elements, what points to them in the text.
_KINDS: Final = (
    ("footnotes", named("footnote"), named("footnoteReference")),
    ("endnotes", named("endnote"), named("endnoteReference")),
)


def notes_of(package: WordPackage) -> Iterator[tuple[str, _Element]]:
    """Yield each note that the text points to, with its place in words: «chú thích 2»."""
    for part, tag, pointer in _KINDS:
        root = package.root_of(part)
        if root is None:
            continue
        notes = {attribute(note, "id"): note for note in root.iter(tag)}
        pointers = filterfalse(_is_struck_out, package.document.iter(pointer))
        asked = dict.fromkeys(attribute(each, "id") for each in pointers)
        for number, name in enumerate(asked, 1):
            if name in notes:
                place = NOTE_PLACES[part].format(number=number)
                yield place, notes[name]


def _is_struck_out(element: _Element) -> bool:
    struck = element.iterancestors(*STRUCK_OUT)
    return next(struck, None) is not None


def pointer_to(package: WordPackage, element: _Element) -> _Element | None:
    """Return the run of the text that points to the note in which an element stands, None outside of any."""
    for _, tag, pointer in _KINDS:
        for note in element.iterancestors(tag):
            name = attribute(note, "id")
            for each in package.document.iter(pointer):
                if attribute(each, "id") == name:
                    return each.getparent()
    return None
