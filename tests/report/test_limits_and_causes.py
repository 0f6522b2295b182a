"""What a unit lacks stands among the limits, why among the causes; a cause that nobody wrote waits for the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import Review
from khoagiao_xl.model.report_records import ACCEPTED, PROPOSED, OfficeWords, WordsOrigin
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.limits_and_causes import limit_and_cause
from khoagiao_xl.report.proposed_causes import proposed_causes
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
NOT_DEEP = "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu do trùng đợt cao điểm chuyên môn."
LATE = Review("Tổng kết", 10, "24-NQ/TW", date(2023, 6, 3), code="ST01")


def told(content: ReportContent, tag: str) -> str:
    return unmarked(fill(content)[tag])


def test_a_limit_and_its_cause_stand_each_in_its_place(content: Content) -> None:
    made = content(narratives=(Narrative("Sở Y tế", "KG603", NOT_DEEP),), reviews=())
    assert told(made, "han_che").endswith("Sở Y tế: Một số buổi sinh hoạt lồng ghép nội dung chưa sâu.")
    assert told(made, "nguyen_nhan").endswith("Sở Y tế: Trùng đợt cao điểm chuyên môn.")


HALVES = {
    "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao": (
        "Tỷ lệ dự học tập chưa cao.",
        "Đảng viên đi công tác địa bàn xa.",
    ),
    "Cuộc thi do Sở Y tế tổ chức được nhiều người dự": None,
    "Nguyên nhân khách quan: tài liệu chưa đủ do in chậm": None,
    "Một số buổi chưa sâu": None,
}


@pytest.mark.parametrize("text", HALVES)
def test_only_what_lacks_something_for_a_reason_has_two_halves(text: str) -> None:
    assert limit_and_cause(text) == HALVES[text]


def accepted(status: str) -> OfficeWords:
    text = "Chủ quan: việc giao chủ trì còn chậm."
    return OfficeWords(
        "2024-Q1", "Nguyên nhân", text, origin=WordsOrigin.TOOL, status=status, code="nguyen_nhan.so_ket"
    )


def test_a_late_review_proposes_a_cause(content: Content) -> None:
    assert [key for key, _ in proposed_causes(content(reviews=(LATE,)))] == ["so_ket"]
    assert list(proposed_causes(content(reviews=()))) == []


@pytest.mark.parametrize(("status", "is_told"), [(PROPOSED, False), (ACCEPTED, True)])
def test_a_proposed_cause_is_told_once_a_person_has_accepted_it(
    content: Content, status: str, is_told: Any
) -> None:
    made = content(reviews=(LATE,), office_words=(accepted(status),))
    assert ("việc giao chủ trì còn chậm" in told(made, "nguyen_nhan")) is is_told
