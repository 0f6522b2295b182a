"""On how many days the office urged the units that were late with the report of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.model.records import REPORTED, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.year import Year

BEFORE_THE_DAY: Final = "trước hạn"  # the step of a reminder that urges nobody who is late
NOT_LATE: Final = frozenset({State.EXTENDED, State.WAIVED})


def urging_days(year: Year, period: Period, today: date) -> int:
    """Return on how many days reminders really left to units that were late with a period.

    Counted are the days after the units' deadline up to `today`, or to the day the period was closed: a
    reminder is over all periods, so an earlier one is about others. One that lies among the drafts has urged
    nobody, nor has one of which nobody knows whether it left, or that came back.
    """
    deadline = year.deadlines.get(str(period))
    if deadline is None or schema.LETTERS.name in year.missing:  # a master of before tblThu
        return 0
    until = _last_day(year, period, today)
    late = {duty.unit for duty in year.duties_of(period) if _was_late(duty)}
    days = set(_days_of_urging(year, late, today))
    within = [day for day in days if deadline.unit_due < day <= until]
    return len(within)


def _last_day(year: Year, period: Period, today: date) -> date:
    closing = year.closing_of(period)
    if closing is None:
        return today
    closed_on = closing.closed_at.date()
    return min(today, closed_on)


def _was_late(duty: Duty) -> bool:
    if duty.state in REPORTED:
        return bool(duty.days_late)
    return duty.state not in NOT_LATE


def _days_of_urging(year: Year, units: Collection[str], today: date) -> Iterator[date]:
    """Yield the days; a letter that a person sent and that has no moment yet was seen to be sent today."""
    for letter in year.letters:
        if letter.kind != LetterKind.REMINDER or letter.step == BEFORE_THE_DAY:
            continue
        if letter.state != LetterState.SENT or letter.unit not in units:
            continue
        moment = letter.sent
        yield moment.date() if moment else today
