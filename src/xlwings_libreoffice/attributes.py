"""Attributes that UNO has too, under a name and in a unit of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.protection import changeable

if TYPE_CHECKING:
    from collections.abc import Callable

POINT: Final = 2540 / 72  # hundredths of a millimetre
_MIXED: Final = "AMBIGUOUS_VALUE"


class Same:
    """An attribute that is read and written as the UNO object's `name`."""

    def __init__(self, name: str, kind: Callable[[Any], Any]) -> None:
        self._name = name
        self._kind = kind

    def __get__(self, one: Any, _: Any = None) -> Any:
        if one is None:
            return self
        value = getattr(one.api, self._name)
        return self._kind(value)

    def __set__(self, one: Any, value: Any) -> None:
        setattr(one.api, self._name, value)


class Shared:
    """An attribute of the looks of cells: None where they differ."""

    def __init__(self, name: str, read_as: Callable[[Any], Any], write_as: Callable[[Any], Any]) -> None:
        self._name = name
        self._read_as = read_as
        self._write_as = write_as

    def __get__(self, one: Any, _: Any = None) -> Any:
        if one is None:
            return self
        state = one.api.getPropertyState(self._name)
        if state.value == _MIXED:
            return None
        value = getattr(one.api, self._name)
        return self._read_as(value)

    def __set__(self, one: Any, value: Any) -> None:
        cells = changeable(one.api)
        written = self._write_as(value)
        setattr(cells, self._name, written)


class InPoints:
    """An attribute in points: one `part` of the UNO object's «Position» or «Size»."""

    def __init__(self, whole: str, part: str) -> None:
        self._whole = whole
        self._part = part

    def __get__(self, one: Any, _: Any = None) -> Any:
        if one is None:
            return self
        whole = getattr(one.api, self._whole)
        part = getattr(whole, self._part)
        return round(part / POINT, 2)

    def __set__(self, one: Any, points: float) -> None:
        whole = getattr(one.api, self._whole)  # a copy: UNO's structures are values
        part = round(points * POINT)
        setattr(whole, self._part, part)
        setattr(one.api, self._whole, whole)
