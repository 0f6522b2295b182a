"""Where an arrow leads, repeating a row, and cells that move out of the way."""

from __future__ import annotations

from typing import Any, Final

from xlwings_libreoffice.block import Block
from xlwings_libreoffice.gaps import missing

_STEPS: Final = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
_TO_BOTTOM, _TO_RIGHT = 0, 1  # com.sun.star.sheet.FillDirection
_INSERT: Final = {"down": "DOWN", "right": "RIGHT", None: "DOWN"}
_DELETE: Final = {"up": "UP", "left": "LEFT", None: "UP"}


def end(sheet: Any, block: Block, direction: str) -> Block:
    """Return the cell where Ctrl and an arrow lead to from the first cell of `block`."""
    down, along = _STEPS[direction]
    line, start = _line(sheet, block, along)
    step = down + along
    here = start
    if _filled(line, here) and _filled(line, here + step):
        while _filled(line, here + step):
            here += step
    else:
        here += step
        while 0 <= here < len(line) and not _filled(line, here):
            here += step
    last = _last(sheet, along)
    here = max(0, last if here >= len(line) else here)
    return Block(block.top, here, block.top, here) if along else Block(here, block.left, here, block.left)


def _line(sheet: Any, block: Block, along: int) -> tuple[list[Any], int]:
    """Return the row or column through the first cell, as far as the sheet is used, and the cell's place.

    As formulas, since one that shows nothing fills its cell all the same.
    """
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    used = Block.of(cursor.RangeAddress)
    if along:
        cells = sheet.getCellRangeByPosition(0, block.top, max(used.right, block.left), block.top)
        return list(cells.getFormulaArray()[0]), block.left
    cells = sheet.getCellRangeByPosition(block.left, 0, block.left, max(used.bottom, block.top))
    return [row[0] for row in cells.getFormulaArray()], block.top


def _filled(line: list[Any], at: int) -> bool:
    return 0 <= at < len(line) and line[at] != ""


def _last(sheet: Any, along: int) -> int:
    area = Block.of(sheet.RangeAddress)
    return area.right if along else area.bottom


def repeat(source: Block, target: Any, block: Block, kind: str) -> None:
    """Fill the UNO range `target`, which begins with `source`, by repeating that."""
    if kind not in ("fill_copy", "fill_default", "fill_formats"):
        raise missing(f"Range.autofill of type {kind}")
    height, width = source.shape
    if block.shape[0] > height:
        target.fillAuto(_TO_BOTTOM, height)
    if block.shape[1] > width:
        target.fillAuto(_TO_RIGHT, width)


def insert(sheet: Any, cells: Any, shift: str | None) -> None:
    """Insert blank cells where `cells` are."""
    sheet.insertCells(cells.RangeAddress, _mode("CellInsertMode", _INSERT[shift]))


def delete(sheet: Any, cells: Any, shift: str | None) -> None:
    """Remove `cells`."""
    sheet.removeRange(cells.RangeAddress, _mode("CellDeleteMode", _DELETE[shift]))


def _mode(kind: str, value: str) -> Any:
    import uno

    return uno.Enum(f"com.sun.star.sheet.{kind}", value)
