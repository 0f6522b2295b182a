"""Terms of the school year, times that no calendar here counts, and what is done all year."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import SchoolYear, Sure, find_due
from khoagiao_xl.guidance.guidance_records import PeriodicDuty
from tests.guidance.guidance_table_samples import read_word

DATED = [
    ("Hoàn thành trong học kỳ I năm học 2026-2027.", "2026-12-31"),
    ("Tổ chức trong học kỳ II năm học 2025 - 2026.", "2026-05-31"),
    ("Hoàn thành trong học kì 2.", "2026-05-31"),
    ("Gửi kết quả trước khi kết thúc học kỳ I.", "2026-12-31"),
    ("Tổ chức trong 6 tháng cuối năm.", "2026-12-31"),
    ("Tổ chức trong quý I, II.", "2026-06-30"),
    ("Tổ chức vào thượng tuần tháng 4.", "2026-04-10"),
    ("Hoàn thành cuối quý II.", "2026-06-30"),
    ("Tổ chức từ 7h30 ngày 20/3 đến 17h00 ngày 22/3.", "2026-03-22"),
    ("Tổ chức từ ngày 20/12 đến ngày 10/01.", "2027-01-10"),
    ("Triển khai từ quý IV/2026 đến quý I/2027.", "2027-03-31"),
]
ONLY_WORDS = [
    ("Thực hiện trong năm học 2026-2027.", "trong năm học 2026-2027"),
    ("Hoàn thành trước khai giảng.", "trước khai giảng"),
    ("Thăm hỏi gia đình chính sách dịp Tết Nguyên đán.", "dịp Tết Nguyên đán"),
    ("Sơ kết vào đầu học kỳ II.", "đầu học kỳ II"),
    ("Gửi báo cáo sau 10 ngày kể từ khi kết thúc hội nghị.", "sau 10 ngày kể từ khi kết thúc hội nghị"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_term_or_part_of_the_year_ends_on_a_day(text: str, day: str) -> None:
    assert str(find_due(text, 2026).day) == day


@pytest.mark.parametrize(("text", "words"), ONLY_WORDS)
def test_what_no_calendar_counts_stands_in_words(text: str, words: str) -> None:
    due = find_due(text, 2026)
    assert (due.words, due.day) == (words, None)


@pytest.mark.parametrize(
    "text", ["Sơ kết học kỳ I.", "Báo cáo sau khi kết thúc học kỳ I.", "Báo cáo quý I, II."]
)
def test_a_term_that_is_only_spoken_of_is_no_deadline(text: str) -> None:
    assert find_due(text, 2026).day is None


def test_the_terms_of_a_plan_for_a_school_year_lie_in_two_years() -> None:
    days = [find_due(f"Xong trong học kỳ {number}.", SchoolYear(2026)).day for number in ("I", "II")]
    assert list(map(str, days)) == ["2026-12-31", "2027-05-31"]


@pytest.mark.parametrize(
    "cell", ["Trong năm", "Cả năm", "Thường xuyên", "Trong năm 2026", "Năm học 2026-2027", "Dịp Tết"]
)
def test_what_is_done_all_year_has_words_and_no_day(tmp_path: Path, cell: str) -> None:
    table = f"TT | Nội dung | Chủ trì | Thời gian\n1 | Tuyên truyền biển đảo | Sở Y tế | {cell}"
    (task,) = read_word(tmp_path / "hd.docx", table).tasks
    assert (task.record.due, task.due_words) == (None, cell)


def test_a_time_that_no_calendar_counts_is_never_certain(tmp_path: Path) -> None:
    rows = "1 | Sửa chữa trường lớp | Sở Y tế | Trước khai giảng\n2 | Mở lớp tập huấn | Sở Y tế | Tháng 5"
    tasks = read_word(tmp_path / "hd.docx", f"TT | Nội dung | Chủ trì | Thời gian\n{rows}").tasks
    assert [task.confidence for task in tasks] == [Sure.FAIRLY, Sure.CERTAIN]


def days_of(duties: tuple[PeriodicDuty, ...]) -> dict[str, str]:
    return {str(duty.kind): f"{duty.day}/{duty.month}" for duty in duties}


@pytest.mark.parametrize(
    "text",
    [
        "1. Báo cáo định kỳ: 6 tháng gửi trước ngày 15/6, 9 tháng gửi trước ngày 15/9, năm gửi trước ngày 15/12.",
        "1. Định kỳ 6 tháng, 9 tháng, năm gửi báo cáo (6 tháng trước ngày 15/6; 9 tháng trước ngày 15/9; năm trước ngày 15/12).",
        "1. Gửi báo cáo quý I trước 15/3, 6 tháng trước 15/6, 9 tháng trước 15/9, năm trước 15/12.",
        "1. Báo cáo sơ kết 6 tháng (trước ngày 15/6), tổng kết năm (trước ngày 15/12).",
    ],
)
def test_each_of_several_periodic_reports_has_its_own_day(tmp_path: Path, text: str) -> None:
    assert days_of(read_word(tmp_path / "hd.docx", text).duties) == {"H": "14/6", "Y": "14/12"}


def test_a_half_yearly_report_before_a_day_is_not_counted_back_from_it() -> None:
    assert str(find_due("Báo cáo 6 tháng trước 15/6", 2026, is_cell=True).day) == "2026-06-14"
