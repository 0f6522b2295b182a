"""Until which day a letter or a notice asks for what is overdue already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year

WORKDAYS_LEFT: Final = 3


def last_day(year: Year, period: Period, today: date) -> date:
    """Return until when what is owed must come: three workdays on, but not after the period closes."""
    calendar = year.day_rules.calendar
    soon = calendar.add_workdays(today, WORKDAYS_LEFT)
    closes = year.obligations(period).deadline.closes
    return min(soon, closes) if closes > today else soon
