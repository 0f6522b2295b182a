"""Names, tables, sheets and pictures: made, found, counted, changed, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.office, pytest.mark.slow]
PICTURE = Path(__file__).parents[2] / "docs" / "images" / "bang-dieu-khien.png"


def test_names_stand_for_cells(book: Any, sheet: Any) -> None:
    sheet["A1:B2"].name = "kgVung"
    assert book.names["kgVung"].refers_to == "='Sheet1'!$A$1:$B$2"
    assert (sheet.range("kgVung").address, sheet["A1:B2"].name.name) == ("$A$1:$B$2", "kgVung")
    assert [name.name for name in book.names] == ["kgVung"]
    book.names["kgVung"].refers_to = "=Sheet1!$C$3"
    book.names["kgVung"].name = "kgKhac"
    assert book.names["kgKhac"].refers_to_range.address == "$C$3"
    del book.names["kgKhac"]
    assert ("kgKhac" in book.names, len(book.names)) == (False, 0)


def test_names_stand_for_numbers_and_formulas_too(book: Any) -> None:
    book.names.add("heSo", "=0.5")
    book.names.add("tong", "=SUM(Sheet1!$A$1:$A$3,heSo)")
    assert [name.refers_to for name in book.names] == ["=0.5", "=SUM(Sheet1!$A$1:$A$3,heSo)"]


def test_a_sheet_has_names_of_its_own(book: Any, sheet: Any) -> None:
    sheet.names.add("rieng", "=Sheet1!$B$2")
    assert ([name.name for name in sheet.names], len(book.names)) == (["rieng"], 0)
    assert sheet["rieng"].address == "$B$2"
    sheet.names["rieng"].delete()
    assert len(sheet.names) == 0


def test_a_name_leads_to_its_own_sheet(book: Any, sheet: Any) -> None:
    book.sheets.add("Trang 2", after=sheet)["B2"].name = "kgXa"
    assert sheet.range("kgXa").sheet.name == "Trang 2"


def test_a_table_is_made_filled_and_resized(sheet: Any) -> None:
    import pandas as pd

    sheet["A1"].value = [["Mã", "Số"], ["a", 1]]
    table = sheet.tables.add(source=sheet["A1"].expand(), name="tblThu")
    assert ("tblThu" in sheet.tables, table.header_row_range.value) == (True, ["Mã", "Số"])
    table.update(pd.DataFrame({"Mã": ["a", "b", "c"], "Số": [1, 2, 3]}), index=False)
    assert table.data_body_range.value == [["a", 1.0], ["b", 2.0], ["c", 3.0]]
    table.resize(sheet["A1:B2"])
    assert (table.range.address, sheet["B2"].table.name) == ("$A$1:$B$2", "tblThu")
    table.name, table.show_autofilter = "tblKhac", False
    assert (sheet.tables["tblKhac"].show_autofilter, len(sheet.tables)) == (False, 1)
    assert sheet["tblKhac"].address == "$A$2:$B$2"


def test_a_table_is_its_own_sheets_alone(book: Any, sheet: Any) -> None:
    other = book.sheets.add("Trang 2")
    other.tables.add(other["A1:B2"], name="tblXa")
    assert ("tblXa" in sheet.tables, "tblXa" in other.tables, len(sheet.tables)) == (False, True, 0)
    assert other.tables.add(other["D1:E2"]).name == "Table1"


def test_sheets_are_added_found_and_deleted(book: Any) -> None:
    book.sheets.add("Trang 2", after=book.sheets[0])
    assert [sheet.name for sheet in book.sheets] == ["Sheet1", "Trang 2"]
    assert ("Trang 2" in book.sheets, book.sheets["Trang 2"].index) == (True, 2)
    assert book.sheets.active.name == "Trang 2"
    book.sheets["Trang 2"].delete()
    assert len(book.sheets) == 1


def test_sheets_are_copied_renamed_and_hidden(office: Any, book: Any, sheet: Any) -> None:
    sheet["A1"].value = "gốc"
    copy = sheet.copy(name="Bản sao")
    sheet.copy(before=sheet)
    assert [one.name for one in book.sheets] == ["Sheet1 (2)", "Sheet1", "Bản sao"]
    copy.name, copy.visible = "Ẩn", False
    assert (book.sheets["Ẩn"].visible, copy["A1"].value) == (False, "gốc")
    other = office.books.add()
    assert sheet.copy(after=other.sheets[0])["A1"].value == "gốc"
    other.close()


def test_pictures_are_put_in_listed_and_taken_away(sheet: Any) -> None:
    sheet.pictures.add(PICTURE, name="anh", left=10, top=20, width=50, height=60)
    anchored = sheet.pictures.add(PICTURE, anchor=sheet["B2"], width=100)
    found = sheet.pictures["anh"]
    assert (found.left, found.top, found.width, found.height) == pytest.approx((10, 20, 50, 60), abs=0.1)
    assert (anchored.left, anchored.width) == pytest.approx((sheet["B2"].left, 100), abs=0.1)
    found.delete()
    assert [picture.name for picture in sheet.pictures] == ["Picture 1"]
