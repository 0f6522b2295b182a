"""What a report opens with: the work of the period in one sentence, then the returns in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.records import Deadline, State, Total
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_issues import IssueNote

Make = Callable[..., Total]
Content = Callable[..., ReportContent]
BOTH = {"previous_both": 81, "previous_then": 250, "previous_now": 260}
ENDS = date(2024, 2, 14)


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def note(code: str, settled: date | None, *, is_earlier: bool = False) -> IssueNote:
    issue = Issue(code=code, day=date(2024, 2, 2), unit="SYT", text="Việc chậm.", closed_on=settled)
    return IssueNote("Sở Y tế", issue, ENDS, is_earlier)


def test_the_opening_is_one_sentence_on_the_work_and_one_on_the_returns(
    content: Content, total: Make
) -> None:
    totals = (total("KG106", 44, "hội nghị"), total("KG201", 262, **BOTH), total("KG605", 86, "có/không"))
    issues = (note("VD01", date(2024, 2, 10)), note("VD02", None))
    made = content("2024-M02", totals=totals, issues=issues)
    assert told(made, "nhan_dinh") == [
        (
            "Trong tháng 2 năm 2024, các cấp ủy tổ chức 44 hội nghị quán triệt, triển khai nghị quyết, chỉ thị, kết "
            "luận về khoa giáo, 262 cuộc tuyên truyền (tăng 4% so với tháng trước, tính trên 81 đơn vị báo cáo cả hai kỳ); "
            "tình hình tư tưởng cán bộ, đảng viên, người lao động cơ bản ổn định; phát sinh 02 vấn đề nổi cộm, đã giải quyết xong 01."
        )
    ]
    assert len(told(made, "tinh_hinh")) == 1


AGAINST = {
    "the annex falls": ({"previous": 262, "value": 194}, 88),
    "the annex falls, told as about the same": ({"previous": 262, "value": 194, "previous_now": 250}, 88),
    "fewer than two thirds have reported": ({"previous": 190, "value": 194}, 60),
}


@pytest.mark.parametrize("case", AGAINST)
def test_the_opening_compares_nothing_that_the_annex_seems_to_deny(
    content: Content, total: Make, case: str
) -> None:
    facts, reported = AGAINST[case]
    made = content("2024-M02", totals=(total("KG201", **{**BOTH, **facts}),))
    fewer = replace(made, states={State.ACCEPTED: ("A",) * reported, State.MISSING: ("B",) * (92 - reported)})
    assert "194 cuộc tuyên truyền." in told(fewer, "nhan_dinh")[0]


MINDS = {92: "ổn định", 86: "cơ bản ổn định", 60: ""}


@pytest.mark.parametrize("settled", MINDS)
def test_minds_are_called_settled_only_where_nearly_all_units_say_so(
    content: Content, total: Make, settled: int
) -> None:
    told_of = told(content(totals=(total("KG605", settled, "có/không"),)), "nhan_dinh")[0]
    words = MINDS[settled]
    assert told_of.endswith(f"người lao động {words}.") if words else not told_of


ISSUES = {
    "none settled": ((note("VD01", None),), "phát sinh 01 vấn đề nổi cộm, chưa giải quyết xong"),
    "all settled": ((note("VD01", ENDS),), "phát sinh 01 vấn đề nổi cộm, đã giải quyết xong"),
    "of earlier periods": (
        (note("VD01", None, is_earlier=True),),
        "còn 01 vấn đề nổi cộm của các kỳ trước chưa giải quyết xong",
    ),
}


@pytest.mark.parametrize("case", ISSUES)
def test_what_became_of_issues_is_part_of_the_verdict(content: Content, case: str) -> None:
    issues, words = ISSUES[case]
    assert told(content("2024-M02", totals=(), issues=issues), "nhan_dinh") == [
        f"Trong tháng 2 năm 2024, {words}."
    ]


def test_a_figure_that_is_not_of_the_units_of_the_others_says_whose_it_is(
    content: Content, total: Make
) -> None:
    most = [total(code, 12, counted=88, provisional=True) for code in ("KG106", "KG302", "KG304")]
    made = content(totals=(*most, total("KG201", 7, counted=84, provisional=True)))
    assert "07 cuộc tuyên truyền (số liệu tạm tính của 84/92 đơn vị), 12 cuộc" in told(made, "nhan_dinh")[0]


@pytest.mark.parametrize(("ends", "words"), [(14, "đến ngày 14/3/2024)"), (25, ", ước đến ngày 25/3/2024)")])
def test_days_that_have_not_come_are_estimated(content: Content, ends: int, words: str) -> None:
    closes = date(2024, 3, 27)
    deadline = Deadline("2024-Q1", date(2023, 12, 15), date(2024, 3, ends), closes, closes, closes)
    facts: dict[str, Any] = {"deadline": deadline}
    assert words in told(content(**facts), "mo_dau")[0]


def test_work_of_some_units_alone_says_of_how_many(content: Content, total: Make) -> None:
    some = {"counted": 60, "provisional": True}
    made = content("2024-M03", totals=(total("KG106", 29, "hội nghị", **some), total("KG201", 194, **some)))
    assert told(made, "nhan_dinh")[0].startswith(
        "Trong tháng 3 năm 2024, theo số liệu của 60/92 đơn vị, các cấp ủy tổ chức 29 hội nghị"
    )


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ((89, 89), "; số lũy kế lấy theo các báo cáo đã nhận từ đầu năm (89/92 đơn vị có đủ)"),
        ((89, 85), "; số lũy kế lấy theo các báo cáo đã nhận từ đầu năm"),
        ((92, 92), ""),
    ],
)
def test_the_head_says_what_the_year_to_date_is_made_of(
    content: Content, total: Make, known: tuple[int, int], said: str
) -> None:
    totals = [
        total(code, 10, to_date=90, to_date_counted=units, to_date_owing=92)
        for code, units in zip(("KG201", "KG205"), known, strict=True)
    ]
    (head,) = told(content("2024-M03", totals=totals), "tinh_hinh")
    assert head.endswith(f"(danh sách tại Phụ lục\u00a02){said}.")
