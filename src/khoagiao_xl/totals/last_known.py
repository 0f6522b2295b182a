"""What a unit last reported: a stock still stands where its unit is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.indicators import OverTime
from khoagiao_xl.totals.adding import Contribution
from khoagiao_xl.vietnamese.yes_no import NOT_APPLICABLE

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.totals.year_answers import YearAnswers


def last_known(answers: YearAnswers, period: Period, item: Indicator, unit: str) -> Contribution | None:
    """Return what a unit last reported before or beside `period`, None where it never did.

    A unit to which the question does not apply any more has nothing that stands. How minds are is known from
    a report of the same last day alone: who was calm in January may be worried in February.
    """
    for earlier in answers.before(period, over_year=item.over_year):
        if item.over_time is OverTime.MOMENT and earlier.period.ends != period.ends:
            return None
        value = earlier.answers(item).get(unit)
        if value == NOT_APPLICABLE:
            return None
        if value is not None:
            return Contribution(
                unit=unit,
                period=earlier.code,
                code=item.code,
                value=value,
                carried=True,
            )
    return None
