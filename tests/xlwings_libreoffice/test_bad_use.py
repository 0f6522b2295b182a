"""What a script should not ask, and what no cell can hold: said plainly, or kept as well as can be."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.office, pytest.mark.slow]


def test_what_is_missing_is_named(sheet: Any) -> None:
    with pytest.raises(NotImplementedError, match=r"the engine for LibreOffice has no Range\.borders"):
        _ = sheet["A1:B2"].borders
    with pytest.raises(NotImplementedError, match=r"no Sheet\.charts"):
        _ = sheet.charts
    with pytest.raises(NotImplementedError, match=r"no Range\.note"):
        sheet["A1"].add_note("ghi chú")
    sheet["A1"].copy()
    with pytest.raises(NotImplementedError, match=r"no Range\.paste of formats"):
        sheet["A2"].paste(paste="formats")
    with pytest.raises(NotImplementedError, match=r"no Book\.save with a password"):
        sheet.book.save(password="x")  # noqa: S106  # it is only refused
    with pytest.raises(NotImplementedError, match=r"no Range of several areas: A1,B2"):
        _ = sheet["A1,B2"]
    with pytest.raises(NotImplementedError, match=r"no Range\.horizontal_alignment of «distributed»"):
        sheet["A1"].horizontal_alignment = "distributed"


def test_what_is_not_there_is_a_key_or_an_index_that_none_has(book: Any, sheet: Any) -> None:
    collections = (book.sheets, book.names, sheet.tables, sheet.pictures, book.app.books)
    for collection in collections:
        with pytest.raises(KeyError, match="Trang 3"):
            _ = collection["Trang 3"]
        with pytest.raises(IndexError):
            _ = collection(9)
    for address in ("khongCo", "A0", "ZZZ1", "Trang3!A1"):
        with pytest.raises(KeyError):
            _ = sheet[address]
    with pytest.raises(IndexError):
        sheet["XFD1"].value = [1, 2]


def test_names_that_are_taken_or_not_allowed_are_refused(book: Any, sheet: Any) -> None:
    book.sheets.add("Trang 2", after=sheet)
    with pytest.raises(ValueError, match="Trang 2"):
        sheet.name = "Trang 2"
    with pytest.raises(ValueError, match="ta'"):
        book.sheets.add("'ta'")
    sheet.tables.add(sheet["A1:B2"], name="tblThu")
    with pytest.raises(ValueError, match="tblThu"):
        sheet.tables.add(sheet["D1:E2"], name="tblThu")
    for name in ("a b", "KG2", "1a"):
        with pytest.raises(ValueError, match=name):
            book.names.add(name, "=Sheet1!$A$1")


def test_a_name_of_no_cells_and_a_last_sheet_are_told(book: Any, sheet: Any) -> None:
    book.names.add("heSo", "=0.5")
    with pytest.raises(ValueError, match=r"heSo.*=0\.5"):
        _ = book.names["heSo"].refers_to_range
    with pytest.raises(ValueError, match="without a sheet"):
        sheet.delete()
    with pytest.raises(ValueError, match="number format"):
        sheet["A1"].number_format = "[[[x"


def test_a_file_that_is_no_workbook_is_not_opened(office: Any, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.xlsx"
    path.write_bytes(b"PK\x03\x04 hong")
    with pytest.raises(ValueError, match="cannot open"):
        office.books.open(str(path))


def test_a_place_that_is_not_there_is_not_made(book: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        book.save(str(tmp_path / "không có" / "a.xlsx"))
    with pytest.raises(ValueError, match=r"a\.qqq"):
        book.save(str(tmp_path / "a.qqq"))
    assert list(tmp_path.iterdir()) == []


def test_a_protected_sheet_refuses_every_change(sheet: Any) -> None:
    sheet["A1"].value = "cũ"
    sheet["B1"].api.CellProtection = _unlocked(sheet["B1"].api.CellProtection)
    sheet.api.protect("")
    changes = (
        lambda cell: setattr(cell, "value", "mới"),
        lambda cell: setattr(cell, "formula", "=1+1"),
        lambda cell: setattr(cell, "color", (1, 2, 3)),
        lambda cell: setattr(cell.font, "bold", True),
        lambda cell: cell.clear_contents(),
        lambda cell: cell.insert("down"),
    )
    for change in changes:
        with pytest.raises(PermissionError, match="Sheet1"):
            change(sheet["A1"])
    sheet["B1"].value = "được"
    assert sheet["A1:B1"].value == ["cũ", "được"]


def _unlocked(protection: Any) -> Any:
    protection.IsLocked = False
    return protection


def test_texts_that_look_like_something_else_stay_texts(sheet: Any) -> None:
    texts = ["=1+1", "0912", "'x", "1/2/2024", "TRUE", "1e5", "+84", "=", "a\nb"]
    sheet["A1"].options(literal=True).value = texts
    assert sheet["A1:I1"].value == texts


def test_what_no_cell_can_hold_is_kept_as_well_as_can_be(sheet: Any) -> None:
    import pandas as pd

    sheet["A1"].value = [
        None,
        float("nan"),
        pd.NaT,
        pd.NA,
        "",
        float("inf"),
        2**53 + 1,
        "\x07x",
        "x" * 40_000,
    ]
    *nothing, infinite, large, cleaned, long = sheet["A1:I1"].value
    assert nothing == [None] * 5
    assert (infinite, large, cleaned, len(long)) == ("inf", 2.0**53, "x", 32_767)


def test_a_number_beyond_all_numbers_changes_nothing(sheet: Any) -> None:
    sheet["A1"].value = ["cũ", 1]
    with pytest.raises(OverflowError):
        sheet["A1"].value = ["mới", 10**400]
    assert sheet["A1:B1"].value == ["cũ", 1.0]


def test_days_before_march_1900_come_back_as_they_were_written(sheet: Any) -> None:
    days = [datetime(1900, 2, 28), datetime(1900, 1, 1), datetime(1899, 12, 31), datetime(1850, 5, 1)]  # noqa: DTZ001
    sheet["A1"].value = days
    assert sheet["A1:D1"].value == days
