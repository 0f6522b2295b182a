"""Excel's macros know only the letters of the code page: what they are to start stands under a plain name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.new_master import Order, make_master
from khoagiao_xl.files.short_names import in_plain_letters
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.building import Office

HOME = r"C:\Users\Nguyễn\khoagiao\python.exe"
SHORT = r"C:\Users\NGUYNV~1\khoagiao\python.exe"
TODAY = date(2026, 1, 5)


def test_a_plain_path_is_taken_as_it_is() -> None:
    assert in_plain_letters(r"C:\KhoaGiao\python.exe", lambda _: "never asked") == r"C:\KhoaGiao\python.exe"


def test_a_path_with_vietnamese_letters_gets_its_short_form() -> None:
    assert in_plain_letters(HOME, {HOME: SHORT}.__getitem__) == SHORT


def test_where_windows_keeps_no_short_names_there_is_none() -> None:
    assert in_plain_letters(HOME, lambda path: path) == ""


def test_a_master_for_excel_whose_python_no_macro_can_see_says_so(tmp_path: Path) -> None:
    made = make_master(Order(tmp_path / "So.xlsm", python="/phần mềm/python"), TODAY)
    assert made.notes[-1] == sentence("HS-06", {"python": "/phần mềm/python"})


def test_libreoffice_starts_python_from_any_folder(tmp_path: Path) -> None:
    office: Office = "libreoffice"
    made = make_master(Order(tmp_path / "So.xlsm", python="/phần mềm/python", office=office), TODAY)
    assert made.notes == ()
    assert Year.read(FileBook(made.path)).settings.python == "/phần mềm/python"
