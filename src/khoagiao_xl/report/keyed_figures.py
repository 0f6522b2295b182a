"""The number behind each key of a report: a field of a total, or what two of its fields come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import Total
from khoagiao_xl.report.figure_keys import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENT: Final = "%"
YES_NO: Final = "có/không"
PLAN_SHARE: Final = "dat-ke-hoach"
TO_DATE: Final = "luy-ke"
LEFT: Final = "chua"  # how many of the units that answered yes or no said no


@dataclass(frozen=True)
class Base:
    """What a figure is set against, over the units that gave it both times; fields and keys of a total.

    then, now, units: words of FIELDS. change, difference: the words for how the two differ, as a share and as
    they are.
    """

    name: str
    then: str
    now: str
    units: str
    change: str
    difference: str


PREVIOUS: Final = Base(
    "previous", "ky-truoc", "nay-ky-truoc", "don-vi-ky-truoc", "tang-ky-truoc", "hon-ky-truoc"
)
LAST_YEAR: Final = Base(
    "last_year", "cung-ky", "nay-cung-ky", "don-vi-cung-ky", "tang-cung-ky", "hon-cung-ky"
)
BASES: Final[Mapping[str, Base]] = {base.name: base for base in (PREVIOUS, LAST_YEAR)}
CHANGES: Final[Mapping[str, Base]] = {base.change: base for base in (PREVIOUS, LAST_YEAR)}
DIFFERENCES: Final[Mapping[str, Base]] = {base.difference: base for base in (PREVIOUS, LAST_YEAR)}


@dataclass(frozen=True)
class FullerTotal(Total):
    """A total whose figure is its year to date (fuller_totals.py), under whose key it is traced.

    part_units: of those counted, how many are known of a part alone, `part`, as no shorter report asks the
    rest: «6 tháng đầu năm».
    """

    part_units: int = 0
    part: str = ""


def own_key(total: Total) -> str:
    """Return the word of FIELDS by which the figure of a total is traced."""
    return TO_DATE if isinstance(total, FullerTotal) else ""


def keyed_figure(total: Total, what: str) -> float | None:
    """Return the number that a key with `what` names; raise KeyError for an unknown word.

    A change comes without its sign, as «tăng» and «giảm» tell it.
    """
    if what == PLAN_SHARE:
        return plan_share(total)
    if what == LEFT:
        return left_of(total)
    base = CHANGES.get(what)
    if base:
        change = change_of(total, base)
        return None if change is None else abs(change)
    if what in DIFFERENCES:
        return _difference(total, DIFFERENCES[what])
    number: float | None = getattr(total, FIELDS[what])
    return number


def _difference(total: Total, base: Base) -> float | None:
    then = keyed_figure(total, base.then)
    now = keyed_figure(total, base.now)
    if then is None or now is None:
        return None
    return abs(now - then)


def plan_share(total: Total) -> float | None:
    """Return what was done of the year's plan (per cent) in the units that gave one; None without a plan."""
    planned = total.plan_value
    done = total.plan_done
    if not total.plan_units or not planned:
        return None
    if done is None:
        return None
    return done / planned * 100


def left_of(total: Total) -> float | None:
    """Return how many units said no; None where nothing was answered, or no yes and no asked."""
    if total.value is None or not is_yes_no(total):
        return None
    return total.counted + total.carried_units - total.value


def change_of(total: Total, base: Base) -> float | None:
    """Return by how much the figure changed; None without a base, and on a base of 0.

    Per cent for what is counted, points for a rate and for the share of the units that said yes.
    """
    then = keyed_figure(total, base.then)
    now = keyed_figure(total, base.now)
    if not then or now is None or not units_of(total, base):
        return None
    difference = now - then
    if total.unit_of_measure == PERCENT:
        return difference
    if is_yes_no(total):
        units = units_of(total, base)
        return difference / units * 100
    return difference / abs(then) * 100


def units_of(total: Total, base: Base) -> int:
    """Return how many units gave the figure both times."""
    units: int = getattr(total, FIELDS[base.units])
    return units


def is_counted(total: Total) -> bool:
    """Say whether the total is a number of things, and no rate and no answer yes or no."""
    if total.unit_of_measure == PERCENT:
        return False
    return not is_yes_no(total)


def is_yes_no(total: Total) -> bool:
    """Say whether the total counts the units that answered yes."""
    return total.unit_of_measure.startswith(YES_NO)
