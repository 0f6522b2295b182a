"""What stands in a cell while a formula is worked out, and what its signs make of it, as Excel does."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Final

Scalar = float | str | bool | None
Values = Scalar | list[Scalar]

_MAY_BE_A_NUMBER: Final = re.compile(r"[\d.,\s%/:+\-eE()]*\d[\d.,\s%/:+\-eE()]*")
_COMPARE: Final = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


class Unknown(Exception):
    """A formula that says more than the forms do."""


class WorkedOutWrong(Exception):
    """What Excel shows as an error, #VALUE! and its kin."""


Argument = Values | Unknown | WorkedOutWrong


def sound_of(argument: Argument) -> Values:
    """Return what an argument is worth; raise Unknown or WorkedOutWrong where it is worth nothing."""
    if isinstance(argument, WorkedOutWrong | Unknown):
        raise argument
    return argument


def each(function: Callable[..., Scalar], *arguments: Values) -> Values:
    """Return the value of a function, for each of a list where an argument is one."""
    lists = [argument for argument in arguments if isinstance(argument, list)]
    if not lists:
        return function(*arguments)
    found: list[Scalar] = []
    for at, _ in enumerate(lists[0]):
        single = [_at(argument, at) for argument in arguments]
        worth = function(*single)
        found.append(worth)
    return found


def _at(argument: Values, at: int) -> Scalar:
    """Return one of a list; what is no list is the same everywhere."""
    if isinstance(argument, list):
        return argument[at]
    return argument


def number_of(value: Scalar) -> float:
    """Return a value as a number, a blank as 0; raise WorkedOutWrong for words."""
    if value is None:
        return 0.0
    if isinstance(value, str):
        if _MAY_BE_A_NUMBER.fullmatch(value):
            raise Unknown(value)  # that depends on the machine
        raise WorkedOutWrong
    return float(value)


def text_of(value: Scalar) -> str:
    """Return a value as words."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def negative(value: Scalar) -> Scalar:
    """Return the value below zero."""
    return -number_of(value)


def operation_of(sign: str) -> Callable[[Scalar, Scalar], Scalar]:
    """Return what a sign between two values does."""
    compare = _COMPARE.get(sign)
    if compare is None:
        return _ARITHMETIC[sign]

    def compared(one: Scalar, other: Scalar) -> Scalar:
        """Compare both as Excel orders them: numbers before texts; a blank is like what it stands beside."""
        first = _ranked(one, other)
        second = _ranked(other, one)
        return bool(compare(first, second))

    return compared


def _ranked(value: Scalar, beside: Scalar) -> tuple[int, float | str]:
    match value:
        case None if isinstance(beside, str):
            return 1, ""
        case None if isinstance(beside, bool):
            return 2, 0.0
        case None:
            return 0, 0.0
        case bool():
            return 2, float(value)
        case str():
            return 1, value.casefold()
    return 0, float(value)


def _divided(one: Scalar, other: Scalar) -> Scalar:
    divisor = number_of(other)
    if not divisor:
        raise WorkedOutWrong
    return number_of(one) / divisor


_ARITHMETIC: Final[Mapping[str, Callable[[Scalar, Scalar], Scalar]]] = {
    "+": lambda one, other: number_of(one) + number_of(other),
    "-": lambda one, other: number_of(one) - number_of(other),
    "*": lambda one, other: number_of(one) * number_of(other),
    "/": _divided,
    "&": lambda one, other: text_of(one) + text_of(other),
}

# The signs that bind, the loosest first.
LEVELS: Final = (tuple(_COMPARE), ("&",), ("+", "-"), ("*", "/"))
