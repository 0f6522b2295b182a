"""Functions that look at many cells at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from math import trunc
from operator import and_
from typing import Final

from khoagiao_xl.formulas.cell_arrays import CellArray, Places, Values, each, elements, one
from khoagiao_xl.formulas.counting_criteria import places_of, text_places
from khoagiao_xl.formulas.formula_scalars import (
    Element,
    ExcelError,
    Number,
    Scalar,
    Unknown,
    is_number,
    number_of,
    sound,
    truth_of,
)


def _numbers(values: Sequence[Values]) -> Iterator[Number]:
    """Yield the numbers: in cells those that are some, of what is written in the formula each as one."""
    for value in values:
        if isinstance(value, CellArray):
            known = map(sound, value.telling_values)
            yield from filter(is_number, known)
        else:
            yield number_of(value)


def _sum_of_products(array: Values) -> Scalar:
    return sum(_numbers([array]))


def _count_numbers(*values: Values) -> Scalar:
    found = 0
    for value in values:
        found += sum(map(is_number, elements(value)))
    return found


def _count_filled(*values: Values) -> Scalar:
    found = 0
    for value in values:
        listed = list(elements(value))
        found += len(listed) - listed.count(None)
    return found


def _truths(values: Sequence[Values]) -> list[bool]:
    """Return what is true or false; words in cells are neither."""
    found = []
    for value in values:
        if not isinstance(value, CellArray):
            found.append(truth_of(value))
            continue
        known = filter(_is_truth, map(sound, value.values))
        found += map(bool, known)
    if not found:
        raise ExcelError
    return found


def _is_truth(value: Scalar) -> bool:
    return value is not None and not isinstance(value, str)


def _array(value: Values) -> CellArray:
    if not isinstance(value, CellArray):
        raise Unknown("no area")
    return value


def _count_if(area: Values, criterion: Values) -> Values:
    array = _array(area)

    def count(wanted: Element) -> Scalar:
        places = places_of(sound(wanted), array)
        return len(places)

    return each(count, criterion)


def _count_ifs(*pairs: Values) -> Scalar:
    """Return how many places meet the criteria of all areas; each is followed by its own."""
    areas = map(_array, pairs[::2])
    criteria = map(one, pairs[1::2])
    found = map(places_of, criteria, areas)
    common = reduce(and_, found)
    return len(common)


def _matched(wanted: Values, area: Values, kind: Values) -> Scalar:
    """Return where a value first stands in a row or a column; raise ExcelError where it does not."""
    if one(kind) != 0:
        raise Unknown("MATCH")
    sought = one(wanted)
    array = _array(area)
    if isinstance(sought, str):
        return _first(text_places(sought, array))
    return _first(places_of(sought, array))


def _first(places: Places) -> Scalar:
    """Return the first place, counted from 1; raise ExcelError for none."""
    if not places:
        raise ExcelError("#N/A")
    place = min(places)
    return place + 1


def _smallest(area: Values, number: Values) -> Scalar:
    numbers = _array(area).sorted_numbers
    wanted = number_of(one(number))
    at = trunc(wanted)
    if not 1 <= at <= len(numbers):
        raise ExcelError("#NUM!")
    return numbers[at - 1]


AREA_FUNCTIONS: Final[Mapping[str, Callable[..., Values]]] = {
    "AND": lambda *values: all(_truths(values)),
    "OR": lambda *values: any(_truths(values)),
    "MIN": lambda *values: min(_numbers(values), default=0),
    "MAX": lambda *values: max(_numbers(values), default=0),
    "SUM": lambda *values: sum(_numbers(values)),
    "SUMPRODUCT": _sum_of_products,
    "COUNT": _count_numbers,
    "COUNTA": _count_filled,
    "COUNTIF": _count_if,
    "COUNTIFS": _count_ifs,
    "MATCH": _matched,
    "SMALL": _smallest,
    "ROWS": lambda area: _array(area).height,
}
