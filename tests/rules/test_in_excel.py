"""A rule as a condition of a form: what Excel reads, and what it means there."""

from __future__ import annotations

import pytest

from khoagiao_xl.rules.expression_text import plain_number
from khoagiao_xl.rules.in_excel import broken_in_excel
from khoagiao_xl.rules.rule import Rule

CELLS = {"KG101": "D5", "KG102": "D6"}


def condition(left: str, comparison: str, right: str, blanks: str = "") -> str:
    row = {
        "code": "X1", "left": left, "comparison": comparison, "right": right, "blanks": blanks,
        "severity": "lỗi", "status": "bật", "kinds": "", "message": "Sai",
    }  # fmt: skip
    return broken_in_excel(Rule.from_row(row), CELLS) or ""


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.00001, "0.00001"), (1e24, "1000000000000000000000000"), (0.5, "0.5"), (7, "7"), (1 / 3, "0.3333333333333333")],
)  # fmt: skip
def test_a_number_is_written_whole_and_without_exponent(number: float, written: str) -> None:
    assert plain_number(number) == written


def test_bounds_are_written_so_too_and_forgive_what_the_intake_forgives() -> None:
    assert "OR(D5<0.00001-0.000001,D5>5+0.000001)" in condition("KG101", "trong khoảng", "0,00001..5")


def test_blanks_that_count_as_0_do_so_in_min_and_max_which_pass_over_blank_cells() -> None:
    assert "MIN(N(D5),N(D6))" in condition("min(KG101; KG102)", ">=", "1", "coi là 0")
    assert "MIN(D5,D6)" in condition("min(KG101; KG102)", ">=", "1")


def test_an_indicator_that_the_form_does_not_ask_counts_as_0_where_blanks_do() -> None:
    assert "N(D5)>(0)+0.000001" in condition("KG101", "<=", "KG103", "coi là 0")
    assert condition("KG101", "<=", "KG103") == ""
