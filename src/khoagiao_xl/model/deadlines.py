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
class Office:
    """How the office counts days: its rest days, where a deadline on one goes, when a period closes."""

    calendar: WorkCalendar
    roll: Roll
    close_after_workdays: int


@dataclass(frozen=True)
class _Days:
    """The day on which the units report a period, and the one on which the office does."""

    unit: date
    report: date


def plan_deadlines(year: int, office: Office, named: Mapping[Kind, Named] | None = None) -> list[Deadline]:
    """Return the window and the deadlines of the periods of `year`, in the order of `periods_of`.

    named: what a guidance says of a kind of period; elsewhere the defaults hold, and are noted as assumed.
    No unit is due before its period ends, but for the year, which is reported with an estimate. The two due
    days are moved by the office's rule; a period closes so many workdays after its report is due.
    """
    own = named or {}
    return [_plan(period, office, own.get(period.kind)) for period in periods_of(year)]


def _plan(period: Period, office: Office, named: Named | None) -> Deadline:
    asked = _asked_days(period, named)
    floored = _after_the_end(period, asked)
    due = _moved(period, floored, office)
    notes = [named.note if named else _assumed(period.kind)]
    notes += [*_told_floor(period, asked, floored), *_told_moves(floored, due)]
    return Deadline(
        period=str(period),
        starts=_opening(period),
        ends=window_end(period),
        unit_due=due.unit,
        report_due=due.report,
        closes=office.calendar.add_workdays(due.report, office.close_after_workdays),
        note=". ".join(notes),
    )


def _assumed(kind: Kind) -> str:
    return ASSUMED + ESTIMATED if kind.facts.is_estimated else ASSUMED


def window_end(period: Period) -> date:
    """Return the last day that a report of the period counts."""
    return date(period.year, period.last_month, WINDOW_CLOSES)


def _opening(period: Period) -> date:
    if period.first_month == 1:
        return date(period.year - 1, 12, WINDOW_OPENS)
    return date(period.year, period.first_month - 1, WINDOW_OPENS)


def _asked_days(period: Period, named: Named | None) -> _Days:
    """Return both days as they are asked for: where one is named, the other keeps its distance."""
    facts = period.kind.facts
    usual = _Days(
        date(period.year, period.last_month, facts.unit_due),
        date(period.year, period.last_month, facts.report_due),
    )
    if named is None:
        return usual
    day = _named_day(period, named)
    distance = usual.report - usual.unit
    if named.is_for_units:
        is_passed = usual.report <= day
        return _Days(day, day + distance) if is_passed else _Days(day, usual.report)
    is_passed = usual.unit >= day
    return _Days(day - distance, day) if is_passed else _Days(usual.unit, day)


def _named_day(period: Period, named: Named) -> date:
    month = named.month or period.last_month
    _, last = monthrange(period.year, month)
    day = min(named.day, last)
    return date(period.year, month, day)


def _after_the_end(period: Period, days: _Days) -> _Days:
    """Return the days with those before the period's end put on the day after it."""
    end = window_end(period)
    if period.kind.facts.is_estimated or days.unit >= end:
        return days
    unit = end + ONE_DAY
    return _Days(unit, max(unit, days.report))


def _moved(period: Period, days: _Days, office: Office) -> _Days:
    """Return the days off the rest days; a day put forward may not land before the period's end."""
    roll = office.calendar.roll
    unit = roll(days.unit, office.roll)
    report = roll(days.report, office.roll)
    end = window_end(period)
    if unit < end <= days.unit:
        unit = roll(days.unit, Roll.FORWARD)
    return _Days(unit, max(unit, report))


def _told_floor(period: Period, asked: _Days, got: _Days) -> list[str]:
    """Say that the day asked for lies before the period's end, so that a person looks at both."""
    if asked.unit == got.unit:
        return []
    facts = {"day": f"{asked.unit:%d/%m}", "end": f"{window_end(period):%d/%m}"}
    return [sentence("NP-23", facts)]


def _told_moves(asked: _Days, got: _Days) -> list[str]:
    """Say which days a weekend or holiday has moved, so that nobody takes the new day for the rule."""
    moves = []
    if asked.unit != got.unit:
        moves.append(_told_move("hạn đơn vị", asked.unit, got.unit))
    if asked.report != got.report:
        moves.append(_told_move("hạn báo cáo", asked.report, got.report))
    if not moves:
        return []
    told = "; ".join(moves)
    return [f"Vì ngày nghỉ: {told}"]


def _told_move(name: str, was: date, now: date) -> str:
    return f"{name} {was:%d/%m} dời sang {now:%d/%m}"
