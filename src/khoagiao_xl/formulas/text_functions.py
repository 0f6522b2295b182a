"""Functions of texts. Excel counts in UTF-16: a text beyond that plane is not cut here (Unknown)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import trunc
from typing import Final

from khoagiao_xl.formulas.formula_scalars import Element, ExcelError, Scalar, Unknown, number_of, text_of
from khoagiao_xl.vietnamese.text import LONGEST_TEXT

_LAST_OF_PLANE: Final = "\uffff"
_ASCII: Final = range(1, 128)


def _plane_text(value: Element) -> str:
    text = text_of(value)
    if text and max(text) > _LAST_OF_PLANE:
        raise Unknown(text)
    return text


def _length(value: Element) -> Scalar:
    units = text_of(value).encode("utf-16-le")
    return len(units) // 2


def _trimmed(value: Element) -> Scalar:
    single = re.sub(" +", " ", text_of(value))
    return single.strip(" ")


def _find(wanted: Element, text: Element) -> Scalar:
    at = _plane_text(text).find(text_of(wanted))
    if at < 0:
        raise ExcelError
    return at + 1


def _left(text: Element, count: Element = 1) -> Scalar:
    return _plane_text(text)[: _count(count)]


def _right(text: Element, count: Element = 1) -> Scalar:
    whole = _plane_text(text)
    left_out = len(whole) - _count(count)
    first = max(0, left_out)
    return whole[first:]


def _middle(text: Element, start: Element, count: Element) -> Scalar:
    first = _count(start) - 1
    if first < 0:
        raise ExcelError
    end = first + _count(count)
    return _plane_text(text)[first:end]


def _count(value: Element) -> int:
    count = trunc(number_of(value))
    if count < 0:
        raise ExcelError
    return count


def _substituted(text: Element, old: Element, new: Element) -> Scalar:
    wanted = text_of(old)
    whole = text_of(text)
    if not wanted:
        return whole
    return whole.replace(wanted, text_of(new))


def _repeated(text: Element, times: Element) -> Scalar:
    piece = text_of(text)
    count = _count(times)
    if len(piece) * count > LONGEST_TEXT:
        raise ExcelError
    return piece * count


def _letter(number: Element) -> Scalar:
    code = trunc(number_of(number))
    if code not in _ASCII:
        raise Unknown(str(code))  # that depends on the machine
    return chr(code)


TEXT_FUNCTIONS: Final[Mapping[str, Callable[..., Scalar]]] = {
    "LEN": _length,
    "TRIM": _trimmed,
    "FIND": _find,
    "LEFT": _left,
    "RIGHT": _right,
    "MID": _middle,
    "SUBSTITUTE": _substituted,
    "REPT": _repeated,
    "CHAR": _letter,
    "HYPERLINK": lambda _, shown: text_of(shown),
}
