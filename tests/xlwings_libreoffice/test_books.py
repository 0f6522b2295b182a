"""Workbooks and offices: saved, opened, closed, run, left behind."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.office, pytest.mark.slow]
MOMENT = datetime(2024, 1, 18, 16, 59, 58)  # noqa: DTZ001


@pytest.fixture
def book(office: Any) -> Iterator[Any]:
    """A new workbook; whatever else a test opens is closed with it."""
    yield office.books.add()
    for left in list(office.books):
        left.close()


def test_a_book_is_saved_under_another_name_and_opened_again(office: Any, book: Any, tmp_path: Path) -> None:
    path = tmp_path / "Sổ & 'ta' 100%.xlsx"
    book.sheets[0]["A1"].value = [["=1+1"], [MOMENT], [True]]
    book.save(str(path))
    assert (book.name, book.fullname) == (path.name, str(path))
    assert office.books[path.name].sheets[0]["A1:A3"].value == [2.0, MOMENT, True]
    book.to_pdf(str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_what_a_script_left_is_in_the_file(office: Any, book: Any, tmp_path: Path) -> None:
    sheet, path = book.sheets[0], tmp_path / "a.xlsx"
    book.sheets.add("Trang 2", after=sheet)["A1"].value = 7
    sheet["A1"].value = [["Mã", "Số"], ["a", "='Trang 2'!A1+1"]]
    sheet.tables.add(sheet["A1:B2"], name="tblThu")
    sheet["B1"].color, sheet["B1"].font.bold = (255, 156, 156), True
    sheet["B2"].name = "kgO"
    book.save(str(path))
    book.save()
    import openpyxl

    found = openpyxl.load_workbook(path)
    cells = found.worksheets[0]
    assert cells["B2"].value == "='Trang 2'!A1+1"
    assert (cells["B1"].fill.fgColor.rgb, cells["B1"].font.b) == ("FFFF9C9C", True)
    assert (list(cells.tables), list(found.defined_names)) == (["tblThu"], ["kgO"])


def test_texts_with_commas_are_written_for_everyone_to_read(book: Any, tmp_path: Path) -> None:
    book.sheets[0]["A1"].value = [["ễ", 1.5]]
    book.save(str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "ễ,1.5\n"


def test_a_macro_of_the_workbook_runs(book: Any) -> None:
    code = "Function Add(a, b)\nAdd = a + b\nEnd Function\n"
    library = book.api.BasicLibraries.createLibrary("Standard")
    library.insertByName("Thu", code)
    assert book.macro("Thu.Add")(1, 2) == 3
    assert book.macro("Add")(2, 2) == 4
    with pytest.raises(KeyError):
        book.macro("Khong")()


def test_an_office_is_told_how_to_work_and_is_as_before_afterwards(office: Any, book: Any) -> None:
    with office.properties(screen_updating=False, calculation="manual", status_bar="Đang làm"):
        assert (office.screen_updating, office.calculation) == (False, "manual")
        assert office.status_bar == "Đang làm"
        book.sheets[0]["A1"].value = [1, "=A1+1"]
    assert (office.screen_updating, office.calculation, office.status_bar) == (True, "automatic", False)
    assert book.sheets[0]["B1"].value == 2.0


def test_an_office_started_by_a_script_leaves_nothing_behind() -> None:
    import xlwings

    from xlwings_libreoffice import register

    register()
    with xlwings.App(visible=False) as app:
        office = app.impl.office
        assert (len(app.books), app.version.major) == (1, int(str(app.version).split(".")[0]))
    assert not office.is_there
    assert not office.profile.exists()
    assert not Path(f"/proc/{office.pid}").exists()
