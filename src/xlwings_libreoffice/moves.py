"""Cells that are copied, repeated, put in and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice import moving
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.gaps import missing
from xlwings_libreoffice.protection import changeable

if TYPE_CHECKING:
    from collections.abc import Callable


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
        """Repeat this row or column over `destination`: its contents, formulas and looks."""
        target = destination.impl
        moving.repeat(self.block, changeable(target.api), target.block, type_)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Move what stands here down or to the right; the new cells look like those above."""
        _ = copy_origin
        moving.insert(self.sheet.api, changeable(self.api), shift)

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out and close the gap from below or from the right."""
        moving.delete(self.sheet.api, changeable(self.api), shift)


def _copy_all(source: Cells, target: Cells) -> None:
    if source.sheet.model != target.sheet.model:
        raise missing("copying of all between two workbooks")
    first = changeable(target.api).getCellByPosition(0, 0)
    target.sheet.api.copyRange(first.CellAddress, source.api.RangeAddress)


def _copy_values(source: Cells, target: Cells) -> None:
    block = Block(
        top=target.block.top,
        left=target.block.left,
        bottom=target.block.top + source.block.height - 1,
        right=target.block.left + source.block.width - 1,
    )
    cells = changeable(target.at(block).api)
    values = map(_without_errors, source.api.getDataArray())
    cells.setDataArray(tuple(values))


def _without_errors(row: Any) -> tuple[Any, ...]:
    return tuple("" if value is None else value for value in row)


_WAYS: Final[dict[str, Callable[[Cells, Cells], None]]] = {
    "all": _copy_all,
    "values": _copy_values,
}
