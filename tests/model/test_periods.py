"""Periods: their codes, their neighbours, their months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Kind, Period, periods_of

ANY_PERIOD = st.builds(
    lambda year, kind, index: Period(year, kind, index % kind.in_a_year + 1),
    st.integers(2000, 2099),
    st.sampled_from(Kind),
    st.integers(0, 11),
)


@given(ANY_PERIOD)
def test_a_code_reads_back_as_its_period(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(ANY_PERIOD)
def test_the_next_of_the_previous_is_the_period_itself(period: Period) -> None:
    assert period.previous.next == period == period.next.previous


@pytest.mark.parametrize(
    "code", ["", "2024", "2024-M13", "2024-M3", "2024-Q5", "2024-H3", "2024-M01-x", "24-Y"]
)
def test_what_is_no_code_is_refused_with_the_way_to_write_one(code: str) -> None:
    with pytest.raises(WrongRequest, match="2026-M01, 2026-Q1, 2026-H1, 2026-Y") as refusal:
        Period.parse(code)
    assert refusal.value.code == "KY-01"


def test_a_year_has_eighteen_periods_each_once() -> None:
    codes = [str(period) for period in periods_of(2024)]
    assert len(codes) == len(set(codes)) == 18
    assert codes[0] == "2024-M01"
    assert codes[12:] == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-Y"]


@pytest.mark.parametrize(
    ("code", "months", "label"),
    [
        ("2024-M03", (3, 3), "tháng 3 năm 2024"),
        ("2024-Q4", (10, 12), "quý IV năm 2024"),
        ("2024-H1", (1, 6), "6 tháng đầu năm 2024"),
        ("2024-Y", (1, 12), "năm 2024"),
    ],
)
def test_a_period_knows_its_months_and_its_name(code: str, months: tuple[int, int], label: str) -> None:
    period = Period.parse(code)
    assert (period.first_month, period.last_month) == months
    assert period.label == label


@pytest.mark.parametrize(
    ("code", "other", "is_over", "is_within"),
    [
        ("2024-M03", "2024-Q1", True, True),
        ("2024-Q1", "2024-M03", True, False),  # ends with it, and began before
        ("2024-M02", "2024-M03", True, False),
        ("2024-M04", "2024-Q1", False, False),
        ("2023-M03", "2024-Q1", False, False),  # of another year
        ("2024-Y", "2024-Y", True, True),
    ],
)
def test_a_period_is_over_by_or_within_another_of_its_year(
    code: str, other: str, is_over: bool, is_within: bool
) -> None:
    period, than = Period.parse(code), Period.parse(other)
    assert period.is_over_by(than) is is_over
    assert period.is_within(than) is is_within
