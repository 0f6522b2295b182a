"""The formulas of our workbooks are worked out as Excel does, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from xlsxwriter import Workbook

from khoagiao_xl.formulas.formula_scalars import Element, ExcelError, Unknown
from khoagiao_xl.formulas.shared_formulas import moved
from tests.formulas.cases import ERRORS, GIVES, NAME, SHEET, TYPED, UNKNOWN, WITH_TRUTHS, given

OF_THE_DAY = [formula for formula in GIVES if "TODAY" in formula]


@pytest.mark.parametrize(("formula", "result"), GIVES.items())
def test_what_a_formula_gives(formula: str, result: Element) -> None:
    found = given(formula)
    assert found == result
    assert isinstance(found, bool) == isinstance(result, bool)


@pytest.mark.parametrize(("formula", "code"), ERRORS.items())
def test_what_excel_shows_as_an_error_is_one(formula: str, code: str) -> None:
    found = given(formula)
    assert isinstance(found, ExcelError)
    assert found.code == code


@pytest.mark.parametrize("formula", UNKNOWN)
def test_of_what_it_does_not_know_it_says_nothing(formula: str) -> None:
    with pytest.raises(Unknown):
        given(formula)


def test_a_formula_that_leads_to_itself_says_nothing() -> None:
    with pytest.raises(Unknown):
        given("E1+1")


def test_a_formula_that_several_cells_share_reads_anew_in_each() -> None:
    shared = "IF($A5=\"A5\",B5,'A5 b'!$C$1)+LOG10(D4)"
    assert moved(shared, (5, 1), (7, 2)) == "IF($A7=\"A5\",C7,'A5 b'!$C$1)+LOG10(E6)"


@pytest.mark.office
def test_libreoffice_gives_the_same(tmp_path: Path, recomputed: Any) -> None:
    formulas = [*GIVES, *ERRORS]
    book = Workbook(tmp_path / "so.xlsx")
    sheet = book.add_worksheet(SHEET)
    for address, value in TYPED.items():
        sheet.write(address, value)
    for row, formula in enumerate(formulas):
        sheet.write_formula(row, 4, f"={formula}")
    book.define_name(NAME, f"='{SHEET}'!$A$1")
    book.close()
    shown = openpyxl.load_workbook(recomputed(tmp_path / "so.xlsx"), data_only=True)[SHEET]
    differing = []
    for row, formula in enumerate(formulas, 1):
        if shown.cell(row, 5).value != (GIVES | ERRORS)[formula]:
            differing.append(formula)
    assert sorted(differing) == sorted([*OF_THE_DAY, *WITH_TRUTHS])
