"""The months behind the charts of a long report, as the master has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State, Total
from khoagiao_xl.report.month_course import MonthCourse, course_of, quarters_of
from tests.steps.small_year import deadline, small_year

HALF = Period.parse("2024-H1")
REPORTED = {"2024-M01": {"A": {"KG201": 7}}, "2024-M02": {"A": {"KG201": 9}, "B": {"KG201": 1}}}
TOTAL = Total("2024-M01", "KG201", "Số cuộc", "cuộc", 7, counted=1, owing=3)


def course(period: Period = HALF, **tables: Any) -> list[MonthCourse]:
    return list(course_of(small_year(REPORTED, **tables), period))


def test_a_half_year_has_its_six_months() -> None:
    assert [month.period.index for month in course()] == [1, 2, 3, 4, 5, 6]


def test_a_month_and_a_quarter_show_no_course() -> None:
    assert course(Period.parse("2024-M02")) == course(Period.parse("2024-Q1")) == []


def test_a_month_has_the_totals_that_were_consolidated_for_it() -> None:
    first, second, *_ = course(tblTongHop=[TOTAL])
    assert (first.totals["KG201"].value, second.totals) == (7, {})


def test_units_are_counted_by_what_became_of_their_duty() -> None:
    first, second, third, *_ = course()
    assert (first.in_time, first.missing, second.in_time, third.owing) == (1, 2, 2, 0)


def test_a_late_report_is_no_report_in_time_and_a_waived_unit_owes_none() -> None:
    duties = [
        Duty("2024-M01", "A", State.ACCEPTED, days_late=2),
        Duty("2024-M01", "B", State.NOTHING),
        Duty("2024-M01", "C", State.WAIVED),
    ]
    first, *_ = course(tblTiepNhan=[replace(duty, version=1) for duty in duties])
    assert (first.in_time, first.late, first.missing) == (1, 1, 0)


QUARTERS = {
    "2024-Q1": {"A": {"KG201": 7}, "B": {"KG201": 5}},
    "2024-Q2": {"A": {"KG201": 9}, "C": {"KG201": 4}},
}


def quarter_totals(*codes: str) -> list[Total]:
    return [replace(TOTAL, period=code, value=12, provisional=True) for code in codes]


def quarters(today: date, *codes: str) -> list[MonthCourse]:
    due = {"2024-Q1": date(2024, 3, 18), "2024-Q2": date(2024, 6, 17)}
    deadlines = [deadline(code) | {"unit_due": day} for code, day in due.items()]
    year = small_year(QUARTERS, tblTongHop=quarter_totals(*codes), tblThoiHan=deadlines)
    return list(quarters_of(year, HALF, ["KG201"], today))


def test_quarters_show_the_figures_of_the_units_that_all_of_them_have() -> None:
    first, second = quarters(date(2024, 7, 1), "2024-Q1", "2024-Q2")
    assert (first.totals["KG201"].value, second.totals["KG201"].value) == (7, 9)
    assert (first.same_units, first.totals["KG201"].provisional) == (1, False)


def test_a_quarter_that_was_not_consolidated_takes_no_unit_away() -> None:
    first, second = quarters(date(2024, 7, 1), "2024-Q1")
    assert (first.totals["KG201"].value, first.same_units, second.totals) == (12, 2, {})


def test_a_quarter_that_is_not_due_is_none_yet() -> None:
    assert [course.period.index for course in quarters(date(2024, 6, 1), "2024-Q1")] == [1]
