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
# The look ahead at one letter spares most places the rest: a third of the time.
_PARAMETERS: Final = re.compile(
    r"""(?=["'{$A-Z0-9])(?:
    (?P<kept>"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\})
    |(?<![\w.$])(?:
        (?P<cell>\$?[A-Z]{1,3}\$?[1-9]\d*)
        |(?P<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)
    )(?![\w.(!])
    )""",
    re.VERBOSE,
)
_STEP: Final = 4  # in what `split` gives: the text between, and the three groups


class Shaped(NamedTuple):
    """A formula as its shape and what belongs into it, from left to right; cells: those that are some."""

    shape: str
    parameters: tuple[Parameter, ...]
    cells: tuple[Cell, ...]


@lru_cache(MOST_TEXTS)
def shaped(formula: str) -> Shaped:
    """Return a formula, without «=», as its shape and its parameters."""
    parts = _PARAMETERS.split(formula)
    shape, *between = parts[::_STEP]
    kept = parts[1::_STEP]
    cells = parts[2::_STEP]
    numbers = parts[3::_STEP]
    parameters: list[Parameter] = []
    named: list[Cell] = []
    pieces = [shape]
    for same, cell, number, text in zip(kept, cells, numbers, between, strict=True):
        if cell:
            place = _cell(cell)
            parameters.append(place)
            named.append(place)
            pieces.append(CELL)
        elif number:
            parameters.append(_number(number))
            pieces.append(NUMBER)
        else:
            pieces.append(same)
        pieces.append(text)
    return Shaped(
        shape="".join(pieces),
        parameters=tuple(parameters),
        cells=tuple(named),
    )


@lru_cache(MOST_KEPT)
def _cell(address: str) -> Cell:
    bare = address.replace("$", "")
    return row_and_column(bare)


@lru_cache(MOST_KEPT)
def _number(digits: str) -> float | int:
    if digits.isdecimal():
        return int(digits)
    return float(digits)
