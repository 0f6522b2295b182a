"""Directives, reviews and dates as the Party writes them."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Directive, Review
from khoagiao_xl.report.citing import Citations, day_in_words, day_text, due_in, name_review

DIRECTIVE = Directive(
    "45-NQ/TW", "Nghị quyết", date(2023, 11, 24), "Ban Chấp hành Trung ương", "“Về trí thức”"
)


def test_a_directive_is_cited_in_full_once_and_then_by_its_symbol() -> None:
    citations = Citations([DIRECTIVE])
    full = "Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương về trí thức"
    assert [citations.cite("45-NQ/TW"), citations.cite("45-NQ/TW")] == [full, "Nghị quyết số 45-NQ/TW"]


def test_a_directive_without_a_date_is_cited_without_one() -> None:
    assert Citations([Directive("238-QĐ/TW", "Quyết định")]).cite("238-QĐ/TW") == "Quyết định số 238-QĐ/TW"


def test_an_unknown_directive_is_still_named() -> None:
    assert Citations([]).cite("99-XX/TW") == "Văn bản số 99-XX/TW"


@pytest.mark.parametrize(
    ("day", "words", "figures"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024", "05/02/2024"),
        (date(2024, 3, 5), "ngày 05 tháng 3 năm 2024", "05/3/2024"),
        (date(2024, 10, 20), "ngày 20 tháng 10 năm 2024", "20/10/2024"),
    ],
)
def test_days_below_ten_and_months_below_three_have_a_zero(day: date, words: str, figures: str) -> None:
    assert (day_in_words(day), day_text(day)) == (words, figures)


def test_a_review_belongs_to_the_period_of_its_anniversary() -> None:
    reviews = [Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10)), Review("Sơ kết", 3, "11-CT/TU", None)]
    assert due_in(reviews, Period.parse("2024-Q2")) == reviews[:1]
    assert due_in(reviews, Period.parse("2024-Q1")) == []


LACKING = Directive("04-HD/TU", "Hướng dẫn", date(2022, 4, 25), "Tỉnh ủy")
PLACED = {
    "theo Hướng dẫn số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy, gồm": "của Tỉnh ủy (bổ sung trích yếu), gồm",
    "Hướng dẫn số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy": "của Tỉnh ủy (bổ sung trích yếu)",
    "số 04-HD/TU, ngày 25/4/2022 của Tỉnh ủy về sơ kết": "của Tỉnh ủy về sơ kết",
    "số 104-HD/TU, ngày 25/4/2022 của Tỉnh ủy": "của Tỉnh ủy",
    "Hướng dẫn số 04-HD/TU": "Hướng dẫn số 04-HD/TU",
    "Làm báo cáo": "Làm báo cáo",
}


@pytest.mark.parametrize("text", PLACED)
def test_what_a_text_cites_itself_without_its_subject_has_a_place_in_a_draft(text: str) -> None:
    assert Citations([LACKING], is_draft=True).with_places(text).endswith(PLACED[text])
    assert Citations([LACKING]).with_places(text) == text


def test_a_review_is_named_with_its_milestone() -> None:
    review = Review("Sơ kết", 5, "45-NQ/TW", date(2024, 5, 10))
    assert (
        name_review(review, Citations([]))
        == "sơ kết 05 năm thực hiện Nghị quyết số 45-NQ/TW (tròn 05 năm: 10/5/2024)"
    )


def test_what_the_subject_of_another_cites_in_full_has_been_cited() -> None:
    first = Directive("11-CT/TW", "Chỉ thị", date(2007, 4, 13), "Bộ Chính trị", "về khuyến học")
    about_it = Directive(
        "49-KL/TW", "Kết luận", subject="về Chỉ thị số 11-CT/TW, ngày 13/4/2007 của Bộ Chính trị"
    )
    citations = Citations([first, about_it])
    citations.cite("49-KL/TW")
    assert citations.cite("11-CT/TW") == "Chỉ thị số 11-CT/TW"
