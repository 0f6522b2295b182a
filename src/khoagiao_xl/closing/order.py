"""The order in which periods are closed: parts and earlier ones first; reopened the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import REPORTED

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

_LENGTHS: Final = {kind: kind.facts.months for kind in Kind}


def open_before(year: Year, period: Period) -> list[Period]:
    """Return the periods that must be closed before `period` and are open.

    One that nobody has reported is left out: an office may begin with the tool in April.
    """
    in_use = {duty.period for duty in year.duties if duty.state in REPORTED}
    found = []
    for other in periods_of(period.year):
        if str(other) not in in_use or year.closing_of(other):
            continue
        if _goes_before(other, period):
            found.append(other)
    return sorted(found, key=calendar)


def closed_upon(year: Year, period: Period) -> list[Period]:
    """Return the closed periods that were closed upon `period`: to be reopened before it, in this order."""
    standing = year.closings.standing
    closed = map(Period.parse, standing)
    found = [other for other in closed if _goes_before(period, other)]
    return sorted(found, key=calendar, reverse=True)


def _goes_before(one: Period, other: Period) -> bool:
    """Whether `one` is closed before `other`: no longer than it, and over by the end of it."""
    if one == other:
        return False
    is_over = one.last_month <= other.last_month
    is_longer = _LENGTHS[one.kind] > _LENGTHS[other.kind]
    return is_over and not is_longer


def calendar(period: Period) -> tuple[int, int]:
    """Return what orders periods as they end; of two that end together the shorter one first."""
    return period.last_month, _LENGTHS[period.kind]
