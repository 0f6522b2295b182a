"""What stands of each unit in a figure of a period: its answer, or of a stock what it last reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.totals.adding import Contribution
from khoagiao_xl.totals.period_answers import STOCKS, PeriodAnswers, YearAnswers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period

ByUnit = dict[str, Contribution]


def standing(answers: YearAnswers, period: Period, item: Indicator) -> tuple[Contribution, ...]:
    """Return the contributions of every unit that stands in the figure with all of its terms."""
    terms = [_of_term(answers, period, term) for term in answers.terms(item)]
    found: list[Contribution] = []
    if not terms:
        return ()
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
    standing_units = {part.unit for part in known}
    for unit in here.asked(item):
        if unit not in standing_units and not here.is_not_applicable(unit, item):
            yield unit


def is_stock(answers: YearAnswers, item: Indicator) -> bool:
    """Whether a silent unit still stands in the figure: all of its terms are as of the period's end."""
    terms = answers.terms(item)
    return all(term.over_time in STOCKS for term in terms)


def _in_all(terms: Sequence[Mapping[str, Contribution]]) -> list[str]:
    first, *others = terms
    units = list(first)
    for term in others:
        units = [unit for unit in units if unit in term]
    return units


def _of_term(answers: YearAnswers, period: Period, item: Indicator) -> ByUnit:
    here = answers.of(period)
    found = _given(here, item)
    if item.over_time in STOCKS:
        found |= _carried(answers, here, item, found)
    return found


def _given(here: PeriodAnswers, item: Indicator) -> ByUnit:
    found = {}
    code = str(here.period)
    for unit in here.reports:
        value = here.figure(unit, item)
        if value is not None:
            found[unit] = Contribution(unit, code, item.code, value)
    return found


def _carried(answers: YearAnswers, here: PeriodAnswers, item: Indicator, given: ByUnit) -> ByUnit:
    """Return what the units last reported that stand on the last day and are silent now."""
    found = {}
    for unit in here.asked(item):
        if unit in given or here.is_not_applicable(unit, item):
            continue
        last = last_known(answers, here.period, item, unit)
        if last is not None:
            found[unit] = last
    return found


def last_known(answers: YearAnswers, period: Period, item: Indicator, unit: str) -> Contribution | None:
    """Return what a unit last reported before or beside `period`, None where it never did.

    A unit to which the question does not apply any more has nothing that stands.
    """
    for earlier in answers.before(period, over_year=item.over_year):
        if earlier.is_not_applicable(unit, item):
            return None
        value = earlier.figure(unit, item)
        if value is not None:
            code = str(earlier.period)
            return Contribution(unit, code, item.code, value, carried=True)
    return None
