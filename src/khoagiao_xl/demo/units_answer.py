"""What the units do between the office's actions: answer, send again what came back, tell at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.demo.demo_days import (
    ANSWER,
    MEND,
    MEND_LATER,
    ONE_DAY,
    PeriodDays,
    calendar_of,
    days_of,
    workdays_between,
)
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.hot_issues import QUICK

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.demo import Day
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year

    Inbox = tuple[Obligations, dict[str, bytes], Path]

FORMS, INBOXES = "bieu-mau", "hop-thu-den"


def receive_answers(day: Day, period: Period, days: PeriodDays | None = None) -> None:
    """Let the units answer the forms that were issued for `period`."""
    from khoagiao_xl.demo.demo_inbox import fill_inbox

    year = _read(day)
    known = days or _days(year, period)
    begins = max(known.ends, known.issued)
    sending = _workdays(year, begins + ONE_DAY, known.due)
    owed, forms, inbox = _inbox(day, year, period)
    fill_inbox(owed, forms, inbox, sending)


def receive_corrections(day: Day, period: Period, days: PeriodDays) -> None:
    """Let the units send again what came back to them; the late ones have been reminded."""
    from khoagiao_xl.demo.demo_inbox import mend_inbox

    year = _read(day)
    before = days.second_intake - ONE_DAY
    sending = _workdays(year, days.first_intake, before)
    owed, forms, inbox = _inbox(day, year, period)
    mend_inbox(owed, forms, inbox, sending)


def receive_later(day: Day, period: Period, days: PeriodDays) -> None:
    """Let a unit correct a report whose period is closed, and another tell at once of what has happened."""
    from khoagiao_xl.demo.demo_inbox import mend_later, tell_at_once

    year = _read(day)
    after = days.closing + ONE_DAY
    before = days.afterwards - ONE_DAY
    sending = _workdays(year, after, before)
    owed, forms, inbox = _inbox(day, year, period)
    mend_later(owed, forms, inbox, sending)
    blank = day.folder / FORMS / QUICK
    tell_at_once(owed, blank, inbox, sending)


UNITS: Final[dict[str, Callable[[Day, Period, PeriodDays], None]]] = {
    ANSWER: receive_answers,
    MEND: receive_corrections,
    MEND_LATER: receive_later,
}


def _read(day: Day) -> Year:
    from khoagiao_xl.office.year import read_year

    return read_year(day.master)


def _days(year: Year, period: Period) -> PeriodDays:
    code = str(period)
    deadline = year.deadlines[code]
    return days_of([deadline], calendar_of(year))


def _workdays(year: Year, first: date, last: date) -> list[date]:
    calendar = calendar_of(year)
    return workdays_between(first, last, calendar)


def _inbox(day: Day, year: Year, period: Period) -> Inbox:
    """Return who owes the period, the forms that were issued to them, and the folder they send them to."""
    owed = year.obligations(period)
    code = str(period)
    issued = day.folder / FORMS / code
    forms = {}
    for unit in owed.owing:
        name = form_name(unit.code, code)
        path = issued / name
        forms[unit.code] = files.read_bytes(path)
    inbox = day.folder / INBOXES / code
    return owed, forms, inbox
