"""From which day work is done, beside until when."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import find_due
from tests.guidance.guidance_table_samples import read_word

STARTS = [
    ("Nhận bài từ ngày 10/3 đến ngày 15/4/2026.", "2026-03-10", "2026-04-15"),
    ("Bắt đầu từ 10/4, hoàn thành trước 30/6.", "2026-04-10", "2026-06-29"),
    ("Thực hiện từ tháng 3/2026.", "2026-03-01", "None"),
    ("Số liệu từ ngày 15/11/2024 đến ngày 14/5/2026.", "None", "2026-05-14"),
    ("Từ nay đến 30/6 tổ chức ra quân.", "None", "2026-06-30"),
    ("Quyết định có hiệu lực từ ngày 01/7/2026.", "None", "None"),
]


@pytest.mark.parametrize(("text", "start", "due"), STARTS)
def test_the_words_say_from_when_until_when(text: str, start: str, due: str) -> None:
    found = find_due(text, 2026)
    assert (str(found.start), str(found.day)) == (start, due)


def test_a_paragraph_gives_its_task_a_beginning(tmp_path: Path) -> None:
    (task,) = read_word(tmp_path / "hd.docx", "1. Sở Y tế tổ chức cuộc thi từ ngày 10/3 đến ngày 15/4.").tasks
    assert (str(task.record.start), str(task.record.due)) == ("2026-03-10", "2026-04-15")


def test_a_line_below_gives_it_too(tmp_path: Path) -> None:
    lines = ("1. Sở Y tế tổ chức cuộc thi viết.", "- Thời gian: từ 10/3 đến 15/4.")
    (task,) = read_word(tmp_path / "hd.docx", *lines).tasks
    assert (str(task.record.start), str(task.record.due)) == ("2026-03-10", "2026-04-15")


def test_a_column_of_beginnings_gives_it(tmp_path: Path) -> None:
    table = "TT | Nội dung | Chủ trì | Bắt đầu | Kết thúc\n1 | Tổ chức hội thi | Sở Y tế | Tháng 4 | 20/6"
    (task,) = read_word(tmp_path / "hd.docx", table).tasks
    assert (str(task.record.start), str(task.record.due)) == ("2026-04-01", "2026-06-20")


def test_a_beginning_behind_the_deadline_is_left_out(tmp_path: Path) -> None:
    table = "TT | Nội dung | Chủ trì | Bắt đầu | Kết thúc\n1 | Tổ chức hội thi | Sở Y tế | Tháng 9 | 20/6"
    (task,) = read_word(tmp_path / "hd.docx", table).tasks
    assert (task.record.start, str(task.record.due)) == (None, "2026-06-20")
