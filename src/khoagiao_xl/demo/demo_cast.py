"""Who plays which part in the inbox of a period, and what that does to what a unit reports.

A few units never answer. The other parts go around: in each period other units are late, wrong or odd.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_figures import Figures, chance_of, true_month
from khoagiao_xl.demo.demo_issue import MONTH_OF_IT, with_an_issue
from khoagiao_xl.model.periods import Kind, periods_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.obligations import Obligations

SILENT, MISSING, LATE = 3, 2, 4
FEWEST_WRONG, MOST_WRONG = 5, 8
PARTS: Final = 7  # of one unit each: nothing, twice, mixed, lender, broken, by_mail, odd
GROUPS: Final = SILENT + MISSING + LATE + MOST_WRONG
FEW: Final = GROUPS + PARTS  # fewer units than this share fewer parts


@dataclass(frozen=True)
class Cast:
    """The units of an inbox by what becomes of their forms.

    silent: never answer, the whole year; missing: not this time. late: after they were reminded.
    faulty: returned, and sent again in order by all but the first. nothing: has nothing to report of a month;
    twice: sends a corrected form after; mixed: its form is sent by `lender` too, filled in with the lender's
    figures; broken: half of its file arrives; odd: has a figure to explain.
    """

    silent: tuple[Unit, ...]
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

    @property
    def mending(self) -> tuple[Unit, ...]:
        """Those who send again what came back to them, or arrived in pieces."""
        return (*self.faulty[1:], self.broken)

    @property
    def recounting(self) -> tuple[Unit, ...]:
        """One that finds after the closing of the year's first month that it had counted too few."""
        return self.sound[-1:]

    @property
    def troubled(self) -> tuple[Unit, ...]:
        """One at which a hot issue arises in the second month of the year."""
        half = len(self.sound) // 2
        later = self.sound[half:]
        return later[:1]


def cast_of(owed: Obligations, period: Period) -> Cast:
    """Return the parts of a period; an office with few units has fewer who are missing, late or wrong."""
    queue = iter(_in_order(owed, period))
    sizes = _group_sizes(owed, period)
    silent, missing, late, faulty = (tuple(islice(queue, size)) for size in sizes)
    nothing, twice, mixed, lender, broken, by_mail, odd = islice(queue, PARTS)
    return Cast(
        silent=silent,
        missing=missing,
        late=late,
        faulty=faulty,
        nothing=nothing,
        twice=twice,
        mixed=mixed,
        lender=lender,
        broken=broken,
        by_mail=by_mail,
        odd=odd,
        sound=tuple(queue),
    )


def _group_sizes(owed: Obligations, period: Period) -> list[int]:
    """Return how many never answer, are missing this time, are late, are wrong."""
    chance = chance_of(f"số đơn vị sai {period}")
    wrong = chance.randint(FEWEST_WRONG, MOST_WRONG)
    wanted = [SILENT, MISSING, LATE, wrong]
    units = len(owed.owing)
    if units >= FEW:
        return wanted
    spare = max(0, units - PARTS)
    share = spare // len(wanted)
    return [min(size, share) for size in wanted]


def _in_order(owed: Obligations, period: Period) -> list[Unit]:
    """Return the units in the order in which they are given their parts: the silent, the others in turn."""
    units = list(owed.owing)
    chance = chance_of(f"đơn vị {period.year}")
    order = chance.sample(units, len(units))
    silent, *_ = _group_sizes(owed, period)
    first, others = order[:silent], order[silent:]
    return [*first, *_turned(others, period)]


def _turned(units: Sequence[Unit], period: Period) -> list[Unit]:
    """Return the units from another one on in each period of the year."""
    periods = periods_of(period.year)
    turn = periods.index(period)
    start = turn * FEW % len(units)
    before, after = units[:start], units[start:]
    return [*after, *before]


def reported(owed: Obligations, unit: Unit, month: Period) -> Figures:
    """Return what a unit reported of a month: a quarter is the sum of what its months said."""
    figures = true_month(unit.code, month)
    change = change_of(owed, unit, month)
    return change(figures) if change else figures


def change_of(owed: Obligations, unit: Unit, month: Period) -> Callable[[Figures], Figures] | None:
    """Return what a unit's part in a month's inbox does to its figures."""
    if month.kind is not Kind.MONTH:
        return None
    cast = cast_of(owed, month)
    changes = {
        cast.nothing.code: quiet,
        cast.twice.code: corrected,
        cast.odd.code: crowded,
    }
    if month.index == 1:
        changes |= {late.code: corrected for late in cast.recounting}
    if month.index == MONTH_OF_IT:
        changes |= {hot.code: with_an_issue for hot in cast.troubled}
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
    return {**figures, "KG220": int(figures["KG220"]) + 1}  # type: ignore[arg-type]


def crowded(figures: Figures) -> Figures:
    """Call three times as many members to one meeting as there are: possible, but to be explained."""
    called = 3 * int(figures["KG001"])  # type: ignore[arg-type]  # a true month's figures are whole
    return {
        **figures,
        "KG105": "45-NQ/TW",
        "KG106": 1,
        "KG107": called,
        "KG108": called,
        "KG109": 100.0,
    }


def over_insured(figures: Figures) -> Figures:
    """Count two more insured than there are people: relatives, to be explained."""
    people = int(figures["KG002"])  # type: ignore[arg-type]
    insured = people + 2
    share = insured / people * 100
    return {
        **figures,
        "KG223": insured,
        "KG224": round(share, 1),
    }
