"""What a unit last reported: a stock still stands where its unit is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.totals.adding import Contribution

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.totals.period_answers import YearAnswers


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
