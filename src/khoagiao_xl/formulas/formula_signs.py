"""The signs between two values: + - * / & = <> < > <= >=."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Final, TypeGuard

from khoagiao_xl.formulas.cell_arrays import CellArray, FewHits, Values, each, is_many, one
from khoagiao_xl.formulas.formula_scalars import (
    Element,
    ExcelError,
    Scalar,
    is_number,
    number_of,
    sort_key,
    sound,
    text_of,
)

Operation = Callable[[Values, Values], Values]

_COMPARE: Final = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_LIKE_BLANKS: Final = (None, "", 0)  # and FALSE, which is equal to 0 here
_BLANK_BESIDE: Final[dict[type, tuple[int, float | str]]] = {str: (1, ""), bool: (2, 0.0)}


def operation_of(sign: str) -> Operation:
    """Return what a sign between two values does."""
    return _OPERATIONS[sign]


def negative(value: Values) -> Values:
    """Return a value below zero."""
    return each(lambda single: -number_of(single), value)


# -- comparing --------------------------------------------------------------------------------------------


def _comparison(sign: str) -> Operation:
    compare = _COMPARE[sign]

    def compared(left: Element, right: Element) -> Scalar:
        """Compare both as Excel orders them; a blank is like what it stands beside."""
        if is_number(left) and is_number(right):
            return bool(compare(left, right))
        first = sound(left)
        second = sound(right)
        key = _key(first, second)
        other_key = _key(second, first)
        return bool(compare(key, other_key))

    return lambda left, right: each(compared, left, right)


def _key(value: Scalar, beside: Scalar) -> tuple[int, float | str]:
    if value is None:
        return _BLANK_BESIDE.get(type(beside), (0, 0.0))
    return sort_key(value)


_one_by_one = _comparison("=")


def _equal(left: Values, right: Values) -> Values:
    """Return where both are the same; in a long column only the few places are kept."""
    if not is_many(left) or is_many(right):
        return _one_by_one(left, right)
    sought = one(right)
    if sought in _LIKE_BLANKS or not left.has_no_errors:
        return _one_by_one(left, right)
    places = left.at_key(sought)
    hits = dict.fromkeys(places, True)
    return FewHits(left.shape, hits, rest=False)


# -- working out ------------------------------------------------------------------------------------------


def _divided(dividend: Element, divisor: Element) -> Scalar:
    by = number_of(divisor)
    number = number_of(dividend)
    if not by:
        raise ExcelError("#DIV/0!")
    return number / by


def _times(left: Values, right: Values) -> Values:
    """Return the product; of an array of few hits only those are multiplied."""
    few, other = left, right
    if isinstance(right, FewHits) and _is_denser(left, right):
        few, other = right, left
    if isinstance(few, FewHits) and _are_numbers(other, few.shape):
        return _few_times(few, other)
    return each(_product, left, right)


def _is_denser(value: Values, few: FewHits) -> bool:
    """Whether a value has more hits than an array of few."""
    if not isinstance(value, FewHits):
        return True
    return len(value.hits) > len(few.hits)


def _product(left: Element, right: Element) -> Scalar:
    return number_of(left) * number_of(right)


def _are_numbers(value: Values, shape: tuple[int, int]) -> TypeGuard[CellArray]:
    """Whether a value is an array of that shape in which everything times nought is nought."""
    return isinstance(value, CellArray) and value.shape == shape and value.has_numbers_only


def _few_times(few: FewHits, other: CellArray) -> FewHits:
    hits = {}
    for at, value in few.hits.items():
        beside = other.value_at(at)
        if beside:
            hits[at] = _product(value, beside)
    return FewHits(few.shape, hits, rest=0)


def _simple(function: Callable[[Element, Element], Scalar]) -> Operation:
    return lambda left, right: each(function, left, right)


_OPERATIONS: Final[Mapping[str, Operation]] = {
    **{sign: _comparison(sign) for sign in _COMPARE},
    "=": _equal,
    "+": _simple(lambda left, right: number_of(left) + number_of(right)),
    "-": _simple(lambda left, right: number_of(left) - number_of(right)),
    "*": _times,
    "/": _simple(_divided),
    "&": _simple(lambda left, right: text_of(left) + text_of(right)),
}

# The signs that bind, the loosest first.
LEVELS: Final = (tuple(_COMPARE), ("&",), ("+", "-"), ("*", "/"))
