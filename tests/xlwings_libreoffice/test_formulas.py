"""Formulas that an xlwings script sets, in a real LibreOffice, by the values they give."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.office, pytest.mark.slow]


def test_formulas_are_excels(sheet: Any) -> None:
    sheet["A1"].value = [[1], [2], [3]]
    sheet["B1:B3"].formula = '=IF(A1>1,SUM($A$1:A1),"một, hai")'
    assert sheet["B1:B3"].value == ["một, hai", 3.0, 6.0]
    assert sheet["B3"].formula == '=IF(A3>1,SUM($A$1:A3),"một, hai")'
    sheet["C1"].value = "=A1+1"
    assert (sheet["C1"].formula, sheet["C1"].value) == ("=A1+1", 2.0)


def test_formulas_reach_other_sheets_tables_and_names(book: Any, sheet: Any) -> None:
    book.sheets.add("Trang 2", after=sheet)["A1"].value = 7
    sheet["A1"].value = [["Mã", "Số"], ["a", 1], ["b", 2]]
    sheet.tables.add(sheet["A1:B3"], name="tblThu")
    sheet["B3"].name = "kgCuoi"
    formulas = ["='Trang 2'!A1+1", "=SUM(tblThu[Số])", "=ROWS(tblThu[[#All],[Số]])", "=kgCuoi*10", "=TRUE"]
    sheet["D1"].options(transpose=True).value = formulas
    assert sheet["D1:D5"].value == [8.0, 3.0, 3.0, 20.0, True]
    assert [cell.formula for cell in sheet["D1:D5"]] == formulas


def test_one_formula_over_several_cells_moves_along(sheet: Any) -> None:
    sheet["A1"].value = [[1, 2], [3, 4]]
    sheet["D1:E2"].value = "=A1*2"
    assert sheet["D1:E2"].value == [[2.0, 4.0], [6.0, 8.0]]


def test_formulas_in_a_block_stand_beside_what_is_none(sheet: Any) -> None:
    sheet["A1"].formula = [["=1+1", "=A1*2"], ["chữ", 3]]
    sheet["C1"].options(literal=True).value = [["=1+1"], ["0912"]]
    assert sheet["A1:C2"].formula == (("=1+1", "=A1*2", "=1+1"), ("chữ", "3", "0912"))
    assert sheet["A1:C2"].value == [[2.0, 4.0, "=1+1"], ["chữ", 3.0, "0912"]]


def test_errors_are_told_as_excel_tells_them(sheet: Any) -> None:
    formulas = ["=1/0", "=NA()", "=KHONGCO(1)", "=#REF!", '="a"+1', "=10^200*10^200"]
    sheet["A1"].options(transpose=True).value = formulas
    assert sheet["A1:A6"].value == [None] * 6
    told = ["#DIV/0!", "#N/A", "#NAME?", "#REF!", "#VALUE!", "#NUM!"]
    assert sheet["A1:A6"].options(err_to_str=True).value == told


def test_a_formula_put_as_a_value_into_a_cell_of_texts_stays_text(sheet: Any) -> None:
    sheet["A1"].number_format = "@"
    sheet["A1"].value = [["=1+1", "=1+1"]]
    assert sheet["A1:B1"].value == ["=1+1", 2.0]
