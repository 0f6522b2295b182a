"""Figures and files as years of use leave them: older readings, doubled rows, strange codes, saved elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.steps import trace
from khoagiao_xl.tracing.copies_to_open import copy_of
from tests.steps.kept_notes import notes_of
from tests.steps.paper_office import MONTH, NOW, PaperOffice
from tests.steps.small_year import small_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.steps.conftest import Office


@pytest.fixture
def paper(tmp_path: Path) -> PaperOffice:
    office = PaperOffice(tmp_path)
    office.receive("SYT", KG110=12)
    office.collect()
    return office


def kinds(office: PaperOffice) -> list[str]:
    return [broken.kind.name for broken in FigureSources(office.year).breaks]


def test_readings_of_an_earlier_version_are_told_until_the_period_is_taken_in_again(
    paper: PaperOffice,
) -> None:
    (path,) = paper.kept("*.json.gz")
    with notes_of(path) as notes:
        del notes["entries"]
    assert kinds(paper) == ["UNKNOWN"]
    paper.collect()
    assert kinds(paper) == []


@pytest.mark.parametrize("typed", ["12 cuộc", "mười hai", True])
def test_words_typed_over_a_figure_are_told_beside_what_the_file_says(
    paper: PaperOffice, typed: object
) -> None:
    rows = [{**row, "KG110": typed} for row in paper.year.raw(paper.year.figures_table)]
    paper.write("tblSoLieu", rows)  # type: ignore[arg-type]
    (told,) = (str(finding) for finding in inspect(paper.year) if finding.code == "DC-03")
    assert f"ghi {'TRUE' if typed is True else typed}, tệp «SYT.xlsx»" in told


@pytest.mark.parametrize("typed", [12.0, 12.000000000001])
def test_what_a_workbook_does_to_a_number_is_no_edit(paper: PaperOffice, typed: float) -> None:
    rows = [{**row, "KG110": typed} for row in paper.year.raw(paper.year.figures_table)]
    paper.write("tblSoLieu", rows)
    assert kinds(paper) == []


def test_a_unit_with_two_rows_is_said_to_be_doubled_and_stops_no_other_check(paper: PaperOffice) -> None:
    rows = paper.year.raw(paper.year.figures_table)
    paper.write("tblSoLieu", [*rows, {**rows[0], "KG110": 99}])
    codes = {str(finding.code) for finding in inspect(paper.year)}
    assert "DC-03" in codes


def test_a_corrected_version_changes_what_a_figure_is_held_against(paper: PaperOffice) -> None:
    paper.receive("SYT", name="SYT sua.xlsx", at=NOW.replace(hour=7), KG110=15)
    paper.collect()
    assert (paper.figure("SYT", "KG110"), kinds(paper)) == (15, [])
    job = Job(NOW, Period.parse(MONTH), indicator="KG110")
    (answer, *_) = (line for line in trace.work(paper.year, job).outcome.details if line.startswith("SYT "))
    assert "«15», bản 2)" in answer


def test_a_folder_of_originals_that_was_left_behind_leaves_every_figure_where_it_was(
    paper: PaperOffice,
) -> None:
    for path in paper.kept("*.xlsx"):
        path.unlink()
    changes = trace.work(paper.year, Job(NOW, Period.parse(MONTH), indicator="KG110"))
    assert (changes.files, changes.outcome.data["trace"]["added"]) == ((), 12)


@pytest.mark.parametrize(
    ("unit", "file", "name"),
    [
        ("SYT", "SYT.xlsx", "SYT-2024-M01-abcdefab.xlsx"),
        ("SYT", "báo cáo.XLSX (1)", "SYT-2024-M01-abcdefab"),
        ("A/B", "a.xlsx", "A_B"),
        ("CON", "a.xlsx", "CON"),
    ],
)
def test_a_copy_has_a_name_that_every_system_takes(tmp_path: Path, unit: str, file: str, name: str) -> None:
    storage = Storage(tmp_path / "So.xlsm")
    path = copy_of(Duty("2024-M01", unit, State.ACCEPTED, file=file, sha256="abcdefabcdef"), storage)
    assert path.parent == storage.copies_to_open
    assert path.stem.upper() != "CON"
    if unit == "SYT":
        assert path.name == name


def test_a_stock_that_goes_over_the_year_is_walked_back_into_last_years_master() -> None:
    last = small_year({"2023-M12": {"B": {"KG001": 12}}})
    items = [{**row, "Mang sang năm": "x"} for row in last.raw(schema.INDICATORS)]
    year = (
        small_year({"2024-M01": {"A": {"KG001": 30}}}).with_last_year(last).with_tables({"tblChiTieu": items})
    )
    outcome = trace.work(year, Job(NOW, Period.parse("2024-M01"), indicator="KG001")).outcome
    (line,) = (line for line in outcome.details if line.startswith("B "))
    assert line.endswith("12; mang sang từ 2023-M12")
    assert outcome.data["trace"]["added"] == 42


@pytest.mark.office
def test_a_report_that_libreoffice_saved_is_held_against_the_files_too(
    office: Office, convert: Callable[[Path, str], Path]
) -> None:
    (path,) = office.act("xuat_bao_cao", out=office.folder / "bao-cao").paths
    saved = convert(path, "docx:MS Word 2007 XML")
    outcome = office.act("truy_vet", document=saved)
    assert (outcome.status, outcome.counts["differences"]) == (0, 0)
    assert outcome.counts["figures"] > 50
