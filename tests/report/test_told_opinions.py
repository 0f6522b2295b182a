"""Opinion and rebuttal as the report tells it: by topic, what was settled, what is a limit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from khoagiao_xl.model.report_records import (
    ToldRow,
)
from khoagiao_xl.report.content import ReportContent
from tests.report.test_told_sections import Content, told

INSURANCE = "Bảo hiểm y tế, bảo hiểm xã hội"
ANSWERED = "Bảo hiểm xã hội tỉnh đã trả lời"


def opinion(unit: str, topic: str = INSURANCE, text: str = "", **figures: Any) -> ToldRow:
    return ToldRow("2024-M01", unit, "DL", "DL001", text=text, choice=topic, **figures)


def of_opinion(content: Content, *rows: ToldRow, period: str = "2024-Q1") -> list[str]:
    """Return the lines on opinion and rebuttal that the units told of."""
    units = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp"}
    lines = told(content(period, details=rows, unit_names=units), "muc_2_4")
    return [line for line in lines if "trường hợp của" in line]


OUTCOMES: dict[str, tuple[dict[str, Any], str]] = {
    "all": ({"first": 4, "second": 4}, "đã giải quyết, xử lý xong"),
    "some": ({"first": 4, "second": 1}, "đã giải quyết, xử lý 01, còn 03"),
    "none": ({"first": 4, "second": 0}, "chưa giải quyết, xử lý xong"),
    "unknown": ({"first": 4}, "chưa có số liệu đầy đủ về kết quả giải quyết"),
}


@pytest.mark.parametrize("case", OUTCOMES)
def test_an_opinion_is_told_with_what_of_it_was_settled(content: Content, case: str) -> None:
    figures, words = OUTCOMES[case]
    (line,) = of_opinion(content, opinion("SYT", **figures), period="2024-M01")
    assert line == (
        "01 đơn vị nêu rõ chủ đề của 04 trường hợp (ý kiến dư luận hoặc tin, bài đấu tranh, phản bác): "
        f"{INSURANCE} (04 trường hợp của 01 đơn vị): {words}."
    )


OF_MONTHS: dict[str, tuple[dict[str, Any], str]] = {
    "all": ({"first": 4, "second": 4}, "đã giải quyết, xử lý xong"),
    "some": (
        {"first": 4, "second": 1},
        "theo báo cáo từng kỳ, đã giải quyết, xử lý 01; 03 chưa có báo cáo kết quả",
    ),
    "none": ({"first": 4, "second": 0}, "theo báo cáo từng kỳ, chưa có báo cáo kết quả"),
}


@pytest.mark.parametrize("case", OF_MONTHS)
def test_what_a_month_left_open_is_not_told_as_open_at_the_end_of_the_quarter(
    content: Content, case: str
) -> None:
    figures, words = OF_MONTHS[case]
    (line,) = of_opinion(content, opinion("SYT", **figures))
    assert "phản bác) trong báo cáo tháng 1: " in line
    assert line.endswith(f"(04 trường hợp của 01 đơn vị): {words}.")


RESULTS = {
    "Công đoàn đã đề nghị đổi thẻ": False,
    "Sở Y tế đang kiểm tra": False,
    "Công đoàn đã đề nghị đổi thẻ; cơ quan bảo hiểm đã đổi": True,
    "Đã kiểm tra theo đề nghị của người dân": True,
}


@pytest.mark.parametrize("text", RESULTS)
def test_what_somebody_asked_for_is_no_result(content: Content, text: str) -> None:
    (line,) = of_opinion(content, opinion("SYT", text=text, first=4, second=4))
    assert ("kết quả đơn vị nêu" in line) is RESULTS[text]


ASKED = "Công đoàn đã đề nghị đổi thẻ"
ONLY_ASKED = {
    "all of it": ((5, 5, ASKED),),
    "a part": ((5, 5, ASKED), (4, 4, ANSWERED)),
    "some open": ((7, 5, ASKED),),
}
ASKED_WORDS = {
    "all of it": f"đơn vị ghi đã giải quyết, xử lý 05, nhưng mới nêu {ASKED}, chưa nêu kết quả.",
    "a part": (
        f"đơn vị ghi đã giải quyết, xử lý 09 (kết quả đơn vị nêu: {ANSWERED}), trong đó 05 mới nêu {ASKED}, chưa nêu "
        "kết quả."
    ),
    "some open": (
        f"đơn vị ghi đã giải quyết, xử lý 05, nhưng mới nêu {ASKED}, chưa nêu kết quả; 02 chưa có báo cáo kết quả."
    ),
}


@pytest.mark.parametrize("case", ONLY_ASKED)
def test_what_a_unit_calls_settled_and_has_only_asked_for_is_told_so(content: Content, case: str) -> None:
    rows = [opinion("SYT", text=text, first=heard, second=done) for heard, done, text in ONLY_ASKED[case]]
    (line,) = of_opinion(content, *rows)
    assert line.endswith(f": {ASKED_WORDS[case]}")


def test_opinions_of_one_topic_are_one_line_with_what_came_of_them_said_once(content: Content) -> None:
    rows = (
        opinion("SYT", text=ANSWERED, first=3, second=3),
        opinion("STP", text=ANSWERED.upper(), first=2, second=1),
        opinion("STP", "Nội dung khác về giáo dục", first=1, second=0),
    )
    assert of_opinion(content, *rows, period="2024-M01") == [
        (
            f"- {INSURANCE} (05 trường hợp của 02 đơn vị): đã giải quyết, xử lý 04 (kết quả đơn vị nêu: "
            f"{ANSWERED}), còn 01;"
        ),
        "- Giáo dục (01 trường hợp của 01 đơn vị): chưa giải quyết, xử lý xong.",
    ]


def test_of_many_results_the_number_is_told(content: Content) -> None:
    rows = [opinion("SYT", text=f"Đã trả lời lần {at}", first=1, second=1) for at in range(5)]
    (line,) = of_opinion(content, *rows)
    assert line.endswith("đã trả lời lần 2; và 02 nội dung khác).")


LEFT: dict[str, tuple[tuple[ToldRow, ...], str]] = {
    "settled": ((opinion("SYT", first=4, second=4),), ""),
    "more settled than heard": ((opinion("SYT", first=4, second=5),), ""),
    "unknown": ((opinion("SYT", first=4),), ""),
    "one topic": (
        (opinion("SYT", "Nội dung khác về giáo dục", first=26, second=8),),
        "Còn 18/26 trường hợp về giáo dục chưa giải quyết, xử lý xong",
    ),
    "of one topic twice": (
        (opinion("SYT", first=3, second=1), opinion("STP", first=2, second=2)),
        "Còn 2/5 trường hợp về bảo hiểm y tế, bảo hiểm xã hội chưa giải quyết, xử lý xong",
    ),
    "several": (
        (opinion("SYT", first=4, second=0), opinion("STP", "Nội dung khác về giáo dục", first=3, second=2)),
        "Còn các trường hợp chưa giải quyết, xử lý xong: 4/4 về bảo hiểm y tế, bảo hiểm xã hội; 1/3 về giáo dục",
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_what_is_not_settled_is_a_limit(content: Content, case: str) -> None:
    rows, said = LEFT[case]
    limits = open_opinions(content("2024-M01", details=rows))
    assert bool(limits) is bool(said)
    assert said.casefold() in " ".join(limits).casefold()


def open_opinions(content: ReportContent) -> list[str]:
    limits = [line for line in told(content, "han_che") if "giải quyết, xử lý" in line]
    return [line.removeprefix("Qua số liệu tổng hợp: ").strip("- ;.") for line in limits]


EDUCATION = "Nội dung khác về giáo dục"


def test_what_no_later_report_asks_about_is_not_called_open_at_the_end(content: Content) -> None:
    rows = [replace(opinion("SYT", EDUCATION, first=9, second=2), period=f"2024-M0{at}") for at in (1, 2, 3)]
    assert open_opinions(content(details=rows)) == [
        "21/27 trường hợp về giáo dục chưa có báo cáo kết quả giải quyết, xử lý (theo báo cáo từng kỳ)"
    ]


def test_what_earlier_reports_left_open_does_not_vanish(content: Content) -> None:
    before = (opinion("SYT", EDUCATION, first=7, second=0),)
    now = replace(opinion("STP", EDUCATION, first=10, second=3), period="2024-M02")
    earlier = "07 trường hợp về giáo dục nêu trong báo cáo tháng 1 chưa có báo cáo kết quả giải quyết, xử lý"
    made = content("2024-M02", details=(now,), earlier_details=before)
    assert open_opinions(made) == [
        f"trong kỳ còn 7/10 trường hợp về giáo dục chưa giải quyết, xử lý xong; {earlier}"
    ]
    assert open_opinions(content("2024-M02", earlier_details=before)) == [earlier]


def test_of_a_part_of_a_half_year_nobody_knows_what_is_left(content: Content) -> None:
    made = content("2024-H1", details=(opinion("SYT", first=4, second=0),))
    assert not any("giải quyết, xử lý" in line for line in told(made, "han_che"))


@pytest.mark.parametrize("row", [opinion("SYT"), opinion("SYT", "", first=2), opinion("SYT", first=0)])
def test_an_opinion_without_topic_or_number_is_not_told(content: Content, row: ToldRow) -> None:
    assert of_opinion(content, row) == []
