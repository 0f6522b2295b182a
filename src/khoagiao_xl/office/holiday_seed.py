"""The days off a new master begins with: those announced, else those of the calendar, marked as such.

Source: the package `holidays` counts the lunar days and those that a law names; which days are swapped is
announced year by year and stands in data/holidays.csv.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from khoagiao_xl.model import schema
from khoagiao_xl.office.default_rows import read_table
from khoagiao_xl.wording import sentence

Row = dict[str, Any]


def holidays_of(year: int) -> list[Row]:
    """Return the rows of tblNgayNghi for `year` (field -> value), in the order of days."""
    return announced_days(year) or calendar_days(year)


def announced_days(year: int) -> list[Row]:
    """Return the days off and the days worked in exchange that are announced; none for a year to come."""
    found = []
    for row in read_table("holidays.csv", schema.HOLIDAYS):
        day: date = row["day"]
        if day.year == year:
            found.append(row)
    return found


def calendar_days(year: int) -> list[Row]:
    """Return the days off by calendar and law alone; which days are swapped nobody can know."""
    source = sentence("NN-01", {"year": year})
    rows = []
    names = days_by_law(year)
    for day in sorted(names):
        row: Row = {
            "day": day,
            "name": names[day],
            "kind": "nghỉ",
            "source": source,
        }
        rows.append(row)
    return rows


def days_by_law(year: int) -> dict[date, str]:
    """Return the days off that the package `holidays` knows, with their Vietnamese names."""
    from holidays import country_holidays

    names = country_holidays("VN", years=year, language="vi")
    return dict(names)
