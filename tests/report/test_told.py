"""What the report tells besides figures: changes of closed periods, and hot issues with who settles them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.closing_records import LaterChange
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_changes import ChangeNote, change_paragraphs
from khoagiao_xl.report.told_issues import IssueNote, issue_paragraphs

ENDS = date(2024, 2, 14)
JANUARY = "tháng 1 năm 2024"


def change(unit: str = "Sở Y tế", **facts: Any) -> ChangeNote:
    known: dict[str, Any] = {"period": "2024-M01", "round": 1, "unit": "SYT", "code": "KG220", "frozen": "3",
             "label": "Số ý kiến", "now": "4", "difference": 1, "frozen_total": 142, "new_total": 143,
             "file": "a.xlsx", "noted_at": None}  # fmt: skip
    return ChangeNote(JANUARY, unit, LaterChange(**{**known, **facts}))


COUNTED_BY_NOW = "Báo cáo này tính theo số đã sửa, cả ở số theo chủ đề, nội dung cụ thể."


def test_a_change_after_the_closing_names_the_unit_the_figure_and_both_totals() -> None:
    assert list(change_paragraphs([change()])) == [
        "Sau khi chốt tháng 1 năm 2024: Sở Y tế sửa “Số ý kiến” từ 03 thành 04 (tổng từ 142 thành 143).",
        COUNTED_BY_NOW,
    ]


def test_several_changes_stand_in_lines_below_each_other() -> None:
    first, *lines, _ = change_paragraphs([change(), change("Sở Tư pháp", frozen="")])
    assert first == "Sau khi chốt tháng 1 năm 2024:"
    assert [line[:12] for line in lines] == ["- Sở Y tế sử", "- Sở Tư pháp"]
    assert "từ chưa nêu thành 04" in lines[-1]


def test_a_total_that_moved_by_what_is_carried_into_it_names_no_unit() -> None:
    told, _ = change_paragraphs([change("")])
    assert told.endswith(": tổng của “Số ý kiến” từ 142 thành 143.")


def test_of_very_many_changes_the_units_are_named() -> None:
    told, _ = change_paragraphs([change(f"Đơn vị {at % 2}") for at in range(9)])
    assert told == (
        "Sau khi chốt tháng 1 năm 2024, 09 số liệu của Đơn vị 0, Đơn vị 1 được sửa, trong đó tổng của “Số ý kiến” "
        "từ 142 thành 143."
    )


def test_of_very_many_changes_the_main_figures_are_told_and_then_those_that_moved_most() -> None:
    moved = [
        change("", code=f"KG{at}", label=f"Số {at}", frozen_total=100, new_total=100 + at)
        for at in range(1, 9)
    ]
    main = replace(change("", code="KG201", label="Số cuộc", frozen_total=262, new_total=263), is_main=True)
    told, _ = change_paragraphs([*moved, main])
    assert told == (
        "Sau khi chốt tháng 1 năm 2024, 09 số liệu được sửa, trong đó tổng của “Số cuộc” từ 262 thành 263; tổng của "
        "“Số 8” từ 100 thành 108; tổng của “Số 7” từ 100 thành 107."
    )


def test_what_moved_in_a_period_that_stands_open_is_not_told_as_after_its_closing() -> None:
    told, _ = change_paragraphs([change("", round=0)])
    assert told == "Sau khi tổng hợp tháng 1 năm 2024: tổng của “Số ý kiến” từ 142 thành 143."


def test_of_more_units_than_a_sentence_names_they_are_listed() -> None:
    many = [change(f"Đơn vị {at}") for at in range(9)]
    told, _ = change_paragraphs(many, "Phụ lục 3")
    assert ", 09 số liệu của 09 đơn vị (danh sách tại Phụ lục 3) được sửa, trong đó" in told


@pytest.mark.parametrize(("units", "named"), [(1, ": Đơn vị 0."), (6, " (danh sách tại Phụ lục\u00a03).")])
def test_who_has_to_send_its_correction_again_is_named(
    content: Callable[..., ReportContent], units: int, named: str
) -> None:
    tags = fill(content(correcting=tuple(f"Đơn vị {at}" for at in range(units))))
    assert f"{units:02} đơn vị có báo cáo đã được tổng hợp" in tags["chu_thich"]
    assert f"phải gửi lại bản sửa{named}" in tags["chu_thich"]


ISSUES: dict[str, tuple[dict[str, Any], str]] = {
    "mới": ({}, "chưa giải quyết xong"),
    "có người xử lý": (
        {"handler": "Cấp ủy đơn vị", "due": date(2024, 2, 20)},
        "hạn xử lý 20/02/2024; cấp ủy đơn vị đang xử lý",
    ),
    "xong": (
        {"closed_on": date(2024, 2, 9), "result": "đã chi trả đủ."},
        "giải quyết xong ngày 09/02/2024: đã chi trả đủ",
    ),
    "xong sau kỳ": ({"closed_on": date(2024, 2, 19)}, "chưa giải quyết xong"),
}


@pytest.mark.parametrize("state", ISSUES)
def test_an_issue_is_told_with_its_unit_its_words_and_who_settles_it(state: str) -> None:
    facts, told = ISSUES[state]
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="Chậm trả tiền làm thêm giờ.", **facts)
    state_told = "đã" if state == "xong" else "đến nay chưa"
    assert list(issue_paragraphs([IssueNote("Sở Y tế", issue, ENDS)], ENDS)) == [
        f"Trong kỳ phát sinh 01 vấn đề nổi cộm; {state_told} giải quyết xong:",
        f"- Tại Sở Y tế (ngày 02/02/2024): Chậm trả tiền làm thêm giờ; {told}.",
    ]


def test_what_the_unit_asks_of_the_committee_is_no_news_for_its_superior() -> None:
    issue = Issue(
        "VD001", date(2024, 2, 2), "SYT", text="Một số người lao động phản ánh.", proposal="Cho ý kiến."
    )
    *_, line = issue_paragraphs([IssueNote("Sở Y tế", issue, ENDS)], ENDS)
    assert line == "- Tại Sở Y tế (ngày 02/02/2024): một số người lao động phản ánh; chưa giải quyết xong."


@pytest.mark.parametrize(("day", "told"), [(date(2024, 5, 20), "chưa giải quyết xong"),
                                           (date(2024, 2, 2), "đến ngày 14/6/2024 chưa nhận được báo cáo kết quả giải quyết")])  # fmt: skip
def test_of_what_is_open_for_long_it_is_told_that_nothing_came_of_it(day: date, told: str) -> None:
    issue = Issue("VD001", day, "SYT", text="A", handler="")
    ends = date(2024, 6, 14)
    first, line = issue_paragraphs([IssueNote("Sở Y tế", issue, ends)], date(2024, 6, 20))
    assert first.endswith("; đến hết kỳ, chưa giải quyết xong:")
    assert line.endswith(f"A; {told}.")


SOURCES = {"tin nhanh": "Theo tin nhanh của", "biểu kỳ": "Theo báo cáo của"}


@pytest.mark.parametrize("source", SOURCES)
def test_what_a_unit_reports_is_told_by_its_word_and_not_laid_at_its_door(source: str) -> None:
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="Một số người phản ánh.", source=source)
    *_, line = issue_paragraphs([IssueNote("Sở Y tế", issue, ENDS)], ENDS)
    assert line.startswith(
        f"- {SOURCES[source]} Sở Y tế (việc xảy ra hoặc nắm được ngày 02/02/2024): một số người phản ánh;"
    )


DEALT_WITH = {
    "tin nhanh": "theo đơn vị báo cáo, cấp ủy đơn vị đang xử lý",
    "biểu kỳ": "theo đơn vị báo cáo, cấp ủy đơn vị đang xử lý",
    "": "đầu mối xử lý: cấp ủy đơn vị",
}


@pytest.mark.parametrize(("source", "said"), DEALT_WITH.items())
def test_who_deals_with_it_ten_months_on_is_told_by_the_word_of_the_unit(source: str, said: str) -> None:
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="A", handler="Cấp ủy đơn vị", source=source)
    *_, line = issue_paragraphs([IssueNote("Sở Y tế", issue, date(2024, 12, 14))], date(2024, 12, 10))
    assert line.endswith(f"; {said}; đến ngày 10/12/2024 chưa nhận được báo cáo kết quả giải quyết.")


OF_OTHERS: dict[str, tuple[dict[str, Any], str]] = {
    "xong": (
        {"closed_on": date(2024, 2, 9), "result": "đã mua bổ sung."},
        "đã mua bổ sung, giải quyết xong ngày 09/02/2024",
    ),
    "xong, không rõ kết quả": ({"closed_on": date(2024, 2, 9)}, "giải quyết xong ngày 09/02/2024"),
    "chưa xong": ({}, "chưa giải quyết xong"),
}


@pytest.mark.parametrize("state", OF_OTHERS)
def test_what_opinion_brought_up_did_not_happen_at_the_unit_that_answers_for_it(state: str) -> None:
    facts, told = OF_OTHERS[state]
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="thiếu thuốc.", source="dư luận", **facts)
    *_, line = issue_paragraphs([IssueNote("Sở Y tế", issue, ENDS)], ENDS)
    assert line == f"- Thiếu thuốc (ngày 02/02/2024; đơn vị liên quan: Sở Y tế): {told}."


def test_what_was_open_before_the_period_stands_apart() -> None:
    old = IssueNote("Sở Y tế", Issue("VD001", date(2024, 1, 2), "SYT", text="A"), ENDS, is_earlier=True)
    new = IssueNote("Sở Tư pháp", Issue("VD002", date(2024, 2, 2), "STP", text="B"), ENDS)
    openings = [line for line in issue_paragraphs([old, new], date(2024, 2, 10)) if line.endswith(":")]
    assert openings == [
        "Trong kỳ phát sinh 01 vấn đề nổi cộm; đến nay chưa giải quyết xong:",
        "Còn 01 vấn đề nổi cộm của các kỳ trước chưa giải quyết xong:",
    ]
