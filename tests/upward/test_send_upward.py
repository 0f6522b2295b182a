"""The form for the level above: what goes into it, what stays a person's, what is refused."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.forms.coverage_notes import coverage_note, is_coverage_note
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_properties import with_properties
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Total
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.upward_figures import hash_of
from tests.steps.small_year import INDICATORS
from tests.upward.levels import APRIL, MARCH, Level


@pytest.fixture
def above(tmp_path: Path) -> Level:
    """The province, which has issued its forms of March."""
    made = Level(tmp_path / "tinh", "T", ("K1", "K2"))
    made.issue(MARCH)
    return made


@pytest.fixture
def office(tmp_path: Path) -> Level:
    """An office whose units A and B have reported March, and C not; nothing of it was taken in as a file."""
    return consolidated(Level(tmp_path / "khoi", "K", ("A", "B", "C")))


def consolidated(level: Level, **settings: str) -> Level:
    """Put accepted figures and their totals into the master, as taking in and adding up do."""
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.rows import to_rows
    from khoagiao_xl.totals.period_totals import make_totals

    states = {"A": "đã nhận", "B": "đã nhận", "C": "chưa nộp"}
    duties = [
        {"period": MARCH, "unit": unit, "state": state, "sha256": f"h{unit}"}
        for unit, state in states.items()
    ]
    figures = [
        {"period": MARCH, "unit": "A", "KG001": 10, "KG107": 50, "KG108": 40, "KG201": 1},
        {"period": MARCH, "unit": "B", "KG001": 12, "KG107": 50, "KG108": 50, "KG201": 0},
    ]
    blank = dict.fromkeys(schema.DUTIES.headings)
    level.write("tblTiepNhan", [blank | row for row in _rows(schema.DUTIES, duties)])
    level.write("tblSoLieu", _rows(level.year.figures_table, figures))
    totals = make_totals(level.year, Period.parse(MARCH))
    level.write("tblTongHop", to_rows(totals, schema.TOTALS))
    return level


def _rows(table: schema.Table, rows: list[dict[str, Any]]) -> list[Any]:
    names = {column.field: column.name for column in table.columns}
    return [{names[field]: value for field, value in row.items()} for row in rows]


def filled(office: Level) -> bytes:
    return (office.folder / "gui-cap-tren" / "K1_2024-M03.xlsx").read_bytes()


def cells(form: bytes, sheet: str = "Số liệu") -> dict[str, tuple[object, ...]]:
    """Return code -> figure and explanation, or answer, of a form."""
    book = load_workbook(io.BytesIO(form), data_only=True)
    rows = book[sheet].iter_rows(values_only=True)
    return {str(row[0]): row[3:5] for row in rows}


def test_each_figure_stands_at_its_code_with_its_coverage(above: Level, office: Level) -> None:
    done = office.upward(MARCH, above.form("K1", MARCH))
    found = cells(filled(office))
    assert found["KG001"] == (22, "2/3 đơn vị")
    assert found["KG109"] == (90, "2/3 đơn vị")
    assert done.counts == {"filled": 5, "left": 1}
    assert "Chưa đủ đơn vị ở 5 số: KG001 2/3" in "\n".join(done.details)


def test_the_two_ticks_and_the_words_stay_a_persons(above: Level, office: Level) -> None:
    done = office.upward(MARCH, above.form("K1", MARCH))
    cover = load_workbook(io.BytesIO(filled(office)))["Bìa"]
    assert (cover["C10"].value, cover["C11"].value) == (None, None)
    assert "đánh dấu «không chứa bí mật nhà nước» ở trang Bìa rồi gửi" in done.sentence
    assert any(told.startswith("Tự điền") and "KG602" in told for told in done.details)


def test_what_a_person_has_written_into_the_form_stays(above: Level, office: Level) -> None:
    form = above.form("K1", MARCH)
    blank = form.read_bytes()
    form.write_bytes(Filler(blank).fill_in(blank, Answers({}, texts={"KG602": "Đã viết."}, no_secret=True)))
    office.upward(MARCH, form)
    book = load_workbook(io.BytesIO(filled(office)))
    assert book["Bìa"]["C11"].value == "x"
    assert "Đã viết." in [row[2] for row in book["Thuyết minh"].iter_rows(values_only=True)]


def test_the_form_of_the_level_above_is_not_changed(above: Level, office: Level) -> None:
    form = above.form("K1", MARCH)
    before = form.read_bytes()
    office.upward(MARCH, form)
    assert form.read_bytes() == before
    with pytest.raises(WrongRequest) as refused:
        office.upward(MARCH, form, out=form)
    assert refused.value.code == "CT-07"


def test_the_one_form_of_a_folder_is_taken(above: Level, office: Level, tmp_path: Path) -> None:
    folder = tmp_path / "bieu-cap-tren"
    folder.mkdir()
    (folder / "Bieu.xlsx").write_bytes(above.form("K1", MARCH).read_bytes())
    assert office.upward(MARCH, folder).status == 0
    (folder / "Khac.xlsx").write_bytes(b"x")
    with pytest.raises(WrongRequest) as refused:
        office.upward(MARCH, folder)
    assert refused.value.code == "CT-02"


def test_the_rows_of_single_things_stay_a_persons(office: Level, tmp_path: Path) -> None:
    above = Level(tmp_path / "tinh", "T", ("K1",))
    above.year = Year.of({**_tables(above), schema.INDICATORS.name: INDICATORS}, above.year.path)
    above.issue(MARCH)
    done = office.upward(MARCH, above.form("K1", MARCH))
    assert any("«Việc cụ thể»" in told for told in done.details)


def _tables(level: Level) -> dict[str, Any]:
    known = (schema.SETTINGS, schema.UNITS, schema.DEADLINES)
    return {table.name: level.year.rows(table) for table in known}


# -- its trace --------------------------------------------------------------------------------------------


def test_what_the_figures_were_made_of_is_kept_under_the_hashes_that_the_form_carries(
    above: Level, office: Level
) -> None:
    office.upward(MARCH, above.form("K1", MARCH))
    (kept,) = (office.folder / "KhoaGiao-luu-tru" / "gui-cap-tren").iterdir()
    trace = json.loads(kept.read_text(encoding="utf-8"))
    assert trace["contributions"]["KG001"] == [
        ["A", MARCH, "KG001", 10, False],
        ["B", MARCH, "KG001", 12, False],
    ]
    assert trace["files"] == {f"{MARCH}|A": "hA", f"{MARCH}|B": "hB"}
    assert hash_of(trace["totals"]) == trace["totals_sha256"]
    assert trace["totals_sha256"].encode() in properties(filled(office))
    assert trace["contributions_sha256"].encode() in properties(filled(office))


def properties(form: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(form)).read("docProps/custom.xml")


def test_another_figure_has_another_trace(above: Level, office: Level) -> None:
    office.upward(MARCH, above.form("K1", MARCH))
    before = properties(filled(office))
    rows = [dict(row) for row in office.year.raw(schema.TOTALS)]
    rows[0]["Kỳ này"] = 999
    office.write("tblTongHop", rows)
    office.upward(MARCH, above.form("K1", MARCH))
    assert properties(filled(office)) != before


def test_a_property_is_replaced_and_never_doubled(above: Level) -> None:
    form = above.form("K1", MARCH).read_bytes()
    twice = with_properties(with_properties(form, {"kg_totals": "a&b"}), {"kg_totals": "c"})
    assert properties(twice).count(b'name="kg_totals"') == 1
    assert b"a&amp;b" not in properties(twice)


# -- what is refused --------------------------------------------------------------------------------------


def test_a_period_that_was_not_consolidated_goes_nowhere(above: Level, tmp_path: Path) -> None:
    office = Level(tmp_path / "moi", "K", ("A",))
    assert refusal(office, above.form("K1", MARCH)) == "KY-04"


def refusal(office: Level, form: Path | None) -> str:
    with pytest.raises(WrongRequest) as refused:
        office.upward(MARCH, form)
    return refused.value.code


def test_a_form_of_another_period_is_refused(above: Level, office: Level) -> None:
    above.issue(APRIL)
    assert refusal(office, above.form("K1", APRIL)) == "CT-04"


def test_a_form_of_another_unit_is_refused_where_the_own_code_is_known(above: Level, tmp_path: Path) -> None:
    office = consolidated(Level(tmp_path / "k", "K", ("A", "B", "C"), {"ma_tren": "K2"}))
    assert refusal(office, above.form("K1", MARCH)) == "CT-05"


def test_a_form_that_the_office_itself_has_issued_is_refused(office: Level) -> None:
    office.issue(MARCH)
    assert refusal(office, office.form("A", MARCH)) == "CT-06"


def test_a_workbook_that_is_no_form_is_refused(office: Level, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "so.xlsx")
    assert refusal(office, tmp_path / "so.xlsx") == "CT-03"
    with pytest.raises(MissingFile):
        office.upward(MARCH, tmp_path / "khong-co.xlsx")


# -- without the form of the level above ------------------------------------------------------------------


def test_without_a_form_and_without_a_code_nothing_can_be_drawn(office: Level) -> None:
    assert refusal(office, None) == "CT-01"


def test_one_that_is_drawn_is_taken_in_by_the_level_above(above: Level, tmp_path: Path) -> None:
    own = {"ma_tren": "K1", "ma_so_tren": "m-T"}
    office = consolidated(Level(tmp_path / "k", "K", ("A", "B", "C"), own))
    done = office.upward(MARCH, None)
    assert any("theo bố cục của sổ này" in told for told in done.details)
    above.receive("K1", MARCH, office.sent("K1", MARCH))
    above.close(MARCH)
    assert above.states(MARCH)["K1"].startswith("đã nhận")
    assert above.total(MARCH, "KG001").value == 22


def test_none_is_drawn_that_a_cell_of_the_master_would_damage(tmp_path: Path) -> None:
    own = {"ma_tren": "K1", "ma_so_tren": "m-T", "co_quan": "Đảng ủy\x0bKhối"}
    office = consolidated(Level(tmp_path / "k", "K", ("A", "B", "C"), own))
    assert refusal(office, None) == "HS-07"


def test_figures_that_the_form_does_not_ask_are_named(above: Level, office: Level) -> None:
    rows = [row for row in above.year.raw(schema.INDICATORS) if row["Mã"] != "KG201"]
    above.write("tblChiTieu", rows)
    above.issue(MARCH)
    done = office.upward(MARCH, above.form("K1", MARCH))
    assert any("biểu của cấp trên không hỏi: KG201" in told for told in done.details)


# -- the note beside a figure -----------------------------------------------------------------------------


def test_a_note_is_known_again_and_what_a_person_adds_to_it_is_an_explanation() -> None:
    total = Total(MARCH, "KG001", "", "người", 22, counted=2, owing=3)
    carrying = replace(total, carried_units=1)
    assert coverage_note(carrying) == "2/3 đơn vị; 1 đơn vị theo số kỳ trước"
    assert is_coverage_note(coverage_note(total))
    assert is_coverage_note(coverage_note(carrying))
    assert not is_coverage_note("2/3 đơn vị. Tăng do tiếp nhận đảng viên chuyển đến")


def test_a_note_explains_nothing_and_corrects_nothing() -> None:
    from khoagiao_xl.intake.judging.settle_findings import weigh
    from khoagiao_xl.model.findings import Place, Severity, asked
    from khoagiao_xl.model.records import Entry
    from khoagiao_xl.office.obligations import Waivers

    question = asked("R99", Place("a.xlsx"), about="KG001")
    entry = Entry("K1", MARCH, "KG001", 22, explanation="2/3 đơn vị; 1 đơn vị theo số kỳ trước")
    (weighed,) = weigh([question], {"KG001": entry}, "K1", Waivers(()), _day())
    assert weighed.severity is Severity.QUESTION


def _day() -> Any:
    from datetime import date

    return date(2024, 3, 20)
