"""A unit that fills in its form in a real LibreOffice, key by key, and saves it: taken in without a word."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.form_filling import Filler
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.office
IN_TIME = 1_705_480_000  # 17 January 2024
PERIOD = Period.parse("2024-M01")
TEXTS = {"KG602": "Đã quán triệt văn bản mới.", "KG603": "Không.", "KG604": "Tiếp tục thực hiện kế hoạch."}


def typed(value: object) -> str:
    """Return what a person types on a keyboard for a value."""
    return "" if value is None else str(value)


@pytest.mark.parametrize("unit", ["SYT", "SGDDT"])
def test_a_form_filled_in_by_typing_and_saved_as_xlsx_is_taken_in_clean(
    unit: str, master: Path, open_in_libreoffice: Callable[[Path], Any]
) -> None:
    job = Job(datetime(2024, 1, 10, 8), PERIOD)  # noqa: DTZ001
    assert run_action("phat_bieu_mau", master, job).status == 0
    form = master.parent / "bieu-mau" / "2024-M01" / f"{unit}_2024-M01.xlsx"
    register = Year.read(FileBook(master)).obligations(PERIOD)
    asked = register.asked_of(next(item for item in register.units if item.code == unit))
    figures = figures_of(unit, PERIOD, list(asked))
    rows, computed = Filler(form.read_bytes())._rows, {item.code for item in asked if item.formula}
    opened = open_in_libreoffice(form).impl
    sheets = opened.api.Sheets
    status = sheets.getByName(form_layout.FIGURES).getCellRangeByName("E2")
    assert status.String.startswith("Còn ")
    columns: dict[str, dict[str, Any]] = {"D": {code: value for code, value in figures.items() if code not in computed},
               "E": explanations_for(figures, PERIOD)}  # fmt: skip
    for code, row in details_of(unit, PERIOD, figures, date(2023, 12, 15)).items():
        for heading, value in row.items():
            column = "ABCDEFGH"[form_layout.DETAILS_HEADER.index(heading)]
            cell = sheets.getByName(form_layout.DETAILS).getCellRangeByName(f"{column}{rows[code]}")
            cell.FormulaLocal = typed(value)
    for column, answers in columns.items():
        for code, value in answers.items():
            if code not in rows:
                continue  # of the month's conferences the rows tell the directives
            cell = sheets.getByName(form_layout.FIGURES).getCellRangeByName(f"{column}{rows[code]}")
            cell.FormulaLocal = typed(value)
    for code, text in TEXTS.items():
        sheets.getByName(form_layout.NARRATIVE).getCellRangeByName(f"C{rows[code]}").FormulaLocal = text
    tick = form_layout.COVER_CELLS[form_layout.TICK_NO_SECRET]
    sheets.getByName(form_layout.COVER).getCellRangeByName(tick).FormulaLocal = "x"
    assert status.String == "HỢP LỆ"
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True)
    opened.save(str(inbox / form.name))
    os.utime(inbox / form.name, (IN_TIME, IN_TIME))
    run_action("tiep_nhan", master, Job(datetime(2024, 1, 22, 8), PERIOD))  # noqa: DTZ001
    book = FileBook(master)
    assert [row["Thông báo"] for row in book.read("tblLoi")] == []
    (row,) = book.read("tblSoLieu")
    assert {code: row[code] for code in figures} == figures
