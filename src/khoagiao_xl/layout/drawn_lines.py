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
_HOLDERS: Final = (f"{_WP}anchor", f"{_WP}inline")
_OLDER: Final = (f"{_V}line", f"{_V}shape", f"{_V}rect")
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
    if not paragraph.has_picture:
        return []
    lengths: list[float] = []
    for width, height in _shapes(paragraph.element):
        is_flat = height <= max(1.0, width * _FLATTEST)
        if width > 1 and is_flat:
            lengths.append(round(width, 1))
    return lengths


def _shapes(element: _Element) -> Iterator[tuple[float, float]]:
    """Yield width and height (mm) of the shapes in a paragraph, of newer and of older programs."""
    for holder in element.iter(*_HOLDERS):
        yield from _drawing(holder)
    for shape in element.iter(*_OLDER):
        repeats = shape.iterancestors(_FALLBACK)
        if next(repeats, None) is None:
            yield _vml(shape)


def _drawing(holder: _Element) -> Iterator[tuple[float, float]]:
    extent = holder.find(f"{_WP}extent")
    picture = holder.find(f".//{_A}blip")
    if extent is None or picture is not None:
        return
    width = _number(extent.get("cx"))
    height = _number(extent.get("cy"))
    yield (
        width / _EMU_PER_MM,
        height / _EMU_PER_MM,
    )


def _vml(shape: _Element) -> tuple[float, float]:
    style = shape.get("style", "")
    width = max(_styled(style, _WIDTH), _between(shape))
    height = _styled(style, _HEIGHT)
    return width, height


def _number(written: str | None) -> float:
    try:
        return float(written or 0)
    except ValueError:
        return 0.0


def _styled(style: str, pattern: re.Pattern[str]) -> float:
    found = pattern.search(style)
    if found is None:
        return 0.0
    return _millimetres(found[1])


def _between(shape: _Element) -> float:
    """Return how far the ends of a v:line are apart."""
    left = _first_of_two(shape, "from")
    right = _first_of_two(shape, "to")
    return abs(right - left)


def _first_of_two(shape: _Element, name: str) -> float:
    point = shape.get(name, "")
    across, _, _ = point.partition(",")
    return _millimetres(across)


def _millimetres(written: str) -> float:
    found = _LENGTH.match(written.strip())
    if found is None:
        return 0.0
    unit = found[2] or ""
    return _number(found[1]) * _MM[unit]
