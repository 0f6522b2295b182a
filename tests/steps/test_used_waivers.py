"""A waiver is told where it let a figure pass, and nowhere else: from the form to the page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.report.paragraph_texts import paragraphs_of

if TYPE_CHECKING:
    from tests.steps.conftest import Office

UNTIL = date(2024, 12, 31)


def waive(office: Office, rule: str, until: date = UNTIL) -> None:
    """Set a rule aside for SYT."""
    line: Any = {"Kỳ": "2024-M01", "Mã đơn vị": "SYT", "Quy tắc": rule, "Lý do": "đang tách khoa",
                 "Người cho phép": "Ban Thường vụ", "Đến hết": until}  # fmt: skip
    book = FileBook(office.master)
    book.write("tblMienTru", [line])
    book.save()


def report_of(office: Office) -> list[str]:
    """Take in a form whose total is not the sum of its fields, consolidate, report; return the paragraphs."""
    office.receive("STP")
    office.receive("SYT", office.answers("SYT", KG201=99))
    for action in ("tiep_nhan", "tong_hop", "xuat_bao_cao"):
        office.act(action)
    written = office.folder / "bao-cao" / "Bao-cao-khoa-giao-2024-M01.docx"
    return list(paragraphs_of(written.read_bytes()))


def test_a_waiver_that_was_used_is_noted_in_the_sheets_and_once_in_the_report(office: Office) -> None:
    waive(office, "R03")
    told = [line for line in report_of(office) if "đang tách khoa" in line]
    assert len(told) == 1
    assert office.rows("tblTiepNhan", Mã_đơn_vị="SYT")[0]["Miễn trừ đã dùng"] == "R03 KG201"
    (total,) = office.rows("tblTongHop", Mã="KG201")
    assert str(total["Ghi chú"]).splitlines()[-1] == "miễn R03: SYT"


@pytest.mark.parametrize(("rule", "until"), [("R01", UNTIL), ("R03", date(2024, 1, 2))])
def test_one_that_was_not_used_or_had_expired_is_not(office: Office, rule: str, until: date) -> None:
    waive(office, rule, until)
    assert not any("đang tách khoa" in line for line in report_of(office))
    assert office.state("SYT") == "trả lại"
