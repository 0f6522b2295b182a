"""The language of the rules: what it computes, what it leaves open, what it refuses."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.history import Answer, History
from khoagiao_xl.model.periods import Period
from khoagiao_xl.rules import expression_text
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.syntax import Binary, Call, Constant, Name, Negative, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

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


# -- over time --------------------------------------------------------------------------------------------

KG110 = {"2023-M12": 9, "2024-M01": 2, "2024-M02": 3, "2024-M03": 4, "2023-M03": 7}


def moment(
    period: str, now: Answer, known: Mapping[str, Answer] = KG110, code: str = "KG110"
) -> AnswersOverTime:
    answers = {name: {code: figure} for name, figure in known.items() if name != period}
    return AnswersOverTime({code: now}, Period.parse(period), History(answers), (code,))


@pytest.mark.parametrize(
    ("text", "period", "value"),
    [
        ("truoc(KG110)", "2024-M03", 3),
        ("truoc(KG110)", "2024-M01", 9),  # the year turns
        ("truocnam(KG110)", "2024-M01", None),
        ("truocnam(KG110)", "2024-M02", 2),
        ("truoc(KG110)", "2024-M05", None),  # April never came
        ("cungky(KG110)", "2024-M03", 7),
        ("cungky(KG110)", "2024-M02", None),
        ("luyke(KG110)", "2024-M03", 105),
        ("luyke(KG110)", "2024-M05", None),
        ("tongky(KG110)", "2024-Q1", 9),
        ("tongky(KG110)", "2023-Q1", None),
        ("tongky(KG110)", "2024-M03", None),  # a month has no parts
        ("cuoiky(KG110)", "2024-Q1", 4),
        ("truoc(luyke(KG110))", "2024-M04", 9),
        ("truoc(truoc(KG110))", "2024-M02", 9),
        ("2*truoc(KG110)+1", "2024-M03", 7),
        ("trungvi(KG110; 4)", "2024-M04", 3.5),
        ("trungvi(KG110; 4)", "2024-M05", None),  # three of the four are known
        ("trungvi(KG110; 12)", "2024-M05", 3.5),
        ("lech(KG110; 4; 200)", "2024-M04", 0),
        ("ton(KG110; 1)", "2024-M03", None),  # last year is not known whole
        ("tonbiet(KG110; 2)", "2024-M03", 13),  # 5 of March 2023, 7 of December, 0 of January, 1 of February
        ("tonbiet(1; KG110)", "2024-M03", 0),
        ("ganday(KG110)", "2024-M05", 100),
        ("truoc(ganday(KG110))", "2024-M04", 4),
        ("chuaquen(KG110; 4)", "2024-M04", None),
        ("chuaquen(KG110; 4)", "2024-M05", 100),
        ("khac0()", "2024-M03", 1),
    ],
)  # fmt: skip
def test_it_looks_back_and_never_over_a_gap(text: str, period: str, value: float | None) -> None:
    assert Expression.parse(text).value(moment(period, 100)) == value


def test_the_deviation_is_counted_in_what_is_usual_for_the_unit() -> None:
    past = {f"2024-M0{at}": figure for at, figure in enumerate((40, 50, 45, 55, 60), 1)}
    assert Expression.parse("lech(KG110; 6)").value(moment("2024-M06", 80, past)) == pytest.approx(30 / 7.413)


def test_where_half_of_the_past_is_alike_the_mean_deviation_serves_and_where_all_is_nothing_does() -> None:
    nearly = {"2024-M01": 5, "2024-M02": 5, "2024-M03": 5, "2024-M04": 9}
    assert Expression.parse("lech(KG110; 4)").value(moment("2024-M05", 30, nearly)) == pytest.approx(
        25 / 1.2533
    )
    assert Expression.parse("lech(KG110; 4)").value(moment("2024-M05", 30, dict.fromkeys(nearly, 5))) is None


@pytest.mark.parametrize(("answer", "value"), [("Có", 1), ("không", 0), ("Không thuộc", None), (None, None)])
def test_an_answer_becomes_one_or_nought(answer: str | None, value: int | None) -> None:
    assert Expression.parse("co(KG601)").value(moment("2024-M01", answer, {}, "KG601")) == value


def test_a_placeholder_is_worked_out_for_the_indicator_it_stands_for() -> None:
    assert Expression.parse("CT_CONG - truoc(ct_cong)").value(moment("2024-M03", 10), "KG110") == 7


def test_names_are_known_in_either_case_and_signs_as_word_processors_write_them() -> None:
    assert Expression.parse("MAX(kg106 ; 1) − 2 × 1,5").evaluate(FIGURES) == -1


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("trouc(KG001)", "QT-01", "Có phải «truoc»?"),
        ("CTCONG", "QT-01", "Có phải «CT_CONG»?"),
        ("ton(KG101)", "QT-07", "ton(X; Y)"),
        ("max(KG101)", "QT-07", "max(X; Y)"),
        ("co(1)", "QT-07", "co(KG601)"),
        ("trungvi(KG001; 3)", "QT-07", "trungvi(X; 6)"),
        ("trungvi(KG001; KG002)", "QT-07", "trungvi(X; 6)"),
        ("1+" * 300 + "1", "QT-10", "quá 500 ký tự"),
        ("(" * 60 + "1" + ")" * 60, "QT-10", "lồng nhau"),
        ("-" * 60 + "1", "QT-10", "lồng nhau"),
        ("KG101 <= 1.250", "QT-14", "1.250"),
        ("9" * 40, "QT-14", "quá lớn"),
    ],
)  # fmt: skip
def test_what_is_nearly_right_is_refused_with_what_is_meant(text: str, code: str, says: str) -> None:
    text = text.replace("KG101 <= ", "")
    with pytest.raises(WrongRequest) as refused:
        Expression.parse(text)
    assert (refused.value.code, says in str(refused.value)) == (code, True)


@pytest.mark.parametrize(
    "text", ["9**9**9", "9e99", "0x10", "1_000", "KG001 if 1 else 0", "²", "ＫＧ００１", "KG001\x00"]
)
def test_what_python_would_understand_is_not_the_language(text: str) -> None:
    with pytest.raises(WrongRequest):
        Expression.parse(text)


def test_huge_products_are_worked_out_or_left_open_and_never_hang() -> None:
    assert Expression.parse("*".join(["999999999999"] * 38)).evaluate({}) is None
    assert Expression.parse("+".join(["KG001"] * 80)).evaluate(FIGURES) == 3200


NUMBERS = st.one_of(st.integers(0, 10**6), st.decimals(0, 1000, places=3).map(float)).map(Constant)
LEAVES = st.one_of(NUMBERS, st.sampled_from(sorted(FIGURES)).map(Name))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Negative, inner),
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        st.builds(
            lambda name, one, other: Call(name, (one, other)), st.sampled_from(["max", "min"]), inner, inner
        ),
        st.builds(lambda one: Call("abs", (one,)), inner),
    ),
    max_leaves=12,
)


@given(TREES)
def test_what_is_written_out_means_the_same(tree: Node) -> None:
    text = expression_text.to_text(tree)
    again = Expression.parse(text) if len(text) <= 500 else None
    if again:
        assert again.evaluate(FIGURES) == Expression(text, tree, ()).evaluate(FIGURES)


@given(st.text("KG0123()+-*/;, maxtruoconCT_", max_size=60))
def test_nothing_made_of_its_own_letters_breaks_it(text: str) -> None:
    with contextlib.suppress(WrongRequest):
        Expression.parse(text).value(moment("2024-M03", 10), "KG110")


def test_every_function_has_a_usage_that_it_accepts() -> None:
    for function in FUNCTIONS.values():
        usage = function.usage.replace("X", "KG001").replace("Y", "KG106")
        assert Expression.parse(usage).text == usage
