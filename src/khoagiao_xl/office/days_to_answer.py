"""Until which day a letter or a notice asks for what is overdue already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year

    Counts = Callable[[LoggedLetter], bool]

WORKDAYS_LEFT: Final = 3


def last_day(year: Year, period: Period, today: date) -> date:
    """Return until when what is owed must come: three workdays on, but not after the period closes."""
    calendar = year.day_rules.calendar
    soon = calendar.add_workdays(today, WORKDAYS_LEFT)
    obligations = year.obligations(period)
    closes = obligations.deadline.closes
    if closes <= today:
        return soon
    return min(soon, closes)


def urged_until(year: Year, period: Period, today: date) -> date:
    """Return the day that the last reminders named already, while it is to come; else `last_day`.

    A notice or an official letter the day after the reminders would set the same units another day.
    """
    return _named(year, period, today, _urges) or last_day(year, period, today)


def reminded_until(year: Year, period: Period, today: date) -> date | None:
    """Return the day that the last reminders sent have named, None where there are none or it is over.

    Of a letter that is only drafted no unit knows the day.
    """
    return _named(year, period, today, _has_urged)


def _named(year: Year, period: Period, today: date, counts: Counts) -> date | None:
    days = list(_days_of_reminders(year, period, today, counts))
    if not days:
        return None
    named = last_day(year, period, max(days))
    return named if named > today else None


def _days_of_reminders(year: Year, period: Period, today: date, counts: Counts) -> Iterator[date]:
    """Yield when the reminders that count were written since the reports were due."""
    if schema.LETTERS.name in year.missing:  # a master of before tblThu
        return
    obligations = year.obligations(period)
    due = obligations.deadline.unit_due
    moments = [letter.drafted for letter in year.letters if counts(letter)]
    for moment in filter(None, moments):
        day = moment.date()
        if due < day <= today:
            yield day


def _has_urged(letter: LoggedLetter) -> bool:
    return letter.kind == LetterKind.REMINDER and letter.state == LetterState.SENT


def _urges(letter: LoggedLetter) -> bool:
    """Whether it is a reminder that was not given up."""
    return letter.kind == LetterKind.REMINDER and letter.state != LetterState.DROPPED
