"""What COUNTIF and MATCH look for: a number, a text with * and ?, «<45000», nothing."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.formulas.formula_scalars import MAY_BE_A_NUMBER, Scalar, Unknown, is_number

if TYPE_CHECKING:
    from khoagiao_xl.formulas.cell_arrays import CellArray, Places

Compare = Callable[[float, float], bool]

_SIGNED: Final = re.compile(r"(<>|<=|>=|<|>|=)(.*)", re.DOTALL)
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_WILD: Final = re.compile(r"[*?~]")
_WILD_CARDS: Final = {"*": ".*", "?": "."}
_ORDER: Final[dict[str, Compare]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def places_of(wanted: Scalar, array: CellArray) -> Places:
    """Return where an array meets the criterion of COUNTIF; raise Unknown for one that it does not know."""
    if wanted is None:
        return array.at_key(0)  # a blank cell asks for noughts
    if not isinstance(wanted, str):
        return array.at_key(wanted)
    if not wanted:
        return array.blanks
    signed = _SIGNED.fullmatch(wanted)
    if signed is None:
        return _like_text(wanted, array)
    sign, operand = signed.groups()
    if sign not in _ORDER or not _NUMBER.fullmatch(operand):
        raise Unknown(wanted)
    compare = _ORDER[sign]
    return set(_ordered(compare, float(operand), array))


def _ordered(compare: Compare, operand: float, array: CellArray) -> Iterator[int]:
    for at, value in enumerate(array.values):
        if is_number(value) and compare(value, operand):
            yield at


def _like_text(wanted: str, array: CellArray) -> Places:
    """Return where a text stands; one that is a number finds numbers, too."""
    if _NUMBER.fullmatch(wanted):
        number = float(wanted)
        return array.at_key(number) | array.at_key(wanted)
    if MAY_BE_A_NUMBER.fullmatch(wanted):
        raise Unknown(wanted)  # that depends on the machine
    return text_places(wanted, array)


def text_places(wanted: str, array: CellArray) -> Places:
    """Return where a text stands in an array; * and ? are any letters."""
    if _WILD.search(wanted):
        return set(_like(wanted, array))
    return array.at_key(wanted)


def _like(wanted: str, array: CellArray) -> Iterator[int]:
    if "~" in wanted:
        raise Unknown(wanted)
    pieces = [_WILD_CARDS.get(letter) or re.escape(letter) for letter in wanted]
    pattern = "".join(pieces)
    like = re.compile(pattern, re.DOTALL | re.IGNORECASE)
    for at, value in enumerate(array.values):
        if isinstance(value, str) and like.fullmatch(value):
            yield at
