"""The rows of a sheet read as a tree, in whatever way they are written; each is let go of once it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.rich_text import NO_TEXT, rich_text
from khoagiao_xl.intake.safety.scanned_sheet import NUMBER, ScannedCell
from khoagiao_xl.intake.safety.sheet_rows import Row, WrittenCell, row_of
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.intake.safety.xml_tree import attributes_of, descendants, name_of, take_each, text_in
from khoagiao_xl.intake.safety.xml_values import whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element


class TreeRows:
    """The rows as they come; each is given to `take`."""

    def __init__(self, part: str, take: Callable[[Row], None]) -> None:
        self.part = part
        self.take = take
        self.last = 0  # the number of the row that came last

    def read(self, data: bytes, depth: int) -> Element:
        """Return the tree without what is in its rows; raise Refused or OutOfPlace."""
        return take_each(data, self.part, depth, "row", self._take)

    def _take(self, element: Element) -> None:
        if next(element.iterancestors("{*}sheetData"), None) is None:
            return
        cells = _cells(element, self.part)
        row = row_of(attributes_of(element), cells, self.last)
        self.last = row.number
        self.take(row)


def _cells(row: Element, part: str) -> Iterator[WrittenCell]:
    for cell in row:
        if name_of(cell) == "c":
            if len(list(descendants(cell, "c", "row"))) > 1:
                raise _odd(part, cell)
            yield cell.get("r"), _scanned(cell, part)
        elif next(descendants(cell, "c", "row"), None) is not None:
            raise _odd(part, cell)


def _scanned(cell: Element, part: str) -> ScannedCell | None:
    value, formula, rich = [], None, NO_TEXT
    for told in cell:
        match name_of(told):
            case "v":
                value.append(text_in(told))
            case "f":
                formula = text_in(told)
            case "is":
                rich = rich_text(told)
                value.append(rich.text)
            case _ if next(descendants(told, "v", "f", "t"), None) is not None:
                raise _odd(part, told)
    raw = "".join(value)
    if not raw and formula is None:
        return None
    kind, style = cell.get("t", NUMBER), whole_number(cell.get("s"))
    return ScannedCell(
        kind,
        raw,
        style,
        formula,
        rich.runs,
        rich.pieces,
    )


def _odd(part: str, element: Element) -> Refused:
    return Refused("TN-18", part=part, reason=f"«{name_of(element)[:20]}»")
