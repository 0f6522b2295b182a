"""Functions of single numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import copysign, floor, trunc
from typing import Final

from khoagiao_xl.formulas.formula_scalars import (
    Element,
    ExcelError,
    Scalar,
    is_number,
    number_of,
    truth_of,
)

_HALF: Final = 0.5 + 1e-9  # of a figure that was 2.25 before it became binary


def _rounded(value: Element, places: Element) -> Scalar:
    number = number_of(value)
    kept = trunc(number_of(places))
    shift = pow(10.0, kept)
    shifted = abs(number) * shift
    size = floor(shifted + _HALF) / shift
    return copysign(size, number) if size else 0.0


def _as_number(value: Element) -> Scalar:
    """Return what N gives: of words nothing."""
    if isinstance(value, str):
        return 0
    return number_of(value)


def _remainder(value: Element, divisor: Element) -> Scalar:
    by = number_of(divisor)
    if not by:
        raise ExcelError("#DIV/0!")
    return number_of(value) % by


NUMBER_FUNCTIONS: Final[Mapping[str, Callable[..., Scalar]]] = {
    "ISNUMBER": is_number,
    "NOT": lambda value: not truth_of(value),
    "INT": lambda value: floor(number_of(value)),
    "ABS": lambda value: abs(number_of(value)),
    "ROUND": _rounded,
    "MOD": _remainder,
    "N": _as_number,
}
