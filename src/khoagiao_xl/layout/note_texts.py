"""Footnotes and endnotes in the order in which the text points to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

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
        pointers = package.document.iter(pointer)
        asked = dict.fromkeys(attribute(each, "id") for each in pointers)
        for number, name in enumerate(asked, 1):
            if name in notes:
                place = NOTE_PLACES[part].format(number=number)
                yield place, notes[name]


def pointers_to_notes(element: _Element) -> Iterator[_Element]:
    """Yield what points to notes within an element."""
    pointers = [pointer for _, _, pointer in _KINDS]
    return element.iter(*pointers)
