"""Issuing forms: what the unit reported last stands beside, and a form somebody edited is never lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.files import OLDER
from khoagiao_xl.forms import form_layout
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from tests.steps.conftest import Office


def before(office: Office, unit: str, period: str) -> dict[str, Any]:
    """Return what stands under «Kỳ trước đã báo», by code."""
    book = load_workbook(office.folder / "bieu-mau" / period / f"{unit}_{period}.xlsx")
    rows = book[form_layout.FIGURES].iter_rows(values_only=True)
    return {str(row[0]): row[form_layout.BEFORE] for row in rows if str(row[0]).startswith("KG")}


def test_what_the_unit_reported_last_stands_beside_its_lines_as_text(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=1250))
    office.act("tiep_nhan")
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    assert before(office, "SYT", "2024-M02")["KG110"] == "1.250"
    assert not any(before(office, "STP", "2024-M02").values())


def test_what_was_reported_last_is_never_read_back(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=1250))
    office.act("tiep_nhan")
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    office.receive("SYT", office.answers("SYT", KG110=7), days=30)
    office.act("tiep_nhan")
    (row,) = office.rows("tblSoLieu", Kỳ="2024-M02", Mã_đơn_vị="SYT")
    assert row["KG110"] == 7


def test_a_form_that_was_edited_in_its_folder_is_put_aside(office: Office) -> None:
    form = office.folder / "bieu-mau" / office.period / f"SYT_{office.period}.xlsx"
    form.write_bytes(b"edited")
    outcome = office.act("phat_bieu_mau")
    assert outcome.details == (SENTENCES["TEP-12"].format(count=1, folder=OLDER),)
    assert [path.read_bytes() for path in form.parent.glob(f"{OLDER}/*/*")] == [b"edited"]


def set_units(office: Office, *rows: Row) -> None:
    """Let the office have these units alone."""
    book = FileBook(office.master)
    book.write("tblDonVi", rows)
    book.save()


def test_units_whose_forms_would_bear_one_name_get_none_until_a_code_is_changed(office: Office) -> None:
    set_units(office, {"Mã": "ĐBD", "Tên": "Bưu điện"}, {"Mã": "DBD", "Tên": "Du lịch"})
    outcome = office.act("phat_bieu_mau")
    facts = {"sheet": "Đơn vị", "code": "DBD", "other": "ĐBD"}
    assert (outcome.status, outcome.sentence) == (2, SENTENCES["MS-09"].format(**facts))


def test_a_unit_owes_the_periods_that_end_while_it_stands(office: Office) -> None:
    lives = {"Từ ngày": date(2024, 2, 1), "Đến ngày": date(2024, 3, 14)}
    set_units(office, {"Mã": "DV1", "Tên": "Đơn vị một"}, {"Mã": "DV2", "Tên": "Đơn vị hai", **lives})
    asked = {}
    for period in ("2024-M01", "2024-M02", "2024-M03", "2024-M04"):
        office.period = period
        asked[period] = office.act("phat_bieu_mau").counts["forms"]
    assert asked == {"2024-M01": 1, "2024-M02": 2, "2024-M03": 2, "2024-M04": 1}


def test_an_indicator_is_asked_in_the_periods_that_end_while_it_is_in_force(office: Office) -> None:
    book = FileBook(office.master)
    rows = book.read("tblChiTieu")
    book.write(
        "tblChiTieu",
        [{**row, "Áp dụng đến": date(2024, 2, 14)} if row["Mã"] == "KG110" else row for row in rows],
    )
    book.save()
    shown = {}
    for period in ("2024-M02", "2024-M03"):
        office.period = period
        office.act("phat_bieu_mau")
        shown[period] = "KG110" in before(office, "SYT", period)
    assert shown == {"2024-M02": True, "2024-M03": False}
