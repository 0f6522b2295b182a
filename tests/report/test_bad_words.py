"""Words from outside that are too long, too many or too strange: the report stays whole, sound and readable."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from khoagiao_xl.model.records import State
from khoagiao_xl.report import Narrative, ReportContent, letterhead_for
from tests.report.word_parts import W, paragraphs, part

Content = Callable[..., ReportContent]
Written = Callable[..., bytes]
LONG_NAME = ("Trung tâm Nghiên cứu, ứng dụng khoa học và đổi mới sáng tạo vùng Tây Bắc " * 3)[:200].strip()
STRANGE = {
    "ký tự điều khiển": "Tổ chức\x00 hai\x08 lớp\x1b",
    "công thức": '=cmd|"/c calc"!A1',
    "liên kết": "Xem https://vi-du.example/a?b=1&c=<2>",
    "đảo chiều": "Sở \u202eY tế\u202c \u200fmở lớp",
    "biểu tượng": "Hoàn thành 🎉 👩‍⚕️ 3 lớp",
    "chữ rời dấu": unicodedata.normalize("NFD", "Đảng ủy mở lớp bồi dưỡng"),
    "chữ riêng": "Mở \ue000KG201@2024-Q1\ue0019\ue002 \ue003bieu_do_thang\ue004 lớp",
    "trường của Word": "{ INCLUDETEXT C:\\\\a.docx } {{ muc_1 }} {%p if x %}",
    "dấu xuống dòng": "Một\r\nHai\vBa\fBốn\u2028Năm",
}


def sound(docx: bytes, folder: Path) -> bool:
    path = folder / "van-ban.docx"
    path.write_bytes(docx)
    return not OpenXmlValidator().validate(path).errors


def told(text: str) -> dict[str, Any]:
    """Return the facts of a report in which a unit wrote `text`."""
    return {"narratives": (Narrative("Sở Y tế", "KG602", text),)}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_words_leave_the_file_sound(written: Written, text: str, tmp_path: Path) -> None:
    assert sound(written(**told(text)), tmp_path)


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_words_bring_no_field_link_or_control_along(written: Written, text: str) -> None:
    plain, strange = (part(written(**told(words))) for words in ("Lời thường", text))
    for name in ("fldSimple", "instrText", "hyperlink", "sdt", "drawing"):
        found = [len(list(root.iter(f"{W}{name}"))) for root in (plain, strange)]
        assert found[0] == found[1], name


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_words_are_composed_and_hide_nothing(written: Written, text: str) -> None:
    shown = "\n".join(paragraphs(written(**told(text))))
    assert shown == unicodedata.normalize("NFC", shown)
    assert not [letter for letter in shown if unicodedata.category(letter) in {"Cf", "Co", "Cs"}]


def test_ten_thousand_words_of_a_unit_go_into_the_annex_whole(written: Written) -> None:
    words = [f"việc{number}" for number in range(10_000)]
    docx = written(narratives=(Narrative("Sở Y tế", "KG602", " ".join(words)),))
    shown = " ".join(paragraphs(docx))
    assert [word for word in words if word not in shown] == []
    assert any(text.startswith("Phụ lục") for text in paragraphs(docx))


def test_names_of_two_hundred_letters_leave_every_table_within_its_page(
    written: Written, tmp_path: Path
) -> None:
    docx = written(states={State.MISSING: (LONG_NAME,) * 3, State.ACCEPTED: ("Sở Y tế",)})
    assert sound(docx, tmp_path)
    for table in part(docx).iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert sum(columns) <= 14300  # 252 mm, a page on its side; cells of fixed width break their words


def test_a_letterhead_of_very_long_names_stays_in_its_cells(written: Written, tmp_path: Path) -> None:
    head = replace(
        letterhead_for("2024", date(2024, 3, 20)),
        superior=(LONG_NAME.upper(),),
        issuer=(LONG_NAME.upper(), "SỞ KHOA HỌC - CÔNG NGHỆ"),
        signer=LONG_NAME,
        recipients=(LONG_NAME,),
    )
    docx = written(letterhead=head)
    assert sound(docx, tmp_path)
    first, *_ = Document(io.BytesIO(docx)).tables
    assert "SỞ KHOA HỌC\u00a0-\u00a0CÔNG NGHỆ" in first.cell(0, 0).text  # never broken at its hyphen


def test_a_missing_figure_is_told_as_missing_and_never_as_none(written: Written, total: Any) -> None:
    docx = written(totals=(total("KG201", None, counted=0), total("KG205", 90, "lượt người")))
    assert not [text for text in paragraphs(docx) if "không có cuộc" in text]
    (row,) = [row for row in part(docx).iter(f"{W}tr") if "cuộc" in ["".join(c.itertext()) for c in row]]
    assert [("".join(cell.itertext())) for cell in row.iter(f"{W}tc")][3] == "-"
