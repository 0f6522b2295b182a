"""The errors of cells that xlwings has no name for: Excel gives them as whole numbers, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.books.table_reading import Grid

_BASE: Final = -2146828288  # 0x800A0000, to which Excel adds the number of the error
_NUMBERS: Final = range(2000, 3000)
# Microsoft's XlCVError.
_NAMES: Final = {
    2000: "#NULL!",
    2007: "#DIV/0!",
    2015: "#VALUE!",
    2023: "#REF!",
    2029: "#NAME?",
    2036: "#NUM!",
    2042: "#N/A",
    2043: "#GETTING_DATA",
    2045: "#SPILL!",
    2046: "#CONNECT!",
    2047: "#BLOCKED!",
    2048: "#UNKNOWN!",
    2049: "#FIELD!",
    2050: "#CALC!",
}


def error_of(value: object) -> str:
    """Return the error that a value read from Excel stands for, nothing for a value.

    A number is a float there; one that has no name yet is told as Excel's own macros tell it.
    """
    if type(value) is not int:
        return ""
    number = value - _BASE
    if number not in _NUMBERS:
        return ""
    return _NAMES.get(number, f"Error {number}")


def without_errors(grid: Grid) -> Grid:
    """Return the cells with nothing where an error stands, as xlwings gives the errors that it knows."""
    found = []
    for line in grid:
        cells = [None if error_of(value) else value for value in line]
        found.append(cells)
    return found
