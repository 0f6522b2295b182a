"""Cells that many forms have alike, held once: labels, units of measure and blanks are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell

Cells = Mapping[str, "RawCell"]
ALIKE: Final = (
    "cells",
    "explanations",
    "answers",
    "details",
    "labels",
    "measures",
    "last_report",
)


class SharedCells:
    """The cells of the readings that went through it, each once."""

    def __init__(self) -> None:
        self._cells: dict[RawCell, RawCell] = {}
        self._columns: dict[tuple[tuple[str, int], ...], Cells] = {}

    def of(self, reading: FileReading) -> FileReading:
        """Return the same reading, made of cells that others are made of too."""
        shared: dict[str, Any] = {}
        for name in ALIKE:
            column = getattr(reading, name)
            shared[name] = self._column(column)
        titles = tuple(map(self._cell, reading.titles))
        return replace(reading, titles=titles, **shared)

    def _column(self, column: Cells) -> Cells:
        """Return a column of cells; one that another form has alike in every line is that one."""
        own = {}
        for code, cell in column.items():
            own[code] = self._cell(cell)
        key = tuple((code, id(cell)) for code, cell in own.items())
        return self._columns.setdefault(key, own)

    def _cell(self, cell: RawCell) -> RawCell:
        """Return the cell, or one that is alike to the last; 1 and 1.0, which are equal, are not alike."""
        known = self._cells.setdefault(cell, cell)
        return known if type(known.value) is type(cell.value) else cell
