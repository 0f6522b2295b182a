"""What stands of each unit in a figure of a period: its answer, or of a stock what it last reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.indicators import STANDING, STOCKS
from khoagiao_xl.totals.adding import Contribution
from khoagiao_xl.totals.last_known import last_known
from khoagiao_xl.totals.merged_units import MergedUnits
from khoagiao_xl.totals.period_answers import ByUnit, PeriodAnswers
from khoagiao_xl.totals.units_of_parts import undivided
from khoagiao_xl.totals.year_answers import YearAnswers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period


def standing(answers: YearAnswers, period: Period, item: Indicator) -> tuple[Contribution, ...]:
    """Return the contributions of every unit that stands in the figure with all of its terms."""
    terms = [_of_term(answers, period, term) for term in answers.terms(item)]
    if not terms:
        return ()
    if len(terms) == 1:  # of nearly all indicators
        return tuple(terms[0].values())
    found: list[Contribution] = []
    for unit in _in_all(terms):
        found += [term[unit] for term in terms]
    return tuple(found)


def never_known(
    answers: YearAnswers, period: Period, item: Indicator, known: Iterable[Contribution]
) -> Iterator[str]:
    """Yield the units that stand on the last day and of whose part in a stock nothing was ever known."""
    if not is_stock(answers, item):
        return
    here = answers.of(period)
    accounted = {part.unit for part in known}
    accounted.update(here.not_applicable(item))
    for unit in here.asked(item):
        if unit not in accounted:
            yield unit


def is_stock(answers: YearAnswers, item: Indicator) -> bool:
    """Whether a silent unit still stands in the figure: all of its terms hold until it says otherwise."""
    terms = answers.terms(item)
    over_time = {term.over_time for term in terms}
    return over_time <= STANDING


def _in_all(terms: Sequence[Mapping[str, Contribution]]) -> list[str]:
    first, *others = terms
    units = list(first)
    for term in others:
        units = [unit for unit in units if unit in term]
    return units


def _of_term(answers: YearAnswers, period: Period, item: Indicator) -> ByUnit:
    here = answers.of(period)
    told = here.told(item)
    if item.over_time not in STOCKS:
        return told
    found = dict(told)
    for part in _carried(answers, here, item):
        found[part.unit] = part
    merged = MergedUnits(answers, here, item, found)
    for piece in merged.pieces():
        found.setdefault(piece.unit, piece)
    return undivided(answers, here, item, found)


def _carried(answers: YearAnswers, here: PeriodAnswers, item: Indicator) -> Iterator[Contribution]:
    """Yield what the units last reported that stand on the last day and are silent now."""
    asked = here.asked(item)
    answered = here.answers(item)
    silent = asked.keys() - answered
    for unit in silent:
        last = last_known(answers, here.period, item, unit)
        if last is not None:
            yield last
