"""Which period an office works in when nobody has chosen one."""

from __future__ import annotations

from datetime import date
from typing import Any

from khoagiao_xl.building import default_tables
from khoagiao_xl.model.records import State
from khoagiao_xl.office.period_in_hand import period_in_hand
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year

TABLES = default_tables(load_profile("2024"))
YEARS_LATER = date(2026, 11, 28)


def year_with(*periods: str, worked_on: str = "") -> Year:
    def duty(period: str) -> dict[str, Any]:
        return {"period": period, "unit": "SYT", "state": State.ACCEPTED}

    journal = [{"action": "Kiểm tra kế hoạch"}, {"action": "Tiếp nhận", "period": worked_on}]
    duties = [duty(period) for period in periods]
    return Year.of({**TABLES, "tblTiepNhan": duties, "tblNhatKy": journal if worked_on else []})


def test_it_is_the_period_last_worked_on_while_that_is_open() -> None:
    quarter = year_with("2024-M03", worked_on="2024-Q1")
    assert period_in_hand(quarter, date(2024, 3, 27)) == "2024-Q1"  # closes on that very day
    assert period_in_hand(quarter, date(2024, 3, 28)) == "2024-M03"
    assert period_in_hand(quarter, YEARS_LATER) == "2024-Q1"


def test_it_is_the_first_month_that_is_not_closed_on_the_day() -> None:
    assert period_in_hand(year_with(), date(2024, 2, 1)) == "2024-M01"  # closes on that very day
    assert period_in_hand(year_with("2024-M01", "2024-M09"), date(2024, 2, 2)) == "2024-M02"


def test_when_the_year_is_over_it_is_the_last_month_that_was_taken_in() -> None:
    assert period_in_hand(year_with("2024-M01", "2024-M03", "2024-Q1"), YEARS_LATER) == "2024-M03"


def test_of_a_year_that_is_over_and_untouched_it_is_the_last_month() -> None:
    assert period_in_hand(year_with(), YEARS_LATER) == "2024-M12"


def test_a_master_without_months_has_none() -> None:
    assert period_in_hand(Year.of({"tblThoiHan": []}), YEARS_LATER) == ""
