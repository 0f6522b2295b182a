"""Guidances that are no Word file: PDF with letters, and what LibreOffice makes into one; safe and bounded."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.file import guidance_file, office_program
from khoagiao_xl.guidance.file.bounded_call import Unanswered, bounded
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.guidance.file.office_program import NotConverted, as_docx
from khoagiao_xl.guidance.file.pdf_document import blocks_of
from khoagiao_xl.guidance.file.pdf_glyphs import read_pages
from tests.guidance.small_pdf import Sheet, save

pytest.importorskip("pypdfium2")
needs_libreoffice = pytest.mark.skipif(not office_program.office_program(), reason="no LibreOffice here")
# Full lines end at the margin: 89 letters of half their size from 70 points on.
FULL = "Các cấp ủy rà soát đội ngũ báo cáo viên, cộng tác viên dư luận xã hội, bổ sung người đủ"


def shown(tmp_path: Path, *sheets: Sheet) -> list[str]:
    pages = read_pages(str(save(tmp_path / "a.pdf", *sheets)))
    assert not isinstance(pages, str)
    return [block.text for block in blocks_of(pages, "a.pdf")]


def test_lines_that_reach_the_margin_are_one_paragraph(tmp_path: Path) -> None:
    lines = ["1. " + FULL[:-4], "năng lực, hoàn thành trước ngày 30/6.", "2. Sở Y tế mở lớp."]
    assert shown(tmp_path, Sheet().lines(700, *lines)) == [f"{lines[0]} {lines[1]}", lines[2]]


def test_a_short_line_ends_its_paragraph_even_without_a_stop(tmp_path: Path) -> None:
    lines = [FULL, "năng lực.", "Công tác tư tưởng", "Sở Y tế mở lớp."]
    assert shown(tmp_path, Sheet().lines(700, *lines)) == [f"{FULL} năng lực.", *lines[2:]]


def test_a_paragraph_that_is_indented_or_stands_apart_is_a_new_one(tmp_path: Path) -> None:
    sheet = Sheet().lines(700, FULL + ".", FULL + ".").write(95, 672, FULL[:60]).lines(630, FULL)
    assert shown(tmp_path, sheet) == [f"{FULL}. {FULL}.", FULL[:60], FULL]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Nghị quyết số 57-", "NQ/TW của Bộ Chính trị", "57-NQ/TW"),
        ("Nghị quyết số 57-NQ/", "TW của Bộ Chính trị", "57-NQ/TW"),
        ("giai đoạn 2020 -", "2025 và những năm sau", "2020 - 2025"),
        ("xong trước ngày 21/10/202", "6, báo cáo kết quả", "21/10/2026"),
    ],
)
def test_what_a_line_cut_in_two_is_made_whole(first: str, second: str, whole: str, tmp_path: Path) -> None:
    start = FULL[: len(FULL) - len(first) - 1].rpartition(" ")[0]
    line = f"{start} {first}".rjust(len(FULL), "x")
    (text,) = shown(tmp_path, Sheet().lines(700, line, second))
    assert whole in text


def test_numbers_heads_and_feet_of_pages_do_not_cut_a_sentence(tmp_path: Path) -> None:
    sheets = [
        Sheet().write(70, 810, "Tài liệu nội bộ, bản 1").lines(780, "Mở đầu.", FULL),
        Sheet()
        .write(70, 810, "Tài liệu nội bộ, bản 1")
        .write(290, 795, "2")
        .lines(780, "năng lực.", "2. Họp."),
        Sheet()
        .write(70, 810, "Tài liệu nội bộ, bản 1")
        .write(290, 30, "Trang 3/3")
        .lines(780, "3. Báo cáo."),
    ]
    assert shown(tmp_path, *sheets) == ["Mở đầu.", f"{FULL} năng lực.", "2. Họp.", "3. Báo cáo."]


def test_two_columns_of_a_letterhead_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet().lines(780, "TỈNH ỦY A", "BAN TUYÊN GIÁO", "Số 05-HD/BTGTU", left=80)
    sheet.lines(780, "ĐẢNG CỘNG SẢN VIỆT NAM", "Ngày 05 tháng 01 năm 2026", left=350).lines(700, FULL)
    assert shown(tmp_path, sheet) == [
        "TỈNH ỦY A", "BAN TUYÊN GIÁO", "Số 05-HD/BTGTU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Ngày 05 tháng 01 năm 2026", FULL,
    ]  # fmt: skip


def test_the_last_word_of_a_bodys_name_belongs_to_it(tmp_path: Path) -> None:
    sheet = Sheet().lines(780, "TỈNH ỦY A", "BAN TUYÊN GIÁO VÀ DÂN", "VẬN", left=80)
    sheet.lines(780, "ĐẢNG CỘNG SẢN VIỆT NAM", "Ngày 05 tháng 01 năm 2026", left=350)
    assert shown(tmp_path, sheet)[:2] == ["TỈNH ỦY A", "BAN TUYÊN GIÁO VÀ DÂN VẬN"]


def test_two_columns_that_nearly_touch_are_still_two(tmp_path: Path) -> None:
    sheet = Sheet().write(80, 780, "HUYỆN ỦY B").write(300, 780, "ĐẢNG CỘNG SẢN VIỆT NAM")
    sheet.write(80, 766, "BAN TUYÊN GIÁO VÀ DÂN VẬN HUYỆN ỦY B, TA").write(
        297, 766, "Huyện B, ngày 09/02/2026"
    )
    assert shown(tmp_path, sheet) == [
        "HUYỆN ỦY B", "BAN TUYÊN GIÁO VÀ DÂN VẬN HUYỆN ỦY B, TA", "ĐẢNG CỘNG SẢN VIỆT NAM", "Huyện B, ngày 09/02/2026",
    ]  # fmt: skip


def test_a_line_that_pages_share_by_chance_or_that_is_a_date_is_text(tmp_path: Path) -> None:
    first = Sheet().lines(780, "Mở đầu.", "1. Họp tháng 3.").lines(400, FULL, "30/6")
    second = Sheet().lines(700, "1. Họp tháng 4.", "2. Mở lớp.")
    assert shown(tmp_path, first, second) == [
        "Mở đầu.",
        "1. Họp tháng 3.",
        f"{FULL} 30/6",
        "1. Họp tháng 4.",
        "2. Mở lớp.",
    ]


def test_a_bullet_of_a_font_of_symbols_opens_an_item(tmp_path: Path) -> None:
    assert shown(tmp_path, Sheet().lines(700, "\uf0b7 Mở lớp.")) == ["• Mở lớp."]


XS: list[float] = [70, 100, 300, 420, 520]
YS: list[float] = [700, 680, 650, 630]


def table(*rows: tuple[str, ...], ys: list[float] = YS) -> Sheet:
    """Draw a table whose cells are written from their upper left corner, lines parted by «/»."""
    sheet = Sheet().grid(XS, ys)
    for top, row in zip(ys, rows, strict=False):
        for left, text in zip(XS, row, strict=False):
            sheet.lines(top - 12, *filter(None, text.split("/")), left=left + 3, pitch=11)
    return sheet


def test_a_ruled_table_has_its_head_and_cells_of_several_lines(tmp_path: Path) -> None:
    sheet = table(
        ("TT", "Nội dung", "Chủ trì", "Hạn"),
        ("1", "Biên soạn tờ rơi về dinh dưỡng, cấp/cho các trường học", "Sở Y tế", "Quý II"),
        ("2", "Mở lớp", "Tỉnh đoàn", "Quý III"),
    )
    pages = read_pages(str(save(tmp_path / "a.pdf", sheet)))
    assert not isinstance(pages, str)
    _, first, second = blocks_of(pages, "a.pdf")
    assert dict(first.cells)["Nội dung"] == "Biên soạn tờ rơi về dinh dưỡng, cấp cho các trường học"
    assert second.cells == (("TT", "2"), ("Nội dung", "Mở lớp"), ("Chủ trì", "Tỉnh đoàn"), ("Hạn", "Quý III"))


def test_a_table_over_two_pages_is_one_and_has_one_head(tmp_path: Path) -> None:
    head = ("TT", "Nội dung", "Chủ trì", "Hạn")
    first = table(head, ("1", "Họp", "Sở Y tế", "Quý I"), ("2", "Mở lớp cho", "Tỉnh đoàn", "Quý II"))
    second = table(head, ("", "cán bộ xã", "", ""), ("3", "Hội thi", "Sở Y tế", "Quý IV"))
    _, *rows = shown(tmp_path, first, second)
    assert rows == [
        "1 | Họp | Sở Y tế | Quý I",
        "2 | Mở lớp cho cán bộ xã | Tỉnh đoàn | Quý II",
        "3 | Hội thi | Sở Y tế | Quý IV",
    ]


def test_a_cell_that_a_page_cuts_is_one_paragraph(tmp_path: Path) -> None:
    first = table(("TT", "Nội dung", "Chủ trì", "Hạn"), ("1", "Họp", "Ban Tuyên", "Quý I"), ys=YS[:3])
    second = table(("", "", "giáo và Dân vận", ""), ("2", "Mở lớp", "Sở Y tế", "Quý II"), ys=YS[:3])
    pages = read_pages(str(save(tmp_path / "a.pdf", first, second)))
    assert not isinstance(pages, str)
    assert dict(blocks_of(pages, "a.pdf")[1].cells)["Chủ trì"] == "Ban Tuyên giáo và Dân vận"


def test_what_a_rule_strikes_out_is_not_read(tmp_path: Path) -> None:
    sheet = Sheet().lines(700, "1. Mở lớp.", "2. Hội thi.").rule(70, 689, 140, 689.5)
    assert shown(tmp_path, sheet) == ["1. Mở lớp."]


def test_a_pdf_is_read_like_any_guidance(tmp_path: Path) -> None:
    sheet = Sheet().lines(780, "HƯỚNG DẪN", "công tác khoa giáo năm 2026", "I. NHIỆM VỤ", pitch=30)
    sheet.lines(660, "1. Sở Y tế mở lớp trước ngày 20/6/2026.")
    guidance = read_guidance(save(tmp_path / "a.pdf", sheet))
    assert [(task.record.lead, str(task.record.due)) for task in guidance.tasks] == [
        ("Sở Y tế", "2026-06-19")
    ]


def refusal(path: Path) -> WrongRequest:
    with pytest.raises(WrongRequest) as caught:
        read_blocks(path)
    return caught.value


def test_a_scan_is_told_with_what_to_do(tmp_path: Path) -> None:
    refused = refusal(save(tmp_path / "quet.pdf", Sheet().rule(0, 0, 500, 800)))
    assert refused.code == "KH-01"
    assert "nhận dạng chữ" in str(refused)


def test_a_pdf_with_a_password_is_told(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=save(tmp_path / "a.pdf", Sheet().lines(700, "Họp.")))
    writer.encrypt("bí mật", algorithm="RC4-128")
    writer.write(tmp_path / "khoa.pdf")
    assert refusal(tmp_path / "khoa.pdf").code == "KH-03"


def test_a_pdf_of_hundreds_of_pages_and_a_file_of_many_megabytes_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refusal(save(tmp_path / "dai.pdf", *[Sheet()] * 301)).code == "KH-12"
    monkeypatch.setattr(guidance_file, "_MOST_BYTES", 10)
    (tmp_path / "lon.txt").write_text("Mở lớp." * 9, encoding="utf-8")
    assert refusal(tmp_path / "lon.txt").code == "KH-12"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.97])
def test_a_damaged_pdf_is_read_or_refused_but_never_a_crash(cut: float, tmp_path: Path) -> None:
    data = save(tmp_path / "a.pdf", Sheet().lines(700, FULL)).read_bytes()
    (tmp_path / "b.pdf").write_bytes(data[: int(len(data) * cut)])
    pages = read_pages(str(tmp_path / "b.pdf"))
    assert pages == "broken" or not isinstance(pages, str)


def test_a_part_that_swells_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    assert refusal(tmp_path / "bom.docx").code == "KH-09"


def test_a_call_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Unanswered):
        bounded(time.sleep, 30, seconds=0.5)


# -- through LibreOffice ----------------------------------------------------------------------------------


LINES = ["HƯỚNG DẪN", "công tác khoa giáo năm 2026", "1. Sở Y tế mở lớp trước ngày 20/6/2026."]


def saved_as(kind: str, tmp_path: Path) -> Path:
    """Return the lines as a file of this kind, made by LibreOffice."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(tmp_path / "goc.docx"))
    command = [office_program.office_program(), "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
               "--convert-to", kind, "--outdir", str(tmp_path), str(tmp_path / "goc.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return tmp_path / f"goc.{kind}"


@pytest.mark.office
@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_what_only_an_office_program_reads_is_read_through_it(kind: str, tmp_path: Path) -> None:
    assert [block.text for block in read_blocks(saved_as(kind, tmp_path))] == LINES


@pytest.mark.office
@needs_libreoffice
def test_a_conversion_that_takes_too_long_is_ended_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 M\xf4t}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(NotConverted):
        as_docx(tmp_path / "a.rtf", ".rtf", seconds=0.3)  # less than any office program needs to begin
    assert [path.name for path in tmp_path.iterdir()] == ["a.rtf"]
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(tmp_path) not in running


def test_what_libreoffice_makes_nothing_of_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / ("khong.cmd" if sys.platform == "win32" else "khong")
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(office_program, "office_program", lambda: str(program))
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 abc}")
    refused = refusal(tmp_path / "a.rtf")
    assert refused.code == "KH-13"
    assert "RTF" in str(refused)


def test_without_libreoffice_the_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 abc}")
    refused = refusal(tmp_path / "a.rtf")
    assert refused.code == "KH-02"
    assert "Mở tệp bằng Word" in str(refused)
