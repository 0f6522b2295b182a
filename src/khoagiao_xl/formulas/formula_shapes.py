"""The shape of a formula: its text without the numbers and cells in which its brothers differ.

Hundreds of formulas of a workbook are one formula, each with its own row. A shape is understood once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from khoagiao_xl.model.cell_addresses import row_and_column

Cell = tuple[int, int]  # Excel row, column counted from 0
Parameter = float | int | Cell

NUMBER, CELL = "\x01", "\x02"  # what stands for either in a shape; no cell can hold them
MOST_KEPT: Final = 4096  # of what was understood of formulas
MOST_TEXTS: Final = 32_768  # a master has some 7,000, each with a row of its own
_PARAMETERS: Final = re.compile(
    r"""(?P<kept>"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\})
    |(?P<cell>(?<![\w.$])\$?[A-Z]{1,3}\$?[1-9]\d*(?![\w.(!]))
    |(?P<number>(?<![\w.$])\d+(?:\.\d+)?(?:E[+-]?\d+)?(?![\w.(!]))""",
    re.VERBOSE,
)


class Shaped(NamedTuple):
    """A formula as its shape and what belongs into it, from left to right."""

    shape: str
    parameters: tuple[Parameter, ...]


@lru_cache(MOST_TEXTS)
def shaped(formula: str) -> Shaped:
    """Return a formula, without «=», as its shape and its parameters."""
    parameters: list[Parameter] = []

    def taken(found: re.Match[str]) -> str:
        match found.lastgroup:
            case "cell":
                parameters.append(_cell(found[0]))
                return CELL
            case "number":
                parameters.append(_number(found[0]))
                return NUMBER
        return found[0]

    shape = _PARAMETERS.sub(taken, formula)
    return Shaped(shape, tuple(parameters))


@lru_cache(MOST_KEPT)
def _cell(address: str) -> Cell:
    bare = address.replace("$", "")
    return row_and_column(bare)


@lru_cache(MOST_KEPT)
def _number(digits: str) -> float | int:
    if digits.isdecimal():
        return int(digits)
    return float(digits)
