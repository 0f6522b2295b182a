"""What lies upon the cells of a sheet: pictures, shapes, lines, and the cells that they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.scanned_sheet import Drawn, Rectangle, SheetDrawing
from khoagiao_xl.intake.safety.xml_tree import descendants, name_of, text_in
from khoagiao_xl.intake.safety.xml_values import is_on, whole_number
from khoagiao_xl.model.cell_addresses import LAST_COLUMN, LAST_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


# Where a drawing only tells its size, rows and columns are taken to be as Excel makes them, in its units.
_ROW, _COLUMN = 190_500, 609_600
_VML_NUMBERS = 8  # column, offset, row, offset; twice


def anchors(root: Element) -> Iterator[tuple[Element, Rectangle]]:
    """Yield everything that a drawing holds, with the cells that it lies upon."""
    for anchor in descendants(root, "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"):
        yield anchor, _area(anchor)


def _area(anchor: Element) -> Rectangle:
    top, left = _first(anchor)
    end = anchor.find("{*}to")
    if end is not None:
        bottom = _last(end, "row")
        right = _last(end, "col")
        return _bounded(top, left, bottom, right)
    high, wide = _size(anchor.find("{*}ext"), "cy", "cx")
    return _bounded(top, left, top + high, left + wide)


def _first(anchor: Element) -> tuple[int, int]:
    """Return the first row and column, as far as they are told."""
    begin = anchor.find("{*}from")
    if begin is not None:
        return _place(begin, "row"), _place(begin, "col")
    rows, columns = _size(anchor.find("{*}pos"), "y", "x")
    return rows + 1, columns + 1


def _size(told: Element | None, down: str, across: str) -> tuple[int, int]:
    """Return how many rows and columns a distance takes."""
    if told is None:
        return 0, 0
    high = whole_number(told.get(down))
    wide = whole_number(told.get(across))
    return high // _ROW, wide // _COLUMN


def _place(corner: Element, what: str) -> int:
    """Return the row or the column of a corner, from 1."""
    return whole_number(corner.findtext(f"{{*}}{what}")) + 1


def _last(corner: Element, what: str) -> int:
    """Return the last row or column that something reaches into: none that it only touches."""
    offset = corner.findtext(f"{{*}}{what}Off")
    place = _place(corner, what)
    if whole_number(offset):
        return place
    return place - 1


def _bounded(top: int, left: int, bottom: int, right: int) -> Rectangle:
    first_row = min(top, LAST_ROW)
    first_column = min(left, LAST_COLUMN)
    last_row = max(first_row, bottom)
    last_column = max(first_column, right)
    return Rectangle(
        first_row,
        first_column,
        min(last_row, LAST_ROW),
        min(last_column, LAST_COLUMN),
    )


def drawings_in(root: Element) -> list[SheetDrawing]:
    """Return what a drawing's part lays upon the cells of its sheet."""
    if name_of(root) == "xml":
        return list(_vml_drawings(root))
    return [_drawing(anchor, area) for anchor, area in anchors(root)]


def _drawing(anchor: Element, area: Rectangle) -> SheetDrawing:
    shapes = list(descendants(anchor, *_KINDS))
    kinds = [_KINDS[name_of(shape)] for shape in shapes] or [Drawn.SHAPE]
    told = next(descendants(anchor, "cNvPr"), None)
    return SheetDrawing(
        kinds[0],
        area,
        is_filled=any(map(_is_filled, shapes)),
        is_hidden=told is not None and is_on(told.get("hidden")),
        name="" if told is None else told.get("name", ""),
    )


_KINDS: Final = {
    "pic": Drawn.PICTURE,
    "contentPart": Drawn.INK,
    "graphicFrame": Drawn.CHART,
    "cxnSp": Drawn.LINE,
    "sp": Drawn.SHAPE,
}
_FILLS: Final = ("solidFill", "gradFill", "pattFill", "blipFill", "grpFill")


def _is_filled(shape: Element) -> bool:
    """Say whether a shape hides what is below it, by itself or by its style."""
    kind = name_of(shape)
    if kind != "sp":
        return kind in ("pic", "graphicFrame")
    if shape.find("{*}spPr/{*}noFill") is not None:
        return False
    if any(shape.find(f"{{*}}spPr/{{*}}{fill}") is not None for fill in _FILLS):
        return True
    styled = shape.find("{*}style/{*}fillRef")
    return styled is not None and styled.get("idx") not in (None, "0")


# -- drawings of the kind before 2007 --


def vml_anchors(root: Element) -> Iterator[tuple[Element, Rectangle | None]]:
    """Yield the shapes of an old drawing, with the cells that each lies upon where it says so."""
    for shape in descendants(root, "shape", "rect", "roundrect", "oval", "line", "image", "group"):
        yield shape, _vml_area(shape)


def _vml_area(shape: Element) -> Rectangle | None:
    """Return the cells between the corners: column, offset, row, offset, of the first and of the last."""
    anchors_told = descendants(shape, "Anchor")
    told = next(map(text_in, anchors_told), "")
    numbers = list(map(whole_number, told.split(",")))
    if len(numbers) != _VML_NUMBERS:
        return None
    left, _, top, _, right, into_column, bottom, into_row = numbers
    last_row = bottom + (into_row > 0)
    last_column = right + (into_column > 0)
    return _bounded(top + 1, left + 1, last_row, last_column)


def _vml_drawings(root: Element) -> Iterator[SheetDrawing]:
    for shape, area in vml_anchors(root):
        if area is None:
            continue
        kind = _vml_kind(shape)
        is_unseen = "visibility:hidden" in shape.get("style", "").replace(" ", "")
        is_filled = shape.get("filled", "t") not in ("f", "false")
        yield SheetDrawing(
            kind,
            area,
            is_filled,
            is_unseen,
            shape.get("id", ""),
        )


def _vml_kind(shape: Element) -> Drawn:
    data = next(descendants(shape, "ClientData"), None)
    what = "" if data is None else data.get("ObjectType", "")
    return _VML_KINDS.get(what, Drawn.CONTROL)


_VML_KINDS: Final = {
    "Note": Drawn.NOTE,
    "Pict": Drawn.PICTURE,
    "Rect": Drawn.SHAPE,
    "Shape": Drawn.SHAPE,
    "Line": Drawn.LINE,
    "": Drawn.SHAPE,
}
