"""Cells that are copied, repeated, put in and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.gaps import missing
from xlwings_libreoffice.protection import changeable

if TYPE_CHECKING:
    from collections.abc import Callable


_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_FILLS: Final = ("fill_copy", "fill_default", "fill_formats")
_INSERT: Final = {"down": "DOWN", "right": "RIGHT", None: "DOWN"}
_DELETE: Final = {"up": "UP", "left": "LEFT", None: "UP"}


class Moves(Cells):
    """Cells whose contents and looks go elsewhere."""

    def copy(self, destination: Any = None) -> None:
        """Copy contents and looks to where `destination` begins, or keep them in mind for `paste`."""
        if destination is None:
            self.sheet.book.app.copied = self
        else:
            _copy_all(self, destination.impl)

    def paste(
        self,
        paste: str | None = None,
        operation: str | None = None,
        skip_blanks: bool = False,
        transpose: bool = False,
    ) -> None:
        """Put what `copy` kept in mind, all or the values alone, to where these cells begin."""
        source = self.sheet.book.app.copied
        if source is None:
            raise ValueError("nothing was copied before")
        what = paste or "all"
        if operation or skip_blanks or transpose or what not in _WAYS:
            raise missing(f"Range.paste of {what} with an operation, skip_blanks or transpose")
        _WAYS[what](source, self)

    def autofill(self, destination: Any, type_: str) -> None:
        """Repeat this row or column, with its formulas and looks, over `destination`, which holds it."""
        if type_ not in _FILLS:
            raise missing(f"Range.autofill of type {type_}")
        target = destination.impl
        cells = changeable(target.api)
        if target.block.height > self.block.height:
            cells.fillAuto(_TO_BOTTOM, self.block.height)
        if target.block.width > self.block.width:
            cells.fillAuto(_TO_RIGHT, self.block.width)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Move what stands here down or to the right; the new cells look like those above."""
        _ = copy_origin
        cells = changeable(self.api)
        mode = _mode("CellInsertMode", _INSERT[shift])
        self.sheet.api.insertCells(cells.RangeAddress, mode)

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out and close the gap from below or from the right."""
        cells = changeable(self.api)
        mode = _mode("CellDeleteMode", _DELETE[shift])
        self.sheet.api.removeRange(cells.RangeAddress, mode)


def _mode(kind: str, value: str) -> Any:
    import uno

    return uno.Enum(f"com.sun.star.sheet.{kind}", value)


def _copy_all(source: Cells, target: Cells) -> None:
    if source.model != target.model:
        raise missing("copying of all between two workbooks")
    first = changeable(target.api).getCellByPosition(0, 0)
    target.sheet.api.copyRange(first.CellAddress, source.api.RangeAddress)


def _copy_values(source: Cells, target: Cells) -> None:
    block = target.block.resized(source.block.height, source.block.width)
    cells = changeable(target.at(block).api)
    values = map(_without_errors, source.api.getDataArray())
    cells.setDataArray(tuple(values))


def _without_errors(row: Any) -> tuple[Any, ...]:
    return tuple("" if value is None else value for value in row)


_WAYS: Final[dict[str, Callable[[Cells, Cells], None]]] = {
    "all": _copy_all,
    "values": _copy_values,
}
