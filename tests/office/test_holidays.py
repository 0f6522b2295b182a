"""The days off: what was announced, beside what the package `holidays` works out, and years to come."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.office.holiday_seed import announced_days, calendar_days, days_by_law, holidays_of
from khoagiao_xl.wording import sentence

KNOWN = (2024, 2025, 2026)


def off(year: int) -> set[date]:
    """The workdays that were announced as days off."""
    return {row["day"] for row in announced_days(year) if row["kind"] == "nghỉ" and row["day"].weekday() < 5}


@pytest.mark.parametrize("year", KNOWN)
def test_the_announced_days_off_are_those_of_the_package_but_for_swaps_it_does_not_know(year: int) -> None:
    by_law = {day for day in days_by_law(year) if day.weekday() < 5}
    assert by_law <= off(year)
    swapped = {row["day"] for row in announced_days(year) if "hoán đổi" in row["name"]}
    assert off(year) - by_law <= swapped


def test_the_package_lacks_the_swap_of_new_year_2026() -> None:
    # Công văn 12729/VPCP-KGVX, 25/12/2025; when the package knows it, this test says so.
    assert off(2026) - set(days_by_law(2026)) == {date(2026, 1, 2)}


@pytest.mark.parametrize("year", KNOWN)
def test_a_day_is_off_or_worked_but_stands_once_with_its_source(year: int) -> None:
    rows = announced_days(year)
    days = [row["day"] for row in rows]
    assert days == sorted(set(days))
    assert all(row["source"] for row in rows)


def test_every_day_worked_in_exchange_is_a_saturday() -> None:
    worked = [row["day"] for year in KNOWN for row in announced_days(year) if row["kind"] == "làm bù"]
    assert worked == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    assert {day.weekday() for day in worked} == {5}


@pytest.mark.parametrize("year", [2027, 2030])
def test_of_a_year_not_announced_yet_every_day_says_so_and_none_is_worked_in_exchange(year: int) -> None:
    rows = holidays_of(year)
    assert rows == calendar_days(year)
    assert {row["source"] for row in rows} == {sentence("NN-01", {"year": year})}
    assert {row["kind"] for row in rows} == {"nghỉ"}
    assert {date(year, 1, 1), date(year, 4, 30), date(year, 9, 2)} <= {row["day"] for row in rows}
