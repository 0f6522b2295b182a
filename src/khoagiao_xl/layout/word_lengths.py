"""Lengths as a Word document writes them: bare numbers, or numbers with a unit in strict documents."""

from __future__ import annotations

import re
from typing import Final

TWIPS_PER_MM: Final = 1440 / 25.4
_WRITTEN: Final = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi)?\s*")
_POINTS: Final = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_FALSE: Final = frozenset({"0", "false", "off"})


def twips(written: str | None) -> int | None:
    """Return a length in twentieths of a point; None for what is no length."""
    return _length(written, per_point=20)


def half_points(written: str | None) -> float | None:
    """Return a size of letters in points; None for what is no size."""
    doubled = _length(written, per_point=2)
    return None if doubled is None else doubled / 2


def is_on(written: str | None) -> bool:
    """Say whether a switch is on: it is when nothing is written."""
    return written is None or written.lower() not in _FALSE


def millimetres(length: int) -> float:
    """Return a length in twips as millimetres, to one decimal."""
    return round(length / TWIPS_PER_MM, 1)


def _length(written: str | None, per_point: int) -> int | None:
    match = _WRITTEN.fullmatch(written or "")
    if match is None:
        return None
    number = float(match[1])
    unit = match[2]
    if unit:
        number *= _POINTS[unit] * per_point
    return round(number)


def twips_of(length: float) -> int:
    """Return a length in mm as twips."""
    return round(length * TWIPS_PER_MM)
