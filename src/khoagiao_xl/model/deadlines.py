"""The deadlines a year's periods get by default, moved off the days on which the office rests."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.workdays import Roll, WorkCalendar

WINDOW_OPENS: Final = 15  # of the month before the period: Nghị định 09/2019/NĐ-CP, Điều 12
WINDOW_CLOSES: Final = 14  # of the period's last month
ASSUMED: Final = "Giả định: hướng dẫn không nêu ngày cụ thể"


@dataclass(frozen=True)
class Default:
    """Days of the period's last month: what units send is due, what the office sends up is due."""

    unit_due: int
    report_due: int
    note: str


@dataclass(frozen=True)
class Named:
    """The day that a guidance names for one kind of period; `month` where it is not the period's last.

    is_for_units: the day on which units report, else the one on which the office reports to the level above.
    """

    day: int
    note: str
    month: int | None = None
    is_for_units: bool = True


DEFAULTS: Final = {
    Kind.MONTH: Default(18, 25, ASSUMED),
    Kind.QUARTER: Default(17, 20, ASSUMED),
    Kind.HALF: Default(16, 20, ASSUMED),
    # The year is reported before it is over, with an estimate for what is left of it.
    Kind.YEAR: Default(5, 10, f"{ASSUMED}; số liệu ước cả năm"),
}


@dataclass(frozen=True)
class Office:
    """How the office counts days: its rest days, where a deadline on one goes, when a period closes."""

    calendar: WorkCalendar
    roll: Roll
    close_after_workdays: int


def plan_deadlines(year: int, office: Office, named: Mapping[Kind, Named] | None = None) -> list[Deadline]:
    """Return the window and the deadlines of the 18 periods of `year`, in the order of `periods_of`.

    named: what a guidance says of a kind of period; elsewhere the defaults hold, and are noted as assumed.
    The two due days are moved by the office's rule; a period closes so many workdays after its report is due.
    """
    return [_plan(period, office, (named or {}).get(period.kind)) for period in periods_of(year)]


def _plan(period: Period, office: Office, named: Named | None) -> Deadline:
    default = DEFAULTS[period.kind]
    asked = [date(period.year, period.last_month, day) for day in (default.unit_due, default.report_due)]
    if named:
        asked = _named_days(period, named, *asked)
    unit_due, report_due = (office.calendar.roll(day, office.roll) for day in asked)
    return Deadline(
        period=str(period),
        starts=_opening(period),
        ends=date(period.year, period.last_month, WINDOW_CLOSES),
        unit_due=unit_due,
        report_due=report_due,
        closes=office.calendar.add_workdays(report_due, office.close_after_workdays),
        note=(named.note if named else default.note) + _moved(asked, [unit_due, report_due]),
    )


def _named_days(period: Period, named: Named, unit_due: date, report_due: date) -> list[date]:
    """Return both days with the one that is named; the other keeps its distance where it would be passed."""
    month = named.month or period.last_month
    day = date(period.year, month, min(named.day, monthrange(period.year, month)[1]))
    distance = report_due - unit_due
    if named.is_for_units:
        return [day, day + distance if report_due <= day else report_due]
    return [day - distance if unit_due >= day else unit_due, day]


def _opening(period: Period) -> date:
    if period.first_month == 1:
        return date(period.year - 1, 12, WINDOW_OPENS)
    return date(period.year, period.first_month - 1, WINDOW_OPENS)


def _moved(asked: list[date], got: list[date]) -> str:
    """Say which days a weekend or holiday has moved, so that nobody takes the new day for the rule."""
    names = ("hạn đơn vị", "hạn báo cáo")
    moves = [
        f"{name} {was:%d/%m} dời sang {now:%d/%m}"
        for name, was, now in zip(names, asked, got, strict=True)
        if was != now
    ]
    return f". Vì ngày nghỉ: {'; '.join(moves)}" if moves else ""
