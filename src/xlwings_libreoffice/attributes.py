"""Attributes that UNO has too, under a name and in a unit of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.protection import changeable

if TYPE_CHECKING:
    from collections.abc import Callable

POINT: Final = 2540 / 72  # hundredths of a millimetre
_MIXED: Final = "AMBIGUOUS_VALUE"


def same(name: str, kind: Callable[[Any], Any]) -> Any:
    """Return an attribute that is read and written as the UNO object's `name`."""

    def read(self: Any) -> Any:
        return kind(getattr(self.api, name))

    def write(self: Any, value: Any) -> None:
        setattr(self.api, name, value)

    return property(read, write)


def shared(name: str, read_as: Callable[[Any], Any], write_as: Callable[[Any], Any]) -> Any:
    """Return an attribute of the looks of cells: None where they differ."""

    def read(self: Any) -> Any:
        is_mixed = self.api.getPropertyState(name).value == _MIXED
        return None if is_mixed else read_as(getattr(self.api, name))

    def write(self: Any, value: Any) -> None:
        setattr(changeable(self.api), name, write_as(value))

    return property(read, write)


def in_points(whole: str, part: str) -> Any:
    """Return an attribute in points: one `part` of the UNO object's «Position» or «Size»."""

    def read(self: Any) -> float:
        return round(float(getattr(getattr(self.api, whole), part)) / POINT, 2)

    def write(self: Any, points: float) -> None:
        found = getattr(self.api, whole)  # a copy: UNO's structures are values
        setattr(found, part, round(points * POINT))
        setattr(self.api, whole, found)

    return property(read, write)
