"""The period that the office is in the middle of, when nobody has chosen one.

The dashboard finds the same one by a formula (`building/period_picker`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.office.year import Year


def period_in_hand(year: Year, today: date) -> str:
    """Return the code of the period last worked on while it is open, else of the first month not closed yet.

    When the year is over it is the one last worked on, for that is what is looked at then; else the last
    month that was taken in, else the last; blank where the year has no month.
    Raise WrongRequest as `Year.deadlines` does.
    """
    deadlines = year.deadlines
    worked_on = last_worked_on(year)
    if worked_on and deadlines[worked_on].closes >= today:
        return worked_on
    months = [line for line in deadlines.values() if _is_month(line)]
    still_open = [line.period for line in months if line.closes >= today]
    if still_open:
        return still_open[0]
    return worked_on or _last_month(year, months)


def last_worked_on(year: Year) -> str:
    """Return the period of the newest line of the journal that names one; blank for none of this year."""
    for line in year.raw(schema.JOURNAL):
        named = line["Kỳ"]
        if not named:
            continue
        period = str(named)
        return period if period in year.deadlines else ""
    return ""


def _last_month(year: Year, months: list[Deadline]) -> str:
    every = [line.period for line in months]
    taken = {duty.period for duty in year.duties}
    looked_at = [period for period in every if period in taken]
    candidates = looked_at or every
    if not candidates:
        return ""
    return candidates[-1]


def _is_month(line: Deadline) -> bool:
    return Period.parse(line.period).kind is Kind.MONTH
