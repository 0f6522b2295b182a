"""Figures against the files they came from: rows missing, typed over, of nobody; originals gone or changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Waiver
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.steps import consolidate
from tests.steps.paper_office import MONTH, NOW, PaperOffice

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row

FIGURES, WORDS = schema.FIGURES.name, schema.NARRATIVES.name


@pytest.fixture
def office(tmp_path: Path) -> PaperOffice:
    """Two of three units have reported 12 and 30 attendances."""
    office = PaperOffice(tmp_path)
    office.receive("SYT", KG110=12, KG602="Đã làm tốt việc tuyên truyền")
    office.receive("STP", KG110=30)
    office.collect()
    return office


def type_over(office: PaperOffice, unit: str, code: str, value: object) -> None:
    rows = office.year.raw(office.year.figures_table)
    for row in rows:
        if row["Mã đơn vị"] == unit:
            row[code] = value  # type: ignore[assignment]
    office.write(FIGURES, rows)


def kinds(office: PaperOffice) -> list[str]:
    return [broken.kind.name for broken in FigureSources(office.year).breaks]


def checked(office: PaperOffice) -> list[tuple[str, str, str]]:
    """Return sheet, cell and code of what `check` says of the figures."""
    found = [finding for finding in inspect(office.year) if finding.code.startswith("DC-")]
    return [(finding.place.sheet, finding.place.cell, str(finding.code)) for finding in found]


def consolidated(office: PaperOffice, code: str = "KG110") -> tuple[Any, Outcome]:
    """Return the figure of a new consolidation, and what it tells."""
    changes = consolidate.work(office.year, Job(NOW, Period.parse(MONTH)))
    (value,) = (row["Kỳ này"] for row in changes.tables["tblTongHop"] if row["Mã"] == code)
    return value, changes.outcome


def original(office: PaperOffice, unit: str) -> Path:
    (duty,) = (duty for duty in office.year.duties if duty.unit == unit)
    return office.year.storage.original(duty.sha256, duty.file)


def test_figures_as_the_files_say_them_are_told_nothing_of(office: PaperOffice) -> None:
    value, outcome = consolidated(office)
    assert (value, outcome.status, outcome.details) == (42, 0, ())
    assert (kinds(office), checked(office)) == ([], [])


def test_a_figure_typed_over_is_summed_as_its_file_says_and_told_with_both_values(
    office: PaperOffice,
) -> None:
    type_over(office, "SYT", "KG110", 120)
    value, outcome = consolidated(office)
    assert (value, outcome.status) == (42, 1)
    (told,) = outcome.details
    assert "Đơn vị SYT, KG110" in told
    assert "ghi 120" in told
    assert "«SYT.xlsx» (trang Số liệu, ô D" in told
    assert "ghi 12." in told
    assert checked(office) == [("Số liệu", "E5", "DC-03")]


def test_a_figure_that_was_deleted_is_another_than_a_zero(office: PaperOffice) -> None:
    office.receive("SGDDT", KG110=0)
    office.collect()
    type_over(office, "SGDDT", "KG110", None)
    (broken,) = FigureSources(office.year).breaks
    assert (broken.found, broken.expected, consolidated(office)[0]) == (None, 0, 42)
    assert "trang «Số liệu» ghi để trống" in broken.message


def test_a_figure_that_somebody_allowed_counts_as_it_was_typed(office: PaperOffice) -> None:
    type_over(office, "SYT", "KG110", 120)
    until = date(2024, 12, 31)
    allowed = Waiver(MONTH, "SYT", "SUA-TAY", "KG110", "Gửi nhầm", "Thường trực", until)
    office.write(schema.WAIVERS.name, to_rows([allowed], schema.WAIVERS))
    value, outcome = consolidated(office)
    assert (value, outcome.status) == (150, 0)
    assert "cộng theo số sửa tay 120" in outcome.details[0]
    assert [finding.code for finding in inspect(office.year) if finding.code == "KT-56"] == []


def test_a_missing_row_of_a_unit_that_has_reported_is_summed_from_its_file_and_told(
    office: PaperOffice,
) -> None:
    rows = [row for row in office.year.raw(office.year.figures_table) if row["Mã đơn vị"] != "SYT"]
    office.write(FIGURES, rows)
    value, outcome = consolidated(office)
    assert (value, outcome.status, kinds(office)) == (42, 1, ["NO_ROW"])
    assert checked(office) == [("Tiếp nhận", "G6", "DC-01")]


def test_a_row_of_a_unit_that_has_not_reported_is_nobodys_and_not_summed(office: PaperOffice) -> None:
    rows = office.year.raw(office.year.figures_table)
    office.write(FIGURES, [*rows, {"Kỳ": MONTH, "Mã đơn vị": "SGDDT", "KG110": 1000}])
    value, outcome = consolidated(office)
    assert (value, outcome.status) == (42, 1)
    assert "Đơn vị SGDDT không có báo cáo nào được tính (chưa nộp)" in outcome.details[0]
    assert checked(office) == [("Số liệu", "B7", "DC-02")]


def test_words_that_the_office_mends_are_noted_and_stay(office: PaperOffice) -> None:
    rows = office.year.raw(schema.NARRATIVES)
    office.write(WORDS, [{**row, "Nội dung": "Đã sửa"} for row in rows])
    value, outcome = consolidated(office)
    assert (value, outcome.status, set(kinds(office))) == (42, 0, {"EDITED_WORDS"})
    assert checked(office)[0] == ("Thuyết minh", "D5", "DC-05")


def test_words_that_only_break_their_lines_otherwise_are_the_same(office: PaperOffice) -> None:
    rows = office.year.raw(schema.NARRATIVES)
    office.write(WORDS, [{**row, "Nội dung": str(row["Nội dung"]).replace(" ", "\r\n")} for row in rows])
    assert kinds(office) == []


def test_an_original_that_is_gone_or_changed_is_named_and_the_period_goes_on(office: PaperOffice) -> None:
    original(office, "SYT").unlink()
    original(office, "STP").write_bytes(b"other bytes")
    value, outcome = consolidated(office)
    assert (value, outcome.status, sorted(kinds(office))) == (42, 1, ["CHANGED", "LOST"])
    assert "«STP.xlsx» của Đơn vị STP" in outcome.details[1]
    assert {code for _, _, code in checked(office)} == {"DC-06", "DC-07"}


def test_reports_of_which_nothing_is_kept_are_told_in_one_line_a_period(office: PaperOffice) -> None:
    for reading in office.kept("*.json.gz"):
        reading.unlink()
    type_over(office, "SYT", "KG110", 120)
    value, outcome = consolidated(office)
    assert (value, outcome.status, len(outcome.details)) == (150, 0, 1)
    assert "2 báo cáo không đối chiếu được" in outcome.details[0]
    assert checked(office) == [("Tiếp nhận", "A4", "DC-08")]


def test_of_very_many_edits_a_dozen_are_told_and_the_others_counted(office: PaperOffice) -> None:
    rows = office.year.raw(office.year.figures_table)
    more: list[Row] = [{"Kỳ": MONTH, "Mã đơn vị": f"X{at}", "KG110": 1} for at in range(20)]
    office.write(FIGURES, [*rows, *more])
    _, outcome = consolidated(office)
    assert (len(outcome.details), outcome.details[-1][:14]) == (13, "Và 8 chỗ nữa k")


def test_what_was_judged_is_kept_with_the_reading_and_of_a_returned_file_nothing(tmp_path: Path) -> None:
    office = PaperOffice(tmp_path)
    office.receive("SYT", KG110=12)
    office.receive("STP", KG205="khoảng 5")
    office.collect()
    kept = [office.year.storage.kept_reading(row["sha256"]) for row in office.rows(schema.ARRIVALS)]
    entries = [reading.entries for reading in kept if reading]
    assert sorted(str(judged and judged["KG110"]) for judged in entries) == ["12", "None"]
