"""Is this the document imported before, or another one?"""

from __future__ import annotations

import pytest

from khoagiao_xl.planning.sources import ImportedDocument, earlier_version, next_code

TITLE = "Công tác khoa giáo năm 2024"
DRAFT = ImportedDocument("N1", "du_thao.docx", "-HD/ĐUK", TITLE, "2024", "Đảng ủy Khối", sha256="a")


@pytest.mark.parametrize(
    ("file", "symbol", "title", "year", "same"),
    [
        ("ban_chinh.docx", "12-HD/ĐUK", TITLE, "2024", True),  # the draft has got its number
        ("du_thao_2.docx", "-HD/ĐUK", "Công tác khoa giáo, báo chí năm 2024", "2024", True),
        ("du_thao.docx", "-HD/ĐUK", "Tuyên truyền kỷ niệm ngày thành lập Đảng", "2024", False),
        ("du_thao.docx", "-HD/ĐUK", TITLE, "2025", False),
        ("tinh.docx", "143-HD/BTGTU", TITLE, "2024", False),
    ],
)
def test_a_version_is_known_by_letters_year_and_title(
    file: str, symbol: str, title: str, year: str, *, same: bool
) -> None:
    found = earlier_version(ImportedDocument("", file, symbol, title, year, "", sha256="b"), [DRAFT])
    assert (found is DRAFT) is same


def test_two_numbers_are_two_documents() -> None:
    one = ImportedDocument("N1", "a.docx", "12-HD/ĐUK", TITLE, "2024", "")
    other = ImportedDocument("", "b.docx", "15-HD/ĐUK", TITLE, "2024", "")
    assert earlier_version(other, [one]) is None


def test_without_numbers_the_issuer_tells_two_documents_apart() -> None:
    one = ImportedDocument("N1", "a.txt", "", TITLE, "2024", "Huyện ủy Bát Xát")
    assert earlier_version(ImportedDocument("", "b.txt", "", TITLE, "2024", "Huyện ủy Bắc Hà"), [one]) is None
    assert earlier_version(ImportedDocument("", "b.txt", "", TITLE, "2024", "Huyện ủy Bát Xát"), [one]) is one


def test_the_same_bytes_are_the_same_document_whatever_was_read_in_them() -> None:
    assert (
        earlier_version(ImportedDocument("", "x", "1-HD/X", "khác", "2030", "", sha256="a"), [DRAFT]) is DRAFT
    )


def test_codes_count_on() -> None:
    assert (next_code([]), next_code([DRAFT])) == ("N1", "N2")
