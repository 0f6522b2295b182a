"""What a sheet's XML says around its rows: how it is shown, what is merged, what is written in no cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.part_words import PRINTED
from khoagiao_xl.intake.safety.scanned_sheet import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    Condition,
    Rectangle,
    SheetScan,
    area,
)
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.intake.safety.xml_tree import name_of, text_in
from khoagiao_xl.intake.safety.xml_values import is_off, is_on, size_of, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from khoagiao_xl.intake.safety.sheet_bounds import SheetBounds

_MOST_AREAS = 2000  # of conditional formats that are looked at
_EVERYWHERE = "A1:XFD1048576"


def read_frame(root: Element, sheet: str, bounds: SheetBounds) -> SheetScan:
    """Return what the tree of a sheet says of everything but its cells; raise Refused for cells in no row."""
    frame = _Frame(SheetScan(sheet), bounds)
    for element in root.iter("*"):
        read = _READERS.get(name_of(element))
        if read:
            read(frame, element)
    return frame.scan


class _Frame:
    """A sheet as far as it has been read."""

    def __init__(self, scan: SheetScan, bounds: SheetBounds) -> None:
        self.scan = scan
        self.bounds = bounds
        self.merged = 0
        self.areas: list[Rectangle] = []

    def cell(self, element: Element) -> None:
        """A cell in no row: no two readers agree where it stands."""
        data = element.iterancestors("{*}sheetData")
        if next(data, None) is not None:
            where = element.get("r", "?")
            raise Refused("TN-19", sheet=self.scan.name, cell=where[:20])

    # -- how the sheet is shown --

    def column(self, element: Element) -> None:
        first = element.get("min", "0")
        last = element.get("max", "0")
        if not first.isdigit() or not last.isdigit():
            return
        span = (int(first), int(last))
        self.scan.told_columns.append(span)
        width = size_of(element.get("width", "9"))
        if width < LEAST_WIDTH or is_on(element.get("hidden")):
            self.scan.hidden_columns.append(span)

    def view(self, element: Element) -> None:
        if is_off(element.get("showZeros")):
            self.scan.shows_zeros = False

    def sizes(self, element: Element) -> None:
        height = size_of(element.get("defaultRowHeight", "15"))
        width = size_of(element.get("defaultColWidth", "9"))
        is_low = height < LEAST_HEIGHT
        self.scan.hides_other_rows = is_low or is_on(element.get("zeroHeight"))
        self.scan.hides_other_columns = width < LEAST_WIDTH

    def merge(self, element: Element) -> None:
        covered = area(element.get("ref", ""))
        if covered is None:
            return
        self.merged += covered.size
        self.scan.merges.append(covered)
        is_too_many = len(self.scan.merges) > self.bounds.merges
        most = self.bounds.merged_cells
        if is_too_many or self.merged > most:
            raise Refused("TN-20", what="ô gộp", found=self.merged, most=most)

    # -- conditional formats --

    def conditions(self, element: Element) -> None:
        # A rule of the later kind says only at its end where it applies: it is taken to apply everywhere.
        parts = element.get("sqref", _EVERYWHERE).split()
        found = map(area, parts[:_MOST_AREAS])
        self.areas = [part for part in found if part]

    def condition(self, element: Element) -> None:
        if len(self.scan.conditions) < _MOST_AREAS:
            overlay = whole_number(element.get("dxfId"), -1)
            self.scan.conditions.append(Condition(self.areas, overlay))

    def number_format(self, element: Element) -> None:
        if self.scan.conditions:
            self.scan.conditions[-1].number_format = element.get("formatCode", "")

    def picture(self, element: Element) -> None:
        is_shown = element.get("showValue")
        if self.scan.conditions and is_off(is_shown):
            self.scan.conditions[-1].hides_value = True

    # -- words that stand in no cell --

    def printed(self, element: Element) -> None:
        self._tell(Outside.PRINT, text_in(element))

    def told(self, element: Element) -> None:
        """Take in what an element says in its attributes."""
        kind, keys = _TOLD[name_of(element)]
        where = element.get("sqref", "") or element.get("ref", "")
        for key in keys:
            self._tell(kind, element.get(key, ""), where, key)

    def _tell(self, kind: Outside, text: str, where: str = "", name: str = "") -> None:
        if text.strip():
            area_told, _, _ = where.partition(" ")
            cell, _, _ = area_told.partition(":")
            words = BookWords(kind, self.scan.name, cell, text, name)
            self.scan.words.append(words)


_TOLD: Final[Mapping[str, tuple[Outside, tuple[str, ...]]]] = {
    "dataValidation": (Outside.VALIDATION, ("promptTitle", "prompt", "errorTitle", "error")),
    "hyperlink": (Outside.LINK, ("display", "tooltip")),
    "scenario": (Outside.SCENARIO, ("name", "comment")),
}
_READERS: Final[Mapping[str, Callable[[_Frame, Element], None]]] = {
    "c": _Frame.cell,
    "col": _Frame.column,
    "mergeCell": _Frame.merge,
    "sheetView": _Frame.view,
    "sheetFormatPr": _Frame.sizes,
    "conditionalFormatting": _Frame.conditions,
    "cfRule": _Frame.condition,
    "numFmt": _Frame.number_format,
    **dict.fromkeys(("dataBar", "iconSet"), _Frame.picture),
    **dict.fromkeys(PRINTED, _Frame.printed),
    **dict.fromkeys(_TOLD, _Frame.told),
}
