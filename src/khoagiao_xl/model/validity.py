"""From when until when something is in force: a unit, an indicator, a letterhead."""

from __future__ import annotations

from datetime import date


def is_in_force(day: date, starts: date | None, ends: date | None) -> bool:
    """Say whether `day` lies between two days, both included; None leaves that side open."""
    has_begun = starts is None or starts <= day
    return has_begun and (ends is None or day <= ends)


def overlaps_year(year: int, starts: date | None, ends: date | None) -> bool:
    """Say whether anything of `year` lies between the two days."""
    begins_in_time = starts is None or starts <= date(year, 12, 31)
    return begins_in_time and (ends is None or ends >= date(year, 1, 1))
