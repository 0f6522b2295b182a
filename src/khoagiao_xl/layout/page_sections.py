"""The sections of a document: paper, margins, and the headers that each has or takes over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidSection
from khoagiao_xl.layout.word_lengths import is_on, twips
from khoagiao_xl.layout.word_xml import attribute, find, named

if TYPE_CHECKING:
    from lxml.etree import _Element

ReadPart = Callable[[str, str], tuple[LaidParagraph, ...]]
InForce = dict[tuple[str, str], tuple[LaidParagraph, ...]]
# What Word takes where a section does not say: letter paper, margins of an inch.
_PAPER: Final = {"w": 12240, "h": 15840}
_MARGIN: Final = 1440
_HEADER: Final = 720
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class SectionReader:
    """Reads sections one after another.

    read_part: the paragraphs of a «header» or «footer» by the id of its relation.
    """

    def __init__(self, read_part: ReadPart) -> None:
        self._read_part = read_part
        self._in_force: InForce = {}

    def read(self, properties: _Element | None) -> LaidSection:
        """Return the section that a w:sectPr describes; None is what Word does without one."""
        if properties is None:
            return _bare()
        self._take_over(properties)
        width, height = _paper(properties)
        margins = find(properties, "pgMar")
        return LaidSection(
            width=width,
            height=height,
            landscape=width > height,
            top=abs(_margin(margins, "top")),
            bottom=abs(_margin(margins, "bottom")),
            left=_margin(margins, "left") + _gutter(margins),
            right=_margin(margins, "right"),
            header_distance=_margin(margins, "header", _HEADER),
            title_page=_switch(properties, "titlePg"),
            page_number_start=_start(properties),
            header=self._of("header", "default"),
            first_header=self._of("header", "first"),
            footer=self._of("footer", "default"),
            even_header=self._of("header", "even"),
            first_footer=self._of("footer", "first"),
            even_footer=self._of("footer", "even"),
            element=properties,
        )

    def _take_over(self, properties: _Element) -> None:
        """Put the section's own headers in place of those of the section before."""
        for part in ("header", "footer"):
            tag = named(f"{part}Reference")
            for reference in properties.findall(tag):
                kind = attribute(reference, "type", "default")
                name = reference.get(_ID, "")
                own = self._read_part(part, name)
                self._in_force[part, kind] = own

    def _of(self, part: str, kind: str) -> tuple[LaidParagraph, ...]:
        return self._in_force.get((part, kind), ())


def _bare() -> LaidSection:
    return LaidSection(
        width=_PAPER["w"],
        height=_PAPER["h"],
        landscape=False,
        top=_MARGIN,
        bottom=_MARGIN,
        left=_MARGIN,
        right=_MARGIN,
        header_distance=_HEADER,
    )


def _paper(properties: _Element) -> tuple[int, int]:
    size = find(properties, "pgSz")
    width = _side(size, "w")
    height = _side(size, "h")
    return width, height


def _side(size: _Element | None, name: str) -> int:
    usual = _PAPER[name]
    if size is None:
        return usual
    length = twips(attribute(size, name))
    return usual if length is None else length


def _margin(margins: _Element | None, side: str, otherwise: int = _MARGIN) -> int:
    if margins is None:
        return otherwise
    strict = {"left": "start", "right": "end"}.get(side, side)
    written = attribute(margins, side) or attribute(margins, strict)
    length = twips(written)
    return otherwise if length is None else length


def _gutter(margins: _Element | None) -> int:
    if margins is None:
        return 0
    return twips(attribute(margins, "gutter")) or 0


def _switch(properties: _Element, name: str) -> bool:
    found = find(properties, name)
    if found is None:
        return False
    written = found.get(named("val"))
    return is_on(written)


def _start(properties: _Element) -> int | None:
    numbers = find(properties, "pgNumType")
    if numbers is None:
        return None
    return twips(attribute(numbers, "start"))
