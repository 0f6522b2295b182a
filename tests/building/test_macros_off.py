"""What the workbook says while its macros are off stands in it at all times, and one function takes it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import macros_off
from khoagiao_xl.building.board import TITLE
from khoagiao_xl.building.defined_names import LISTS, MACROS_ON
from khoagiao_xl.building.macro_project import COMMON, OWN
from khoagiao_xl.building.macros_off import FUNCTION, QUESTION, SHEET
from khoagiao_xl.model.schema import DASHBOARD, SETTINGS, SHEETS
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOX, LINK = f"I{TITLE}", f"R{TITLE}"
STEPS = ["NUT-12", "NUT-13", "NUT-14", "NUT-15", "NUT-16"]


def asking_cell(workbook: Any) -> Any:
    return workbook[LISTS][workbook.defined_names[MACROS_ON].attr_text.split("!")[1]]


def looks_when_on(sheet: Any) -> dict[str, Any]:
    """Return the look of each area that has another one while macros are on."""
    return {
        str(area.sqref): rule.dxf
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.formula == [f"{MACROS_ON}=1"]
    }


def check_words(workbook: Any) -> None:
    """Every word is a text of its own cell, and goes by formats alone."""
    board, sheet = workbook[DASHBOARD], workbook[SHEET]
    assert board[BOX].value == sentence("NUT-09", {})
    [blot] = looks_when_on(board).values()
    assert (blot.numFmt.formatCode, blot.font.color.rgb) == (";;;", blot.fill.bgColor.rgb)
    assert sheet["B3"].value == sentence("NUT-10", {})
    instead, _ = looks_when_on(sheet).values()
    assert instead.numFmt.formatCode == f';;;"{sentence("NUT-11", {})}"'
    shown = [f"{row[1].value}: {row[2].value}" for row in sheet.iter_rows(min_row=5, max_row=9)]
    assert shown == [sentence(code, {}) for code in STEPS]


def test_the_words_stand_in_the_built_master(workbook: Any) -> None:
    check_words(workbook)
    assert list(macros_off.STEPS) == STEPS


def test_one_cell_asks_the_function_anew_at_every_opening(workbook: Any) -> None:
    assert asking_cell(workbook).value == QUESTION
    assert re.fullmatch(rf"=IFERROR\({FUNCTION}\(\)\+0\*NOW\(\),0\)", QUESTION)


def test_an_action_leaves_the_words_and_the_answer_of_who_runs_no_macros(master: Path) -> None:
    book = FileBook(master)
    book.write(SETTINGS.name, book.read(SETTINGS.name))
    book.save()
    check_words(openpyxl.load_workbook(master, keep_vba=True))
    assert asking_cell(openpyxl.load_workbook(master)).value == QUESTION
    assert asking_cell(openpyxl.load_workbook(master, data_only=True)).value == 0


def test_with_macros_the_answer_is_one(master: Path) -> None:
    from pyopenvba.apps.excel import ExcelApplication

    assert ExcelApplication.open(master).run(FUNCTION) == 1


def test_the_function_only_answers_and_no_macro_waits_for_an_opening() -> None:
    code = COMMON[0].read_text(encoding="ascii")
    assert f"Public Function {FUNCTION}() As Integer\n    {FUNCTION} = 1\nEnd Function\n" in code
    for module in (*COMMON, *OWN["libreoffice"]):
        assert not re.search(r"Workbook_|Auto_?Open|OnTime|\.Visible", module.read_text(encoding="ascii"))


def test_the_sheet_is_no_table_and_has_nothing_to_print(workbook: Any) -> None:
    assert SHEET not in SHEETS
    sheet = workbook[SHEET]
    assert not sheet.tables
    assert sheet.print_area == f"'{SHEET}'!$A$1"
    assert sheet["A1"].value is None


@pytest.mark.office
def test_where_macros_are_off_the_answer_is_nought_and_the_link_is_there(
    built_master: Path, convert: Callable[[Path, str], Path]
) -> None:
    computed = openpyxl.load_workbook(convert(built_master, "xlsx"), data_only=True)
    assert asking_cell(computed).value == 0
    assert computed[DASHBOARD][LINK].value == macros_off.LINK


@pytest.mark.office
def test_words_and_question_outlive_a_save_by_libreoffice(
    built_master: Path, convert: Callable[[Path, str], Path]
) -> None:
    stored = convert(built_master, "xlsm:Calc MS Excel 2007 VBA XML")
    workbook = openpyxl.load_workbook(stored, keep_vba=True)
    check_words(workbook)
    assert asking_cell(workbook).value.casefold() == QUESTION.casefold()
