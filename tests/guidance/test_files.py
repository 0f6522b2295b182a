"""Every kind of file an office may hand over: read, or refused with one sentence that says what to do."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest

from khoagiao_xl.errors import KhoaGiaoError, MissingFile, WrongRequest
from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.file import office_program
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.guidance_file import join_broken, read_blocks
from tests.guidance.guidance_word_samples import W

TEXT = (
    "HƯỚNG DẪN\ncông tác khoa giáo năm 2024\nI. NHIỆM VỤ\n- Tổ chức quán triệt Chỉ thị số "
    "25-CT/TW, ngày 25/10/2023.\n"
)
# Windows-1258 writes a tone as a mark of its own behind the letter, and đ, ơ, ư as letters.
_MARKS = str.maketrans(
    {"\u0300": "\u0300", "\u0309": "\u0309", "\u0303": "\u0303", "\u0301": "\u0301", "\u0323": "\u0323"}
)


def _in_1258(text: str) -> bytes:
    letters = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in decomposed if mark in "\u0300\u0309\u0303\u0301\u0323"]
        base = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in tones))
        letters.append(base + "".join(tones))
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        _in_1258(TEXT),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16",
        "utf-16 without mark",
        "decomposed",
        "windows lines",
        "windows-1258",
    ],
)
def test_every_usual_encoding_reads_the_same(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "huong_dan.txt"
    file.write_bytes(data)
    guidance = read_guidance(file)
    assert guidance.title == "công tác khoa giáo năm 2024"
    assert [one.record.symbol for one in guidance.directives] == ["25-CT/TW"]
    assert len(guidance.tasks) == 1


def _refusal(path: Path) -> str:
    with pytest.raises(WrongRequest) as caught:
        read_guidance(path)
    assert path.name in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("hong.pdf", b"%PDF-1.7 ...", "KH-04"),
        ("cu.doc", b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"), "KH-02"),
        ("hong.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "KH-04"),
        ("khoa.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "KH-03"),
        ("hong.docx", b"PK\x03\x04 this is no package", "KH-04"),
        ("la.txt", b"\x01\x02\x03\x04\x05\x06\x07\x08 abc", "KH-04"),
        ("trong.txt", b"", "KH-05"),
        ("sao.txt", b"* * *\n---\n", "KH-05"),
        ("van_ban.rtf", b"{\\rtf1\\ansi", "KH-02"),
        ("la.txt", "§¶¸¹ ®µ¨ ¬½ ÖÞ¦ ¥¼»¾ ßåð Ñëñ ÷øþ".encode(), "KH-07"),
        ("khong_nam.txt", "Tổ chức hội nghị quán triệt các văn bản.".encode(), "KH-08"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_own_sentence(
    name: str, data: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_program, "office_program", str)  # no LibreOffice on this machine
    (tmp_path / name).write_bytes(data)
    assert _refusal(tmp_path / name) == code


def test_a_workbook_is_no_guidance(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bang.docx", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert _refusal(tmp_path / "bang.docx") == "KH-06"


def test_a_document_that_swells_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 101_000_000)
    with pytest.raises(WrongRequest, match=r"\(101 MB sau khi giải nén\)"):
        read_blocks(tmp_path / "bom.docx")


def test_a_broken_word_file_is_told_in_words_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 this is no package")
    with pytest.raises(WrongRequest, match=r"không mở được \(cấu trúc nén sai\)"):
        read_blocks(tmp_path / "hong.docx")


def test_an_empty_word_file_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "trong.docx"))
    assert _refusal(tmp_path / "trong.docx") == "KH-05"
    with pytest.raises(MissingFile):
        read_guidance(tmp_path / "khong_co.docx")


def test_any_truncation_of_a_word_file_is_refused_or_read_but_never_a_crash(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "goc.docx"))
    whole = (tmp_path / "goc.docx").read_bytes()
    for length in range(4, len(whole), len(whole) // 12):
        (tmp_path / "cat.docx").write_bytes(whole[:length])
        with pytest.raises(KhoaGiaoError):
            read_blocks(tmp_path / "cat.docx")


def test_a_document_that_names_no_year_is_of_the_masters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I. NHIỆM VỤ\n- Tổ chức hội nghị trước ngày 20/6.", encoding="utf-8")
    guidance = read_guidance(tmp_path / "a.txt", otherwise_year=2025)
    assert str(guidance.tasks[0].record.due) == "2025-06-19"


def test_a_deletion_of_tracked_changes_is_not_read_and_an_insertion_is(tmp_path: Path) -> None:
    from lxml import etree

    document = docx.Document()
    paragraph = document.add_paragraph("Công tác khoa giáo năm 2024, thực hiện ")
    for tag, word, letters in (("del", "delText", "Chỉ thị số 1-CT/TW"), ("ins", "t", "Chỉ thị số 25-CT/TW")):
        xml = f'<w:{tag} xmlns:w="{W}"><w:r><w:{word}>{letters}</w:{word}></w:r></w:{tag}>'
        paragraph._p.append(etree.fromstring(xml))
    document.save(str(tmp_path / "sua.docx"))
    assert [one.record.symbol for one in read_guidance(tmp_path / "sua.docx").directives] == ["25-CT/TW"]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("tăng cường sự lãnh đạo", "của Đảng đối với công tác", 1),
        ("các nhà khoa học,", "nhà văn hóa lớn", 1),
        ("hết câu.", "của Đảng", 2),
        ("gồm:", "xây dựng kế hoạch", 2),
        ("Cấp ủy cơ sở", "- xây dựng kế hoạch", 2),
        ("Cấp ủy cơ sở", "a) xây dựng kế hoạch", 2),
        ("NỘI DUNG", "của đề án", 2),
    ],
)
def test_a_sentence_broken_over_a_page_is_made_whole(before: str, after: str, count: int) -> None:
    assert len(join_broken([Block(before), Block(after)])) == count


def test_the_number_of_a_page_does_not_keep_a_sentence_apart(tmp_path: Path) -> None:
    (tmp_path / "trang.txt").write_text("- Tổ chức quán triệt các\n\n- 2 -\n\nvăn bản mới.", encoding="utf-8")
    assert [block.text for block in read_blocks(tmp_path / "trang.txt")] == [
        "- Tổ chức quán triệt các văn bản mới."
    ]


def test_lines_cut_at_a_fixed_width_become_whole_paragraphs(tmp_path: Path) -> None:
    lines = [
        "Năm 2024, các cấp ủy cơ sở tổ chức học tập, quán triệt Nghị quyết số",
        "45-NQ/TW đến toàn thể đảng viên.",
    ]
    (tmp_path / "hep.txt").write_text("\n".join([*lines, "- Tổ chức kiểm tra."]), encoding="utf-8")
    assert [block.text for block in read_blocks(tmp_path / "hep.txt")] == [
        " ".join(lines),
        "- Tổ chức kiểm tra.",
    ]


def test_a_sentence_goes_on_over_the_number_of_a_page_in_lines_cut_at_a_width(tmp_path: Path) -> None:
    lines = [
        "a- Phòng Giáo dục và Đào tạo huyện chủ trì triển khai Quyết định của Thủ tướng",
        "",
        "2",
        "",
        "Chính phủ phê duyệt Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030” đến;",
        "chậm nhất ngày 31 tháng 5 năm 2023 báo cáo kết quả với Ban Thường vụ Huyện uỷ,",
        "đồng thời gửi Ban Tuyên giáo Huyện uỷ để theo dõi, tổng hợp kết quả thực hiện",
        "chung.",
        "b- Các chi bộ tổ chức quán triệt.",
    ]
    (tmp_path / "hep.txt").write_text("\n".join(lines), encoding="utf-8")
    first, second = (block.text for block in read_blocks(tmp_path / "hep.txt"))
    assert first == " ".join(line for line in lines[:-1] if len(line) > 1)
    assert second == lines[-1]
