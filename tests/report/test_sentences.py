"""Figures in running text, and comparisons that can be stood by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total
from khoagiao_xl.report.figure_keys import MARK, unmarked
from khoagiao_xl.report.sentences import (
    amount,
    figure_of,
    number,
    provisional_mark,
    share_of_plan,
    trend,
)

Make = Callable[..., Total]
QUARTER = Period.parse("2024-Q1")


@pytest.mark.parametrize(
    ("value", "measure", "shown"),
    [
        (5, "hội nghị", "05"),
        (0, "vụ", "0"),
        (10, "cuộc", "10"),
        (1250, "lượt người", "1.250"),
        (1234567, "lượt người", "1.234.567"),
        (98.5, "%", "98,5%"),
        (98.0, "%", "98%"),
        (6.25, "%", "6,3%"),
        (5, "triệu đồng", "5"),
        (1234.5, "triệu đồng", "1.234,5"),
    ],
)
def test_a_figure_is_written_the_vietnamese_way(value: float, measure: str, shown: str) -> None:
    assert number(value, measure) == shown


def test_a_table_shows_a_count_below_ten_without_the_zero_of_running_text() -> None:
    assert number(5, "hội nghị", in_text=False) == "5"


@given(st.integers(min_value=0, max_value=10**12))
def test_a_count_can_be_read_back_from_its_text(value: int) -> None:
    assert int(number(value, "cuộc").replace(".", "")) == value


def test_an_amount_names_what_it_counts(total: Make) -> None:
    assert unmarked(amount(total("KG106", 5, "hội nghị"))) == "05 hội nghị"


def test_a_yes_no_answer_is_told_as_a_share_of_those_who_answered(total: Make) -> None:
    assert unmarked(amount(total("KG111", 45, "có/không", counted=84))) == "45/84 đơn vị"


def test_a_missing_figure_is_never_zero(total: Make) -> None:
    nobody = total("KG106", 0, "hội nghị", counted=0)
    assert figure_of(nobody) is None
    assert amount(nobody) == "chưa có báo cáo"


@pytest.mark.parametrize(
    ("value", "previous", "told"),
    [
        (157, 145, "tăng 12 cuộc (8,3%) so với quý trước"),
        (92, 100, "giảm 08 cuộc (8%) so với quý trước"),
        (100, 100, "bằng quý trước"),
        (100, 0, ""),
        (100, None, ""),
        (None, 100, ""),
    ],
)
def test_a_trend_is_told_only_from_a_base(total: Make, value: int, previous: int, told: str) -> None:
    assert unmarked(trend(total("KG201", value, previous=previous), QUARTER)) == told


@pytest.mark.parametrize(
    ("period", "against"),
    [
        ("2024-M03", "tháng trước"),
        ("2024-Q1", "quý trước"),
        ("2024-H1", "cùng kỳ năm trước"),
        ("2024-Y", "năm trước"),
    ],
)
def test_each_kind_of_period_is_compared_with_its_own(total: Make, period: str, against: str) -> None:
    told = trend(total("KG201", 20, previous=10, last_year=10), Period.parse(period))
    assert told.endswith(f"so với {against}")


@pytest.mark.parametrize("value", [120, 80])
def test_while_units_are_missing_on_either_side_no_trend_is_told(total: Make, value: int) -> None:
    now_partial = total("KG201", value, previous=100, counted=84, provisional=True)
    base_partial = total("KG201", value, previous=100, previous_counted=84, previous_owing=92)
    assert trend(now_partial, QUARTER) == trend(base_partial, QUARTER) == ""
    assert trend(total("KG201", value, previous=100), QUARTER) != ""


@pytest.mark.parametrize("measure", ["%", "có/không"])
def test_a_rate_and_a_count_of_answers_have_no_trend(total: Make, measure: str) -> None:
    assert trend(total("KG109", 90, measure, previous=80), QUARTER) == ""


def test_a_provisional_figure_says_of_how_many_units(total: Make) -> None:
    provisional = total("KG205", 10, counted=84, provisional=True)
    assert provisional_mark(provisional) == "(số liệu tạm tính của 84/92 đơn vị)"
    assert provisional_mark(total("KG205", 10)) == ""


def test_what_is_done_is_measured_against_the_plan_of_the_year(total: Make) -> None:
    done, plan = total("KG302", 5, to_date=24), total("KG301", 96)
    assert unmarked(share_of_plan(done, plan)) == "lũy kế từ đầu năm 24 cuộc, đạt 25% kế hoạch năm (96 cuộc)"


@pytest.mark.parametrize("plan", [None, 0])
def test_without_a_plan_nothing_is_said_about_it(total: Make, plan: int | None) -> None:
    assert share_of_plan(total("KG302", 5, to_date=24), total("KG301", plan)) == ""


def test_every_figure_in_a_sentence_carries_its_key(total: Make) -> None:
    grown = total("KG201", 157, previous=145)
    assert MARK.findall(amount(grown) + trend(grown, QUARTER)) == [
        ("KG201@2024-Q1", "157"),
        ("KG201@2024-Q1#tang-giam", "12"),
    ]
