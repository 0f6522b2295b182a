"""Forms that went through a real LibreOffice: filled in there, returned, saved there again."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from openpyxl.comments import Comment

from khoagiao_xl.demo.quick_filling import fill_quick_form
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.returning.marking import mark_copy
from tests.intake.sample_forms import YEARLY, blank_form, filled, issued_of_samples, print_at
from tests.steps.quick_office import TOLD, issued_quick_forms, quick_form

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from khoagiao_xl.model.findings import Finding

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="không có LibreOffice"),
]


def saved_by_libreoffice(data: bytes, folder: Path) -> bytes:
    (folder / "a.xlsx").write_bytes(data)
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*command, "--outdir", folder / "out", folder / "a.xlsx"], capture_output=True, timeout=600
    )
    return (folder / "out" / "a.xlsx").read_bytes()


def told(data: bytes) -> list[Finding]:
    reading = read_form(data, "a.xlsx")
    return [*reading.findings, *to_entries(reading, YEARLY)[1]]


def test_a_form_saved_by_libreoffice_is_taken_in_clean_with_its_computed_rates(tmp_path: Path) -> None:
    data = saved_by_libreoffice(filled({"KG205": 1250, "KG107": 10, "KG108": 9}, indicators=YEARLY), tmp_path)
    entries, findings = to_entries(read_form(data, "a.xlsx"), YEARLY)
    values = {entry.code: entry.value for entry in entries}
    assert (values["KG205"], values["KG109"], values["KG105"]) == (1250, 90, "45-NQ/TW")
    assert findings == []
    assert read_form(data, "a.xlsx").findings == ()


def test_a_returned_copy_saved_by_libreoffice_says_the_same_and_no_more(tmp_path: Path) -> None:
    data = filled({"KG205": "1,250", "KG230": "12tr"}, indicators=YEARLY)
    first = told(data)
    again = told(saved_by_libreoffice(mark_copy(data, first), tmp_path))
    assert [(item.code, item.place) for item in again] == [(item.code, item.place) for item in first]


@pytest.mark.parametrize("data", [blank_form(YEARLY), filled(indicators=YEARLY)], ids=["blank", "filled"])
def test_what_libreoffice_does_by_itself_is_no_difference(data: bytes, tmp_path: Path) -> None:
    saved = saved_by_libreoffice(data, tmp_path)
    assert read_form(saved, "a.xlsx", issued=issued_of_samples(YEARLY)).differences == ()


def test_what_a_unit_wrote_in_libreoffice_is_told(tmp_path: Path) -> None:
    def write(book: Workbook) -> None:
        book["Số liệu"]["B60"] = "số lũy kế"
        book["Số liệu"]["D23"].comment = Comment("đã gồm tháng 2", "Đơn vị")
        print_at(book, "oddHeader", "DỰ THẢO")

    saved = saved_by_libreoffice(filled(indicators=YEARLY, change=write), tmp_path)
    found = read_form(saved, "a.xlsx", issued=issued_of_samples(YEARLY)).differences
    assert [one.found for one in found] == ["số lũy kế", "DỰ THẢO", "đã gồm tháng 2"]


def test_a_quick_form_saved_by_libreoffice_tells_the_same_and_no_more(tmp_path: Path) -> None:
    data = fill_quick_form(quick_form(), TOLD)
    saved = read_form(saved_by_libreoffice(data, tmp_path), "a.xlsx", issued=issued_quick_forms())
    sent = read_form(data, "a.xlsx", issued=issued_quick_forms())
    assert (saved.differences, saved.findings, saved.is_quick) == ((), (), True)
    assert [cell.value for cell in saved.answers.values()] == [cell.value for cell in sent.answers.values()]
