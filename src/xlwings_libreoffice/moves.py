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
        self, paste: str | None = None, operation: str | None = None,
        skip_blanks: bool = False, transpose: bool = False,
    ) -> None:  # fmt: skip
        """Put what `copy` kept in mind to where these cells begin."""
        source = self.sheet.book.app.copied
        if source is None:
            raise ValueError("nothing was copied before")
        if operation is not None:
            raise missing(f"Range.paste with operation {operation}")
        self._take(source, paste or "all", skip_blanks=skip_blanks, transpose=transpose)

    def copy_from(self, source_range: Any, copy_type: str, skip_blanks: bool, transpose: bool) -> None:
        """Copy all, the values or the formats of other cells to where these begin."""
        self._take(source_range.impl, copy_type, skip_blanks=skip_blanks, transpose=transpose)

    def _take(self, source: Cells, what: str, *, skip_blanks: bool, transpose: bool) -> None:
        if skip_blanks or transpose or what not in _WAYS:
            raise missing(f"copying of {what} with skip_blanks={skip_blanks}, transpose={transpose}")
        _WAYS[what](source, self)

    def autofill(self, destination: Any, type_: str) -> None:
        """Repeat this row or column over `destination`: its contents, formulas and looks."""
        moving.repeat(self.block, changeable(destination.impl.api), destination.impl.block, type_)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Move what stands here down or to the right."""
        moving.insert(self.sheet.api, changeable(self.api), shift)
        _ = copy_origin  # the new cells look like those above, as LibreOffice does it

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out and close the gap from below or from the right."""
        moving.delete(self.sheet.api, changeable(self.api), shift)


def _copy_all(source: Cells, target: Cells) -> None:
    if source.sheet.model is not target.sheet.model and source.sheet.model != target.sheet.model:
        raise missing("copying of all between two workbooks")
    first = changeable(target.api).getCellByPosition(0, 0).CellAddress
    target.sheet.api.copyRange(first, source.api.RangeAddress)


def _copy_values(source: Cells, target: Cells) -> None:
    _of_size(target, source).setDataArray(_without_errors(source.api.getDataArray()))


def _copy_formats(source: Cells, target: Cells) -> None:
    cells = _of_size(target, source)
    contents, texts = cells.getDataArray(), cells.getFormulaArray()
    _copy_all(source, target)
    cells.setDataArray(_without_errors(contents))
    for row, (line, shown) in enumerate(zip(texts, contents, strict=True)):
        for column, (text, value) in enumerate(zip(line, shown, strict=True)):
            if text[:1] == "=" and text != value:  # a formula, no text that looks like one
                cells.getCellByPosition(column, row).setFormula(text)


def _without_errors(rows: Any) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple("" if value is None else value for value in row) for row in rows)


def _of_size(target: Cells, source: Cells) -> Any:
    height, width = source.shape
    top, left = target.block.top, target.block.left
    return changeable(target.at(Block(top, left, top + height - 1, left + width - 1)).api)


_WAYS: Final[dict[str, Callable[[Cells, Cells], None]]] = {
    "all": _copy_all, "values": _copy_values, "formats": _copy_formats,
}  # fmt: skip
