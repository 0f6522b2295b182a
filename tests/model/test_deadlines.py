"""Deadlines: the defaults of the guidance's missing days, moved off rest days."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.deadlines import DayRules, Named, plan_deadlines
from khoagiao_xl.model.periods import Kind, periods_of
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.wording import SENTENCES

DAY_RULES = load_profile("2024").day_rules


def deadline_of(code: str, roll: Roll = Roll.FORWARD, **named: Named) -> Deadline:
    plan = plan_deadlines(
        int(code[:4]), replace(DAY_RULES, roll=roll), {Kind(kind): day for kind, day in named.items()}
    )
    return next(line for line in plan if line.period == code)


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
    months = plan_deadlines(2024, DAY_RULES)[:12]
    assert all((later.starts - earlier.ends).days == 1 for earlier, later in itertools.pairwise(months))


def test_a_sunday_moves_as_the_office_chose_and_the_note_says_so() -> None:
    # 18 February 2024 is a Sunday.
    assert deadline_of("2024-M02").unit_due == date(2024, 2, 19)
    assert deadline_of("2024-M02", Roll.BACKWARD).unit_due == date(2024, 2, 16)
    assert deadline_of("2024-M02", Roll.NONE).unit_due == date(2024, 2, 18)
    assert "hạn đơn vị 18/02 dời sang 19/02" in deadline_of("2024-M02").note


def test_every_default_is_marked_as_assumed() -> None:
    assert all(line.note.startswith("Giả định") for line in plan_deadlines(2024, DAY_RULES))


def test_a_named_day_takes_the_place_of_the_default_and_says_where_it_stands() -> None:
    line = deadline_of("2024-M03", M=Named(20, "mục III.2"))
    assert (line.unit_due, line.report_due, line.note) == (date(2024, 3, 20), date(2024, 3, 25), "mục III.2")


def test_a_day_named_before_the_period_ends_is_put_after_its_end_and_the_note_says_so() -> None:
    line = deadline_of("2026-M12", M=Named(10, "mục III.2"))
    assert (line.ends, line.unit_due) == (date(2026, 12, 14), date(2026, 12, 15))
    assert line.note == f"mục III.2. {SENTENCES['NP-23'].format(day='10/12', end='14/12')}"


def test_a_day_from_above_too_early_leaves_the_units_their_period_and_the_report_waits_for_them() -> None:
    line = deadline_of("2024-Q1", Q=Named(10, "cấp trên", is_for_units=False))
    assert (line.unit_due, line.report_due) == (date(2024, 3, 15), date(2024, 3, 15))


def test_a_deadline_put_forward_off_a_rest_day_still_lies_after_the_period() -> None:
    # 14 and 15 September 2024 are a Saturday and a Sunday.
    line = deadline_of("2024-M09", Roll.BACKWARD, M=Named(15, "mục III.2"))
    assert (line.ends, line.unit_due) == (date(2024, 9, 14), date(2024, 9, 16))


def test_the_year_is_reported_before_it_ends_with_an_estimate() -> None:
    assert deadline_of("2024-Y").unit_due < deadline_of("2024-Y").ends


def test_a_named_day_after_the_default_report_pushes_the_report_on() -> None:
    line = deadline_of("2024-M07", M=Named(31, "cuối tháng"))
    assert (line.unit_due, line.report_due) == (date(2024, 7, 31), date(2024, 8, 7))


def test_a_day_from_above_is_the_offices_and_leaves_the_units_time_before_it() -> None:
    line = deadline_of("2024-M05", M=Named(17, "cấp trên", is_for_units=False))
    assert (line.unit_due, line.report_due) == (date(2024, 5, 15), date(2024, 5, 17))


def test_a_named_month_and_the_31st_of_a_shorter_one() -> None:
    assert deadline_of("2024-Y", Y=Named(31, "", month=11)).unit_due == date(
        2024, 12, 2
    )  # 30/11 is a Saturday


@given(st.integers(2024, 2027), st.sampled_from(Roll), st.integers(0, 20),
       st.none() | st.integers(1, 31), st.booleans())  # fmt: skip
def test_a_unit_is_due_before_the_report_and_the_report_before_the_closing(
    year: int, roll: Roll, days: int, day: int | None, own: bool
) -> None:
    named = {kind: Named(day, "", is_for_units=own) for kind in Kind} if day else {}
    plan = plan_deadlines(year, DayRules(DAY_RULES.calendar, roll, days), named)
    assert [line.period for line in plan] == [str(period) for period in periods_of(year)]
    for line in plan:
        assert line.starts <= line.ends
        assert line.unit_due <= line.report_due <= line.closes
        assert line.ends <= line.unit_due or line.period.endswith("-Y")
