"""What attributes in the XML of a workbook say: switches, sizes, whole numbers."""

from __future__ import annotations


def is_on(text: str | None) -> bool:
    """Say whether a switch that is off by itself is turned on."""
    return text in ("1", "true")


def is_off(text: str | None) -> bool:
    """Say whether a switch that is on by itself is turned off."""
    return text in ("0", "false")


def size_of(text: str) -> float:
    """Return a size, 0 for what cannot be told: that is asked about."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number that is not negative and has at most twelve digits."""
    told = (text or "").strip()
    if told.isascii() and told.isdigit() and len(told) < 13:
        return int(told)
    return otherwise
