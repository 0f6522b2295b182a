"""What the office changes after the forms went out loses nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook

if TYPE_CHECKING:
    from tests.steps.conftest import Office

UNITS = ("SYT", "STP", "SGDDT")


def received(office: Office, count: int = 3) -> None:
    for unit in UNITS[:count]:
        office.receive(unit)


def asked_monthly(office: Office, code: str, *, is_asked: bool) -> None:
    """Ask an indicator every month, or no more."""
    book = FileBook(office.master)
    rows = book.read("tblChiTieu")
    mark = "x" if is_asked else None
    book.write("tblChiTieu", [{**row, "M": mark} if row["Mã"] == code else row for row in rows])
    book.save()


def states(office: Office) -> list[object]:
    return [office.state(unit) for unit in UNITS]


def test_an_indicator_asked_since_is_no_fault_of_those_whose_form_has_no_line_for_it(office: Office) -> None:
    received(office)
    asked_monthly(office, "KG114", is_asked=True)
    assert office.act("tiep_nhan").status == 0
    assert states(office) == ["đã nhận"] * 3
    told = office.rows("tblLoi", Quy_tắc="TN-160")
    assert [row["Mức"] for row in told] == ["ghi nhận"] * 3
    assert "KG114" in str(told[0]["Thông báo"])


def test_a_line_that_one_unit_deleted_is_its_own_fault(office: Office) -> None:
    received(office)
    path = office.inbox / "SYT_2024-M01.xlsx"
    book = load_workbook(path)
    book["Số liệu"].delete_rows(8)
    book.save(path)
    office.arrive(path, -1)
    office.act("tiep_nhan")
    assert states(office) == ["trả lại", "đã nhận", "đã nhận"]
    assert office.rows("tblLoi", Quy_tắc="TN-160") == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_line_that_was_issued_and_is_asked_no_more_is_only_noted(office: Office, count: int) -> None:
    received(office, count)
    asked_monthly(office, "KG110", is_asked=False)
    office.act("tiep_nhan")
    assert states(office)[:count] == ["đã nhận"] * count
    assert {row["Mức"] for row in office.rows("tblLoi", Quy_tắc="TN-161")} == {"ghi nhận"}


def test_a_line_of_the_units_own_is_asked_about(office: Office) -> None:
    received(office, 1)
    path = office.inbox / "SYT_2024-M01.xlsx"
    book = load_workbook(path)
    for cell, value in {"A46": "KG114", "B46": "Số báo cáo viên", "D46": "5"}.items():
        book["Số liệu"][cell] = value
    book.save(path)
    office.arrive(path, -1)
    office.act("tiep_nhan")
    assert office.rows("tblLoi", Mã_đơn_vị="SYT", Quy_tắc="TN-60")
    assert office.state("SYT") == "đã nhận, chờ giải trình"
