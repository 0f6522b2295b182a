"""Functions of days, which Excel counts from the end of 1899."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import floor
from typing import Final

from khoagiao_xl.formulas.cell_arrays import Values, one
from khoagiao_xl.formulas.formula_place import FormulaPlace, Function, Node
from khoagiao_xl.formulas.formula_scalars import Unknown, number_of
from khoagiao_xl.vietnamese.dates import DAY_ZERO

_BEGINNING: Final = datetime.combine(DAY_ZERO, time())
_SOUND_FROM: Final = 61  # Excel counts a 29 February 1900 that never was
_LAST: Final = 2_958_465  # 31 December 9999
_A_DAY: Final = timedelta(days=1)


def _passed(place: FormulaPlace) -> timedelta:
    """Return how long Excel's days have been counted."""
    if place.book.now is None:
        raise Unknown("now")
    return place.book.now - _BEGINNING


def _now(place: FormulaPlace, _: Sequence[Node]) -> Values:
    return _passed(place) / _A_DAY


def _today(place: FormulaPlace, _: Sequence[Node]) -> Values:
    return _passed(place).days


def _part(of_day: Callable[[date], int]) -> Function:
    def told(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
        (argument,) = arguments
        moment = number_of(one(argument(place)))
        days = floor(moment)
        if not _SOUND_FROM <= days <= _LAST:
            raise Unknown(str(days))
        day = DAY_ZERO + timedelta(days)
        return of_day(day)

    return told


def _date(place: FormulaPlace, arguments: Sequence[Node]) -> Values:
    """Return the number of a day; raise Unknown for a month or a day that is none of the calendar."""
    parts = [floor(number_of(one(argument(place)))) for argument in arguments]
    try:
        day = date(*parts)
    except ValueError as error:
        raise Unknown(str(parts)) from error
    return (day - DAY_ZERO).days


DAY_FUNCTIONS: Final[Mapping[str, Function]] = {
    "DATE": _date,
    "NOW": _now,
    "TODAY": _today,
    "DAY": _part(lambda day: day.day),
    "MONTH": _part(lambda day: day.month),
    "YEAR": _part(lambda day: day.year),
}
