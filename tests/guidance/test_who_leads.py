"""Who leads, by kinds of wording: brackets with a time, lists of places, «mỗi đơn vị», «Riêng …»."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.tasks.row_parties import parties_of
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.parties import leader
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Mở lớp cắm hoa cho hội viên (Hội Nông dân huyện, tháng 9).", "Hội Nông dân huyện"),
        ("Sửa quy chế làm việc của cơ quan (Văn phòng).", "Văn phòng"),
        ("Giải cờ vua do Nhà thiếu nhi tỉnh phối hợp với Báo Đồng Khởi mở.", "Nhà thiếu nhi tỉnh"),
        ("Tổ Thư ký giao ban hằng tuần.", "Tổ Thư ký"),
        ("Giao Ban Tổ chức Huyện ủy rà soát quy hoạch.", "Ban Tổ chức Huyện ủy"),
        ("Riêng Hội Chữ thập đỏ tỉnh gửi danh sách sau.", "Hội Chữ thập đỏ tỉnh"),
        ("Tối thứ Năm, từ 19 giờ đến 21 giờ, các chi đoàn mở lớp học.", "các chi đoàn"),
        ("Các trường đồng loạt mở hội sách ngày 21/4.", "Các trường"),
        ("Sở Nội vụ và Sở Tư pháp mỗi sở cử 02 công chức.", "Sở Nội vụ và Sở Tư pháp"),
        ("Đảng ủy Công an tỉnh lãnh đạo Ủy ban Đoàn kết mở đợt cao điểm.", "Đảng ủy Công an tỉnh"),
    ],
)
def test_each_wording_names_its_lead(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead


@pytest.mark.parametrize("name", ["UBND các phường An Hòa, Phú Cát, Tây Lộc", "Đoàn các xã, phường, đặc khu"])
def test_a_list_of_places_is_one_name(name: str) -> None:
    assert is_organ_alone(name)


@pytest.mark.parametrize("name", ["Phòng Cảnh sát giao thông", "các chủ đầu tư", "cơ quan quản lý giáo dục"])
def test_a_verb_inside_a_name_does_not_cut_it(name: str) -> None:
    assert partners(f"Công an huyện phối hợp với {name}, xong trong tháng 9.") == name


def test_the_body_in_the_brackets_of_a_title_is_whole(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Ở CƠ SỞ (Hội Cựu chiến binh các xã, đặc khu thực hiện)\n- Trồng 200 cây xanh."
    ).tasks
    assert task.record.lead == "Hội Cựu chiến binh các xã, đặc khu"


def test_each_unit_stands_for_those_named_before(read_plan: ReadPlan) -> None:
    (task,) = read_plan("- Hội Làm vườn tỉnh, Hội Luật gia tỉnh: mỗi hội giúp 03 thôn lập tủ sách.").tasks
    assert task.record.lead == "Hội Làm vườn tỉnh, Hội Luật gia tỉnh"


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        ("- Hội Sinh viên tỉnh: Là đầu mối của cuộc thi; gửi bản tin.", "Hội Sinh viên tỉnh", ""),
        ("- Người khuyết tật: hội chữ thập đỏ cơ sở thăm hỏi, xong quý II.", "Hội chữ thập đỏ cơ sở", ""),
        ("- Hạt Kiểm lâm tuần tra rừng hai đợt: 3/2026 và 8/2026.", "Hạt Kiểm lâm", ""),
        (
            "1. Mở phiên chợ quê.\nChủ trì: Trung tâm Hỗ trợ nông dân phát triển sản xuất",
            "Trung tâm Hỗ trợ nông dân phát triển sản xuất",
            "",
        ),
        (
            "1. Mở hội sách.\nĐơn vị thực hiện: Thư viện tỉnh (chủ trì); Tỉnh đoàn (phối hợp)",
            "Thư viện tỉnh",
            "Tỉnh đoàn",
        ),
    ],
)
def test_a_label_and_a_colon_name_bodies(read_plan: ReadPlan, line: str, lead: str, support: str) -> None:
    (task,) = read_plan(line).tasks
    assert (task.record.lead, task.record.support) == (lead, support)


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Công an xã - Hội Nông dân xã", ("Công an xã", "Hội Nông dân xã")),
        ("Phòng Kinh tế - Hạ tầng", ("Phòng Kinh tế - Hạ tầng", "")),
    ],
)
def test_a_dash_parts_two_whole_names_only(cell: str, parties: tuple[str, str]) -> None:
    assert parties_of(cell, holds_both=False) == parties


def test_brackets_end_no_list_of_those_who_help() -> None:
    sentence = "Chủ trì, phối hợp với tổ trưởng (trưởng bản) và các chi đoàn:"
    assert partners(sentence) == "tổ trưởng (trưởng bản) và các chi đoàn"


def test_several_behind_the_label_of_those_who_do_it_are_lead_and_helper(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Mở lớp đan lát.\nĐơn vị thực hiện: Hội Nông dân tỉnh; Trường Trung cấp nghề (mời dạy)."
    ).tasks
    assert (task.record.lead, task.record.support) == ("Hội Nông dân tỉnh", "Trường Trung cấp nghề (mời dạy)")


def test_who_is_only_named_by_his_part_is_not_certain(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Cơ quan thường trực gửi tài liệu cho các thành viên.").tasks
    assert task.confidence is not Sure.CERTAIN
