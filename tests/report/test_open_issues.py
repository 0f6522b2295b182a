"""What is to be done about open issues: one line, with the unit that asks for a word and what about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.open_issues import open_issue_works
from khoagiao_xl.report.section_places import with_section_numbers
from khoagiao_xl.report.template import find_template
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_issues import IssueNote

Content = Callable[..., ReportContent]
ENDS = date(2024, 3, 14)
OVERTIME = "Một số người lao động phản ánh việc chậm thanh toán tiền làm thêm giờ, dự định gửi đơn tập thể."
SUBJECTS = {
    OVERTIME: "về việc chậm thanh toán tiền làm thêm giờ",
    "Dư luận băn khoăn về các khoản thu": "về việc các khoản thu",
    "Thiếu thuốc.": "về vấn đề phát sinh ngày 02/02/2024",
    "Người dân phản ánh về ": "về vấn đề phát sinh ngày 02/02/2024",
}


def note(**facts: Any) -> IssueNote:
    return IssueNote("Sở Y tế", Issue("VD1", date(2024, 2, 2), "SYT", **facts), ENDS)


@pytest.mark.parametrize("text", SUBJECTS)
def test_a_unit_that_asks_is_answered_about_its_issue(content: Content, text: str) -> None:
    made = content(issues=(note(text=text, proposal="Cho ý kiến."),))
    assert list(open_issue_works(made)) == [
        "chỉ đạo giải quyết dứt điểm 01 vấn đề nổi cộm",
        f"trả lời đề nghị của Sở Y tế {SUBJECTS[text]} (đề nghị cho ý kiến)",
    ]


@pytest.mark.parametrize("proposal", ["Cho ý kiến. Cấp kinh phí.", "Đề nghị " + "cho thêm ý kiến " * 6])
def test_what_is_asked_at_length_is_not_repeated(content: Content, proposal: str) -> None:
    made = content(issues=(note(text=OVERTIME, proposal=proposal),))
    (_, told) = open_issue_works(made)
    assert told.endswith("trả lời đề nghị của Sở Y tế về việc chậm thanh toán tiền làm thêm giờ")


@pytest.mark.parametrize(
    "proposal", ["Đề nghị Đảng ủy Khối cho ý kiến chỉ đạo.", "Xin ý kiến chỉ đạo", "Chỉ đạo, " * 20]
)
def test_who_asks_to_be_directed_is_directed_and_of_a_quick_report_it_is_said_when_it_came(
    content: Content, proposal: str
) -> None:
    sent = {"source": "tin nhanh", "reported": date(2024, 2, 5)}
    made = content(issues=(note(text=OVERTIME, proposal=proposal, **sent),))
    (_, told) = open_issue_works(made)
    assert told == (
        "cho ý kiến chỉ đạo theo đề nghị ngày 05/02/2024 của Sở Y tế về việc chậm thanh toán tiền làm thêm giờ"
    )


def test_only_what_is_left_of_several_issues_is_called_left(content: Content) -> None:
    made = content(issues=(note(text="A"), note(text="B", closed_on=ENDS)))
    assert list(open_issue_works(made)) == ["chỉ đạo giải quyết dứt điểm 01 vấn đề nổi cộm còn lại"]
    assert list(open_issue_works(content(issues=()))) == []


def test_the_limits_refer_to_the_section_that_tells_of_the_issues(content: Content) -> None:
    made = content("2024-M03", issues=(note(text="A"),))
    filled = with_section_numbers(fill(made), find_template("thang"))
    assert f"(nêu tại mục I.{filled['so_muc_2_4']})" in filled["han_che"]
    half = content("2024-H1", issues=(note(text="A"),))
    filled = with_section_numbers(fill(half), find_template("6-thang"))
    assert f"(nêu tại mục II.{filled['so_muc_2_4']})" in filled["han_che"]


def test_in_a_template_without_counted_headings_the_section_goes_by_its_name(
    content: Content, tmp_path: Any
) -> None:
    filled = with_section_numbers(fill(content(issues=(note(text="A"),))), find_template("so-ket"))
    assert "(nêu tại mục Dư luận xã hội và đấu tranh phản bác)" in filled["han_che"]
