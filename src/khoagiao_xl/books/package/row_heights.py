"""How high a row must be for its wrapped text: no office program works it out for spliced rows."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.parts import MAIN, Area, parse_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Value

HIGHEST: Final = 409.0  # points; Excel's limit for a row
PADDING: Final = 3.0
_COLUMN: Final = re.compile(r"<col\b[^>]*/>")
_DEFAULT: Final = re.compile(r'<sheetFormatPr\b[^>]*?\bdefaultRowHeight="([\d.]+)"')
_USUAL_WIDTH: Final = 8.43


class RowHeights:
    """The heights of a table's rows, from its columns' widths and the styles that wrap."""

    def __init__(self, xml: str, styles: bytes, area: Area, style_of: Sequence[str]) -> None:
        widths, fonts = _widths(xml), _wrapping_fonts(styles)
        default = _DEFAULT.search(xml)
        self._default = float(default[1]) if default else 15.0
        self._wrapped = [
            (at, widths.get(area.left + at, _USUAL_WIDTH), fonts[int(style.split('"')[1])])
            for at, style in enumerate(style_of)
            if style and int(style.split('"')[1]) in fonts
        ]

    def attribute(self, values: Sequence[Value]) -> str:
        """Return the attribute of the row's element, or nothing for a row of one line.

        Without «customHeight» Excel fits the row anew as soon as somebody types in it.
        """
        heights = [
            _lines(str(values[at]), width, size) * size * 1.25
            for at, width, size in self._wrapped
            if values[at] is not None
        ]
        needed = max(heights, default=0.0) + PADDING
        return f' ht="{min(needed, HIGHEST):.2f}"' if needed > self._default else ""


def _lines(text: str, width: float, size: float) -> int:
    """Return how many lines `text` takes in a column as wide as `width` digits of the usual 11 points."""
    room = max(1, int(width * 11 / size))
    return sum(max(1, len(wrap(line, room))) for line in text.split("\n"))


def _widths(xml: str) -> dict[int, float]:
    found = {}
    for column in _COLUMN.findall(xml.split("<sheetData", 1)[0]):
        facts = dict(re.findall(r'(\w+)="([^"]*)"', column))
        for at in range(int(facts["min"]) - 1, min(int(facts["max"]), 200)):
            found[at] = float(facts.get("width", _USUAL_WIDTH))
    return found


def _wrapping_fonts(styles: bytes) -> dict[int, float]:
    """Return, for every cell style that wraps its text, the size of its font in points."""
    root = parse_xml(styles, "styles")
    fonts = root.find(f"{MAIN}fonts")
    sizes = [
        float(size.get("val", "11")) if (size := font.find(f"{MAIN}sz")) is not None else 11.0
        for font in (fonts if fonts is not None else [])
    ]
    formats = root.find(f"{MAIN}cellXfs")
    found = {}
    for at, style in enumerate(formats if formats is not None else []):
        alignment = style.find(f"{MAIN}alignment")
        if alignment is not None and alignment.get("wrapText") in ("1", "true"):
            found[at] = sizes[int(style.get("fontId", "0"))]
    return found
