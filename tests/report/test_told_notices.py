"""The notice of each quarter that the plan gives to the office: issued, or outstanding, and then a task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from khoagiao_xl.model.records import Task
from khoagiao_xl.model.report_records import OutgoingDocument
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
STAFF = "Ban Tuyên giáo Đảng ủy Khối"
TASK = Task(
    "NV27", "", "", "Đôn đốc các đơn vị; mỗi quý thông báo một lần những đơn vị làm tốt", "", STAFF,
    status="nhận", recurrence="mỗi quý",
)  # fmt: skip
DAYS = {"2024-Q1": date(2024, 3, 18), "2024-Q2": date(2024, 6, 17), "2024-Q3": date(2024, 9, 17)}
BY_TOOL = OutgoingDocument(
    "Thông báo", "việc thực hiện", 5, "TB/ĐUK", date(2024, 3, 25), "cấp ủy", report="thong-bao 2024-Q1"
)
OPENING = "Thông báo về những đơn vị làm tốt, những đơn vị chậm của "
TO_COME = "sẽ ban hành sau khi tổng hợp báo cáo quý."


def half(content: Content, *documents: OutgoingDocument, task: Task = TASK) -> ReportContent:
    end = {"today": date(2024, 6, 20), "due_days": DAYS, "staff": STAFF, "reviews": ()}
    return content("2024-H1", outgoing=documents, tasks=(task,), **end)


def told(content: ReportContent, tag: str) -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


def test_the_notice_of_a_quarter_that_is_over_is_outstanding_and_that_of_this_one_to_come(
    content: Content,
) -> None:
    assert told(half(content), "viec_cua_ban") == (
        f"{OPENING}quý I chưa ban hành (theo sổ văn bản đi); của quý II {TO_COME}"
    )
    over = replace(half(content), today=date(2024, 7, 1))
    assert told(over, "viec_cua_ban") == f"{OPENING}quý I, quý II chưa ban hành (theo sổ văn bản đi)."


@pytest.mark.parametrize("period", ["2024-Q1", "2024-M03"])
def test_while_the_reports_of_a_quarter_are_gathered_nothing_of_its_notice_is_late(
    content: Content, period: str
) -> None:
    end = {"today": date(2024, 3, 20), "due_days": DAYS, "staff": STAFF, "reviews": ()}
    made = content(period, tasks=(TASK,), **end)
    assert told(made, "viec_cua_ban") == f"{OPENING}quý I {TO_COME}"
    assert "(chưa ban hành)" not in told(made, "nhiem_vu")


TYPED = replace(BY_TOOL, report="", subject="thực hiện chế độ báo cáo công tác khoa giáo quý I năm 2024")


@pytest.mark.parametrize("document", [BY_TOOL, TYPED])
def test_a_notice_that_the_register_has_is_told_by_number_and_day(
    content: Content, document: OutgoingDocument
) -> None:
    assert told(half(content, document), "viec_cua_ban") == (
        f"{OPENING}quý I đã ban hành (Thông báo số 05-TB/ĐUK, ngày 25/3/2024); của quý II {TO_COME}"
    )


def test_the_notice_of_a_quarter_that_is_over_is_late(content: Content) -> None:
    late = f"{STAFF} thông báo những đơn vị làm tốt, những đơn vị chậm của quý I (chưa ban hành)."
    assert told(half(content), "nhiem_vu").startswith(f"Việc quá hạn, cần thực hiện ngay: {late}")
    assert "quá hạn" not in told(half(content, BY_TOOL), "nhiem_vu")


NOT_ASKED = {
    "another leads it": replace(TASK, lead="Các chi bộ"),
    "nobody has taken it over": replace(TASK, status="đề xuất"),
    "it comes back otherwise": replace(TASK, recurrence="hằng năm"),
    "it is another task": replace(TASK, text="Đôn đốc các đơn vị"),
}


@pytest.mark.parametrize("case", NOT_ASKED)
def test_no_notice_is_outstanding_that_no_task_of_the_office_asks_for(content: Content, case: str) -> None:
    assert OPENING not in told(half(content, task=NOT_ASKED[case]), "viec_cua_ban")


def test_the_programme_that_the_tool_made_is_a_document_by_which_the_committee_leads(
    content: Content,
) -> None:
    from tests.report.test_own_inspections import HALF

    programme = replace(BY_TOOL, kind="Chương trình", symbol="CTr/ĐUK", report="chuong-trinh 2024")
    made = replace(half(content, programme, BY_TOOL), deadline=HALF)
    assert "01 văn bản lãnh đạo, chỉ đạo về khoa giáo: Chương trình số 05-CTr/ĐUK" in told(made, "muc_1")
