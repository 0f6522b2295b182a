"""Every kind of file that the product makes is sound: nothing for Excel or Word to mend."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.quick_filling import QuickTold, fill_quick_form
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.quick_printer import QuickPrinter
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.returning.copy_head import CopyHead
from khoagiao_xl.intake.returning.list_alone import list_alone
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.year import Year
from tests.conftest import TOP
from tests.intake.sample_forms import MONTHLY, filled
from tests.made_once import few_units
from tests.repair_causes.judging import faults_in, faults_in_bytes, faults_of
from tests.repair_causes.worked_office import AFTER_EACH, FROM_ABOVE, WITHOUT_SERVER

if TYPE_CHECKING:
    from collections.abc import Iterator

PERIODS = ["2024-M03", "2024-Q1", "2024-H1", "2024-Y"]
EXCEL_PYTHON = r"C:\khoa giao\.venv\Scripts\python.exe"
STRANGERS = {"ban-goc", "truy-vet", "hop-thu-den", FROM_ABOVE, AFTER_EACH, "sao-luu"}  # and copies of both


# -- masters -----------------------------------------------------------------------------------------------


def test_the_master_that_is_shipped_is_sound() -> None:
    assert faults_in((TOP / "workbook").glob("*.xlsm")) == []


def test_a_new_master_for_excel_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "So.xlsm"
    build_master(path, few_units().with_setting("python", EXCEL_PYTHON), with_xlwings=True)
    assert faults_of(path) == []


def test_a_new_master_for_libreoffice_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "So.xlsm"
    build_master(path, few_units(), for_office="libreoffice")
    assert faults_of(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("action", WITHOUT_SERVER)
def test_the_master_is_sound_after_each_action(worked_office: Path, action: str) -> None:
    assert faults_of(worked_office / AFTER_EACH / f"{action}.xlsm") == []


@pytest.mark.slow
def test_the_master_of_a_whole_demo_is_sound(demo: Path) -> None:
    assert faults_in(demo.glob("*.xlsm")) == []


# -- forms -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def year(built_master: Path) -> Year:
    return Year.read(FileBook(built_master))


def forms(year: Year, period: str) -> Iterator[tuple[bytes, bytes]]:
    """Return for the first unit of each template of a period the blank form and one that is filled in."""
    owed = year.obligations(Period.parse(period))
    printer = FormPrinter(year, owed)
    by_questions = {owed.asked_of(unit): unit for unit in owed.owing}
    for asked, unit in by_questions.items():
        blank = printer.form(unit)
        figures = figures_of(unit.code, owed.period, list(asked))
        rows = details_of(unit.code, owed.period, figures, owed.deadline.starts)
        answers = Answers(figures, explanations_for(figures, owed.period), {"KG603": "Không."}, rows)
        yield blank, Filler(blank).fill_in(blank, answers)


@pytest.mark.parametrize("period", PERIODS)
def test_a_form_is_sound_blank_filled_in_and_returned(year: Year, period: str, tmp_path: Path) -> None:
    for blank, answered in forms(year, period):
        marked = mark_copy(answered, findings_everywhere(answered))
        twice = mark_copy(marked, findings_everywhere(marked))
        assert faults_in_bytes([blank, answered, marked, twice], tmp_path) == []


def test_a_quick_form_is_sound_blank_filled_in_and_returned(year: Year, tmp_path: Path) -> None:
    unit, *_ = year.units
    blank = QuickPrinter(year.settings).form(unit)
    answered = fill_quick_form(blank, QuickTold("12/03/2024", "giáo dục", "Học sinh nghỉ học"))
    marked = mark_copy(answered, [])
    assert faults_in_bytes([blank, answered, marked], tmp_path) == []


def findings_everywhere(form: bytes) -> list[Finding]:
    """Return what the intake finds, and a finding of each severity at one cell."""
    found = to_entries(read_form(form, "a.xlsx"), MONTHLY)[1]
    place = Place("Số liệu", "D7")
    more = [Finding("SL-05", severity, place, {"found": "<&>" * 90}) for severity in Severity]
    return [*found, *more, replace(more[0], place=Place("Bìa", "C10"))]


def test_a_form_that_another_program_saved_goes_back_sound(tmp_path: Path) -> None:
    """A program that writes the pieces of a font in an order of its own."""
    saved = filled({"KG205": "1,250"})
    assert "children of a font out of order" in " ".join(faults_in_bytes([saved], tmp_path))
    marked = mark_copy(saved, findings_everywhere(saved))
    assert faults_in_bytes([marked], tmp_path) == []


def test_the_list_that_goes_back_alone_is_sound(tmp_path: Path) -> None:
    assert faults_in_bytes([list_alone(findings_everywhere(filled()), CopyHead())], tmp_path) == []


# -- what a whole office has made --------------------------------------------------------------------------


def made_in(folder: Path, ending: str) -> Iterator[Path]:
    """Return the files of an office that are its own work; of those that are made alike, one.

    Forms as they are issued come before the templates that are kept of them.
    """
    seen: set[object] = set()
    for path in sorted(folder.rglob(f"*.{ending}"), reverse=True):
        kind = sheets_of(path) if "bieu-mau" in path.parts else path
        if kind not in seen and not STRANGERS & set(path.parts):
            seen.add(kind)
            yield path


def sheets_of(form: Path) -> frozenset[int]:
    """Return checksums of the sheets of a form, which hold none of the facts that are stamped."""
    with zipfile.ZipFile(form) as package:
        return frozenset(part.CRC for part in package.infolist() if "worksheets/" in part.filename)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_an_office_makes_by_its_actions_is_sound(worked_office: Path, ending: str) -> None:
    assert faults_in(made_in(worked_office, ending)) == []


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_the_demo_makes_is_sound(demo: Path, ending: str) -> None:
    assert faults_in(made_in(demo, ending)) == []
