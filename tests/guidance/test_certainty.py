"""What is «chắc chắn»: a whole name of one body, told where the work is told."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.words.name_ends import has_unknown_end
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    "line",
    [
        "1. Phòng Khoa giáo chịu khó viết báo cáo trước ngày 20/6.",
        "1. Sở Y tế đồng tâm cùng các trường mở lớp trước ngày 15/4.",
        "1. Sở Nội vụ, Sở Tư pháp phối hợp mở lớp trước ngày 15/5.",
        "1. Hội Nông dân tỉnh và Hội Liên hiệp Phụ nữ tỉnh tổ chức hội thi trước ngày 20/10.",
        "1. Phân công đồng chí phó bí thư phụ trách công tác khoa giáo trước ngày 15/3.",
        "1. Các đảng ủy giao đồng chí phó chủ tịch gặp mặt trí thức trước ngày 18/5.",
        "1. Sở Y tế:\nCác hoạt động hướng về cơ sở.\n- Mở 05 lớp sơ cứu trước ngày 30/4.",
    ],
)
def test_a_doubtful_lead_is_not_certain(read_plan: ReadPlan, line: str) -> None:
    assert Sure.CERTAIN not in [task.confidence for task in read_plan(line).tasks]


@pytest.mark.parametrize(
    "line",
    [
        "1. Sở Văn hóa, Thể thao và Du lịch tổ chức ngày hội trước ngày 10/10.",
        "1. Các chi bộ, đảng bộ cơ sở rà soát đảng viên trước ngày 15/9.",
        "1. Đảng ủy các xã, phường tổ chức hội nghị trước ngày 11/11.",
        "1. Trung tâm Phục vụ hành chính công tỉnh niêm yết thủ tục trước ngày 11/11.",
        "1. Sở Y tế:\n- Mở 05 lớp sơ cứu trước ngày 30/4.",
    ],
)
def test_one_whole_name_is_certain(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(line).tasks
    assert task.confidence is Sure.CERTAIN


@pytest.mark.parametrize(
    ("name", "is_unknown"),
    [
        ("Trạm Y tế các xã, phường", False),
        ("Phòng Văn hóa - Xã hội xã", False),
        ("Các trường tiểu học", False),
        ("Văn phòng", False),
        ("Trường Cao đẳng Sư phạm tỉnh", False),
        ("Sở Y tế hăng hái", True),
    ],
)
def test_a_name_ends_with_words_of_names(name: str, is_unknown: bool) -> None:
    assert has_unknown_end(name) is is_unknown


@pytest.mark.parametrize(
    "over",
    ["Giao Hội Khuyến học tỉnh các việc sau:", "Đề nghị Hội Khuyến học tỉnh một số nội dung trọng tâm sau:"],
)
def test_whom_a_line_tells_what_follows_leads_it(read_plan: ReadPlan, over: str) -> None:
    (first, second) = read_plan(f"1. {over}\n- Trao học bổng.\n- In kỷ yếu.").tasks
    assert (first.record.lead, second.record.lead) == ("Hội Khuyến học tỉnh", "Hội Khuyến học tỉnh")
