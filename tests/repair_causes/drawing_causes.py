"""Causes that lie in drawings, charts and the ribbon: anchors, ids, references to cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import OpenedPackage, doubled, local
from tests.repair_causes.opened_workbook import area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

ANCHORS: Final = {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}
LAST: Final = {"row": 1_048_575, "col": 16_383}
SIZES: Final = ("normal", "large")
LONGEST_SCREEN_TIP: Final = 1024
_REFERENCE: Final = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
)


def _roots(package: OpenedPackage, folder: str) -> Iterator[tuple[str, _Element]]:
    for name in package.written:
        root = package.xml(name) if folder in name and "_rels" not in name else None
        if root is not None:
            yield name, root


def anchors(package: OpenedPackage) -> Iterator[str]:
    for name, root in _roots(package, "xl/drawings/drawing"):
        for anchor in root:
            if local(anchor) not in ANCHORS or anchor.find("{*}clientData") is None or not _is_placed(anchor):
                yield f"{name}: {local(anchor)}"


def _is_placed(anchor: _Element) -> bool:
    corners = [anchor.find(f"{{*}}{corner}") for corner in ("from", "to")]
    places = [_place(corner) for corner in corners if corner is not None]
    for row, column in places:
        if not (0 <= row <= LAST["row"] and 0 <= column <= LAST["col"]):
            return False
    if len(places) < 2:
        return True
    first, last = places
    return first[0] <= last[0] and first[1] <= last[1]


def _place(corner: _Element) -> tuple[int, int]:
    row, column = (int(corner.findtext(f"{{*}}{side}") or "-1") for side in ("row", "col"))
    return row, column


def ids_in_a_drawing(package: OpenedPackage) -> Iterator[str]:
    for name, root in _roots(package, "xl/drawings/drawing"):
        ids = [str(item.get("id")) for item in root.iter("{*}cNvPr")]
        yield from (f"{name}: {twice}" for twice in doubled(ids))


def chart_references(package: OpenedPackage) -> Iterator[str]:
    sheets = _sheet_names(package)
    for name, root in _roots(package, "charts/chart"):
        for formula in root.iter("{*}f"):
            match = _REFERENCE.fullmatch((formula.text or "").strip("()"))
            if match is None or not _is_there(match, sheets):
                yield f"{name}: {formula.text}"


def _is_there(match: re.Match[str], sheets: set[str]) -> bool:
    """Whether the cells are some, on a sheet of this workbook; a document has none of its own."""
    sheet = (match[1] or match[2]).replace("''", "'")
    return area(match[3]).left >= 1 and (not sheets or sheet in sheets)


def _sheet_names(package: OpenedPackage) -> set[str]:
    root = package.xml("xl/workbook.xml")
    return set() if root is None else {str(item.get("name")) for item in root.iter("{*}sheet")}


def chart_points(package: OpenedPackage) -> Iterator[str]:
    for name, root in _roots(package, "charts/chart"):
        for count in root.iter("{*}ptCount"):
            holder = count.getparent()
            points = [] if holder is None else list(holder.iterchildren("{*}pt"))
            numbers = [str(point.get("idx")) for point in points]
            if doubled(numbers) or any(int(number) >= int(str(count.get("val"))) for number in numbers):
                yield name


def chart_axes(package: OpenedPackage) -> Iterator[str]:
    for name, root in _roots(package, "charts/chart"):
        axes = [item for item in root.iter() if local(item) in ("catAx", "valAx", "dateAx", "serAx")]
        there = [str(axis.find("{*}axId").get("val")) for axis in axes]  # type: ignore[union-attr]
        asked = [str(item.get("val")) for item in root.iterfind(".//{*}plotArea/*/{*}axId")]
        crossed = [str(item.get("val")) for item in root.iter("{*}crossAx")]
        if doubled(there) or set(asked) | set(crossed) != set(there):
            yield name


def ribbon(package: OpenedPackage) -> Iterator[str]:
    for name, root in _roots(package, "customUI/"):
        ids = [str(item.get("id")) for item in root.iter() if item.get("id")]
        yield from doubled(ids)
        for item in root.iter():
            size, tip = item.get("size"), item.get("supertip") or ""
            if size not in (*SIZES, None) or len(tip) > LONGEST_SCREEN_TIP:
                yield f"{name}: {item.get('id')}"


DRAWING_CAUSES: Final[dict[str, Callable[[OpenedPackage], Iterator[str]]]] = {
    "an anchor of a drawing": anchors,
    "an id twice in a drawing": ids_in_a_drawing,
    "a chart of cells that are not there": chart_references,
    "points of a chart that are not counted right": chart_points,
    "the axes of a chart": chart_axes,
    "the ribbon": ribbon,
}
