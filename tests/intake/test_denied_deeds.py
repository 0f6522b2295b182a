"""A deed told in words that the form's own figures deny is asked about; words without such a deed are not."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.demo.demo_details import EVENTS
from khoagiao_xl.demo.demo_words import STORIES
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.shipped_tables import shipped_rows
from tests.intake.test_detail_rows import CHOICE, FIRST, HELD, TEXT, asked_of, form, judged, sent

HEALTH = "Bảo hiểm y tế, bảo hiểm xã hội"
SCHOOL = "Phòng, chống bạo lực học đường"
TALK = "Nói chuyện chuyên đề về bảo hiểm y tế tại hội trường"
# One talk on society to which 33 people came.
ONE: dict[str, Any] = {"KG201": 1, "KG204": 1, "KG205": 33, "KG208": 33}
CODES = {"SL-89", "SL-90"}


def event(text: str, theme: str = HEALTH, people: int | None = None, **figures: Any) -> dict[str, str]:
    """Return what is asked of a month with one event: code -> cell."""
    row = {TEXT: text, CHOICE: theme} | ({FIRST: people} if people else {})
    found = asked_of(judged(sent({"NB001": row}, **figures)))
    return {code: cell for code, cell in found.items() if code in CODES}


def words(text: str, period: str = "2024-M03", **figures: Any) -> list[tuple[str, str]]:
    """Return what is asked of a form with these words: code and indicator."""
    whole = load_profile("2024").indicators
    asked = [item for item in whole if item.is_asked(kind_of(period))]
    zeros: dict[str, Any] = {item.code: 0 for item in asked if item.is_numeric and not item.formula}
    choices = {item.code: "Không" for item in asked if item.type == "có/không"}
    typed = zeros | choices | {"KG001": 50, "KG605": "Có"} | figures
    data = Filler(form(period)).fill_in(form(period), Answers(typed, texts={"KG602": text}))
    found = judged(data, period).findings
    return [
        (item.code, item.indicator)
        for item in found
        if item.code in CODES and item.severity is Severity.QUESTION
    ]


def kind_of(period: str) -> Any:
    from khoagiao_xl.model.periods import Period

    return Period.parse(period).kind


def test_a_talk_in_a_field_that_counts_none_is_asked_about_at_the_figure_of_that_field() -> None:
    assert event(TALK, people=20).keys() == {"SL-89"}
    assert event(TALK, SCHOOL, people=20, **ONE).keys() == {"SL-89"}
    assert event(TALK, people=33, **ONE) == {}


def test_more_people_than_came_to_all_of_the_field_are_asked_about() -> None:
    assert event(TALK, people=60, **ONE).keys() == {"SL-90"}
    assert event(f"{TALK}, 60 người tham dự", **ONE).keys() == {"SL-90"}


def test_what_the_unit_explains_at_the_figure_is_settled() -> None:
    rows: dict[str, Any] = {"NB001": {TEXT: TALK, CHOICE: HEALTH, FIRST: 60}}
    asked = load_profile("2024").indicators
    typed = {item.code: 0 for item in asked if item.is_asked(kind_of("2024-M03")) and item.is_numeric}
    del typed["KG109"]
    figures: dict[str, Any] = typed | {"KG001": 50, "KG605": "Có"} | ONE
    said = {"KG208": "27 người là người nhà"}
    data = Filler(form("2024-M03")).fill_in(form("2024-M03"), Answers(figures, said, details=rows))
    assert "SL-90" not in asked_of(judged(data))


@pytest.mark.parametrize(
    ("text", "figures", "asked"),
    [
        ("Tổ chức 01 hội nghị quán triệt Nghị quyết số 45-NQ/TW.", {}, ("SL-89", "KG106")),
        ("Quán triệt đến toàn thể đảng viên.", HELD, ("SL-89", "KG108")),
        ("Phối hợp tổ chức nói chuyện chuyên đề về y tế.", {}, ("SL-89", "KG201")),
        ("Tổ chức toạ đàm; 1.250 lượt người.", {}, ("SL-89", "KG201")),
        ("Tổ chức tọa đàm cho 1.250 lượt người.", ONE, ("SL-90", "KG205")),
        ("Tuyên truyền phòng, chống ma túy, 40 đoàn viên tham gia.", ONE, ("SL-90", "KG205")),
    ],
)
def test_words_that_the_figures_deny_are_asked_about(
    text: str, figures: dict[str, Any], asked: tuple[str, str]
) -> None:
    assert words(text, **figures) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Cử 05 đảng viên tham dự tọa đàm do Sở Y tế tổ chức.",
        "Đảng viên nghe nói chuyện chuyên đề về chuyển đổi số.",
        "Chưa tổ chức nói chuyện chuyên đề trong kỳ.",
        "Không tổ chức hội nghị quán triệt riêng.",
        "Ban hành kế hoạch tổ chức tọa đàm Ngày Thầy thuốc Việt Nam.",
        "Treo băng rôn, đăng tin, bài tuyên truyền; 300 lượt người xem.",
        "Lồng ghép tuyên truyền trong sinh hoạt chi bộ, 40 đảng viên tham dự.",
        "Tham gia hội nghị quán triệt do Đảng ủy Khối tổ chức.",
        "Đẩy mạnh tuyên truyền về bảo hiểm y tế.",
        "Sinh hoạt chuyên đề về chuyển đổi số.",
        "Ra quân dọn vệ sinh, trồng cây.",  # a month does not ask how often
        "Duy trì nền nếp công tác.",
    ],
)
def test_words_without_a_deed_that_the_form_counts_are_left_alone(text: str) -> None:
    assert words(text) == []


def test_the_words_of_a_quarter_are_held_against_what_only_quarters_ask() -> None:
    cleaning = "Ra quân dọn vệ sinh, trồng cây quanh trụ sở."
    assert words(cleaning, "2024-Q1", KG002=90, KG223=80) == [("SL-89", "KG235")]
    assert words(cleaning, "2024-Q1", KG002=90, KG223=80, KG235=1) == []


def test_the_table_names_indicators_of_the_office() -> None:
    known = {item.code for item in load_profile("2024").indicators}
    for row in shipped_rows("told_deeds.csv"):
        named = {row["figure"], row["people"], row["least"]} - {"", "1"}
        assert named <= known


def test_the_deeds_of_the_sample_are_such_deeds() -> None:
    assert event(EVENTS[0].text, EVENTS[0].theme, 20).keys() == {"SL-89"}
    assert [code for code, _ in words(STORIES[1])] == ["SL-89"]
