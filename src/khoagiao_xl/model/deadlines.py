"""The deadlines a year's periods get by default, moved off the days on which the office rests."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.workdays import ONE_DAY, Roll, WorkCalendar
from khoagiao_xl.wording import sentence

WINDOW_OPENS: Final = 15  # of the month before the period: Nghị định 09/2019/NĐ-CP, Điều 12
WINDOW_CLOSES: Final = 14  # of the period's last month
ASSUMED: Final = "Giả định: hướng dẫn không nêu ngày cụ thể"
ESTIMATED: Final = "; số liệu ước cả năm"


@dataclass(frozen=True)
class Named:
    """The day that a guidance names for one kind of period; `month` where it is not the period's last.

    is_for_units: the day on which units report, else the one on which the office reports to the level above.
    """

    day: int
    note: str
    month: int | None = None
    is_for_units: bool = True


@dataclass(frozen=True)
class DayRules:
    """How the office counts days: its rest days, where a deadline on one goes, when a period closes."""

    calendar: WorkCalendar
    roll: Roll
    close_after_workdays: int

    def moved(self, day: date) -> date:
        """Return a deadline on `day`, moved if the office rests on it."""
        return self.calendar.roll(day, self.roll)

    def close_after(self, report_due: date) -> date:
        """Return the day on which a period closes whose report is due on that day."""
        count = self.close_after_workdays
        return self.calendar.add_workdays(report_due, count)


@dataclass(frozen=True)
class _Days:
    """The day on which the units report a period, and the one on which the office does."""

    unit: date
    report: date


def plan_deadlines(
    year: int, day_rules: DayRules, named: Mapping[Kind, Named] | None = None
) -> list[Deadline]:
    """Return the window and the deadlines of the periods of `year`, in the order of `periods_of`.

    named: what a guidance says of a kind of period; elsewhere the defaults hold, and are noted as assumed.
    No unit is due before its period ends, but for the year, which is reported with an estimate. The two due
    days are moved by the office's rule; a period closes so many workdays after its report is due.
    """
    own = named or {}
    plan = []
    for period in periods_of(year):
        line = _plan(period, day_rules, own.get(period.kind))
        plan.append(line)
    return plan


def _plan(period: Period, day_rules: DayRules, named: Named | None) -> Deadline:
    asked = _asked_days(period, named)
    floored = _after_the_end(period, asked)
    due = _moved(period, floored, day_rules)
    notes = [named.note if named else _assumed(period.kind)]
    notes += _told_floor(period, asked, floored)
    notes += _told_moves(floored, due)
    return Deadline(
        period=str(period),
        starts=_opening(period),
        ends=window_end(period),
        unit_due=due.unit,
        report_due=due.report,
        closes=day_rules.close_after(due.report),
        note=". ".join(notes),
    )


def _assumed(kind: Kind) -> str:
    if kind.facts.is_estimated:
        return ASSUMED + ESTIMATED
    return ASSUMED


def window_end(period: Period) -> date:
    """Return the last day that a report of the period counts."""
    return date(period.year, period.last_month, WINDOW_CLOSES)


def _opening(period: Period) -> date:
    first = date(period.year, period.first_month, 1)
    before = first - ONE_DAY
    return before.replace(day=WINDOW_OPENS)


def _asked_days(period: Period, named: Named | None) -> _Days:
    """Return both days as they are asked for: where one is named, the other keeps its distance."""
    usual = _usual_days(period)
    if named is None:
        return usual
    day = _named_day(period, named)
    distance = usual.report - usual.unit
    if named.is_for_units:
        is_in_order = day < usual.report
        return _Days(
            unit=day,
            report=usual.report if is_in_order else day + distance,
        )
    is_in_order = usual.unit < day
    return _Days(
        unit=usual.unit if is_in_order else day - distance,
        report=day,
    )


def _usual_days(period: Period) -> _Days:
    facts = period.kind.facts
    last_month = date(period.year, period.last_month, 1)
    return _Days(
        unit=last_month.replace(day=facts.unit_due),
        report=last_month.replace(day=facts.report_due),
    )


def _named_day(period: Period, named: Named) -> date:
    month = named.month or period.last_month
    _, last = monthrange(period.year, month)
    return date(
        year=period.year,
        month=month,
        day=min(named.day, last),
    )


def _after_the_end(period: Period, days: _Days) -> _Days:
    """Return the days with those before the period's end put on the day after it."""
    end = window_end(period)
    if period.kind.facts.is_estimated or days.unit >= end:
        return days
    unit = end + ONE_DAY
    return _Days(
        unit=unit,
        report=max(unit, days.report),
    )


def _moved(period: Period, days: _Days, day_rules: DayRules) -> _Days:
    """Return the days off the rest days; a day put forward may not land before the period's end."""
    unit = _moved_unit_day(period, days.unit, day_rules)
    report = day_rules.moved(days.report)
    return _Days(
        unit=unit,
        report=max(unit, report),
    )


def _moved_unit_day(period: Period, day: date, day_rules: DayRules) -> date:
    end = window_end(period)
    moved = day_rules.moved(day)
    if moved < end <= day:
        return day_rules.calendar.roll(day)
    return moved


def _told_floor(period: Period, asked: _Days, got: _Days) -> list[str]:
    """Say that the day asked for lies before the period's end, so that a person looks at both."""
    if asked.unit == got.unit:
        return []
    end = window_end(period)
    facts = {
        "day": f"{asked.unit:%d/%m}",
        "end": f"{end:%d/%m}",
    }
    return [sentence("NP-23", facts)]


def _told_moves(asked: _Days, got: _Days) -> list[str]:
    """Say which days a weekend or holiday has moved, so that nobody takes the new day for the rule."""
    days = (
        ("hạn đơn vị", asked.unit, got.unit),
        ("hạn báo cáo", asked.report, got.report),
    )
    moves = []
    for name, was, now in days:
        if was != now:
            moves.append(f"{name} {was:%d/%m} dời sang {now:%d/%m}")
    if not moves:
        return []
    told = "; ".join(moves)
    return [f"Vì ngày nghỉ: {told}"]
