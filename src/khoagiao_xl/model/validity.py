"""From when until when something is in force: a unit, an indicator, a letterhead."""

from __future__ import annotations

from datetime import date


def is_in_force(day: date, starts: date | None, ends: date | None) -> bool:
    """Say whether `day` lies between two days, both included; None leaves that side open."""
    if starts is not None and day < starts:
        return False
    return ends is None or day <= ends


def overlaps_year(year: int, starts: date | None, ends: date | None) -> bool:
    """Say whether anything of `year` lies between the two days."""
    if starts is not None and starts.year > year:
        return False
    return ends is None or ends.year >= year
