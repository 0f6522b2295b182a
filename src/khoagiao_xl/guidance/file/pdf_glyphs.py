"""The letters of a PDF where they stand on its pages, and the rules drawn between them, by PDFium.

It runs in a process of its own (`bounded_call`): a PDF of a stranger may hold anything.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.guidance.file.symbol_letters import symbols_in

MOST_PAGES: Final = 300
_MOST_GLYPHS, _MOST_RULES = 40_000, 2_000  # a page
_HEAVY: Final = 600
_THIN: Final = 3.0  # points: what is drawn thinner is a rule
_LONG: Final = 8.0
_PASSWORD: Final = "password"  # noqa: S105  # PDFium's word for what a locked file lacks
LOCKED, BROKEN, LONG = "locked", "broken", "long"


@dataclass(frozen=True)
class Glyph:
    """One letter. left, right, base: in points, base from the bottom of the page; size: of its font."""

    letter: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False

    @property
    def across(self) -> float:
        """Where its middle is, from the left."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """Where its middle is, from the bottom."""
        above_base = self.size / 4
        return self.base + above_base


@dataclass(frozen=True)
class Box:
    """A place on a page, or a thin rule. left, bottom, right, top: in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_upright(self) -> bool:
        """Whether it goes from top to bottom."""
        width = self.right - self.left
        height = self.top - self.bottom
        return height > width

    @property
    def across(self) -> float:
        """Where its middle is, from the left."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """Where its middle is, from the bottom."""
        both = self.bottom + self.top
        return both / 2

    def holds(self, across: float, height: float) -> bool:
        """Say whether a point lies in it."""
        if across < self.left:
            return False
        if across > self.right:
            return False
        return self.bottom <= height <= self.top

    def wider(self, room: float) -> Box:
        """Return the place with as much room round it."""
        return Box(
            self.left - room,
            self.bottom - room,
            self.right + room,
            self.top + room,
        )

    def meets(self, other: Box) -> bool:
        """Say whether two places have a point in common."""
        if self.left > other.right:
            return False
        if other.left > self.right:
            return False
        if self.bottom > other.top:
            return False
        return other.bottom <= self.top


@dataclass(frozen=True)
class PdfPage:
    """One page. width, height: in points; rules: the thin lines drawn on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...] = ()


def read_pages(path: str) -> list[PdfPage] | str:
    """Return the pages, or why not: LOCKED, BROKEN, or LONG for more than MOST_PAGES."""
    import pypdfium2

    try:
        data = Path(path).read_bytes()
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        if _PASSWORD in reason:
            return LOCKED
        return BROKEN
    if len(document) > MOST_PAGES:
        return LONG
    pages: list[PdfPage] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return BROKEN
        pages.append(_page(page))
    return pages


def _page(page: Any) -> PdfPage:
    width, height = page.get_size()
    text = page.get_textpage()
    return PdfPage(
        width=width,
        height=height,
        glyphs=tuple(_glyphs(text)),
        rules=tuple(_rules(page)),
    )


def _glyphs(text: Any) -> Iterator[Glyph]:
    from pypdfium2 import raw

    count = min(raw.FPDFText_CountChars(text), _MOST_GLYPHS)
    x = ctypes.c_double()
    base = ctypes.c_double()
    box = raw.FS_RECTF()
    for place in range(count):
        if raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, place)
        letter = _letter(code)
        raw.FPDFText_GetCharOrigin(text, place, x, base)
        raw.FPDFText_GetLooseCharBox(text, place, box)
        yield Glyph(
            letter=letter,
            left=x.value,
            right=max(box.right, x.value),
            base=base.value,
            size=raw.FPDFText_GetFontSize(text, place),
            is_bold=_is_bold(text, place, raw),
        )


def _letter(code: int) -> str:
    # A hyphen at the end of a line comes as a sign of PDFium's own.
    if code in {0x2, 0xFFFE, 0xAD}:
        return "\u00ad"
    letter = " "
    if 0x20 <= code < 0x11_0000:
        letter = chr(code)
    return symbols_in(letter, "")


def _is_bold(text: Any, place: int, raw: Any) -> bool:
    if raw.FPDFText_GetFontWeight(text, place) >= _HEAVY:
        return True
    name = ctypes.create_string_buffer(80)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, place, name, len(name), flags)
    return b"bold" in name.value.lower()


def _rules(page: Any) -> Iterator[Box]:
    """Yield the thin lines, as strokes or as narrow areas, and the sides of boxes."""
    from pypdfium2 import raw

    count = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        box = Box(*drawn.get_bounds())
        sides = list(_sides(box))
        yield from sides
        count += len(sides)
        if count > _MOST_RULES:
            return


def _sides(box: Box) -> Iterator[Box]:
    width = box.right - box.left
    height = box.top - box.bottom
    thickness = min(width, height)
    length = max(width, height)
    if thickness <= _THIN and length < _LONG:
        return
    if thickness <= _THIN:
        yield box
        return
    yield replace(box, bottom=box.top)
    yield replace(box, top=box.bottom)
    yield replace(box, right=box.left)
    yield replace(box, left=box.right)
