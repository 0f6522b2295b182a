"""The report as an action: from the master's tables to a Word file that says the same."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.books.file_book import FileBook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.steps.conftest import Office


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        paragraphs = archive.read("word/document.xml").decode().split("</w:p>")
    return "\n".join(re.sub(r"<[^>]+>", "", paragraph) for paragraph in paragraphs)


def reported(office: Office) -> str:
    office.act("tiep_nhan")
    office.act("tong_hop")
    outcome = office.act("xuat_bao_cao")
    assert outcome.status == 0, outcome.sentence
    return text_of(office.folder / "bao-cao" / "Bao-cao-khoa-giao-2024-M01.docx")


def test_it_says_how_many_units_have_reported_and_names_those_that_have_not(office: Office) -> None:
    office.receive("SYT")
    text = reported(office)
    assert "1/08 đơn vị" in text
    assert "Sở Tài chính" in text


def test_a_units_own_words_stand_under_its_name_and_are_only_text(office: Office) -> None:
    words = {"KG602": "Mở {{ 7*7 }} lớp <b>tin học</b> & {% for x in y %}.", "KG603": "", "KG604": ""}
    office.receive("SYT", replace(office.answers("SYT"), texts=words))
    text = reported(office)
    assert "Mở {{ 7*7 }} lớp &lt;b&gt;tin học&lt;/b&gt; &amp; {% for x in y %}" in text
    assert "Sở Y tế" in text


def test_a_waiver_that_stands_behind_a_figure_is_told(office: Office) -> None:
    book = FileBook(office.master)
    book.write("tblMienTru", [{"Kỳ": "2024-M01", "Mã đơn vị": "SYT", "Quy tắc": "R03", "Chỉ tiêu": "KG201",
                               "Lý do": "mới sáp nhập", "Người cho phép": "Ban Thường vụ", "Đến hết": date(2024, 12, 31)}])  # fmt: skip
    book.save()
    answers = office.answers("SYT")
    office.receive("SYT", replace(answers, figures={**answers.figures, "KG201": 99}))
    assert "mới sáp nhập" in reported(office)


def test_the_offices_own_settings_reach_the_page(office: Office) -> None:
    book = FileBook(office.master)
    own = {"chuc_vu_ky": "BÍ THƯ", "dau_ket": "./."}
    rows = [{**row, "Giá trị": own.get(str(row["Khóa"]), row["Giá trị"])} for row in book.read("tblCauHinh")]
    book.write("tblCauHinh", rows)
    book.save()
    office.receive("SYT")
    text = reported(office)
    assert "\nBÍ THƯ" in text
    assert "./." in text


def test_the_office_can_say_where_and_under_what_name(office: Office) -> None:
    office.receive("SYT")
    office.act("tiep_nhan")
    office.act("tong_hop")
    office.act("xuat_bao_cao", out=office.folder / "Báo cáo của tôi.docx")
    assert (office.folder / "Báo cáo của tôi.docx").is_file()


def test_every_figure_keeps_the_key_by_which_it_can_be_traced(office: Office) -> None:
    from khoagiao_xl.report.figure_tracing import read_keys

    office.receive("SYT", office.answers("SYT", KG110=1250))
    reported(office)
    keys = read_keys((office.folder / "bao-cao" / "Bao-cao-khoa-giao-2024-M01.docx").read_bytes())
    assert ("KG110@2024-M01", "1.250") in [(key, shown.split()[0].rstrip("*")) for key, shown in keys]
