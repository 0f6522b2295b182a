"""The styles of a workbook with some more at their end; those that are there keep their numbers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.child_order import child_in_order, require_root
from khoagiao_xl.books.package.parts import MAIN, parse_xml
from khoagiao_xl.errors import NotAWorkbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

MOST_STYLES: Final = 64_000  # Excel opens no workbook with more
_NAMESPACE: Final = MAIN.strip("{}")
# What a cell style is made of: its attribute -> the group of styles, and the attribute that switches it on.
_PIECES: Final = {
    "fontId": ("fonts", "applyFont"),
    "fillId": ("fills", "applyFill"),
    "borderId": ("borders", "applyBorder"),
}

_PLAIN: Final = {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0"}


class StyleTable:
    """The part «styles» of a workbook. Raise NotAWorkbook where it cannot be added to."""

    def __init__(self, root: _Element) -> None:
        self.root = require_root(root, "styleSheet")
        self._known: dict[str, dict[bytes, int]] = {}

    def number(self, group: str, xml: str) -> int:
        """Return the number of a font, fill, border or overlay; group: fonts, fills, borders, dxfs."""
        return self._number(group, _parsed(xml))

    def cell_style(self, pieces: Mapping[str, str], alignment: str = "") -> int:
        """Return the number of a style in which text stays text; pieces: fontId, fillId, borderId -> XML."""
        facts = dict(_PLAIN)
        for attribute, piece in pieces.items():
            group, switch = _PIECES[attribute]
            number = self.number(group, piece)
            facts[attribute] = str(number)
            facts[switch] = "1"
        style = _parsed(f'<xf quotePrefix="1" applyAlignment="1">{alignment}</xf>')
        for attribute, value in facts.items():
            style.set(attribute, value)
        return self._number("cellXfs", style)

    def with_fill(self, style: int, fill: str) -> int:
        """Return the number of a style that differs from another in its fill; fill: XML."""
        changed = self._copy(style)
        number = self.number("fills", fill)
        changed.set("fillId", str(number))
        changed.set("applyFill", "1")
        return self._number("cellXfs", changed)

    def with_text(self, style: int) -> int:
        """Return the number of a style like another one, in which what looks like a formula is text."""
        changed = self._copy(style)
        changed.set("quotePrefix", "1")
        return self._number("cellXfs", changed)

    def _copy(self, style: int) -> _Element:
        group = self._group("cellXfs")
        if style >= len(group):
            raise NotAWorkbook(name="", reason="kiểu ô không có thật")
        return copy.deepcopy(group[style])

    def _number(self, group: str, element: _Element) -> int:
        known = self._known_of(group)
        key = _key(element)
        if key not in known:
            parent = self._group(group)
            number = len(parent)
            if number >= MOST_STYLES:
                raise NotAWorkbook(name="", reason="quá nhiều kiểu ô")
            known[key] = number
            parent.append(element)
            parent.set("count", str(number + 1))
        return known[key]

    def _group(self, name: str) -> _Element:
        return child_in_order(self.root, name)

    def _known_of(self, group: str) -> dict[bytes, int]:
        if group in self._known:
            return self._known[group]
        known: dict[bytes, int] = {}
        elements = self._group(group)
        for number, element in enumerate(elements):
            key = _key(element)
            known.setdefault(key, number)
        self._known[group] = known
        return known


def _parsed(xml: str) -> _Element:
    wrapped = f'<r xmlns="{_NAMESPACE}">{xml}</r>'
    (element,) = parse_xml(wrapped.encode(), "styles")
    return element


def _key(element: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
