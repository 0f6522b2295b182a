"""Who helps in brackets, what is held on one level only, and bodies named after building or opening."""

from __future__ import annotations

from datetime import date

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    "work",
    [
        "Tổ chức hội thi (Tỉnh đoàn, cùng Sở Y tế) trong tháng 5.",
        "Tổ chức hội thi (Tỉnh đoàn; với Sở Y tế), xong trước ngày 01/6.",
        "Tổ chức hội thi (Tỉnh đoàn, phối hợp Sở Y tế, xong tháng 5).",
        "Tỉnh đoàn (cùng Sở Y tế) tổ chức hội thi trong tháng 5.",
        "Tổ chức hội thi trong tháng 5 (Tỉnh đoàn; Sở Y tế hỗ trợ kinh phí).",
    ],
)
def test_brackets_name_who_leads_and_who_helps(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"1. {work}").tasks
    assert (task.record.lead, task.record.support) == ("Tỉnh đoàn", "Sở Y tế")
    assert task.record.due == date(2026, 5, 31)


@pytest.mark.parametrize(
    "work",
    [
        "Tỉnh đoàn tổ chức hội trại cấp tỉnh ngày 26/3, không tổ chức ở cấp cơ sở.",
        "Tỉnh đoàn tổ chức hội trại ngày 26/3 (không tổ chức ở cấp chi đoàn).",
        "Tỉnh đoàn tổ chức hội trại ngày 26/3; không tổ chức tại cấp xã.",
    ],
)
def test_what_is_not_held_on_one_level_is_held(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"1. {work}").tasks
    assert (task.record.lead, task.record.due) == ("Tỉnh đoàn", date(2026, 3, 26))


@pytest.mark.parametrize(
    ("body", "does"),
    [
        ("Viện Quy hoạch xây dựng", "lập đồ án quy hoạch"),
        ("Viện Quy hoạch xây dựng tỉnh", "rà soát đồ án"),
        ("Trung tâm Tư vấn và Kiểm định xây dựng", "đánh giá 12 trường"),
        ("Viện Nghiên cứu ứng dụng", "nghiệm thu 03 đề tài"),
        ("Ban Quản lý dự án đầu tư xây dựng tỉnh", "bàn giao 12 trường"),
        ("Ban vận động thành lập Hội Trí thức trẻ", "hoàn thiện hồ sơ"),
        ("Viện Nghiên cứu phát triển kinh tế - xã hội", "nghiệm thu 03 đề tài"),
        ("Chi cục Bảo vệ môi trường", "quan trắc nước thải"),
        ("Văn phòng", "họp giao ban"),
        ("Tỉnh đoàn", "thi viết về quê hương"),
    ],
)
def test_a_body_ends_where_its_work_begins(read_plan: ReadPlan, body: str, does: str) -> None:
    (task,) = read_plan(f"1. {body} {does} trước ngày 30/6.").tasks
    assert task.record.lead == body


def test_a_term_since_the_document_holds_is_work(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Sở Y tế ban hành kế hoạch sau 10 ngày kể từ ngày Hướng dẫn này có hiệu lực."
    ).tasks
    assert (task.record.lead, task.record.due) == ("Sở Y tế", None)


@pytest.mark.parametrize(
    ("work", "again"),
    [
        ("Đăng 01 phóng sự/quý.", "hằng quý"),
        ("Tổ chức dạy học 02 buổi/ngày.", ""),
    ],
)
def test_how_often_is_told_by_what_comes_out(read_plan: ReadPlan, work: str, again: str) -> None:
    (task,) = read_plan(f"1. Sở Y tế {work[0].lower()}{work[1:]}").tasks
    assert task.record.recurrence == again


def test_who_does_it_with_the_first_body_helps(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Sở Y tế cùng Tỉnh đoàn tổ chức hội thi trong tháng 5.").tasks
    assert (task.record.lead, task.record.support) == ("Sở Y tế", "Tỉnh đoàn")


def test_who_sends_a_group_out_leads_it(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Đoàn công tác làm việc với 05 xã trong tháng 4 (Phòng Khoa giáo).").tasks
    assert task.record.lead == "Phòng Khoa giáo"


def test_a_span_that_tells_of_what_is_no_day(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Khoa Dược dự trù thuốc quý II trước ngày 10/3, quý III trước ngày 10/6.").tasks
    assert task.record.due == date(2026, 6, 9)


@pytest.mark.parametrize(
    "work",
    ["Định kỳ 6 tháng, năm các trường gửi báo cáo.", "Định kỳ hằng quý các trường gửi báo cáo."],
)
def test_who_stands_behind_a_rhythm_leads(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"1. {work}").tasks
    assert task.record.lead == "Các trường"
    assert task.record.recurrence
