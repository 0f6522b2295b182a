"""«Trách nhiệm của …» behind a work, and labels that hold for all the parts above them."""

from __future__ import annotations

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        (
            "Mở chợ phiên. Trách nhiệm của Trung tâm Xúc tiến; phối hợp: Tỉnh đoàn.",
            "Trung tâm Xúc tiến",
            "Tỉnh đoàn",
        ),
        ("Số hóa hồ sơ (trách nhiệm của Văn phòng Sở).", "Văn phòng Sở", ""),
        ("Số hóa hồ sơ. Trách nhiệm thực hiện thuộc Văn phòng Sở. Hạn: 30/9/2026.", "Văn phòng Sở", ""),
        ("Diễn tập; trách nhiệm của Ban An ninh, xong tháng 5.", "Ban An ninh", ""),
        ("Đào tạo. Trách nhiệm: Văn phòng Sở; Thanh tra Sở phối hợp.", "Văn phòng Sở", "Thanh tra Sở"),
    ],
)
def test_a_sentence_of_responsibility_names_the_lead(
    read_plan: ReadPlan, line: str, lead: str, support: str
) -> None:
    (task,) = read_plan(f"1. {line}").tasks
    assert (task.record.lead, task.record.support) == (lead, support)


@pytest.mark.parametrize(
    "label", ["Đơn vị chủ trì cả hai đợt", "Cơ quan thực hiện chung cho cả hai đợt", "Chủ trì tất cả các đợt"]
)
def test_a_label_for_all_parts_leads_each(read_plan: ReadPlan, label: str) -> None:
    read = read_plan(
        "1. Mở rộng đường theo hai đợt:\na) Giải phóng mặt bằng, xong trước ngày 30/4;\n"
        f"b) Thi công nền đường, xong trong tháng 11.\n{label}: Sở Xây dựng; phối hợp: Công an tỉnh.\n2. Mở lớp."
    )
    named = [(task.record.lead, task.record.support) for task in read.tasks[:2]]
    assert named == [("Sở Xây dựng", "Công an tỉnh")] * 2


def test_a_heading_of_responsibility_stays_one(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Trách nhiệm của Văn phòng Sở\n- Lập dự toán trước ngày 20/02.").tasks
    assert task.record.lead == "Văn phòng Sở"


def test_lines_with_days_of_their_own_are_the_works(read_plan: ReadPlan) -> None:
    tasks = read_plan(
        "1. Sửa chữa 12 cầu yếu:\n- Tuyến tỉnh lộ 4: 07 cầu, xong trong quý II;\n"
        "- Tuyến tỉnh lộ 9: 05 cầu, xong trong quý IV."
    ).tasks
    assert [str(task.record.due) for task in tasks] == ["2026-06-30", "2026-12-31"]
