"""Who leads, by kinds met in documents of other hands: brackets, ditto, groups of bodies, whole sections."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.words.parties import leader
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Sửa đổi Quy chế (Phòng Quản lý khoa học - quý II/2026).", "Phòng Quản lý khoa học"),
        ("Mở lớp cồng chiêng (Nhà văn hóa tỉnh – tháng 5).", "Nhà văn hóa tỉnh"),
        (
            "Vận hành sàn giao dịch (Trung tâm Khuyến công tỉnh; xong trước tháng 9).",
            "Trung tâm Khuyến công tỉnh",
        ),
        ("Bảo hộ 05 nhãn hiệu (Sở Công Thương phối hợp với UBND các xã; cuối năm).", "Sở Công Thương"),
        ("Nắm dư luận công nhân (hằng tháng, Văn phòng).", "Văn phòng"),
        ("Hội thi kể chuyện sách (tháng 4; Thư viện tỉnh).", "Thư viện tỉnh"),
    ],
)
def test_a_bracket_names_the_lead_and_the_time(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Các phòng thuộc Sở xây dựng kế hoạch chi tiết.", "Các phòng thuộc Sở"),
        ("Các phòng thuộc Sở Xây dựng rà soát quy hoạch.", "Các phòng thuộc Sở Xây dựng"),
        ("Ban Phong trào Tỉnh đoàn khảo sát địa bàn.", "Ban Phong trào Tỉnh đoàn"),
        ("Hội Luật gia tỉnh cũng mở đợt tuyên truyền.", "Hội Luật gia tỉnh"),
        ("Phòng Kế hoạch tổng hợp xây dựng đề án.", "Phòng Kế hoạch tổng hợp"),
        ("17 đảng ủy xã biên giới bàn giao mặt bằng.", "17 đảng ủy xã biên giới"),
        ("Hai Sở giao ban liên ngành 6 tháng một lần.", "Hai Sở"),
        ("Phó Giám đốc Sở phụ trách dân số chủ trì giao ban.", "Phó Giám đốc Sở phụ trách dân số"),
        (
            "Khoa Phòng, chống bệnh không lây nhiễm giám sát tuyến xã.",
            "Khoa Phòng, chống bệnh không lây nhiễm",
        ),
    ],
)
def test_a_name_ends_where_the_work_begins(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead


def test_ditto_in_brackets_stands_for_both_bodies_before(read_plan: ReadPlan) -> None:
    _, task = read_plan(
        "- Phủ sóng 100% xã (Chủ trì: Sở Công Thương; phối hợp: VNPT; tháng 12).\n"
        "- Xóa 17 điểm lõm sóng (như trên; trước 30/9)."
    ).tasks
    assert (task.record.lead, task.record.support) == ("Sở Công Thương", "VNPT")


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        (
            "2. 27 chi bộ chưa gửi kế hoạch (danh sách kèm): ban hành trước ngày 17/4.",
            "27 chi bộ chưa gửi kế hoạch",
        ),
        ("2. Đối với các xã chưa đạt chuẩn: xây dựng lộ trình trước 15/5.", "Các xã chưa đạt chuẩn"),
        ("2. Các xã, phường nơi có điểm thi bố trí chỗ nghỉ cho thí sinh.", "Các xã, phường nơi có điểm thi"),
        ("2. Phòng Nghiệp vụ Y (Sở Y tế) chủ trì dự thảo báo cáo.", "Phòng Nghiệp vụ Y (Sở Y tế)"),
    ],
)
def test_what_tells_which_bodies_are_meant_belongs_to_the_name(
    line: str, lead: str, read_plan: ReadPlan
) -> None:
    (task,) = read_plan(line).tasks
    assert task.record.lead == lead


@pytest.mark.parametrize(
    "sentence",
    [
        "Các nhiệm vụ tại mục này do Hội Đông y tỉnh chủ trì (trừ nhiệm vụ có ghi đơn vị khác).",
        "Toàn bộ nội dung của phần này giao Hội Đông y tỉnh chủ trì.",
        "Hội Đông y tỉnh chủ trì thực hiện các nhiệm vụ trong mục này.",
    ],
)
def test_a_sentence_about_the_section_leads_all_its_works(sentence: str, read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Cây thuốc\n{sentence}\na) Trồng 10 vườn mẫu.\nb) In 500 tờ rơi.").tasks
    assert [task.record.lead for task in tasks] == ["Hội Đông y tỉnh", "Hội Đông y tỉnh"]


def test_a_sentence_beside_labels_says_who(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Tập huấn sơ cứu.\nThời gian: quý II. Hội Chữ thập đỏ tỉnh chủ trì.").tasks
    assert task.record.lead == "Hội Chữ thập đỏ tỉnh"


def test_members_are_charged_by_the_body_that_does_the_work(read_plan: ReadPlan) -> None:
    tasks = read_plan(
        "1. Đảng ủy các xã cắm biển cảnh báo trước 15/5. Phân công đảng viên giúp các hộ nghèo. "
        "Trên cơ sở tình hình của địa phương, đơn vị, ban hành quy chế trước 30/6."
    ).tasks
    assert {task.record.lead for task in tasks} == {"Đảng ủy các xã"}


def test_an_object_in_front_is_asked_for_by_its_own_day(read_plan: ReadPlan) -> None:
    _, task = read_plan(
        "1. Sở Nội vụ gửi phương án trước 05/6. Số liệu biên chế theo từng xã đề nghị gửi lại trước 14/4."
    ).tasks
    assert str(task.record.due) == "2026-04-13"


@pytest.mark.parametrize(
    "words",
    [
        "tổng kết chương trình, kế hoạch của Tỉnh ủy, Đảng ủy Khối thuộc lĩnh vực ngành phụ trách.",
        "Kiểm tra việc thực hiện nghị quyết của Đảng ủy xã trong phạm vi đơn vị quản lý.",
        "Sơ kết chỉ thị của Trung ương, Tỉnh ủy theo lĩnh vực cơ quan phụ trách.",
    ],
)
def test_the_field_that_somebody_is_in_charge_of_names_no_lead(words: str) -> None:
    assert leader(words) == ""


def test_who_is_in_charge_behind_what_it_is_of_leads() -> None:
    assert leader("Triển khai kế hoạch của Tỉnh ủy, Ban Tuyên giáo phụ trách.") == "Ban Tuyên giáo"
