"""Where the name of an issuer ends, and of which document an attached list is."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.citations.issuer_span import issuer_span


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("của Bộ Chính trị dùng trong sinh hoạt chi bộ", "Bộ Chính trị"),
        ("của Chính phủ soạn năm 2025", "Chính phủ"),
        ("của Ban thì không phải gửi lại", ""),
        ("của Ban Tổ chức Tỉnh ủy thì gửi lại", "Ban Tổ chức Tỉnh ủy"),
    ],
)
def test_an_issuer_ends_with_its_name(words: str, issuer: str) -> None:
    span = issuer_span(words, 0)
    assert (words[slice(*span)] if span else "") == issuer


def test_an_attached_list_is_of_the_document_it_comes_with(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "TỈNH ỦY A\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\nnăm 2027\n(Kèm theo Kế hoạch số 46-KH/TU, ngày 18/12/2026)\n"
        "1. Sở Y tế mở 02 lớp.\n",
        encoding="utf-8",
    )
    guidance = read_guidance(path)
    assert (guidance.own_symbol, guidance.directives) == ("46-KH/TU", ())
