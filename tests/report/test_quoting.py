"""The units' own words, folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.report.content import Narrative
from khoagiao_xl.report.folded_words import Opinion, fold
from khoagiao_xl.report.sentence_table import FigureRole

RESULTS, LIMITS, NEXT = "KG602", "KG603", "KG604"


def test_the_same_words_are_said_once_with_every_unit_named() -> None:
    told = [Narrative("Sở Y tế", LIMITS, "Thiếu cán bộ."), Narrative("Sở Nội vụ", LIMITS, "thiếu  cán bộ")]
    assert fold(told, LIMITS) == [Opinion(("Sở Y tế", "Sở Nội vụ"), "Thiếu cán bộ.")]


def test_a_unit_that_says_it_twice_is_named_once() -> None:
    told = [Narrative("Sở Y tế", LIMITS, "Thiếu cán bộ.")] * 2
    assert fold(told, LIMITS)[0].units == ("Sở Y tế",)


@pytest.mark.parametrize("nothing", ["", "Không", " không có. ", "Không phát sinh", "0", "-"])
def test_a_unit_with_nothing_to_say_is_not_quoted(nothing: str) -> None:
    assert fold([Narrative("Sở Y tế", RESULTS, nothing)], RESULTS) == []


def test_proposals_are_told_apart_from_tasks_by_how_a_line_begins() -> None:
    told = [Narrative("Sở Y tế", NEXT, "- Tiếp tục tuyên truyền;\n+ Đề nghị tập huấn")]
    assert fold(told, NEXT, FigureRole.TASKS)[0].text == "Tiếp tục tuyên truyền."
    assert fold(told, NEXT, FigureRole.PROPOSALS)[0].text == "Đề nghị tập huấn."


def test_a_number_at_the_beginning_of_a_line_stays() -> None:
    assert fold([Narrative("Sở Y tế", RESULTS, "1. Mở lớp\n2. Thi")], RESULTS)[0].text == "1. Mở lớp. 2. Thi."


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["Mở lớp", "mở lớp.", "Thi đua"]))))
def test_no_unit_and_no_text_is_lost_by_folding(told: list[tuple[str, str]]) -> None:
    said = fold([Narrative(unit, RESULTS, text) for unit, text in told], RESULTS)
    pairs = {(unit, each.text.casefold().strip(".")) for each in said for unit in each.units}
    assert pairs == {(unit, text.casefold().strip(".")) for unit, text in told}
