"""Who issued a document that only its letterhead tells: the lower line, with the body it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance

BODY = """HƯỚNG DẪN
công tác khoa giáo năm 2026
I. NHIỆM VỤ
1. Tổ chức hội thi tuyên truyền viên trẻ trong quý II.
"""


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("TỈNH ỦY A\nBAN TUYÊN GIÁO VÀ DÂN VẬN", "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY A"),
        ("TỈNH ỦY A\nBAN TUYÊN GIÁO\nVÀ DÂN VẬN", "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY A"),
        ("ĐẢNG BỘ TỈNH A\nĐẢNG ỦY XÃ B", "ĐẢNG ỦY XÃ B"),
        ("ỦY BAN NHÂN DÂN TỈNH A\nSỞ Y TẾ", "SỞ Y TẾ"),
    ],
)
def test_the_lower_line_of_a_letterhead_issues(lines: str, issuer: str, tmp_path: Path) -> None:
    path = tmp_path / "hd.txt"
    path.write_text(f"{lines}\n{BODY}", encoding="utf-8")
    assert read_guidance(path).issuer == issuer


def test_the_issuer_is_written_as_the_document_writes_it_elsewhere(tmp_path: Path) -> None:
    work = "2. Ban Tuyên giáo và Dân vận Tỉnh ủy A đôn đốc các đơn vị báo cáo trong quý III."
    path = tmp_path / "hd.txt"
    path.write_text(f"TỈNH ỦY A\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n{BODY}{work}\n", encoding="utf-8")
    assert read_guidance(path).issuer == "Ban Tuyên giáo và Dân vận Tỉnh ủy A"
