"""Errors that Excel has learnt since xlwings made its list are errors, too, and no numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.books.error_codes import error_of
from khoagiao_xl.books.office_program.find_open import find_open
from khoagiao_xl.books.office_program.live_book import LiveBook
from tests.excel_stand_in.cell import Cell, CellError
from tests.excel_stand_in.office_desk import Desk, sit_down

ERRORS = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826245: "#GETTING_DATA",
    -2146826243: "#SPILL!",
    -2146826242: "#CONNECT!",
    -2146826241: "#BLOCKED!",
    -2146826240: "#UNKNOWN!",
    -2146826239: "#FIELD!",
    -2146826238: "#CALC!",
    -2146826000: "Error 2288",
}


def deadline(desk: Desk) -> Cell:
    """Return the cell of the first deadline of the plan."""
    sheet = desk.book.sheet("Kế hoạch")
    sheet.cell(5, 1).value = "NV01"
    return sheet.cell(5, 9)


def opened(desk: Desk) -> LiveBook:
    live = find_open(desk.master)
    assert live is not None
    return live


@pytest.mark.parametrize(("code", "error"), ERRORS.items())
def test_an_error_is_read_as_nothing_and_told_by_its_name(master: Path, code: int, error: str) -> None:
    desk = sit_down(master)
    deadline(desk).value = CellError(code)
    live = opened(desk)
    [row] = live.read("tblKeHoach")
    assert list(row.values())[8] is None
    assert live.layout("tblKeHoach").unread == {"I5": error}


def test_it_is_found_by_the_check(master: Path) -> None:
    desk = sit_down(master)
    deadline(desk).value = CellError(-2146826243)
    assert desk.click("kiem_tra_ke_hoach")["status"] == 1
    told = [str(row["Thông báo"]) for row in opened(desk).read("tblLoi") if row["Ô"] == "I5"]
    assert any("#SPILL!" in line for line in told), told


def test_a_number_is_no_error() -> None:
    assert [error_of(value) for value in (-2146826243.0, 5, -3, True, None, "#SPILL!")] == [""] * 6


def test_a_table_with_such_a_cell_is_not_taken_for_one_that_was_changed(master: Path) -> None:
    desk = sit_down(master)
    deadline(desk).value = CellError(-2146826243)
    live = opened(desk)
    live.write("tblKeHoach", live.read("tblKeHoach"))
    live.save()
    assert deadline(desk).value is None
