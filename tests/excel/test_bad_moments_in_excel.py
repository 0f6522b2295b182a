"""What goes wrong around a button, in a real Excel: never run yet."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.clicking.tables import tables_of
from tests.excel.excel_desk import ExcelDesk, make_excel_master
from tests.made_once import few_units

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.excel


@pytest.fixture
def desk(excel: Any, tmp_path: Path) -> ExcelDesk:
    """A fresh master of eight units, open in Excel."""
    master = make_excel_master(tmp_path / "KhoaGiao-2024.xlsm", few_units(), sys.executable)
    desk = ExcelDesk(excel, master)
    desk.open()
    return desk


def test_ten_presses_leave_as_many_rules_of_format_as_one(desk: ExcelDesk) -> None:
    desk.press("kiem_tra_ke_hoach")
    before = desk.rules()
    for _ in range(9):
        desk.press("kiem_tra_ke_hoach")
    assert desk.rules() == before


def test_a_master_that_nobody_touched_is_closed_without_a_question(desk: ExcelDesk) -> None:
    desk.press("kiem_tra_ke_hoach")
    desk.open().close()
    assert desk.open().api.Saved


def test_another_excel_lives_through_a_press(desk: ExcelDesk) -> None:
    other = type(desk.app)(visible=False, add_book=False)
    try:
        desk.press("kiem_tra_ke_hoach")
        assert other.pid in other.engine.apps.keys()  # noqa: SIM118  # no mapping
    finally:
        other.kill()


def test_restoring_brings_the_tables_of_before_and_opens_the_master_again(desk: ExcelDesk) -> None:
    desk.open().save()
    before = tables_of(desk.master)
    desk.choose("2024-M01")
    desk.press("phat_bieu_mau")
    moment = time.time()
    desk.press("khoi_phuc")
    told = desk.answer_after(moment)
    assert told["status"] == 0
    assert tables_of(desk.master)["tblDonVi"] == before["tblDonVi"]
    assert desk.open().name == desk.master.name


def test_with_two_masters_open_each_button_works_in_its_own(desk: ExcelDesk, tmp_path: Path) -> None:
    other = ExcelDesk(
        desk.app, make_excel_master(tmp_path / "KhoaGiao-2025.xlsm", few_units(), sys.executable)
    )
    other.open().activate()
    desk.press("kiem_tra_ke_hoach")
    assert desk.message() != other.message()


def test_rows_that_a_filter_hides_are_written_like_the_others(desk: ExcelDesk) -> None:
    units = desk.open().sheets["Đơn vị"].tables["tblDonVi"]
    units.range.api.AutoFilter(1, "SYT")
    before = tables_of(desk.master)["tblDonVi"]
    desk.press("kiem_tra_ke_hoach")
    assert tables_of(desk.master)["tblDonVi"] == before


def stored_results(path: Path) -> dict[tuple[str, str], Any]:
    """Return what stands in the file for each formula, by sheet and cell."""
    formulas, results = load_workbook(path), load_workbook(path, data_only=True)
    cells = [cell for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    places = [(cell.parent.title, cell.coordinate) for cell in cells]
    return {(sheet, cell): results[sheet][cell].value for sheet, cell in places}


def test_what_excel_computes_in_a_form_is_what_we_stored(desk: ExcelDesk) -> None:
    desk.choose("2024-M01")
    desk.press("phat_bieu_mau")
    path = min(desk.master.parent.rglob("bieu-mau/2024-M01/*.xlsx"))
    book = desk.app.books.open(str(path))
    desk.app.api.CalculateFull()
    for (sheet, cell), stored in stored_results(path).items():
        assert (book.sheets[sheet][cell].value or None) == (stored or None), (sheet, cell)
