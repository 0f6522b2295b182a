"""What was done of the year's plan, over the units that gave a plan and whose year to date is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import STOCKS
from khoagiao_xl.totals.adding import Contribution, add_up
from khoagiao_xl.totals.last_known import last_known
from khoagiao_xl.totals.year_answers import YearAnswers
from khoagiao_xl.totals.year_to_date import YearToDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.totals.period_figures import Figure

Deeds = dict[str, tuple[Contribution, ...]]  # code of a unit -> what it did since the start of the year


@dataclass(frozen=True)
class PlanShare:
    """units: how many have a plan and are known; planned, done: over these."""

    units: int
    planned: float | int | None = None
    done: float | int | None = None


NO_PLAN: Final = PlanShare(0)


def share_of_plan(answers: YearAnswers, figure: Figure, to_date: YearToDate) -> PlanShare:
    """Return the plan of the indicator and what was done of it, over the same units.

    A plan that was told once holds for the rest of its year.
    """
    item = figure.item
    plan = answers.indicators.get(item.plan)
    if plan is None:
        return NO_PLAN
    done = _done(figure, to_date)
    plans = list(_plans(answers, to_date.period, plan, done))
    planned = add_up(plans, plan).number
    if planned is None:
        return NO_PLAN
    units = [part.unit for part in plans]
    own: list[Contribution] = []
    for unit in units:
        own += done[unit]
    return PlanShare(
        units=figure.coverage.units_among(units),
        planned=planned,
        done=add_up(own, item).number,
    )


def _done(figure: Figure, to_date: YearToDate) -> Deeds:
    """Return unit -> what it did since the start of the year, of those of which that is known."""
    found: Deeds = {}
    if figure.item.over_time in STOCKS:
        for part in figure.contributions:
            found[part.unit] = (part,)
        return found
    for code, unit in to_date.units.items():
        if not unit.gaps:
            found[code] = unit.contributions
    return found


def _plans(
    answers: YearAnswers, period: Period, plan: Indicator, units: Iterable[str]
) -> Iterator[Contribution]:
    here = answers.of(period)
    told_now = here.told(plan)
    for unit in units:
        told = told_now.get(unit) or last_known(answers, period, plan, unit)
        if told is not None:
            yield told
