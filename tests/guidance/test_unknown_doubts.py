"""What no table knows takes certainty back; what only looks so does not."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.tasks.unknown_doubts import is_due_in_unwritten_year
from khoagiao_xl.guidance.words.calendar_spans import SchoolYear, WorkYear
from khoagiao_xl.guidance.words.name_ends import has_unknown_word
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    "lines",
    [
        "1. Mở lớp sơ cứu trước ngày 30/4.\n- Chủ trì: thường trực.",
        "1. Tỉnh đoàn chăm ngoan học giỏi tổ chức hội trại trước ngày 26/3.",
        "1. Sở Y tế tổ chức khám bệnh tại 05 xã (Bệnh viện Đa khoa tỉnh) trước ngày 30/4.",
        "1. Sở Y tế:\n- cho cán bộ các trạm y tế xã tập huấn trước ngày 30/4.",
        "1. Sở Y tế:\n- Dinh dưỡng hợp lý cho trẻ em vùng cao, xong trước ngày 30/4.",
        "1. Sở Y tế tiêm vắc xin cho trẻ em, ngày 24/02.",
        "1. Sở Y tế lấy 400 mẫu, trong đó 200 mẫu trong 6 tháng đầu năm.",
    ],
)
def test_what_no_table_knows_is_not_certain(read_plan: ReadPlan, lines: str) -> None:
    assert Sure.CERTAIN not in [task.confidence for task in read_plan(lines).tasks]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Mở lớp sơ cứu trước ngày 30/4.\n- Chủ trì: Sở Y tế.",
        "1. Sở Y tế tổ chức khám bệnh (Sở Y tế và các bệnh viện) trước ngày 30/4.",
        "1. Sở Y tế:\n- Mở 05 lớp sơ cứu trước ngày 30/4.",
        "1. Các thôn còn lại tổ chức Ngày hội trước ngày 18/11.",
        "1. Trường Tiểu học Tân An tổ chức khai giảng, ngày 05/9.",
        "1. Tập huấn cho giáo viên.\n- Chủ trì: Sở Y tế.\n- Thời gian: 31/3/2026.",
    ],
)
def test_what_the_tables_know_stays_certain(read_plan: ReadPlan, lines: str) -> None:
    (task,) = read_plan(lines).tasks
    assert task.confidence is Sure.CERTAIN


@pytest.mark.parametrize(
    ("name", "is_unknown"),
    [
        ("Tỉnh đoàn", False),
        ("Tỉnh đoàn vui", True),
        ("Các trường tiểu học", False),
        ("Đoàn xã, phường và tương đương", False),
        ("Tổ khảo sát số 1", False),
        ("Văn phòng niềm nở", True),
    ],
)
def test_each_word_of_a_name_is_one_of_names(name: str, is_unknown: bool) -> None:
    assert has_unknown_word(name) is is_unknown


def test_a_year_that_no_word_says_is_doubted_but_in_schools(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Sở Y tế thi tìm hiểu từ 15/12 đến 15/01.").tasks
    assert is_due_in_unwritten_year(task, WorkYear(2026))
    assert not is_due_in_unwritten_year(task, SchoolYear(2026))


@pytest.mark.parametrize(
    "line",
    [
        "1. Ban Tuyên giáo và Dân vận sẽ tổng hợp danh sách trước ngày 15/3.",
        "1. Khoa Khám bệnh bố trí ghế, triển khai đặt lịch trước ngày 01/7.",
        "1. Sở Y tế tổ chức hội nghị quán triệt trong tháng 02.",
        "1. Các chi bộ sinh hoạt chuyên đề, mỗi quý 01 lần.",
    ],
)
def test_what_is_said_plainly_is_not_doubted(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(line).tasks
    assert task.confidence is Sure.CERTAIN
