"""A returned copy mended in a real LibreOffice: what is put right loses its status, what is not keeps it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.own_notes import MEMORY, OWN_LIST
from khoagiao_xl.intake.returning.fault_list import HEADER_ROW, STATUS
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.model.findings import Finding, Place, Severity
from tests.intake.sample_forms import YEARLY, cell_of, filled
from tests.intake.test_through_libreoffice import pytestmark, saved_by_libreoffice, told

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

__all__ = ["pytestmark"]
FAULTS = {"KG205": "1,250", "KG106": "5 người", "KG201": "khoảng 5"}


def mended(copy: bytes, folder: Path, **typed: int) -> Workbook:
    """Return the copy as LibreOffice stores it after other values were typed into «Kỳ này»."""
    book = load_workbook(io.BytesIO(copy))
    for code, value in typed.items():
        book[form_layout.FIGURES][cell_of(code, YEARLY)] = value
    stream = io.BytesIO()
    book.save(stream)
    saved = saved_by_libreoffice(stream.getvalue(), folder)
    return load_workbook(io.BytesIO(saved), data_only=True)


def statuses(book: Workbook) -> list[object]:
    sheet = book[OWN_LIST]
    found = [sheet.cell(row, STATUS).value for row in range(HEADER_ROW + 1, sheet.max_row + 1)]
    return [status for status in found if status]


def test_what_is_mended_is_changed_and_what_is_not_is_still_wrong(tmp_path: Path) -> None:
    data = filled(FAULTS, indicators=YEARLY)
    book = mended(mark_copy(data, told(data)), tmp_path, KG205=7, KG201=-3)
    assert statuses(book) == ["Còn lỗi", "Còn lỗi", "Đã sửa"]
    assert str(book[OWN_LIST]["A3"].value).startswith("Còn 2/3 lỗi chưa sửa")
    assert [row[0].value for row in book[MEMORY]["G2:G4"]] == [True, True, False]


def test_when_all_is_mended_the_list_says_so(tmp_path: Path) -> None:
    data = filled(FAULTS, indicators=YEARLY)
    book = mended(mark_copy(data, told(data)), tmp_path, KG205=7, KG201=7, KG106=5)
    assert set(statuses(book)) == {"Đã sửa"}
    assert str(book[OWN_LIST]["A3"].value).startswith("Đã sửa đủ 3 lỗi.")


def test_a_broken_rule_is_put_right_by_any_of_its_figures(tmp_path: Path) -> None:
    place = Place("a.xlsx", form_layout.FIGURES, cell_of("KG101", YEARLY))
    broken = Finding("R02", Severity.ERROR, place, text="Tổng không bằng", about=("KG101", "KG102"))
    data = filled({"KG101": 30}, indicators=YEARLY)
    sound = mended(mark_copy(data, [broken]), tmp_path, KG102=16)
    assert statuses(sound) == ["Đã sửa"]
