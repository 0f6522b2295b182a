"""The language of the rules: what it computes, what it leaves open, what it refuses."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.rules.expression import Expression

FIGURES = {"KG001": 40, "KG106": 2, "KG107": 78, "KG108": 0, "KG230": 12.5}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("KG001*max(1; KG106)", 80),
        ("KG107/KG001*100", 195.0),
        ("-(KG106 - 5)", 3),
        ("round(KG230; 0) + 0,5", 13.5),
        ("abs(KG106-KG001)", 38),
        ("min(KG106, KG001)", 2),
    ],
)
def test_it_computes(text: str, value: float) -> None:
    assert Expression.parse(text).evaluate(FIGURES) == value


@pytest.mark.parametrize(
    "text", ["KG999 + 1", "KG001/KG108", "ton(KG001; KG106)", "truoc(KG001)", "lech(KG001; 4)"]
)
def test_what_is_not_known_is_left_open(text: str) -> None:
    assert Expression.parse(text).evaluate(FIGURES) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "KG101 +", "__import__('os')", "KG101.real", "KG1", "open(1)", "KG101 ** 9", "[KG101]", "KG101 if 1 else 2",
        "'a'", "True", "lambda: 1", "max(KG101, key=1)", "KG101 == 2", "KG101 KG102", "1 2", "max(;1)", "max(1;)", "CT_LẠ",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_piece_that_was_not_understood(text: str) -> None:
    with pytest.raises(WrongRequest, match="Không hiểu") as refused:
        Expression.parse(text)
    assert refused.value.code == "QT-01"


@given(st.text(max_size=40))
def test_no_text_makes_it_fail_in_any_other_way(text: str) -> None:
    with contextlib.suppress(WrongRequest):
        Expression.parse(text).evaluate(FIGURES)


def test_it_says_the_same_in_excel() -> None:
    cells = {"KG001": "D5", "KG106": "D9"}
    assert Expression.parse("KG001*max(1; KG106)").to_excel(cells) == "D5*MAX(1,D9)"
