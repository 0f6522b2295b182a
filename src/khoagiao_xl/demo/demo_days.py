"""When what is done in a period: forms out, reports in, corrections in, the report up, the closing.

Everything is done on a workday. Periods that end together (March, the first quarter) are worked on together,
so that their reports of one day know the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.workdays import Roll, WorkCalendar

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.office.year import Year

DAYS_BEFORE: Final = timedelta(8)  # the deadline: forms go out
DAYS_AFTER: Final = 4  # the deadline: workdays until the corrections are taken in
AFTER_THE_CLOSING: Final = 3  # workdays
TEN_MINUTES: Final = timedelta(minutes=10)
ONE_DAY: Final = timedelta(1)
ANSWER, MEND, MEND_LATER = "các đơn vị trả lời", "các đơn vị sửa", "một đơn vị sửa sau khi chốt"
# What is done of every period: on which of its days (PeriodDays), at which hour.
OF_EACH: Final = (
    ("phat_bieu_mau", "issued", time(8)),
    (ANSWER, "issued", time(10)),
    ("tiep_nhan", "first_intake", time(8)),
    ("tong_hop", "first_intake", time(9)),
    ("don_doc", "first_intake", time(10)),
    (MEND, "first_intake", time(11)),
    ("tiep_nhan", "second_intake", time(14)),
    ("tong_hop", "second_intake", time(15)),
    ("xuat_bao_cao", "second_intake", time(16)),
    ("cap_so", "second_intake", time(16, 40)),
)
CLOSING: Final = ("chot_ky", "closing", time(9))
# What follows the closing of the first month of the year: one unit has counted again.
AFTERWARDS: Final = (
    (MEND_LATER, "afterwards", time(8)),
    ("tiep_nhan", "afterwards", time(9)),
    ("tong_hop", "afterwards", time(10)),
)


@dataclass(frozen=True)
class PeriodDays:
    """The days of a period's work; `due`: of the units. ends: the last day that is reported of."""

    ends: date
    issued: date
    due: date
    first_intake: date
    second_intake: date
    closing: date
    afterwards: date


@dataclass(frozen=True)
class Event:
    """Something done at a moment: an action of the office, or what the units do."""

    moment: datetime
    what: str
    period: Period
    days: PeriodDays


def days_of(deadlines: Iterable[Deadline], calendar: WorkCalendar) -> PeriodDays:
    """Return the days of the period of the first of `deadlines`; the others end together with it."""
    together = list(deadlines)
    own, *_ = together
    reports = [deadline.report_due for deadline in together]
    closings = [deadline.closes for deadline in together]
    mended = calendar.add_workdays(own.unit_due, DAYS_AFTER)
    last = min(reports)
    latest = max(closings)
    closing = calendar.roll(latest)
    early = own.unit_due - DAYS_BEFORE
    return PeriodDays(
        ends=own.ends,
        issued=calendar.roll(early, Roll.BACKWARD),
        due=own.unit_due,
        first_intake=calendar.add_workdays(own.unit_due, 1),
        second_intake=min(mended, last),
        closing=closing,
        afterwards=calendar.add_workdays(closing, AFTER_THE_CLOSING),
    )


def calendar_of(year: Year) -> WorkCalendar:
    """Return the workdays of a master."""
    rows = year.rows(schema.HOLIDAYS)
    return WorkCalendar.of_rows(rows)


def events_in(master: Path, periods: Sequence[Period]) -> list[Event]:
    """Return everything that is done of the periods, in the order in which it is done."""
    from khoagiao_xl.office.year import read_year

    year = read_year(master)
    events: list[Event] = []
    for period in periods:
        own = _events_of(period, periods, year)
        events.extend(own)
    return sorted(events, key=attrgetter("moment"))


def _events_of(period: Period, lived: Sequence[Period], year: Year) -> Iterator[Event]:
    together = _together(period, lived)
    lines = [year.deadlines[str(other)] for other in together]
    days = days_of(lines, calendar_of(year))
    in_turn = sorted(together, key=_length)
    wait = in_turn.index(period) * TEN_MINUTES
    for what, name, hour in _done_of(period, lived):
        day = getattr(days, name)
        moment = datetime.combine(day, hour)
        yield Event(moment + wait, what, period, days)


def _done_of(period: Period, lived: Sequence[Period]) -> Iterator[tuple[str, str, time]]:
    """Yield what is done of a period, on which of its days, at which hour; the last are not closed yet."""
    yield from OF_EACH
    ends = {other.last_month for other in lived}
    if period.last_month == max(ends):
        return
    yield CLOSING
    if period.kind is Kind.MONTH and period.index == 1:
        yield from AFTERWARDS


def _together(period: Period, lived: Iterable[Period]) -> list[Period]:
    """Return the period, and after it the others that end with it."""
    ending = [other for other in lived if other.last_month == period.last_month]
    others = [other for other in ending if other != period]
    return [period, *others]


def _length(period: Period) -> int:
    return period.last_month - period.first_month


def workdays_between(first: date, last: date, calendar: WorkCalendar) -> list[date]:
    """Return the workdays from `first` to `last`, both included; `last` itself where there is none."""
    days = []
    day = first
    while day <= last:
        if calendar.is_workday(day):
            days.append(day)
        day += ONE_DAY
    return days or [last]
