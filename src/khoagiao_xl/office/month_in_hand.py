"""The month that the office is in the middle of, when nobody has chosen a period.

The dashboard finds the same one by a formula (`building/period_picker`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.office.year import Year


def month_in_hand(year: Year, today: date) -> str:
    """Return the code of the first month that is not closed on `today`, blank where the year has no month.

    When the year is over it is the last one that was taken in, for that is what is looked at then; else the
    last. Raise WrongRequest as `Year.deadlines` does.
    """
    months = [line for line in year.deadlines.values() if _is_month(line)]
    still_open = [line.period for line in months if line.closes >= today]
    if still_open:
        return still_open[0]
    every = [line.period for line in months]
    taken = {duty.period for duty in year.duties}
    looked_at = [period for period in every if period in taken]
    return (looked_at or every or [""])[-1]


def _is_month(line: Deadline) -> bool:
    return Period.parse(line.period).kind is Kind.MONTH
