"""What the style of a table says of the letters and paragraphs in a cell: of all, and of heads and bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_layers import Layer, paragraph_layer, run_layer
from khoagiao_xl.layout.word_xml import attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from khoagiao_xl.layout.style_sheet import StyleSheet

_NO_BORDER: Final = frozenset({"", "nil", "none"})
# The bits of w:tblLook w:val, as older programs write them.
_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
}


@dataclass(frozen=True)
class CellPlace:
    """Where a cell stands: its row and column from 0, and how many there are."""

    row: int
    rows: int
    column: int
    columns: int


@dataclass(frozen=True)
class CellFormat:
    """What its table's style says of a cell."""

    letters: Layer
    paragraphs: Layer


NO_TABLE: Final = CellFormat({}, {})


class TableStyle:
    """The style of one table."""

    def __init__(self, table: _Element, styles: StyleSheet) -> None:
        asked = value(table, "tblPr/tblStyle")
        self._theme = styles.theme
        self._name = styles.named_or_default(asked, "table")
        self._styles = styles
        self._look = find(table, "tblPr/tblLook")
        self._table = table

    @property
    def is_bordered(self) -> bool:
        """Whether lines are drawn round its cells, by the table, its style or most of the cells."""
        own = find(self._table, "tblPr/tblBorders")
        if own is not None and _has_lines(own):
            return True
        if own is None and self._has_style_lines():
            return True
        return self._most_cells_have_lines()

    def _has_style_lines(self) -> bool:
        for style in reversed(self._styles.chain(self._name)):
            borders = find(style, "tblPr/tblBorders")
            if borders is not None:
                return _has_lines(borders)
        return False

    def _most_cells_have_lines(self) -> bool:
        cells = list(self._table.iter(named("tc")))
        lined = 0
        for cell in cells:
            borders = find(cell, "tcPr/tcBorders")
            if borders is not None and _has_lines(borders):
                lined += 1
        return lined * 2 > len(cells)

    def format_of(self, place: CellPlace) -> CellFormat:
        """Return what the style says of the cell at a place."""
        letters = dict(self._styles.letters(self._name))
        paragraphs = dict(self._styles.paragraphs(self._name))
        for part in self._parts(place):
            written = find(part, "rPr")
            letters |= run_layer(written, self._theme)
            properties = find(part, "pPr")
            paragraphs |= paragraph_layer(properties)
        return CellFormat(letters, paragraphs)

    def _parts(self, place: CellPlace) -> Iterator[_Element]:
        """Yield what the style and its bases say of the regions of a cell, the one that wins last."""
        regions = list(self._regions(place))
        for style in self._styles.chain(self._name):
            for region in regions:
                part = _region(style, region)
                if part is not None:
                    yield part

    def _regions(self, place: CellPlace) -> Iterator[str]:
        """Yield the regions of the table that a cell belongs to, the one that wins last."""
        yield "wholeTable"
        first = self._has("firstRow")
        if not self._has("noHBand"):
            band = (place.row - first) % 2
            yield f"band{band + 1}Horz"
        if self._has("firstColumn") and place.column == 0:
            yield "firstCol"
        if self._has("lastColumn") and place.column == place.columns - 1:
            yield "lastCol"
        if first and place.row == 0:
            yield "firstRow"
        if self._has("lastRow") and place.row == place.rows - 1:
            yield "lastRow"

    def _has(self, feature: str) -> bool:
        if self._look is None:
            return False
        written = attribute(self._look, feature)
        if written:
            return written in {"1", "true", "on"}
        try:
            bits = int(attribute(self._look, "val", "0"), 16)
        except ValueError:
            return False
        return bool(bits & _BITS[feature])


def _region(style: _Element, region: str) -> _Element | None:
    for part in style.findall(named("tblStylePr")):
        if attribute(part, "type") == region:
            return part
    return None


def _has_lines(borders: _Element) -> bool:
    for border in borders:
        kind = attribute(border, "val")
        if kind not in _NO_BORDER:
            return True
    return False
