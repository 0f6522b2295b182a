"""What stands in a cell while a formula is worked out, as a number, a text, a truth: as Excel takes it."""

from __future__ import annotations

import re
from math import isfinite
from typing import Final, TypeGuard

Number = float | int
Scalar = float | int | str | bool | None

MAY_BE_A_NUMBER: Final = re.compile(r"[\d.,\s%/:+\-eE()]*\d[\d.,\s%/:+\-eE()]*")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?\d+")
_NUMBERS: Final = (float, int)  # bool is neither: it is no number in Excel
_BOTH_NUMBERS: Final = frozenset(_NUMBERS)
_EXACT_DIGITS: Final = 15  # what Excel shows of a number in a text
_FROM_HERE_ON_E, _TO_HERE_ON_E = 1e20, 1e-9  # where Excel begins to write «1E+20»


class Unknown(Exception):
    """A formula that says more than is known here."""


class ExcelError(Exception):
    """What Excel shows as an error. code: «#VALUE!», «#DIV/0!», «#N/A», «#NAME?», «#REF!»."""

    def __init__(self, code: str = "#VALUE!") -> None:
        super().__init__(code)
        self.code = code


Element = Scalar | ExcelError  # one of many: an error beside others is a value


def sound(value: Element) -> Scalar:
    """Return a value that is none of Excel's errors; raise one that is."""
    if isinstance(value, ExcelError):
        raise value
    return value


def is_same(one: Element, other: Element) -> bool:
    """Whether nothing can tell two values apart: TRUE is not 1, one error not another."""
    if isinstance(one, ExcelError):
        return isinstance(other, ExcelError) and one.code == other.code
    kind = type(one)
    other_kind = type(other)
    if kind is not other_kind and not {kind, other_kind} <= _BOTH_NUMBERS:
        return False
    return one == other


def is_number(value: Element) -> TypeGuard[Number]:
    """Whether a value is a number as it stands."""
    return type(value) in _NUMBERS


def number_of(value: Element) -> Number:
    """Return a value as a number, a blank as 0; raise ExcelError for words.

    Raise Unknown for words that are a number on one machine and none on another.
    """
    if isinstance(value, float | int):
        return +value
    match sound(value):
        case None:
            return 0
        case str(text) if _PLAIN_NUMBER.fullmatch(text):
            return int(text)
        case str(text) if MAY_BE_A_NUMBER.fullmatch(text):
            raise Unknown(text)
    raise ExcelError


def text_of(value: Element) -> str:
    """Return a value as words."""
    match sound(value):
        case None:
            return ""
        case bool(truth):
            return "TRUE" if truth else "FALSE"
        case str(text):
            return text
        case int(whole) if abs(whole) < _FROM_HERE_ON_E:
            return str(whole)
    return _digits(number_of(value))


def _digits(number: Number) -> str:
    size = abs(number)
    if not isfinite(size) or size >= _FROM_HERE_ON_E or 0 < size < _TO_HERE_ON_E:
        raise Unknown(str(number))
    rounded = f"{number:.{_EXACT_DIGITS}g}"
    if "e" not in rounded:
        return rounded
    written_out = f"{float(rounded):.20f}"
    digits = written_out.rstrip("0")
    return digits.rstrip(".")


def truth_of(value: Element) -> bool:
    """Return a value as true or false; raise ExcelError for words."""
    match sound(value):
        case str():
            raise ExcelError
        case None:
            return False
    return bool(value)


def sort_key(value: Scalar) -> tuple[int, float | str]:
    """Return what Excel orders and equals a value by: numbers before texts before truths; case is nothing."""
    match value:
        case bool():
            return 2, float(value)
        case str():
            return 1, value.casefold()
        case None:
            return 0, 0
    return 0, value
