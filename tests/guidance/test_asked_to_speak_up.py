"""Whom a guidance only asks to report trouble does not lead the works of its issuer."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance

_HEAD = (
    "BAN TUYÊN GIÁO VÀ DÂN VẬN\nHƯỚNG DẪN\ncông tác khoa giáo năm 2026\nBan hướng dẫn như sau:\nI. NHIỆM VỤ\n"
)


@pytest.mark.parametrize(
    ("closing", "lead"),
    [
        ("Nếu có khó khăn, vướng mắc, đề nghị các địa phương, đơn vị phản ánh về Ban.", ""),
        ("Quá trình thực hiện nếu phát sinh vướng mắc, đề nghị các cấp ủy kịp thời thông tin về Ban.", ""),
    ],
)
def test_whom_the_closing_words_ask(tmp_path: Path, closing: str, lead: str) -> None:
    path = tmp_path / "hd.txt"
    path.write_text(
        f"{_HEAD}1. Biên soạn sổ tay về y tế cơ sở.\n{closing}\nNơi nhận:\n- Lưu.\n", encoding="utf-8"
    )
    (task,) = read_guidance(path).tasks
    assert task.record.lead == lead


@pytest.mark.parametrize(
    "heading",
    ["Chế độ báo cáo của các chi bộ:", "Thông tin, báo cáo của các chi bộ", "Phần việc của các chi bộ:"],
)
def test_a_heading_of_reports_names_who_sends_them(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "hd.txt"
    path.write_text(f"{_HEAD}1. {heading}\n- Báo cáo năm trước ngày 15/11.\n", encoding="utf-8")
    (task,) = read_guidance(path).tasks
    assert task.record.lead == "Các chi bộ"
