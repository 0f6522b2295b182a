"""Months, quarters and other spans as headings: what stands below is due with them, whatever the numbering."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.recurrence import recurrence_of

HEAD = "HƯỚNG DẪN\n\nCông tác khoa giáo năm 2026\n\nI. NHIỆM VỤ\n\n"


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("Tháng 3\n1. Mở lớp tập huấn.\n2. Kiểm tra 02 xã.\nQuý II\n1. Tổ chức hội thi.", [31, 31, 30]),
        (
            "1. Tháng 3\n- Mở lớp tập huấn.\n- Gửi báo cáo trước ngày 20.\n2. Tháng 6:\n- Tổng kết.",
            [31, 19, 30],
        ),
        ("* Tháng 5/2026:\n+ Ra quân làm sạch đường.\n* Tháng 6/2026:\n+ Tổ chức hội thi.", [31, 30]),
        ("1. Nhiệm vụ trọng tâm quý I\n- Xây dựng kế hoạch.\n2. Tổ chức thực hiện\n- Mở lớp.", [31, None]),
        ("Đợt 1 (tháng 4)\n- Tổ chức kiểm tra.\nTừ tháng 5\n- Tổ chức thăm hỏi.", [30, None]),
        ("1. Tháng 3: Tổ chức hội nghị.\n2. Quý II: Mở lớp tập huấn.", [31, 30]),
    ],
)
def test_work_is_due_with_the_span_above_it(tmp_path: Path, lines: str, days: list[int | None]) -> None:
    (tmp_path / "hd.txt").write_text(HEAD + lines, encoding="utf-8")
    tasks = read_guidance(tmp_path / "hd.txt").tasks
    assert [task.record.due.day if task.record.due else None for task in tasks] == days


def test_a_plan_of_a_school_year_begins_in_autumn(tmp_path: Path) -> None:
    text = "KẾ HOẠCH\n\nNhiệm vụ năm học 2026 - 2027\n\nI. NHIỆM VỤ\n- Tổng kết trong tháng 5."
    (tmp_path / "kh.txt").write_text(text, encoding="utf-8")
    (task,) = read_guidance(tmp_path / "kh.txt").tasks
    assert str(task.record.due) == "2027-05-31"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Quý I, quý II", True),
        ("Từ tháng 3 đến tháng 5/2026:", True),
        ("Tháng 3 (tháng Thanh niên)", True),
        ("Tuần 1 tháng 3", True),
        ("Tháng 3: Tổ chức hội nghị.", False),
        ("Kết quả quý I", False),
        ("Năm 2026", False),
    ],
)
def test_a_line_that_only_names_when_is_told_from_work(line: str, wanted: bool) -> None:
    assert names_period(line) is wanted


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("Sinh hoạt vào ngày 05 của tháng.", "hằng tháng"),
        ("Họp 01 lần/quý.", "hằng quý"),
        ("Khám 2 lần/năm.", "6 tháng"),
        ("Gửi trước ngày 20 của tháng 6.", ""),
    ],
)
def test_a_rhythm_in_other_words_is_the_offices_own(words: str, again: str) -> None:
    assert recurrence_of(words) == again
