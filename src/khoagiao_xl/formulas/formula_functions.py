"""The functions that formulas of our workbooks use, by their names in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from khoagiao_xl.formulas.area_functions import AREA_FUNCTIONS
from khoagiao_xl.formulas.branch_functions import BRANCH_FUNCTIONS
from khoagiao_xl.formulas.cell_arrays import Values, each
from khoagiao_xl.formulas.day_functions import DAY_FUNCTIONS
from khoagiao_xl.formulas.formula_place import FormulaPlace, Function, Node
from khoagiao_xl.formulas.formula_scalars import ExcelError, Scalar, Unknown
from khoagiao_xl.formulas.number_functions import NUMBER_FUNCTIONS
from khoagiao_xl.formulas.text_functions import TEXT_FUNCTIONS

_MACROS: Final = frozenset({"KG_MACROSON"})  # of the master; where nothing is computed, none runs


def function_of(name: str) -> Function:
    """Return a function; raise Unknown for one that our workbooks do not use."""
    if name in _MACROS:
        return _no_such_name
    if name not in _FUNCTIONS:
        raise Unknown(name)
    return _FUNCTIONS[name]


def _no_such_name(_: FormulaPlace, __: Sequence[Node]) -> Values:
    raise ExcelError("#NAME?")


def _of_each(function: Callable[..., Scalar]) -> Function:
    """Return a function of single values, worked out for each of many."""

    def called(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
        values = [argument(place) for argument in arguments]
        return each(function, *values)

    return called


def _of_all(function: Callable[..., Values]) -> Function:
    """Return a function of values that may be many."""

    def called(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
        values = [argument(place) for argument in arguments]
        return function(*values)

    return called


_SINGLE: Final = {**TEXT_FUNCTIONS, **NUMBER_FUNCTIONS}
_FUNCTIONS: Final[Mapping[str, Function]] = {
    **BRANCH_FUNCTIONS,
    **DAY_FUNCTIONS,
    **{name: _of_each(function) for name, function in _SINGLE.items()},
    **{name: _of_all(function) for name, function in AREA_FUNCTIONS.items()},
}
