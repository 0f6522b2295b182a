"""Tables of a committee's programme: who prepares, who serves, whose responsibility a cell says it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guidance.guidance_table_samples import read_word

_HEAD = "TT | Nội dung | Phân công | Thời gian"


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Trách nhiệm của Thanh tra Sở", "Thanh tra Sở", ""),
        ("Do Văn phòng Đảng ủy", "Văn phòng Đảng ủy", ""),
        ("Chủ trì: Bí thư Đảng ủy; chuẩn bị: Văn phòng", "Bí thư Đảng ủy", "Văn phòng"),
        ("Chuẩn bị: Mặt trận Tổ quốc xã", "Mặt trận Tổ quốc xã", ""),
        (
            "Phó Giám đốc phụ trách chuyên môn; Văn phòng phục vụ",
            "Phó Giám đốc phụ trách chuyên môn",
            "Văn phòng",
        ),
        ("đ/c Phó Bí thư Thường trực", "Phó Bí thư Thường trực", ""),
    ],
)
def test_a_cell_says_who_leads_and_who_helps(tmp_path: Path, cell: str, lead: str, support: str) -> None:
    (task,) = read_word(tmp_path / "kh.docx", f"{_HEAD}\n1 | Sơ kết chuyên đề | {cell} | Tháng 6").tasks
    assert (task.record.lead, task.record.support) == (lead, support)


@pytest.mark.parametrize(
    ("head", "row", "lead", "support"),
    [
        ("Cơ quan chuẩn bị", "Ban Xây dựng Đảng", "Ban Xây dựng Đảng", ""),
        ("Chủ trì | Chuẩn bị", "Bí thư Đảng ủy | Văn phòng Đảng ủy", "Bí thư Đảng ủy", "Văn phòng Đảng ủy"),
    ],
)
def test_who_prepares_leads_only_where_no_column_leads(
    tmp_path: Path, head: str, row: str, lead: str, support: str
) -> None:
    table = f"TT | Nội dung | {head} | Thời gian\n1 | Kế hoạch giám sát chuyên đề | {row} | 15/3"
    (task,) = read_word(tmp_path / "kh.docx", table).tasks
    assert (task.record.lead, task.record.support) == (lead, support)


def test_a_note_on_ditto_marks_is_no_task(tmp_path: Path) -> None:
    table = f"{_HEAD}\n1 | Sơ kết chuyên đề | Văn phòng | Tháng 6"
    assert len(read_word(tmp_path / "kh.docx", table, "Ghi chú: nt: như trên.").tasks) == 1
