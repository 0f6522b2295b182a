"""Offices that persons hold as leads, in every way in which a committee's programme attaches them to a work."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.words.organs import organ_at_start
from tests.guidance.conftest import ReadPlan

_MILITARY = "Chỉ huy trưởng Ban Chỉ huy Quân sự phường"


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        ("Rà soát hộ nghèo. (Trưởng phòng Văn hóa - Xã hội)", "Trưởng phòng Văn hóa - Xã hội", ""),
        (f"Giao nhận quân: {_MILITARY}; phối hợp: Trưởng Công an xã.", _MILITARY, "Trưởng Công an xã"),
        ("Thăm hỏi người cao tuổi - Chủ tịch Hội Người cao tuổi xã.", "Chủ tịch Hội Người cao tuổi xã", ""),
        ("Sơ kết phong trào, Trưởng Công an phường tham mưu.", "Trưởng Công an phường", ""),
        ("Giải quyết đơn thư. Bí thư Đảng ủy trực tiếp chỉ đạo.", "Bí thư Đảng ủy", ""),
        (
            "Ban hành quy chế. Bí thư Đảng ủy trực tiếp chỉ đạo; Văn phòng soạn thảo.",
            "Văn phòng",
            "",
        ),
        ("Kiểm tra chợ; Chánh Văn phòng Đảng ủy làm trưởng đoàn.", "Chánh Văn phòng Đảng ủy", ""),
        ("Họp thôn. Chủ trì: Trưởng thôn; phục vụ: công chức xã.", "Trưởng thôn", "công chức xã"),
        ("Họp dân. Chuẩn bị: Ban Xây dựng Đảng.", "Ban Xây dựng Đảng", ""),
        ("Họp dân. Chủ trì: Bí thư Đảng ủy. Chuẩn bị: Văn phòng.", "Bí thư Đảng ủy", "Văn phòng"),
    ],
)
def test_an_office_leads_however_it_is_attached(
    read_plan: ReadPlan, line: str, lead: str, support: str
) -> None:
    (task,) = read_plan(f"- {line}").tasks
    assert (task.record.lead, task.record.support) == (lead, support)


@pytest.mark.parametrize(
    "office",
    [
        "Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã",
        "Phó Chủ tịch Ủy ban nhân dân xã phụ trách văn hóa - xã hội",
        "Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy",
    ],
)
def test_an_office_stays_whole_without_its_comrade(read_plan: ReadPlan, office: str) -> None:
    (task,) = read_plan(f"- Khai giảng lớp học: đồng chí {office}; xong trong tháng.").tasks
    assert task.record.lead == office


def test_a_board_of_two_words_belongs_to_its_head() -> None:
    assert organ_at_start("Trưởng Ban Xây dựng Đảng chủ trì")[0] == "Trưởng Ban Xây dựng Đảng"


@pytest.mark.parametrize(
    "line",
    [
        "Ký kết chương trình phối hợp giữa Sở Y tế - Bảo hiểm xã hội tỉnh.",
        "Gửi văn bản về: Văn phòng Đảng ủy.",
        "Chuẩn bị: Hội nghị cán bộ chủ chốt quý I.",
    ],
)
def test_what_only_looks_like_a_lead_is_none(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(f"- {line}").tasks
    assert task.record.lead == ""


@pytest.mark.parametrize(
    ("below", "lead", "due"),
    [
        ("Phòng Kinh tế chủ trì, Công an phường phối hợp.", "Phòng Kinh tế", "None"),
        ("Bí thư Đoàn phường phụ trách, xong trước ngày 20/3.", "Bí thư Đoàn phường", "2026-03-19"),
        ("Phó Bí thư chủ trì; Văn phòng chuẩn bị báo cáo. Thời gian: tháng 4.", "Phó Bí thư", "2026-04-30"),
    ],
)
def test_a_line_below_says_who_does_the_item(read_plan: ReadPlan, below: str, lead: str, due: str) -> None:
    tasks = read_plan(f"1) Khảo sát hộ kinh doanh\n{below}\n2) Mở lớp bơi.").tasks
    assert len(tasks) == 2
    assert (tasks[0].record.lead, str(tasks[0].record.due)) == (lead, due)
    assert tasks[0].record.text == "Khảo sát hộ kinh doanh"
