"""A formula that several cells share: written once, it means for each the cells that lie so far from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.cell_addresses import column_index, column_name

if TYPE_CHECKING:
    from khoagiao_xl.formulas.formula_shapes import Cell

_REFERENCES: Final = re.compile(
    r"""(?P<kept>"(?:[^"]|"")*"|'(?:[^']|'')*')
    |(?<![\w.$])(?P<fixed_column>\$?)(?P<letters>[A-Z]{1,3})(?P<fixed_row>\$?)(?P<row>[1-9]\d*)(?![\w.(!])""",
    re.VERBOSE,
)


def moved(formula: str, home: Cell, to: Cell) -> str:
    """Return the formula of the cell `home` as it reads in the cell `to`."""
    home_row, home_column = home
    row_of_it, column_of_it = to
    down = row_of_it - home_row
    right = column_of_it - home_column

    def reference(found: re.Match[str]) -> str:
        if found["kept"]:
            return found[0]
        letters, row = found["letters"], found["row"]
        if not found["fixed_column"]:
            column = column_index(letters)
            letters = column_name(column + right)
        if not found["fixed_row"]:
            number = int(row)
            row = str(number + down)
        return f"{found['fixed_column']}{letters}{found['fixed_row']}{row}"

    return _REFERENCES.sub(reference, formula)
