"""What each unit adds to a figure, in a period and in the year to date: every figure is a fold over these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.totals.adding import Contribution
from khoagiao_xl.totals.standing_answers import standing
from khoagiao_xl.totals.year_answers import YearAnswers
from khoagiao_xl.totals.year_to_date import YearToDate

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year

__all__ = ["Contribution", "figure_contributions", "to_date_contributions"]


def figure_contributions(year: Year, period: Period, item: Indicator) -> tuple[Contribution, ...]:
    """Return what each unit adds to «Kỳ này» of an indicator; `adding.add_up` makes the figure of them.

    Of a share or a weighted mean they are the answers to its terms, of the units that have all of them.
    """
    answers = YearAnswers(year)
    return standing(answers, period, item)


def to_date_contributions(year: Year, period: Period, item: Indicator) -> tuple[Contribution, ...]:
    """Return what each unit adds to «Lũy kế»: nothing for what is not added over time.

    Nothing either where of a part of the year no report at all is known.
    """
    answers = YearAnswers(year)
    return YearToDate(answers, period, item).contributions
