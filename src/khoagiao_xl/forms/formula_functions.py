"""The functions that formulas of a form use, worked out as Excel does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import copysign, floor
from typing import Final

from khoagiao_xl.forms.formula_scalars import (
    Argument,
    Scalar,
    Unknown,
    Values,
    WorkedOutWrong,
    each,
    number_of,
    sound_of,
    text_of,
)

_HALF: Final = 0.5 + 1e-9  # of a figure that was 2.25 before it became binary


def _flat(arguments: tuple[Values, ...]) -> Iterator[Scalar]:
    for argument in arguments:
        if isinstance(argument, list):
            yield from argument
        else:
            yield argument


def _is_number(value: Scalar) -> bool:
    return isinstance(value, float) and not isinstance(value, bool)


def _find(wanted: Scalar, text: Scalar) -> Scalar:
    whole = text_of(text)
    at = whole.find(text_of(wanted))
    if at < 0:
        return None
    return float(at + 1)


def _found(wanted: Values, text: Values) -> Values:
    """Return where a text stands in another; of a list, None for what is not found."""
    found = each(_find, wanted, text)
    if found is None:
        raise WorkedOutWrong
    return found


def _rounded(value: Values, places: Values = 0.0) -> Scalar:
    number = number_of(_one(value))
    kept_places = number_of(_one(places))
    shift = pow(10.0, kept_places)
    shifted = abs(number) * shift
    size = floor(shifted + _HALF) / shift
    return copysign(size, number)


def _one(value: Values) -> Scalar:
    if isinstance(value, list):
        raise Unknown("list")
    return value


def _trimmed(value: Scalar) -> Scalar:
    return re.sub(" +", " ", text_of(value)).strip(" ")


FUNCTIONS: Final[Mapping[str, Callable[..., Values]]] = {
    "LEN": lambda value: each(lambda one: float(len(text_of(one))), value),
    "TRIM": lambda value: each(_trimmed, value),
    "ISNUMBER": lambda value: each(_is_number, value),
    "NOT": lambda value: not _one(value),
    "AND": lambda *values: all(map(bool, _flat(values))),
    "OR": lambda *values: any(map(bool, _flat(values))),
    "INT": lambda value: float(floor(number_of(_one(value)))),
    "ABS": lambda value: abs(number_of(_one(value))),
    "ROUND": _rounded,
    "MIN": lambda *values: min(map(number_of, _flat(values))),
    "MAX": lambda *values: max(map(number_of, _flat(values))),
    "COUNT": lambda *values: float(sum(map(_is_number, _flat(values)))),
    "SUM": lambda *values: sum((value for value in _flat(values) if isinstance(value, float)), 0.0),
    "SUMPRODUCT": lambda value: sum(map(number_of, _flat((value,)))),
    "FIND": _found,
}


def _if(arguments: list[Argument]) -> Values:
    condition = _one(sound_of(arguments[0]))
    if isinstance(condition, str):
        raise WorkedOutWrong
    if condition:
        return sound_of(arguments[1])
    return sound_of(arguments[2]) if len(arguments) > 2 else False  # the third may be left out


def _if_error(arguments: list[Argument]) -> Values:
    tried, otherwise = arguments
    if isinstance(tried, WorkedOutWrong):
        return sound_of(otherwise)
    return sound_of(tried)


def _is_error(arguments: list[Argument]) -> Values:
    tried = arguments[0]
    if isinstance(tried, Unknown):
        raise tried
    return isinstance(tried, WorkedOutWrong)


# Functions that look at an error, or leave one in a branch that is not taken.
LAZY: Final = {"IF": _if, "IFERROR": _if_error, "ISERROR": _is_error}
