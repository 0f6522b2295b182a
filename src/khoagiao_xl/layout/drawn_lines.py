"""Lines drawn on the page: shapes of every kind of Word; a border of a paragraph or typed signs are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.laid_document import LaidParagraph

if TYPE_CHECKING:
    from lxml.etree import _Element

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU_PER_MM: Final = 36_000
_MM: Final = {
    "pt": 25.4 / 72,
    "in": 25.4,
    "cm": 10.0,
    "mm": 1.0,
    "px": 25.4 / 96,
    "": 25.4 / 96,
    "pc": 25.4 / 6,
}
_LENGTH: Final = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|px|pc)?")
_WIDTH: Final = re.compile(r"(?:^|;)\s*width:\s*([^;]+)")
_HEIGHT: Final = re.compile(r"(?:^|;)\s*height:\s*([^;]+)")
_FLATTEST: Final = 0.1  # a shape that is ten times as long as high is a line


def drawn_lines(paragraph: LaidParagraph) -> list[float]:
    """Return the lengths (mm) of the lines lying on the page that are anchored in a paragraph."""
    element = paragraph.element
    if element is None or not paragraph.has_picture:
        return []
    lengths = [*_drawings(element), *_vml(element)]
    return [length for length in lengths if length > 1]


def _drawings(element: _Element) -> Iterator[float]:
    for holder in (*element.iter(f"{_WP}anchor"), *element.iter(f"{_WP}inline")):
        extent = holder.find(f"{_WP}extent")
        if extent is None or holder.find(f".//{_A}blip") is not None:
            continue
        width = _number(extent.get("cx")) / _EMU_PER_MM
        height = _number(extent.get("cy")) / _EMU_PER_MM
        if _is_flat(width, height):
            yield round(width, 1)


def _vml(element: _Element) -> Iterator[float]:
    """Yield the lines of older programs; what only repeats a newer program's shape is left out."""
    for shape in element.iter(f"{_V}line", f"{_V}shape", f"{_V}rect"):
        if next(shape.iterancestors(_FALLBACK), None) is not None:
            continue
        style = shape.get("style", "")
        width = max(_styled(style, _WIDTH), _between(shape))
        if _is_flat(width, _styled(style, _HEIGHT)):
            yield round(width, 1)


def _is_flat(width: float, height: float) -> bool:
    return width > 0 and height <= max(1.0, width * _FLATTEST)


def _number(written: str | None) -> float:
    try:
        return float(written or 0)
    except ValueError:
        return 0.0


def _styled(style: str, pattern: re.Pattern[str]) -> float:
    found = pattern.search(style)
    return 0.0 if found is None else _millimetres(found[1])


def _between(shape: _Element) -> float:
    """Return how far the ends of a v:line are apart."""
    start = shape.get("from", "").partition(",")[0]
    end = shape.get("to", "").partition(",")[0]
    return abs(_millimetres(end) - _millimetres(start))


def _millimetres(written: str) -> float:
    found = _LENGTH.match(written.strip())
    if found is None:
        return 0.0
    return _number(found[1]) * _MM[found[2] or ""]
