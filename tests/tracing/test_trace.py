"""A figure is walked back to its cells, a cell on to what it reaches, a report is held against the files."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.model.findings import Place
from khoagiao_xl.office.year import Year, read_year
from tests.tracing.conftest import UNITS

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome
    from tests.steps.conftest import Office


def traced(office: Office, code: str = "KG201", **asked: Any) -> Outcome:
    return office.act("truy_vet", indicator=code, **asked)


def figure(office: Office, unit: str, code: str = "KG201") -> Any:
    (row,) = office.rows("tblSoLieu", Kỳ=office.period, Mã_đơn_vị=unit)
    return row[code]


def report(office: Office) -> Path:
    """Write the report and return it."""
    (path,) = office.act("xuat_bao_cao", out=office.folder / "bao-cao").paths
    return path


def edit(path: Path, old: str, new: str) -> None:
    """Change the first such text of a Word file, as a person types over a number."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    path.write_bytes(changed.getvalue())


# -- back -------------------------------------------------------------------------------------------------


def test_a_figure_is_a_list_of_every_unit_with_file_sheet_cell_and_raw_text(office: Office) -> None:
    outcome = traced(office)
    trace = outcome.data["trace"]
    by_unit = {answer["unit"]: answer for answer in trace["answers"]}
    assert (len(by_unit), trace["fits"], outcome.status) == (8, True, 0)
    assert sum(by_unit[unit]["value"] for unit in UNITS) == trace["total"]
    found = by_unit["SYT"]
    assert (found["sheet"], found["raw"], found["version"]) == ("Số liệu", figure(office, "SYT"), 1)
    assert (found["file"], found["original"], len(found["sha256"])) == ("SYT_2024-M01.xlsx", "intact", 64)
    assert (by_unit["SNV"]["state"], by_unit["SNV"]["value"]) == ("chưa nộp", None)
    assert outcome.details[-1].endswith(f"Cộng: {trace['total']} = Tổng hợp {trace['total']}.")


def test_the_figure_stands_on_its_sheet_with_links_to_copies_of_the_originals(office: Office) -> None:
    outcome = traced(office)
    first, *answers, last = office.rows("tblTruyVet")
    assert (first["Giá trị"], last["Giá trị"]) == (outcome.data["trace"]["total"],) * 2
    assert (len(answers), outcome.shown) == (8, "Truy vết")
    copies = [office.folder / str(row["Bản sao"]) for row in answers if row["Bản sao"]]
    assert sorted(copy.name[:3] for copy in copies) == sorted(UNITS)
    storage = read_year(office.master).storage
    for row in answers:
        if row["Bản sao"]:
            original = storage.original(str(row["SHA-256"]), str(row["Tệp"]))
            assert (office.folder / str(row["Bản sao"])).read_bytes() == original.read_bytes()


def test_a_look_is_no_action_to_go_back_from_and_a_copy_somebody_worked_in_is_put_right(
    office: Office,
) -> None:
    journal, kept = office.rows("tblNhatKy"), sorted((office.folder).rglob("sao-luu/*"))
    traced(office)
    copy = next((office.folder).rglob("truy-vet/SYT*"))
    before = copy.read_bytes()
    copy.write_bytes(b"somebody worked in it")
    traced(office)
    assert copy.read_bytes() == before
    assert (office.rows("tblNhatKy"), sorted((office.folder).rglob("sao-luu/*"))) == (journal, kept)


def test_a_figure_typed_over_and_an_original_changed_are_said_in_the_line_of_the_unit(
    office: Office,
) -> None:
    office.change("tblSoLieu", "Mã đơn vị", "SYT", KG201=999)
    for path in office.folder.rglob("ban-goc/*/*.xlsx"):
        path.write_bytes(b"changed")
    answers = {answer["unit"]: answer for answer in traced(office).data["trace"]["answers"]}
    assert "trang «Số liệu» đã sửa tay thành 999, không tính" in answers["SYT"]["remark"]
    assert "bản gốc đã bị thay đổi" in answers["STP"]["remark"]
    assert answers["SYT"]["value"] == answers["SYT"]["raw"]
    assert not [row for row in office.rows("tblTruyVet") if row["Bản sao"]]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"indicator": "KG999"}, "Trang «Chỉ tiêu» không có mã «KG999»"),
        ({"indicator": "KG602"}, "KG602 là lời văn"),
        ({"indicator": "KG201", "unit": "XYZ"}, "không có mã «XYZ»"),
        ({"indicator": "KG201", "unit": "SNV"}, "chưa nộp"),
        ({}, "Chưa chọn số nào và chưa có báo cáo Word kỳ 2024-M01"),
    ],
)
def test_what_cannot_be_walked_back_is_said_in_one_sentence(
    office: Office, asked: dict[str, Any], code: str
) -> None:
    outcome = office.act("truy_vet", **asked)
    assert (outcome.status, code in outcome.sentence) == (2, True)


# -- the chosen cell --------------------------------------------------------------------------------------


def at(office: Office, sheet: str, code: str, column: str) -> Place:
    """Return the cell of `column` in the row of an indicator, or of the first unit."""
    year = Year.read(FileBook(office.master))
    (page,) = (page for page in year.pages.values() if page.table.sheet == sheet)
    (line, *_) = (line for line in page.lines if code in (line.text("code"), line.text("unit")))
    return Place(sheet=sheet, cell=f"{page.layout.letters[column]}{line.row}")


@pytest.mark.parametrize(
    ("sheet", "row", "column", "found"),
    [
        ("Tổng hợp", "KG201", "Kỳ này", ("2024-M01", "KG201", False)),
        ("Tổng hợp", "KG205", "Lũy kế", ("2024-M01", "KG205", True)),
        ("Tổng hợp", "KG201", "Chỉ tiêu", ("2024-M01", "KG201", False)),
        ("Số liệu", "SYT", "KG110", ("2024-M01", "KG110", False)),
    ],
)
def test_the_chosen_cell_says_which_figure_is_meant(
    office: Office, sheet: str, row: str, column: str, found: tuple[str, str, bool]
) -> None:
    outcome = office.act("truy_vet", selected=at(office, sheet, row, column))
    trace = outcome.data["trace"]
    assert (trace["period"], trace["indicator"], trace["is_to_date"]) == found


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("Tổng hợp", "A4"), ("Tổng hợp", "E900"), ("Số liệu", "B5"), ("Số liệu", "ZZ5"), ("Đơn vị", "A5")],
)
def test_a_cell_of_no_figure_means_the_report_of_the_period(office: Office, sheet: str, cell: str) -> None:
    place = Place(sheet=sheet, cell=cell)
    assert "Chưa chọn số nào" in office.act("truy_vet", selected=place).sentence
    path = report(office)
    outcome = office.act("truy_vet", selected=place)
    assert (outcome.status, path.name in outcome.sentence) == (0, True)


# -- on ---------------------------------------------------------------------------------------------------


def test_a_units_cell_is_walked_on_to_the_figures_and_places_of_the_report(office: Office) -> None:
    path = report(office)
    outcome = traced(office, unit="SYT")
    reached = {(item["column"], item["indicator"]): item for item in outcome.data["reaches"]}
    assert reached.keys() == {("value", "KG201"), ("to_date", "KG201")}
    assert reached["value", "KG201"]["key"] == "KG201@2024-M01"
    assert reached["value", "KG201"]["documents"][path.name] >= 1
    assert f"trong «{path.name}»" in outcome.details[0]
    assert outcome.data["source"]["cell"].startswith("D")


def test_a_term_of_a_share_reaches_the_share_too(office: Office) -> None:
    reached = [item["indicator"] for item in traced(office, "KG107", unit="SYT").data["reaches"]]
    assert {"KG107", "KG109"} <= set(reached)


# -- a report ---------------------------------------------------------------------------------------------


def checked(office: Office, path: Path) -> Outcome:
    return office.act("truy_vet", document=path)


def test_a_fresh_report_has_no_figure_that_differs(office: Office) -> None:
    outcome = checked(office, report(office))
    assert (outcome.status, outcome.counts["differences"], outcome.details) == (0, 0, ())
    assert outcome.counts["figures"] > 50
    assert outcome.counts["originals"] == 3
    assert outcome.sentence.endswith("(mã băm của 3 bản gốc còn đúng): 0 chỗ khác.")


def test_a_number_typed_over_in_word_is_named_with_both_values(office: Office) -> None:
    path = report(office)
    (total,) = office.rows("tblTongHop", Mã="KG201")
    edit(path, f">{total['Kỳ này']}</w:t>", ">77777</w:t>")
    outcome = checked(office, path)
    assert (outcome.status, outcome.counts["differences"]) == (1, 1)
    assert "báo cáo ghi 77777" in outcome.details[0]
    assert "số trong báo cáo đã bị sửa" in outcome.details[0]


def test_a_figure_typed_over_in_the_master_is_named(office: Office) -> None:
    path = report(office)
    office.change("tblSoLieu", "Mã đơn vị", "SYT", KG201=999)
    outcome = checked(office, path)
    assert (outcome.status, outcome.counts["differences"]) == (1, 0)
    assert "trang «Số liệu» ghi 999" in outcome.details[0]


def test_a_unit_that_has_sent_its_figures_anew_is_named_with_what_it_changed(office: Office) -> None:
    path = report(office)
    before = figure(office, "SYT", "KG110")
    office.receive("SYT", office.answers("SYT", KG110=before + 4), name="SYT sua.xlsx", days=-0.5)
    office.act("tiep_nhan")
    outcome = checked(office, path)
    assert outcome.status == 1
    told = [line for line in outcome.details if line.startswith("KG110@2024-M01 ")]
    assert f"đã gửi bản 2: {before} → {before + 4}." in told[0]


def test_another_word_file_is_refused_in_one_sentence(office: Office) -> None:
    other = office.folder / "khac.docx"
    other.write_bytes(b"no word file")
    assert "«khac.docx» không phải là tệp Word" in checked(office, other).sentence
    missing = checked(office, office.folder / "khong-co.docx")
    assert (missing.status, "khong-co.docx" in missing.sentence) == (2, True)


def test_a_word_file_without_our_figures_is_refused(office: Office) -> None:
    path = report(office)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    bare = parts["word/document.xml"].replace(b"@2024", b"x2024").replace(b"_2024", b"x2024")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, bare if name == "word/document.xml" else data)
    assert "không có số nào mang mã" in checked(office, path).sentence


# -- in the terminal --------------------------------------------------------------------------------------


def test_the_verb_prints_the_list_and_its_end(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["trace", str(office.master), "--period", office.period, "--indicator", "kg201"]
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if "trang Số liệu, ô D" in line]) == 3
    assert lines[-1].startswith("Tổng số cuộc tuyên truyền")
    assert main([*words, "--unit", "SYT", "--json"]) == 0
    assert main(["trace", str(office.master), "--report", str(report(office))]) == 0


def test_without_a_period_a_figure_is_asked_for_it(office: Office) -> None:
    assert main(["trace", str(office.master), "--indicator", "KG201"]) == 2


def test_the_report_of_a_closed_period_is_held_against_what_was_frozen(office: Office) -> None:
    path = report(office)
    assert office.act("chot_ky", by="Trưởng ban").status == 0
    office.receive("SYT", office.answers("SYT", KG110=700), name="SYT sua.xlsx", days=-0.5)
    office.act("tiep_nhan")
    outcome = checked(office, path)
    assert (outcome.status, outcome.counts["differences"]) == (0, 0)
    assert "của kỳ đã chốt ngày 22/01/2024, so với số đã chốt: 0 chỗ khác" in outcome.sentence
