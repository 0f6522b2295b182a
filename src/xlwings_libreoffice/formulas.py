"""Formulas in cells, one at a time or filled over a range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice import formula_grammar as grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlwings_libreoffice.block import Block

_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_ARRAY: Final = "{="


def put(cells: Any, row: int, column: int, formula: str) -> None:
    """Set the formula of one cell, (row, column) within the range."""
    cell = cells.getCellByPosition(column, row)
    cell.setFormula(grammar.to_office(formula))


def fill(cells: Any, block: Block, formula: str) -> None:
    """Set one formula over the whole range; its relative references move along, as in Excel."""
    put(cells, 0, 0, formula)
    if block.height > 1:
        first_column = cells.getCellRangeByPosition(0, 0, 0, block.height - 1)
        first_column.fillAuto(_TO_BOTTOM, 1)
    if block.width > 1:
        cells.fillAuto(_TO_RIGHT, 1)


def read(cells: Any) -> tuple[tuple[str, ...], ...]:
    """Return the formulas of the range, and the contents of cells that have none."""
    shown = map(_shown_row, cells.getFormulaArray(), cells.getDataArray())
    return tuple(shown)


def _shown_row(texts: Sequence[str], values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(map(_shown, texts, values))


def _shown(text: str, value: Any) -> str:
    if text == value:
        return text  # a text, even one that looks like a formula
    if text.startswith(_ARRAY):
        text = text[1:-1]
    if text.startswith("="):
        return grammar.to_excel(text)
    if isinstance(value, str):
        return value
    return text
