"""Formulas in cells, one at a time, filled over a range, or as an array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice import grammar

if TYPE_CHECKING:
    from xlwings_libreoffice.block import Block

_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_ARRAY: Final = "{="


def put(cells: Any, row: int, column: int, formula: str) -> None:
    """Set the formula of one cell, (row, column) within the range."""
    cells.getCellByPosition(column, row).setFormula(grammar.to_office(formula))


def fill(cells: Any, block: Block, formula: str) -> None:
    """Set one formula over the whole range; its relative references move along, as in Excel."""
    put(cells, 0, 0, formula)
    height, width = block.shape
    if height > 1:
        cells.getCellRangeByPosition(0, 0, 0, height - 1).fillAuto(_TO_BOTTOM, 1)
    if width > 1:
        cells.fillAuto(_TO_RIGHT, 1)


def put_array(cells: Any, formula: str) -> None:
    """Set one array formula over the whole range."""
    cells.setArrayFormula(grammar.to_office(formula))


def array_of(cells: Any) -> str | None:
    """Return the array formula of a range, or None."""
    found = str(cells.ArrayFormula)
    return grammar.to_excel(found[1:-1]) if found else None


def read(cells: Any) -> tuple[tuple[str, ...], ...]:
    """Return the formulas of the range, and the contents of cells that have none."""
    values, texts = cells.getDataArray(), cells.getFormulaArray()
    return tuple(tuple(map(_shown, line, row)) for line, row in zip(texts, values, strict=True))


def _shown(text: str, value: Any) -> str:
    if text == value:
        return text  # a text, even one that looks like a formula
    if text.startswith(_ARRAY):
        text = text[1:-1]
    if text.startswith("="):
        return grammar.to_excel(text)
    return value if isinstance(value, str) else text
