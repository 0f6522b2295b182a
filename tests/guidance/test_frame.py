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
        # Who plans for itself is named by no task: nobody guesses it into the plan.
        ("Thực hiện chương trình năm, Đảng ủy Bệnh viện xây dựng kế hoạch như sau:", ""),
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


ATTACHED = """ỦY BAN NHÂN DÂN TỈNH A
Số: 12/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch phòng, chống đuối nước năm 2026
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống đuối nước.
Nơi nhận:
- Như Điều 1;
TM. ỦY BAN NHÂN DÂN
KẾ HOẠCH
Phòng, chống đuối nước năm 2026
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh)
I. NHIỆM VỤ
1. Sở Giáo dục và Đào tạo mở 20 lớp dạy bơi.
2. Tỉnh đoàn tổ chức hội thi bơi, xong trước ngày 15/7.
"""


def test_what_a_decision_carries_behind_its_signature_is_read(tmp_path: Path) -> None:
    (tmp_path / "qd.txt").write_text(ATTACHED, encoding="utf-8")
    read = read_guidance(tmp_path / "qd.txt")
    works = [task.record.text for task in read.tasks if task.record.section.startswith("I.")]
    assert works == [
        "Sở Giáo dục và Đào tạo mở 20 lớp dạy bơi.",
        "Tỉnh đoàn tổ chức hội thi bơi, xong trước ngày 15/7.",
    ]
