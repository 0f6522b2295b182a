"""Workdays: weekends, holidays, and the Saturdays worked in exchange."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Roll(StrEnum):
    """Where a deadline on a rest day goes; the values are what tblCauHinh offers."""

    FORWARD = "lùi về sau"  # BLDS 2015, Điều 148.5: the end of the next workday
    BACKWARD = "đưa lên trước"
    NONE = "giữ nguyên"


_STEPS: Final[Mapping[Roll, timedelta]] = {
    Roll.FORWARD: ONE_DAY,
    Roll.BACKWARD: -ONE_DAY,
    Roll.NONE: timedelta(0),
}


@dataclass(frozen=True)
class WorkCalendar:
    """The days on which the office rests and the rest days on which it works all the same."""

    days_off: frozenset[date] = field(default_factory=frozenset)
    days_worked: frozenset[date] = field(default_factory=frozenset)

    @classmethod
    def of(cls, days_off: Iterable[date], days_worked: Iterable[date] = ()) -> WorkCalendar:
        """Return the calendar with these days off and these rest days worked."""
        return cls(frozenset(days_off), frozenset(days_worked))

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[str, Any]]) -> WorkCalendar:
        """Return the calendar of the rows of tblNgayNghi (field -> value)."""
        days: dict[str, list[date]] = defaultdict(list)
        for row in rows:
            same = days[row["kind"]]
            same.append(row["day"])
        return cls.of(
            days_off=days["nghỉ"],
            days_worked=days["làm bù"],
        )

    def is_workday(self, day: date) -> bool:
        """Say whether the office works on `day`."""
        if day in self.days_worked:
            return True
        if day in self.days_off:
            return False
        return day.weekday() < SATURDAY

    def roll(self, day: date, rule: Roll = Roll.FORWARD) -> date:
        """Return `day`, moved by `rule` if the office rests on it."""
        step = _STEPS[rule]
        while step and not self.is_workday(day):
            day += step
        return day

    def add_workdays(self, day: date, count: int) -> date:
        """Return the workday that lies `count` workdays after `day` (the day itself is not counted)."""
        while count > 0:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day
