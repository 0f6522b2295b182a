"""A template as its reader sees it: paragraphs, and in each the tags that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from khoagiao_xl.report.figure_controls import W
from khoagiao_xl.report.template_places import HIDDEN

Element = Any  # lxml's own elements
PARAGRAPH, TEXT, ROW, TABLE = f"{W}p", f"{W}t", f"{W}tr", f"{W}tbl"
TEXT_BOX: Final = f"{W}txbxContent"
# What stands between the letters of a paragraph, as a reader sees it.
BETWEEN: Final = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
# What a reader sees in a paragraph beside its text: a tag that takes the paragraph away would take it too.
OBJECTS: Final = (
    f"{W}drawing",
    f"{W}pict",
    f"{W}object",
    f"{W}sectPr",
    f"{W}footnoteReference",
    f"{W}endnoteReference",
    PARAGRAPH,
)
TAG: Final = re.compile(r"\{\{(?P<shown>[^{}%#]*)\}\}|\{%(?:(?P<kind>p|tr)\s)?(?P<block>[^{}%#]*)%\}")
FIELD_CODE, TAKEN_OUT = f"{W}instrText", f"{W}delText"
_HALF_TAG: Final = re.compile(r"\{[{%#]")
INLINE, OF_PARAGRAPH, OF_ROW = "", "p", "tr"
SHORT: Final = 60  # letters of a paragraph that are quoted


@dataclass(frozen=True)
class TemplateTag:
    """One tag. shown: what it puts there, blank for a block.

    block: «if dac_diem», «endfor» ..., blank for what is put there.
    kind: what it takes away when it is done: nothing, its paragraph, its row of a table.
    """

    text: str
    shown: str = ""
    block: str = ""
    kind: str = INLINE


@dataclass(frozen=True)
class TemplateParagraph:
    """One paragraph of a part of the template. part: its name in the package; number: from 1, in its part.

    pieces: its tags, and the words between them.
    """

    part: str
    number: int
    text: str
    pieces: tuple[TemplateTag | str, ...]
    element: Element

    @property
    def tags(self) -> list[TemplateTag]:
        """Its tags, in order."""
        return [piece for piece in self.pieces if isinstance(piece, TemplateTag)]

    @property
    def words(self) -> list[str]:
        """What stands between its tags."""
        return [piece for piece in self.pieces if isinstance(piece, str)]

    @property
    def row(self) -> Element | None:
        """The row of a table that it stands in, None outside of tables."""
        return next(self.element.iterancestors(ROW), None)

    @property
    def has_objects(self) -> bool:
        """Whether it holds what is no text: a drawing, a note, the end of a section."""
        return next(self.element.iterdescendants(*OBJECTS), None) is not None

    @property
    def quoted(self) -> str:
        """Its words, shortened."""
        return shortened(self.text)


def shortened(text: str) -> str:
    """Return the beginning of a text, in single spaces."""
    words = " ".join(text.split())
    if len(words) <= SHORT:
        return words
    beginning = words[:SHORT].rstrip()
    return f"{beginning}…"


def read_paragraphs(root: Element, part: str) -> Iterator[TemplateParagraph]:
    """Yield the paragraphs of a part, those in cells and text boxes too, in the order of the file."""
    elements = root.iter(PARAGRAPH)
    for number, element in enumerate(elements, 1):
        text = text_of(element)
        pieces = _pieces(text)
        yield TemplateParagraph(
            part=part,
            number=number,
            text=text,
            pieces=tuple(pieces),
            element=element,
        )


def read_hidden(root: Element) -> Iterator[TemplateParagraph]:
    """Yield what holds a tag that no reader sees: the name of a table, the words that describe a picture."""
    for element in root.iter():
        for value in element.attrib.values():
            yield from _hidden(value, element)
    for element in root.iter(FIELD_CODE, TAKEN_OUT):
        yield from _hidden(element.text or "", element)


def _hidden(text: str, element: Element) -> Iterator[TemplateParagraph]:
    if _HALF_TAG.search(text):
        pieces = tuple(_pieces(text))
        yield TemplateParagraph(
            HIDDEN,
            0,
            text,
            pieces,
            element,
        )


def text_of(paragraph: Element) -> str:
    """Return what a reader sees in a paragraph, without what stands in a text box that hangs on it."""
    pieces = []
    for node in letters_of(paragraph):
        piece = BETWEEN.get(node.tag) or node.text or ""
        pieces.append(piece)
    return "".join(pieces)


def texts_of(root: Element) -> dict[Element, str]:
    """Return what a reader sees in each paragraph of a part, in one walk where no text box hangs on any."""
    if next(root.iter(TEXT_BOX), None) is not None:
        return {each: text_of(each) for each in root.iter(PARAGRAPH)}
    texts: dict[Element, str] = {}
    own = None
    for node in root.iter(PARAGRAPH, TEXT, *BETWEEN):
        if node.tag == PARAGRAPH:
            own = node
            texts[own] = ""
        elif own is not None:
            texts[own] += BETWEEN.get(node.tag) or node.text or ""
    return texts


def letters_of(paragraph: Element) -> Iterator[Element]:
    """Yield the elements that make a paragraph's text: texts, tabs, breaks."""
    is_nested = next(paragraph.iterdescendants(PARAGRAPH), None) is not None
    for node in paragraph.iter(TEXT, *BETWEEN):
        if is_nested and next(node.iterancestors(PARAGRAPH)) is not paragraph:
            continue
        yield node


def _pieces(text: str) -> Iterator[TemplateTag | str]:
    at = 0
    if "{" in text:
        for found in TAG.finditer(text):
            before = text[at : found.start()]
            if before:
                yield before
            yield _tag(found)
            at = found.end()
    rest = text[at:]
    if rest:
        yield rest


def _tag(found: re.Match[str]) -> TemplateTag:
    shown = found["shown"] or ""
    block = found["block"] or ""
    return TemplateTag(
        text=found[0],
        shown=" ".join(shown.split()),
        block=" ".join(block.split()),
        kind=found["kind"] or INLINE,
    )
