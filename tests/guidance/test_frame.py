"""The frame of a document: whom it asks at its opening, and the last words that are no work."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance

OPENING = "Ban Thường vụ Huyện ủy hướng dẫn các chi bộ, đảng bộ cơ sở thực hiện như sau:"


def read(tmp_path: Path, opening: str, *work: str) -> Guidance:
    lines = ("HƯỚNG DẪN", "công tác khoa giáo năm 2024", opening, "1. Tổ chức hội nghị quán triệt.", *work)
    (tmp_path / "hd.txt").write_text("\n".join(lines), encoding="utf-8")
    return read_guidance(tmp_path / "hd.txt")


@pytest.mark.parametrize(
    ("opening", "lead"),
    [
        (OPENING, "Các chi bộ, đảng bộ cơ sở"),
        ("Thực hiện chương trình năm, Đảng ủy đề nghị các chi bộ thực hiện một số việc sau:", "Các chi bộ"),
        ("Thực hiện chương trình năm, Đảng ủy Bệnh viện xây dựng kế hoạch như sau:", "Đảng ủy Bệnh viện"),
        ("Đề nghị các đồng chí thực hiện các nội dung sau:", ""),
    ],
)
def test_whom_the_opening_asks_leads_what_names_nobody(opening: str, lead: str, tmp_path: Path) -> None:
    assert [task.record.lead for task in read(tmp_path, opening).tasks] == [lead]


@pytest.mark.parametrize(
    "words",
    [
        "Đề nghị cấp ủy các chi bộ quan tâm lãnh đạo, triển khai thực hiện nghiêm túc Công văn này./.",
        "Đảng ủy đề nghị các chi bộ nghiêm túc triển khai thực hiện.",
        "Nhân dịp năm mới, Đảng ủy kính chúc toàn thể đảng viên mạnh khỏe, hạnh phúc.",
        "Trân trọng cảm ơn sự phối hợp của các đơn vị.",
    ],
)
def test_last_words_of_request_and_wishes_are_no_work(words: str, tmp_path: Path) -> None:
    guidance = read(tmp_path, OPENING, words)
    assert (len(guidance.tasks), guidance.unread) == (1, ())


def test_last_words_that_name_a_day_are_work(tmp_path: Path) -> None:
    words = "Đề nghị các chi bộ thực hiện và gửi kết quả trước ngày 20/6."
    assert len(read(tmp_path, OPENING, words).tasks) == 2
