"""Figures in running text, and comparisons that can be stood by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total
from khoagiao_xl.report.figure_comparisons import trends, usual_units
from khoagiao_xl.report.figure_coverage import coverage_mark
from khoagiao_xl.report.figure_keys import MARK, unmarked
from khoagiao_xl.report.plan_sentence import plan_sentence
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import (
    amount,
    figure_of,
    number,
    out_of_scope,
    year_to_date,
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


# -- like with like ---------------------------------------------------------------------------------------


OVER = ", tính trên "


def compared(made: Total, period: str = "2024-Q1", least: float = 50, usual: int = 80) -> list[str]:
    bases = {"previous": usual, "last_year": usual}
    return [unmarked(told) for told in trends(made, Period.parse(period), least, bases)]


def test_a_change_is_told_over_the_units_that_reported_both_times(total: Make) -> None:
    made = total("KG201", 184, previous=183, previous_both=65, previous_then=151, previous_now=158)
    assert compared(made, usual=65) == ["tăng 4,6% so với quý trước"]
    assert compared(made) == [f"tăng 4,6% so với quý trước{OVER}65 đơn vị báo cáo cả hai kỳ"]


@pytest.mark.parametrize(
    ("value", "before", "then", "now", "told"),
    [
        (44, 44, 42, 41, "giảm 01 cuộc so với quý trước"),
        (88, 90, 80, 84, "tăng 5% so với quý trước"),
        (88, 80, 80, 80, "bằng quý trước"),
        (520, 500, 500, 501, "xấp xỉ quý trước"),
        (202, 202, 194, 195, "xấp xỉ quý trước"),
        (43, 45, 44, 41, "giảm 03 cuộc so với quý trước"),
    ],
)
def test_a_change_that_the_totals_speak_against_says_over_how_many_units_it_is(
    total: Make, value: float, before: float | None, then: float, now: float, told: str
) -> None:
    both = {"previous_both": 80, "previous_then": then, "previous_now": now}
    made = total("KG201", value, previous=before, **both)
    assert compared(made) == [f"{told}{OVER}80 đơn vị báo cáo cả hai kỳ"]


AS_THE_TOTALS = {
    "both rise": (202, 194, 139, 130, "tăng 6,9% so với quý trước"),
    "both fall": (139, 202, 139, 143, "giảm 2,8% so với quý trước"),
    "both alike": (44, 44, 41, 41, "bằng quý trước"),
    "nothing beside it": (44, None, 41, 42, "giảm 01 cuộc so với quý trước"),
    "none any more": (0, 12, 0, 12, "quý trước: 12 cuộc"),
}


@pytest.mark.parametrize("case", AS_THE_TOTALS)
@pytest.mark.parametrize("counted", [80, 88])
def test_a_change_over_the_units_of_the_head_or_of_the_figure_is_told_bare(
    total: Make, case: str, counted: int
) -> None:
    value, before, now, then, told = AS_THE_TOTALS[case]
    both = {"previous_both": 80, "previous_then": then, "previous_now": now, "counted": counted}
    assert compared(total("KG201", value, previous=before, **both)) == [told]


def test_what_it_was_before_says_of_how_many_units_where_the_annex_shows_more(total: Make) -> None:
    both = {"previous_both": 80, "previous_then": 12, "previous_now": 0}
    (told,) = compared(total("KG201", 0, previous=15, **both))
    assert told == f"quý trước: 12 cuộc{OVER}80 đơn vị báo cáo cả hai kỳ"


def test_a_rate_is_held_against_its_own_points(total: Make) -> None:
    both = {"previous_both": 80, "previous_then": 95, "previous_now": 97, "counted": 80}
    (told,) = compared(total("KG109", 97, "%", previous=95, **both))
    assert told == "tăng 2 điểm phần trăm so với quý trước"


@pytest.mark.parametrize(
    ("measure", "then", "now", "told"),
    [
        ("cuộc", 100, 92, "giảm 8% so với quý trước"),
        ("cuộc", 12, 0, "quý trước: 12 cuộc"),
        ("cuộc", 10, 26, "tăng 16 cuộc so với quý trước"),
        ("cuộc", 3, 1, "giảm 02 cuộc so với quý trước"),
        ("cuộc", 5, 5, "bằng quý trước"),
        ("cuộc", 49, 55, "tăng 06 cuộc so với quý trước"),
        ("cuộc", 55, 49, "giảm 06 cuộc so với quý trước"),
        ("cuộc", 50, 55, "tăng 10% so với quý trước"),
        ("người", 4665, 4667, "xấp xỉ quý trước"),
        ("%", 98.2, 99.3, "tăng 1,1 điểm phần trăm so với quý trước"),
        ("%", 98.2, 98.0, "xấp xỉ quý trước"),
        ("có/không", 6, 8, "tăng 02 đơn vị so với quý trước"),
    ],
)
def test_each_kind_of_figure_changes_in_its_own_words(
    total: Make, measure: str, then: float, now: float, told: str
) -> None:
    made = total("KG201", now, measure, counted=80, previous_both=80, previous_then=then, previous_now=now)
    assert compared(made) == [told]


def test_the_units_of_most_comparisons_are_the_usual_ones(total: Make) -> None:
    facts = {"previous_then": 10, "previous_now": 20}
    most = [total(code, 20, previous_both=80, **facts) for code in ("KG201", "KG205")]
    few = total("KG302", 20, previous_both=60, **facts)
    assert usual_units([few, *most], QUARTER, 50) == {"previous": 80}


@pytest.mark.parametrize(("then", "both"), [(0, 80), (None, 80), (10, 0), (10, 45)])
def test_without_a_base_or_with_too_few_units_nothing_is_compared(
    total: Make, then: float | None, both: int
) -> None:
    made = total("KG201", 20, previous_both=both, previous_then=then, previous_now=20)
    assert compared(made) == []


@pytest.mark.parametrize(
    ("period", "against"),
    [
        ("2024-M03", ["tháng trước", "cùng kỳ năm trước"]),
        ("2024-Q1", ["quý trước", "cùng kỳ năm trước"]),
        ("2024-H1", ["cùng kỳ năm trước"]),
        ("2024-Y", ["năm trước"]),
    ],
)
def test_each_kind_of_period_is_set_against_its_own(total: Make, period: str, against: list[str]) -> None:
    facts: dict[str, float] = {"counted": 80}
    for base in ("previous", "last_year"):
        facts |= {f"{base}_both": 80, f"{base}_then": 10, f"{base}_now": 20}
    told = compared(total("KG201", 20, **facts), period)
    assert [line.removeprefix("tăng 10 cuộc so với ") for line in told] == against


# -- whose figure it is -----------------------------------------------------------------------------------


def test_a_provisional_figure_says_of_how_many_units(total: Make) -> None:
    provisional = total("KG205", 10, counted=84, provisional=True)
    assert coverage_mark(provisional) == "(số liệu tạm tính của 84/92 đơn vị)"
    assert coverage_mark(total("KG205", 10)) == ""


def test_a_stock_says_how_many_units_stand_in_it_with_what_they_last_reported(total: Make) -> None:
    made = total("KG001", 6968, "người", counted=77, carried_units=15, provisional=True,
                 carried_from=("2024-M01: 9", "2023-M12: 6"))  # fmt: skip
    assert coverage_mark(made) == (
        "(15 đơn vị lấy theo số gần nhất: tháng 1: 09 đơn vị; tháng 12 năm 2023: 06 đơn vị)"
    )


def test_a_unit_that_never_gave_a_stock_is_not_hidden(total: Make) -> None:
    made = total("KG001", 6900, "người", counted=77, carried_units=13, carried_from=("2024-M01: 13",))
    assert coverage_mark(made).endswith("13 đơn vị lấy theo số tháng 1; 02 đơn vị chưa có số liệu)")


def test_those_outside_the_scope_leave_the_share(total: Make) -> None:
    made = total("KG112", 36, "có/không/không thuộc", counted=74, owing=74, not_applicable=2)
    assert (unmarked(amount(made)), out_of_scope(made)) == ("36/74 đơn vị", "02 đơn vị không thuộc phạm vi")


def planned(*totals: Total) -> str:
    by_code = {made.code: made for made in totals}
    return plan_sentence([sentence_table().by_code[code] for code in by_code], by_code)


# -- the year ---------------------------------------------------------------------------------------------


def test_what_is_done_is_measured_against_the_plan_of_the_units_that_gave_one(total: Make) -> None:
    done = total("KG302", 116, plan_units=70, plan_value=304, plan_done=116)
    assert (
        unmarked(planned(done)) == "So với kế hoạch năm, 70 đơn vị có kế hoạch năm đạt 38,2% (116/304 cuộc)."
    )


def test_a_plan_of_the_units_just_told_of_repeats_neither_them_nor_what_is_done(total: Make) -> None:
    done = total("KG402", 4, counted=85, plan_units=85, plan_value=170, plan_done=4)
    assert unmarked(planned(done)) == "So với kế hoạch năm 170 cuộc, đạt 2,4%."


def test_several_plans_of_which_all_is_told_are_shares_of_them(total: Make) -> None:
    inspected = total("KG302", 120, plan_units=89, plan_value=356, plan_done=120)
    overseen = total("KG304", 119, plan_units=89, plan_value=356, plan_done=119)
    assert unmarked(planned(inspected, overseen)) == (
        "So với kế hoạch năm, 89 đơn vị có kế hoạch năm đạt 33,7% (120/356 cuộc kiểm tra về khoa giáo); 33,4% "
        "(119/356 cuộc giám sát)."
    )


def test_units_with_a_plan_that_have_done_a_part_of_what_was_told_are_told_as_a_part(total: Make) -> None:
    made = total("KG302", 62, plan_units=85, plan_value=340, plan_done=59)
    assert unmarked(planned(made)).startswith(
        "Trong số cuộc nêu trên, 85 đơn vị có kế hoạch năm đã thực hiện 59/340"
    )


def test_a_month_tells_a_plan_as_a_part_of_its_year_to_date(total: Make) -> None:
    facts = {"plan_units": 85, "plan_value": 340, "period": "2024-M03"}
    part = total("KG302", 16, to_date=62, plan_done=59, **facts)
    assert unmarked(planned(part)).startswith("Trong số lũy kế từ đầu năm, 85 đơn vị có kế hoạch năm")
    whole = total("KG302", 16, to_date=59, plan_done=59, **facts)
    assert unmarked(planned(whole)).startswith("Từ đầu năm, 85 đơn vị có kế hoạch năm")


def test_a_plan_share_of_more_than_the_period_tells_says_why(total: Make) -> None:
    made = total("KG302", 204, plan_units=89, plan_value=356, plan_done=219)
    assert unmarked(planned(made)) == (
        "Từ đầu năm, 89 đơn vị có kế hoạch năm đã thực hiện 219/356 cuộc, đạt 61,5%."
    )


def test_the_plans_of_one_paragraph_are_one_sentence_that_names_the_units_once(total: Make) -> None:
    inspected = total("KG302", 113, plan_units=89, plan_value=356, plan_done=120)
    overseen = total("KG304", 108, plan_units=89, plan_value=356, plan_done=119)
    assert unmarked(planned(inspected, overseen)) == (
        "Từ đầu năm, 89 đơn vị có kế hoạch năm đã thực hiện 120/356 cuộc kiểm tra về khoa giáo, đạt 33,7%; "
        "119/356 cuộc giám sát, đạt 33,4%."
    )


def test_plans_of_other_units_say_of_how_many(total: Make) -> None:
    inspected = total("KG302", 113, plan_units=89, plan_value=356, plan_done=120)
    overseen = total("KG304", 108, plan_units=88, plan_value=352, plan_done=119)
    assert "; 88 đơn vị có kế hoạch năm đã thực hiện 119/352 cuộc" in unmarked(planned(inspected, overseen))


@pytest.mark.parametrize("value", [None, 0])
def test_without_a_plan_nothing_is_said_about_it(total: Make, value: int | None) -> None:
    assert planned(total("KG302", 5, plan_units=3, plan_value=value, plan_done=5)) == ""


def test_the_year_to_date_is_told_where_it_is_more_than_the_period(total: Make) -> None:
    assert unmarked(year_to_date(total("KG201", 184, to_date=571))) == "lũy kế từ đầu năm 571 cuộc"
    assert year_to_date(total("KG201", 184, to_date=184)) == year_to_date(total("KG001", 9)) == ""


def test_every_figure_in_a_sentence_carries_its_key(total: Make) -> None:
    made = total("KG302", 116, to_date=120, plan_units=70, plan_value=304, plan_done=116)
    text = amount(made) + year_to_date(made) + planned(made)
    assert [key.removeprefix("KG302@2024-Q1") for key, _ in MARK.findall(text)] == [
        "", "#luy-ke", "#don-vi-ke-hoach", "#dat-ke-hoach", "#lam-ke-hoach", "#ke-hoach"
    ]  # fmt: skip
