"""How high a row must be for its wrapped text: no office program works it out for spliced rows."""

from __future__ import annotations

import re
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.books.package.parts import MAIN, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.cell_addresses import Area

HIGHEST: Final = 409.0  # points; Excel's limit for a row
PADDING: Final = 3.0
_LINE: Final = 1.25  # of the size of the letters
_COLUMN: Final = re.compile(r"<col\b[^>]*/>")
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_DEFAULT_HEIGHT: Final = re.compile(r'<sheetFormatPr\b[^>]*?\bdefaultRowHeight="([\d.]+)"')
_FONTS: Final = f"{MAIN}fonts/{MAIN}font"
_STYLES: Final = f"{MAIN}cellXfs/{MAIN}xf"
_TRUE: Final = ("1", "true")
_USUAL_HEIGHT, _USUAL_SIZE, _USUAL_WIDTH = 15.0, 11.0, 8.43
_MOST_COLUMNS: Final = 200  # a width may be said of all 16,384


def lines_needed(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes that is wrapped in a column.

    width: of the column, as Excel shows it: how many digits of the usual 11 points stand side by side.
    size: of the letters, in points.
    """
    letters = int(width * _USUAL_SIZE / size)
    room = max(1, letters)
    needed = 0
    for line in text.split("\n"):
        needed += _lines_of(line, room)
    return needed


@lru_cache(maxsize=2048)  # the same sentence is told of many forms
def _lines_of(line: str, room: int) -> int:
    if len(line.expandtabs()) <= room:
        return 1
    pieces = wrap(line, room)
    return len(pieces) or 1  # a line of blanks alone has none


def height_needed(text: str, width: float, size: float) -> float:
    """Return the height, in points, of a row in which `text` is wrapped; never more than Excel allows."""
    lines = lines_needed(text, width, size)
    height = lines * size * _LINE
    return min(HIGHEST, height + PADDING)


class _Wrapped(NamedTuple):
    """A column of a table whose texts are wrapped. at: its place in the table."""

    at: int
    width: float
    size: float


class RowHeights:
    """The heights of a table's rows, from its columns' widths and the styles that wrap."""

    def __init__(self, sheet_head: str, styles: bytes, area: Area, style_of: Sequence[str]) -> None:
        """sheet_head: the sheet's XML before its rows; style_of: the number of each column's style."""
        default = _DEFAULT_HEIGHT.search(sheet_head)
        self._default = float(default[1]) if default else _USUAL_HEIGHT
        widths = _widths(sheet_head)
        sizes = _wrapping_sizes(styles)
        self._wrapped = []
        for at, style in enumerate(style_of):
            if style in sizes:
                width = widths.get(area.left + at, _USUAL_WIDTH)
                column = _Wrapped(at, width, sizes[style])
                self._wrapped.append(column)

    def attribute(self, values: Sequence[Value]) -> str:
        """Return the attribute of the row's element, or nothing for a row of one line.

        Without «customHeight» Excel fits the row anew as soon as somebody types in it.
        """
        needed = max(self._heights(values), default=0.0)
        if needed <= self._default:
            return ""
        return f' ht="{needed:.2f}"'

    def _heights(self, values: Sequence[Value]) -> Iterator[float]:
        for column in self._wrapped:
            value = values[column.at]
            if value is not None:
                yield height_needed(str(value), column.width, column.size)


def _widths(sheet_head: str) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in _COLUMN.findall(sheet_head):
        facts = dict(_ATTRIBUTE.findall(column))
        first = int(facts["min"]) - 1
        last = min(int(facts["max"]), _MOST_COLUMNS)
        width = float(facts.get("width", _USUAL_WIDTH))
        found |= dict.fromkeys(range(first, last), width)
    return found


def _wrapping_sizes(styles: bytes) -> dict[str, float]:
    """Return, for every cell style that wraps its text, the size of its letters in points."""
    root = parse_xml(styles, "styles")
    sizes = list(map(_size, root.iterfind(_FONTS)))
    found = {}
    for number, style in enumerate(root.iterfind(_STYLES)):
        if _wraps(style):
            font = int(style.get("fontId", "0"))
            found[str(number)] = sizes[font]
    return found


def _size(font: _Element) -> float:
    size = font.find(f"{MAIN}sz")
    if size is None:
        return _USUAL_SIZE
    return float(size.get("val", _USUAL_SIZE))


def _wraps(style: _Element) -> bool:
    alignment = style.find(f"{MAIN}alignment")
    if alignment is None:
        return False
    return alignment.get("wrapText") in _TRUE
