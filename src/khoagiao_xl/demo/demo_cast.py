"""Who plays which part in the inbox of a period, and what that does to what a unit reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_faults import FAULTS
from khoagiao_xl.demo.demo_figures import Figures, chance_of, true_month

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.obligations import Obligations

MISSING, LATE = 5, 4
PARTS: Final = 7  # of one unit each: nothing, twice, mixed, lender, broken, by_mail, odd
FEW: Final = MISSING + LATE + len(FAULTS) + PARTS  # fewer units than this share fewer parts


@dataclass(frozen=True)
class Cast:
    """The units of an inbox by what becomes of their forms.

    nothing: has nothing to report; twice: sends a corrected form after; mixed: its form is sent by `lender`
    too, filled in with the lender's figures; broken: half of its file arrives; odd: has a figure to explain.
    """

    missing: tuple[Unit, ...]
    late: tuple[Unit, ...]
    faulty: tuple[Unit, ...]
    nothing: Unit
    twice: Unit
    mixed: Unit
    lender: Unit
    broken: Unit
    by_mail: Unit
    odd: Unit
    sound: tuple[Unit, ...]


def cast_of(owed: Obligations, period: Period) -> Cast:
    """Return the parts of a period; an office with few units has fewer who are missing, late or wrong."""
    order = _in_order(owed, period)
    queue = iter(order)
    sizes = _group_sizes(len(order))
    missing, late, faulty = (tuple(islice(queue, size)) for size in sizes)
    nothing, twice, mixed, lender, broken, by_mail, odd = islice(queue, PARTS)
    sound = tuple(queue)
    return Cast(
        missing,
        late,
        faulty,
        nothing,
        twice,
        mixed,
        lender,
        broken,
        by_mail,
        odd,
        sound,
    )


def _group_sizes(units: int) -> tuple[int, int, int]:
    """Return how many are missing, how many late, how many wrong."""
    if units >= FEW:
        return MISSING, LATE, len(FAULTS)
    spare = max(0, units - PARTS) // 3
    return min(MISSING, spare), min(LATE, spare), min(len(FAULTS), spare)


def _in_order(owed: Obligations, period: Period) -> list[Unit]:
    """Return the units in the order in which they are given their parts in a period's inbox."""
    units = list(owed.owing)
    order = chance_of(f"hộp thư {period}").sample(units, len(units))
    for month in period.parts[:1]:
        # Who says that nothing happened in a quarter has no months that say otherwise.
        missing, *_ = _in_order(owed, month)
        silent = order.index(missing)
        nothing = sum(_group_sizes(len(order)))
        order[silent], order[nothing] = order[nothing], order[silent]
    return order


def reported(owed: Obligations, unit: Unit, month: Period) -> Figures:
    """Return what a unit reported of a month: a quarter is the sum of what its months said."""
    figures = true_month(unit.code, month)
    change = change_of(owed, unit, month)
    return change(figures) if change else figures


def change_of(owed: Obligations, unit: Unit, month: Period) -> Callable[[Figures], Figures] | None:
    """Return what a unit's part in a month's inbox does to its figures."""
    cast = cast_of(owed, month)
    changes = {
        cast.nothing.code: quiet,
        cast.twice.code: corrected,
        cast.odd.code: crowded,
    }
    return changes.get(unit.code)


def quiet(figures: Figures) -> Figures:
    """Nothing happened: the members are there all the same, and their minds are as they are."""
    kept = ("KG001", "KG601", "KG605")
    found: Figures = {}
    for code, value in figures.items():
        blank = 0 if isinstance(value, int | float) else None
        found[code] = value if code in kept else blank
    return found


def corrected(figures: Figures) -> Figures:
    """What a unit sends again after counting once more."""
    return {**figures, "KG220": int(figures["KG220"]) + 5}  # type: ignore[arg-type]


def crowded(figures: Figures) -> Figures:
    """Call three times as many members to one meeting as there are: possible, but to be explained."""
    called = 3 * int(figures["KG001"])  # type: ignore[arg-type]  # a true month's figures are whole
    return {
        **figures,
        "KG105": "25-CT/TW",
        "KG106": 1,
        "KG107": called,
        "KG108": called,
        "KG109": 100.0,
    }
