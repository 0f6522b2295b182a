"""A quarter that is not its months says so, with the units behind the difference; one that is says nothing."""

from __future__ import annotations

from khoagiao_xl.model.records import State
from tests.totals.paper_world import MEETINGS, MEMBERS, STUDIED, total, year_of

MONTHS = {f"M0{month}": {"A": {"KG106": 2}, "B": {"KG106": 1}} for month in (1, 2, 3)}
BOTH = {"A": {"KG106": 6}, "B": {"KG106": 3}}


def test_a_quarter_that_is_its_months_says_nothing() -> None:
    assert total(year_of({**MONTHS, "Q1": BOTH}), "2024-Q1", MEETINGS).breaks == ()


def test_a_unit_that_contradicts_itself_is_named_with_both_figures() -> None:
    found = total(year_of({**MONTHS, "Q1": {**BOTH, "A": {"KG106": 8}}}), "2024-Q1", MEETINGS)
    assert found.breaks == (
        "quý I 11, cộng các tháng 9",
        "1 đơn vị báo cáo cả hai, số khác nhau: A 8 ≠ 6",
    )


def test_a_unit_with_only_the_months_is_named_with_what_the_quarter_lacks() -> None:
    found = total(year_of({**MONTHS, "Q1": {"A": {"KG106": 6}}}), "2024-Q1", MEETINGS)
    assert found.breaks == (
        "quý I 6, cộng các tháng 9",
        "1 đơn vị có tháng nhưng thiếu quý I, chênh: B -3",
    )


def test_a_unit_with_only_the_quarter_is_named_with_what_the_months_lack() -> None:
    came = {**MONTHS, "M02": {"B": {"KG106": 1}}, "Q1": BOTH}
    found = total(year_of(came), "2024-Q1", MEETINGS)
    assert found.breaks == ("quý I 9, cộng các tháng 7", "1 đơn vị có quý I nhưng thiếu tháng, chênh: A 2")


def test_two_units_whose_faults_cancel_out_are_named_all_the_same() -> None:
    found = total(year_of({**MONTHS, "Q1": {"A": {"KG106": 7}, "B": {"KG106": 2}}}), "2024-Q1", MEETINGS)
    assert found.breaks[1] == "2 đơn vị báo cáo cả hai, số khác nhau: A 7 ≠ 6, B 2 ≠ 3"


def test_before_the_last_month_came_there_is_nothing_to_hold_it_against() -> None:
    came = {"M01": MONTHS["M01"], "M02": MONTHS["M02"], "Q1": BOTH}
    assert total(year_of(came), "2024-Q1", MEETINGS).breaks == ()


def test_a_month_in_which_a_unit_owed_nothing_is_not_missing() -> None:
    came = {**MONTHS, "M02": {"B": {"KG106": 1}}, "Q1": {"A": {"KG106": 5}, "B": {"KG106": 3}}}
    found = total(year_of(came, states={("M02", "A"): State.WAIVED}), "2024-Q1", MEETINGS)
    assert found.breaks[1] == "1 đơn vị có quý I nhưng thiếu tháng, chênh: A 1"


def test_a_half_is_held_against_its_quarters() -> None:
    came = {"Q1": {"A": {"KG106": 6}}, "Q2": {"A": {"KG106": 5}}, "H1": {"A": {"KG106": 10}}}
    assert total(year_of(came), "2024-H1", MEETINGS).breaks == (
        "6 tháng đầu năm 10, cộng các quý 11",
        "1 đơn vị báo cáo cả hai, số khác nhau: A 10 ≠ 11",
    )


def test_a_stock_is_that_of_the_last_month() -> None:
    months = {f"M0{month}": {"A": {"KG001": 40 + month}} for month in (1, 2, 3)}
    same = year_of({**months, "Q1": {"A": {"KG001": 43}}})
    other = year_of({**months, "Q1": {"A": {"KG001": 50}}})
    assert total(same, "2024-Q1", MEMBERS).breaks == ()
    assert total(other, "2024-Q1", MEMBERS).breaks[1] == "1 đơn vị báo cáo cả hai, số khác nhau: A 50 ≠ 43"


def test_a_directive_that_only_the_months_name_is_told() -> None:
    months = {f"M0{month}": {"A": {"KG106": 1, "KG105": "45-NQ/TW"}} for month in (1, 2, 3)}
    year = year_of({**months, "Q1": {"A": {"KG106": 3, "KG105": "25-CT/TW"}}})
    assert total(year, "2024-Q1", STUDIED).breaks[1].endswith("A 25-CT/TW ≠ 45-NQ/TW")


# -- an estimate ------------------------------------------------------------------------------------------

THREE_QUARTERS = {f"Q{at}": {"A": {"KG106": 10}} for at in (1, 2, 3)}


def test_a_year_reported_before_it_is_over_is_an_estimate() -> None:
    year = year_of({**THREE_QUARTERS, "Y": {"A": {"KG106": 45}}})
    found = total(year, "2024-Y", MEETINGS)
    assert (found.value, found.estimated, found.breaks) == (45, True, ())
    assert not total(year, "2024-Q3", MEETINGS).estimated


def test_when_the_year_is_over_its_estimate_is_held_against_the_quarters() -> None:
    came = {**THREE_QUARTERS, "Q4": {"A": {"KG106": 12}}, "Y": {"A": {"KG106": 45}}}
    assert total(year_of(came), "2024-Y", MEETINGS).breaks == (
        "ước cả năm 45, cộng các quý 42",
        "1 đơn vị báo cáo cả hai, số khác nhau: A 45 ≠ 42",
    )
