"""Rows that are no work of the year: what was agreed with, what is to be done only if something happens."""

from __future__ import annotations

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    "line",
    [
        "Thường trực Thành ủy nhất trí với báo cáo của Sở Y tế; biểu dương ngành y tế.",
        "Ban Thường vụ cơ bản thống nhất với báo cáo; ghi nhận sự cố gắng của ngành giáo dục.",
        "Ban Thường vụ nhận thấy còn nhiều hạn chế trong quản lý dạy thêm.",
        "Khi xảy ra ngộ độc thực phẩm, đề nghị báo ngay cho Chi cục An toàn thực phẩm.",
        "Khi cần thiết, Ban Thường vụ Đảng ủy điều chỉnh, bổ sung Chương trình cho phù hợp.",
        "Nếu thấy cần thiết, Văn phòng tham mưu điều chỉnh Lịch công tác.",
        "Kế hoạch được điều chỉnh, bổ sung cho phù hợp với tình hình dịch bệnh.",
        "Hội thi tiếng hát (trong dự thảo dự kiến tháng 10) không đưa vào Chương trình.",
        "Giải bóng chuyền công nhân được rút khỏi Kế hoạch năm 2026.",
    ],
)
def test_it_asks_for_no_work(read_plan: ReadPlan, line: str) -> None:
    assert [task.record.text for task in read_plan(f"1. {line}").tasks] == []


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Khi có văn bản của Trung ương, Phòng Khoa giáo tham mưu kế hoạch triển khai.", "Phòng Khoa giáo"),
        ("Nhất trí với Tờ trình của Ban Tổ chức; đề nghị Sở Nội vụ lập hồ sơ trước ngày 15/6.", "Sở Nội vụ"),
        ("Phòng Nội vụ rà soát, điều chỉnh, bổ sung quy hoạch cán bộ cho phù hợp.", "Phòng Nội vụ"),
        ("Hội Phụ nữ phát động phong trào; các chi hội duy trì kết quả trong cả năm.", "Hội Phụ nữ"),
    ],
)
def test_it_stays_one_task_of_its_body(read_plan: ReadPlan, line: str, lead: str) -> None:
    (task,) = read_plan(f"1. {line}").tasks
    assert task.record.lead == lead


def test_two_bodies_that_keep_up_different_things_have_two_tasks(read_plan: ReadPlan) -> None:
    line = "1. Hội Phụ nữ xã mở 03 lớp; Hội Nông dân xã duy trì 02 chợ phiên, báo cáo trước ngày 30/9."
    assert [task.record.lead for task in read_plan(line).tasks] == ["Hội Phụ nữ xã", "Hội Nông dân xã"]
