"""What the documents of hand L taught of days: beside the deadline, in a remark, of which year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from tests.guidance.conftest import ReadPlan
from tests.guidance.guidance_table_samples import ReadTables

HEAD = (
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 5/KH-SGDĐT\nLâm Giang, ngày 12 tháng {month} năm 2026\n{title}\n1. {work}\n"
)
PREPARING = "KẾ HOẠCH\nChuẩn bị năm học 2026 - 2027"
COURSE = "KẾ HOẠCH\nNhiệm vụ năm học 2026 - 2027"
TWO_YEARS = "KẾ HOẠCH\nTổng kết năm học 2025 - 2026, nhiệm vụ năm học 2026 - 2027"
LETTER = "V/v rà soát đảng viên"


@pytest.mark.parametrize(
    ("title", "month", "until", "day"),
    [
        (PREPARING, 6, "15/7", date(2026, 7, 14)),
        (PREPARING, 6, "15/01", date(2027, 1, 14)),
        (COURSE, 8, "29/5", date(2027, 5, 28)),
        (COURSE, 6, "29/5", date(2027, 5, 28)),
        (TWO_YEARS, 5, "30/5", date(2026, 5, 29)),
        (TWO_YEARS, 5, "30/8", date(2026, 8, 29)),
        (LETTER, 12, "10/01", date(2027, 1, 9)),
        (LETTER, 12, "25/12", date(2026, 12, 24)),
        (LETTER, 10, "10/02", date(2027, 2, 9)),
        (LETTER, 7, "10/6", date(2026, 6, 9)),
    ],
)
def test_a_day_without_a_year_lies_behind_the_signing(
    tmp_path: Path, title: str, month: int, until: str, day: date
) -> None:
    work = f"Các trường gửi báo cáo trước ngày {until}."
    path = tmp_path / "kh.txt"
    path.write_text(HEAD.format(month=month, title=title, work=work), encoding="utf-8")
    (task,) = read_guidance(path).tasks
    assert task.record.due == day


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("Ngày 03/10", date(2026, 10, 3)),
        ("Xong trước 31/10", date(2026, 10, 30)),
        ("Từ 10 đến 18/10", date(2026, 10, 18)),
        ("Tuần 2", date(2026, 10, 14)),
        ("Gửi kết luận trước 25/10", date(2026, 10, 24)),
        ("02 lớp", date(2026, 10, 31)),
        ("Trước 15/12", date(2026, 10, 31)),
        ("Đã hoãn từ ngày 10/6", date(2026, 10, 31)),
    ],
)
def test_a_remark_says_which_day_of_its_month(read_tables: ReadTables, remark: str, day: date) -> None:
    head = "Tháng | Nội dung | Cơ quan chuẩn bị | Ghi chú"
    (task,) = read_tables(f"{head}\nTháng 10 | Giám sát chi bộ trường học | Văn phòng | {remark}").tasks
    assert task.record.due == day


def test_a_day_beside_a_state_is_no_deadline(read_tables: ReadTables) -> None:
    head = "Tháng | Nội dung | Chủ trì | Tình trạng"
    (task,) = read_tables(f"{head}\nTháng 10 | Giám sát chi bộ trường học | Văn phòng | Ngày 03/10").tasks
    assert task.record.due == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("work", "day"),
    [
        ("xây dựng bản đồ số, đưa vào vận hành từ 01/4/2026, cập nhật hằng năm", date(2026, 4, 1)),
        ("cài phần mềm, đưa vào sử dụng kể từ ngày 01/7", date(2026, 7, 1)),
        ("sửa trường trước ngày 18/6 để đưa vào sử dụng từ ngày 02/9", date(2026, 6, 17)),
        ("trình dự toán trước kỳ họp giữa năm của Hội đồng nhân dân, chậm nhất 10/6", date(2026, 6, 10)),
        ("trình dự toán trước kỳ họp thường lệ cuối năm, muộn nhất ngày 15/11", date(2026, 11, 15)),
        ("tổng hợp, trình Thường trực Đảng ủy ngày 18/9", date(2026, 9, 18)),
        ("phân bổ vốn xong trước 20/11, không để dồn vào cuối năm", date(2026, 11, 19)),
        ("giải ngân trong quý III, tránh dồn sang quý IV", date(2026, 9, 30)),
        ("đăng ký đề án trước 15/02, báo cáo kết quả vào hội nghị tổng kết cuối năm", date(2026, 2, 14)),
        ("mua thuốc xong trước khi bước vào quý II", date(2026, 3, 31)),
    ],
)
def test_the_day_that_binds_is_taken(read_plan: ReadPlan, work: str, day: date) -> None:
    (task,) = read_plan(f"1. Sở Y tế {work}.").tasks
    assert task.record.due == day


@pytest.mark.parametrize(
    "line",
    [
        "Các đơn vị gửi báo cáo sơ kết 6 tháng trước ngày 15/6, báo cáo tổng kết năm trước ngày 10/12/2026.",
        "Các đơn vị gửi báo cáo giữa kỳ trước ngày 15/6 và báo cáo cuối kỳ trước ngày 10/12.",
    ],
)
def test_each_of_two_reports_has_its_day(read_plan: ReadPlan, line: str) -> None:
    days = [(task.record.lead, task.record.due) for task in read_plan(f"1. {line}").tasks]
    assert days == [("Các đơn vị", date(2026, 6, 14)), ("Các đơn vị", date(2026, 12, 9))]


def test_bodies_with_days_behind_the_name_of_a_work_are_its_steps(read_plan: ReadPlan) -> None:
    first, second = read_plan(
        "1. Báo cáo 9 tháng: các chi bộ gửi trước 17 giờ ngày 11/9; Ban Tổ chức tổng hợp, trình Đảng ủy ngày 18/9."
    ).tasks
    assert (first.record.lead, first.record.due) == ("Các chi bộ", date(2026, 9, 11))
    assert (second.record.lead, second.record.due) == ("Ban Tổ chức", date(2026, 9, 18))


def test_the_first_of_several_periods_is_no_title(tmp_path: Path) -> None:
    lines = [
        "CHƯƠNG TRÌNH",
        "công tác năm 2026",
        "Quý I",
        "1. Gặp mặt trí thức.",
        "Quý II",
        "2. Mở lớp tập huấn.",
    ]
    path = tmp_path / "ct.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    days = [task.record.due for task in read_guidance(path).tasks]
    assert days == [date(2026, 3, 31), date(2026, 6, 30)]
