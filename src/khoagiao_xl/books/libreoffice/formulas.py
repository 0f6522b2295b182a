"""Formulas as Excel writes them: English names, commas between arguments, Excel's references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from khoagiao_xl.books.libreoffice.block import Block

_EXCEL: Final = 4  # com.sun.star.sheet.AddressConvention.XL_OOX
_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_FORMULA: Final = "FORMULA"
_TEXTS: Final = r""""(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}"""
_COMMA, _SEMICOLON = re.compile(f"{_TEXTS}|,"), re.compile(f"{_TEXTS}|;")


def put(model: Any, cells: Any, row: int, column: int, formula: str) -> None:
    """Set the formula of one cell, (row, column) within the range."""
    cell = cells.getCellByPosition(column, row)
    # As tokens: LibreOffice's own texts of formulas have other separators and references.
    cell.setTokens(_parser(model).parseFormula(_swapped(formula[1:], _COMMA, ";"), cell.CellAddress))


def fill(model: Any, cells: Any, block: Block, formula: str) -> None:
    """Set one formula over the whole range; its relative references move along, as in Excel."""
    put(model, cells, 0, 0, formula)
    height, width = block.shape
    if height > 1:
        cells.getCellRangeByPosition(0, 0, 0, height - 1).fillAuto(_TO_BOTTOM, 1)
    if width > 1:
        cells.fillAuto(_TO_RIGHT, 1)


def read(model: Any, cells: Any) -> tuple[tuple[str, ...], ...]:
    """Return the formulas of the range, and the contents of cells that have none."""
    found = [list(row) for row in cells.getDataArray()]
    texts, parser = cells.getFormulaArray(), _parser(model)
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            value = found[row][column]
            cell = cells.getCellByPosition(column, row) if text[:1] == "=" else None
            if cell is not None and cell.Type.value == _FORMULA:
                printed = parser.printFormula(cell.getTokens(), cell.CellAddress)
                found[row][column] = f"={_swapped(printed, _SEMICOLON, ',')}"
            elif not isinstance(value, str):
                found[row][column] = text
    return tuple(map(tuple, found))


def _parser(model: Any) -> Any:
    parser = model.createInstance("com.sun.star.sheet.FormulaParser")
    parser.CompileEnglish = True
    parser.FormulaConvention = _EXCEL
    return parser


def _swapped(formula: str, separator: re.Pattern[str], other: str) -> str:
    """Return the formula with another separator of arguments; texts, sheets and constants stay."""
    return separator.sub(lambda found: other if len(found[0]) == 1 else found[0], formula)
