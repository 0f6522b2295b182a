"""Rows keep their looks: rules of conditional formats do not multiply, new rows look like the last, filters scramble nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.books.base import Row
from khoagiao_xl.books.office_program.find_open import find_open
from khoagiao_xl.errors import NotNow
from tests.excel_stand_in.office_desk import Desk, sit_down
from tests.excel_stand_in.table import ListObject

PRESSES = 10


def rules(desk: Desk) -> int:
    """Return how many rules of conditional formats the whole workbook has."""
    return sum(len(sheet.rules) for sheet in desk.book.sheets)


def table_of(desk: Desk, sheet: str) -> ListObject:
    [table] = desk.book.sheet(sheet).tables
    return table


def errors(count: int) -> list[Row]:
    return [{"Trang": "Kế hoạch", "Ô": f"E{at + 5}", "Thông báo": f"lỗi {at}"} for at in range(count)]


def write(desk: Desk, table: str, rows: list[Row]) -> None:
    live = find_open(desk.master)
    assert live is not None
    live.write(table, rows)
    live.save()


def read(desk: Desk, table: str) -> list[Row]:
    live = find_open(desk.master)
    assert live is not None
    return live.read(table)


def test_ten_presses_leave_as_many_rules_of_conditional_formats_as_the_first(master: Path) -> None:
    desk = sit_down(master)
    desk.type_faults(6, 7)
    desk.click("kiem_tra_ke_hoach")
    before = rules(desk)
    for number in range(PRESSES):
        desk.type_faults(number % 7, 7)
        assert desk.click("kiem_tra_ke_hoach")["status"] == 1
    assert rules(desk) == before


def test_a_table_that_shrinks_and_grows_again_leaves_as_many(master: Path) -> None:
    desk = sit_down(master)
    write(desk, "tblLoi", errors(9))
    before = rules(desk)
    for number in range(PRESSES):
        write(desk, "tblLoi", errors(1 + number % 9))
    assert rules(desk) == before


def test_new_rows_look_like_the_last_and_have_its_formula(master: Path) -> None:
    desk = sit_down(master)
    write(desk, "tblLoi", errors(3))
    sheet, block = desk.book.sheet("Lỗi"), table_of(desk, "Lỗi").block
    for column in block.columns:
        first, *others = [sheet.cell(row, column) for row in block.rows[1:]]
        assert {(cell.wraps, cell.upright, cell.formula) for cell in others} == {
            (first.wraps, first.upright, first.formula)
        }
    assert sheet.cell(block.bottom, 6).formula.startswith("=")


def test_a_formula_that_somebody_has_overwritten_comes_back(master: Path) -> None:
    desk = sit_down(master)
    write(desk, "tblLoi", errors(3))
    sheet = desk.book.sheet("Lỗi")
    sheet.cell(6, 6).take("tự gõ")
    write(desk, "tblLoi", errors(3))
    assert sheet.cell(6, 6).formula == sheet.cell(5, 6).formula != ""


def test_a_text_stays_a_text_in_a_row_whose_cells_were_pasted_from_elsewhere(master: Path) -> None:
    desk = sit_down(master)
    write(desk, "tblCauHinh", [{"Khóa": f"k{at}", "Giá trị": "0912"} for at in range(4)])
    desk.book.sheet("Cấu hình").cell(6, 2).number_format = "General"
    write(desk, "tblCauHinh", [{"Khóa": f"k{at}", "Giá trị": "0912"} for at in range(4)])
    assert [row["Giá trị"] for row in read(desk, "tblCauHinh")] == ["0912"] * 4


@pytest.mark.parametrize("hidden", ["filtered", "in_table", "by_hand"])
def test_rows_that_are_hidden_scramble_nothing(master: Path, hidden: str) -> None:
    desk = sit_down(master)
    write(desk, "tblLoi", errors(9))
    getattr(desk.book.sheet("Lỗi"), hidden).update({6, 8, 9})
    wanted = [{**row, "Thông báo": "khác"} for row in errors(9)]
    write(desk, "tblLoi", wanted)
    found = [(row["Ô"], row["Thông báo"]) for row in read(desk, "tblLoi")]
    assert found == [(row["Ô"], "khác") for row in wanted]


def test_a_filter_that_excel_does_not_let_go_of_is_told_and_nothing_is_written(master: Path) -> None:
    desk = sit_down(master)
    write(desk, "tblLoi", errors(9))
    sheet = desk.book.sheet("Lỗi")
    sheet.filtered.update({6, 8})
    sheet.can_show_all = False
    before = read(desk, "tblLoi")
    with pytest.raises(NotNow, match="Trang «Lỗi» đang có dòng bị bộ lọc ẩn") as told:
        write(desk, "tblLoi", errors(2))
    assert told.value.code == "SO-09"
    assert read(desk, "tblLoi") == before


def test_such_a_filter_elsewhere_on_the_sheet_hinders_nothing(master: Path) -> None:
    desk = sit_down(master)
    sheet = desk.book.sheet("Lỗi")
    sheet.filtered.update({600})
    sheet.can_show_all = False
    write(desk, "tblLoi", errors(2))
    assert len(read(desk, "tblLoi")) == 2
