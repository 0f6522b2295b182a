"""The deadlines a year's periods get by default, moved off the days on which the office rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.workdays import Roll

if TYPE_CHECKING:
    from khoagiao_xl.model.workdays import WorkCalendar

WINDOW_OPENS: Final = 15  # of the month before the period: Nghị định 09/2019/NĐ-CP, Điều 12
WINDOW_CLOSES: Final = 14  # of the period's last month
ASSUMED: Final = "Giả định: hướng dẫn không nêu ngày cụ thể"


@dataclass(frozen=True)
class Default:
    """Days of the period's last month: what units send is due, what the office sends up is due."""

    unit_due: int
    report_due: int
    note: str


DEFAULTS: Final = {
    Kind.MONTH: Default(18, 25, ASSUMED),
    Kind.QUARTER: Default(17, 20, ASSUMED),
    Kind.HALF: Default(16, 20, ASSUMED),
    # The year is reported before it is over, with an estimate for what is left of it.
    Kind.YEAR: Default(5, 10, f"{ASSUMED}; số liệu ước cả năm"),
}


def plan_deadlines(
    year: int, calendar: WorkCalendar, roll: Roll, close_after_workdays: int
) -> list[Deadline]:
    """Return the window and the deadlines of the 18 periods of `year`, in the order of `periods_of`.

    The two due days are moved by `roll`; a period closes so many workdays after its report is due.
    """
    return [_plan(period, calendar, roll, close_after_workdays) for period in periods_of(year)]


def _plan(period: Period, calendar: WorkCalendar, roll: Roll, close_after_workdays: int) -> Deadline:
    default = DEFAULTS[period.kind]
    asked = [date(period.year, period.last_month, day) for day in (default.unit_due, default.report_due)]
    unit_due, report_due = (calendar.roll(day, roll) for day in asked)
    return Deadline(
        period=str(period),
        starts=_opening(period),
        ends=date(period.year, period.last_month, WINDOW_CLOSES),
        unit_due=unit_due,
        report_due=report_due,
        closes=calendar.add_workdays(report_due, close_after_workdays),
        note=default.note + _moved(asked, [unit_due, report_due]),
    )


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
