"""What became of the office's own plan of inspection: its result, that it has begun, or that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.report_records import OutgoingDocument
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
JUNE = date(2024, 6, 20)
HALF = Deadline("2024-H1", date(2023, 12, 15), date(2024, 6, 14), date(2024, 6, 17), JUNE, JUNE)
PLAN = OutgoingDocument(
    "Kế hoạch", "kiểm tra việc thực hiện nghị quyết", 15, "KH/ĐUK", date(2024, 4, 18), "cấp ủy"
)
DECISION = OutgoingDocument("Quyết định", "thành lập đoàn kiểm tra", 21, "QĐ/ĐUK", date(2024, 5, 6), "cấp ủy")
RESULT = OutgoingDocument(
    "Thông báo", "kết quả kiểm tra ở 05 đơn vị", 9, "TB/ĐUK", date(2024, 6, 3), "cấp ủy"
)
WHOSE = "Về kiểm tra, giám sát theo kế hoạch của Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh: "


def told(content: ReportContent) -> str:
    return unmarked(fill(content)["muc_3"]).split("\a")[-1]


def half(content: Content, *documents: OutgoingDocument) -> ReportContent:
    return content("2024-H1", today=JUNE, deadline=HALF, outgoing=documents, body="Đảng ủy Khối")


KNOWN = {
    "a result": ((PLAN, DECISION, RESULT), "đã có kết quả (Thông báo số 09-TB/ĐUK, ngày 03/6/2024)."),
    "a decision": ((PLAN, DECISION), "đang thực hiện (Quyết định số 21-QĐ/ĐUK, ngày 06/5/2024)."),
    "nothing": ((PLAN,), "đến ngày 20/6/2024 chưa ghi nhận kết quả thực hiện (bổ sung kết quả)."),
    "the result of another": (
        (PLAN, replace(RESULT, issued=date(2024, 3, 1))),
        "đến ngày 20/6/2024 chưa ghi nhận kết quả thực hiện (bổ sung kết quả).",
    ),
}


@pytest.mark.parametrize("case", KNOWN)
def test_an_inspection_by_the_offices_own_plan_is_told_as_far_as_the_register_knows_it(
    content: Content, case: str
) -> None:
    documents, said = KNOWN[case]
    assert told(half(content, *documents)) == f"{WHOSE}Kế hoạch số 15-KH/ĐUK {said}"


def test_a_signed_report_says_that_no_result_is_known_and_has_no_marked_place(content: Content) -> None:
    made = half(content, PLAN)
    signed = replace(made, letterhead=replace(made.letterhead, number="12"))
    assert told(signed).endswith("chưa ghi nhận kết quả thực hiện.")


def test_a_result_is_of_the_plan_that_it_names(content: Content) -> None:
    later = replace(PLAN, subject="giám sát chuyên đề", number=19, issued=date(2024, 5, 20))
    named = replace(RESULT, subject="kết quả kiểm tra theo Kế hoạch số 15-KH/ĐUK")
    made = told(half(content, PLAN, later, named))
    assert "15-KH/ĐUK đã có kết quả" in made
    assert "19-KH/ĐUK đến ngày 20/6/2024 chưa ghi nhận" in made


OTHERS = {
    "a plan of a review": replace(PLAN, subject="sơ kết 05 năm thực hiện Kết luận số 49-KL/TW"),
    "a plan of teaching": replace(PLAN, subject="bồi dưỡng nghiệp vụ cho cán bộ làm công tác kiểm tra"),
    "a plan of after the period": replace(PLAN, issued=date(2024, 6, 18)),
}


@pytest.mark.parametrize("case", OTHERS)
def test_another_plan_is_no_inspection_of_the_period(content: Content, case: str) -> None:
    assert "Về kiểm tra, giám sát theo kế hoạch" not in unmarked(fill(half(content, OTHERS[case]))["muc_3"])


def test_a_plan_of_before_the_period_is_told_in_full_until_its_result_is_told(content: Content) -> None:
    third = replace(HALF, period="2024-Q3", starts=date(2024, 6, 15), ends=date(2024, 9, 14))
    later = {"today": date(2024, 9, 20), "deadline": third}
    open_still = told(content("2024-Q3", outgoing=(PLAN,), **later))
    assert (
        "Kế hoạch số 15-KH/ĐUK, ngày 18/4/2024 về kiểm tra việc thực hiện nghị quyết đến ngày" in open_still
    )
    assert "theo kế hoạch" not in told(content("2024-Q3", outgoing=(PLAN, RESULT), **later))
