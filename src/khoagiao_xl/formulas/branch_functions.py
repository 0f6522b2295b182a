"""Functions that work out only some of their arguments, or ask where they lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import trunc
from typing import Final

from khoagiao_xl.formulas.cell_arrays import Values, one
from khoagiao_xl.formulas.formula_place import CellRange, FormulaPlace, Function, Node
from khoagiao_xl.formulas.formula_scalars import ExcelError, Unknown, number_of, truth_of


def _if(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    condition, then, *otherwise = arguments
    asked = condition(place)
    if truth_of(one(asked)):
        return then(place)
    for node in otherwise:
        return node(place)
    return False  # the third may be left out


def _if_error(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    tried, otherwise = arguments
    try:
        return _single(tried(place))
    except ExcelError:
        return otherwise(place)


def _is_error(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    try:
        _single(arguments[0](place))
    except ExcelError:
        return True
    return False


def _single(value: Values) -> Values:
    """Return a value that is one; an error in it is raised."""
    one(value)
    return value


def _row(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    """Return the row of the formula, or those of an area."""
    if not arguments:
        return place.row
    area = arguments[0](place)
    if not isinstance(area, CellRange) or area.width != 1:
        raise Unknown("ROW")
    if area.height == 1:
        return area.top
    return area.row_numbers


def _index(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    """Return one cell of a row or a column, as an area of its own."""
    area_node, number_node = arguments
    area = area_node(place)
    number = number_of(one(number_node(place)))
    further = trunc(number) - 1
    if not isinstance(area, CellRange) or 1 not in area.shape or further < 0:
        raise Unknown("INDEX")
    if further >= area.size:
        raise ExcelError("#REF!")
    row, column = area.corner
    if area.width == 1:
        row += further
    else:
        column += further
    return place.book.area(area.sheet, (row, column))


BRANCH_FUNCTIONS: Final[Mapping[str, Function]] = {
    "IF": _if,
    "IFERROR": _if_error,
    "ISERROR": _is_error,
    "ROW": _row,
    "INDEX": _index,
}
