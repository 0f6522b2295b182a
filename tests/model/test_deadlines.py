"""Deadlines: the defaults of the guidance's missing days, moved off rest days."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.deadlines import DEFAULTS, plan_deadlines
from khoagiao_xl.model.periods import Kind, periods_of
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.profiles import load_profile

OFFICE = load_profile("2024").calendar


def deadline_of(code: str, roll: Roll = Roll.FORWARD) -> Deadline:
    plan = plan_deadlines(int(code[:4]), OFFICE, roll, 5)
    return next(line for line in plan if line.period == code)


def test_every_kind_of_period_has_a_default() -> None:
    assert set(DEFAULTS) == set(Kind)


@pytest.mark.parametrize(
    ("code", "starts", "ends"),
    [
        ("2024-M01", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024-M03", date(2024, 2, 15), date(2024, 3, 14)),
        ("2024-Q2", date(2024, 3, 15), date(2024, 6, 14)),
        ("2024-H1", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024-Y", date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_the_window_runs_from_the_fifteenth_to_the_fourteenth(code: str, starts: date, ends: date) -> None:
    line = deadline_of(code)
    assert (line.starts, line.ends) == (starts, ends)


def test_the_windows_of_the_months_leave_no_day_out_and_none_twice() -> None:
    months = plan_deadlines(2024, OFFICE, Roll.FORWARD, 5)[:12]
    assert all((later.starts - earlier.ends).days == 1 for earlier, later in itertools.pairwise(months))


def test_a_sunday_moves_as_the_office_chose_and_the_note_says_so() -> None:
    # 18 February 2024 is a Sunday.
    assert deadline_of("2024-M02").unit_due == date(2024, 2, 19)
    assert deadline_of("2024-M02", Roll.BACKWARD).unit_due == date(2024, 2, 16)
    assert deadline_of("2024-M02", Roll.NONE).unit_due == date(2024, 2, 18)
    assert "hạn đơn vị 18/02 dời sang 19/02" in deadline_of("2024-M02").note


def test_every_default_is_marked_as_assumed() -> None:
    assert all(line.note.startswith("Giả định") for line in plan_deadlines(2024, OFFICE, Roll.FORWARD, 5))


@given(st.integers(2024, 2027), st.sampled_from(Roll), st.integers(0, 20))
def test_a_unit_is_due_before_the_report_and_the_report_before_the_closing(
    year: int, roll: Roll, days: int
) -> None:
    plan = plan_deadlines(year, OFFICE, roll, days)
    assert [line.period for line in plan] == [str(period) for period in periods_of(year)]
    for line in plan:
        assert line.starts <= line.ends
        assert line.unit_due <= line.report_due <= line.closes
