"""The rows of a sheet: each with its cells in their places, and whether anyone sees it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.intake.safety.scanned_sheet import LEAST_HEIGHT, ScannedCell, column_number
from khoagiao_xl.intake.safety.xml_values import is_on, size_of, whole_number
from khoagiao_xl.model.cell_addresses import LAST_COLUMN, LAST_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LETTERS: Final = re.compile("[A-Z]{1,3}")
_NOWHERE: Final = 0  # the number of a row or a column that there is none
# Where a cell says that it is, and what it is, None for a blank.
WrittenCell = tuple[str | None, ScannedCell | None]


class OutOfPlace(ValueError):
    """A row or a cell stands where different readers read it differently; `where`: what it says."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where[:20]


class Row(NamedTuple):
    """A row that is in itself in order. cells: those that are not blank, by row and column."""

    number: int
    cells: Mapping[tuple[int, int], ScannedCell]
    tells_height: bool
    is_hidden: bool


def row_of(at: Mapping[str, str], cells: Iterable[WrittenCell], before: int = _NOWHERE) -> Row:
    """Return the row with these attributes and cells, which comes after the row `before`.

    Raise OutOfPlace for a number that is none, and for cells that are not in this row, or not in their order.
    """
    number = _number(at, before)
    digits = str(number)
    column = 0
    found = {}
    for where, cell in cells:
        column = _column_after(column, where, digits)
        if cell is not None:
            found[number, column] = cell
    is_low = "ht" in at and size_of(at["ht"]) < LEAST_HEIGHT
    return Row(
        number,
        found,
        tells_height="ht" in at,
        is_hidden=is_low or is_on(at.get("hidden")),
    )


def _number(at: Mapping[str, str], before: int) -> int:
    told = at.get("r", str(before + 1))
    number = whole_number(told)
    if not 0 < number <= LAST_ROW:
        raise OutOfPlace(f"dòng {told}")
    return number


def _column_after(column: int, where: str | None, digits: str) -> int:
    """Return the column of a cell; one that does not say where it is comes after the one before."""
    if where is None:
        return column + 1
    letters = where.removesuffix(digits)
    found = _NOWHERE if letters == where else _column_of(letters)
    if not column < found <= LAST_COLUMN:
        raise OutOfPlace(where)
    return found


@lru_cache(maxsize=1024)
def _column_of(letters: str) -> int:
    """Return the number of a column, 0 for what are no letters of one."""
    if _LETTERS.fullmatch(letters):
        return column_number(letters)
    return _NOWHERE
