"""What is written on a form and was not issued so: one question, by what was kept of the issue or drawn anew."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.model import schema
from khoagiao_xl.office.issued_forms import IssuedForms
from tests.steps.paper_office import MONTH, PaperOffice

if TYPE_CHECKING:
    from pathlib import Path

UNITS = ("SGDDT", "SYT", "STP")
ASKED = "đã nhận, chờ giải trình"


@pytest.fixture
def office(tmp_path: Path) -> PaperOffice:
    return PaperOffice(tmp_path)


def write(form: Path, **cells: Any) -> None:
    """Let a unit write into cells of its figures."""
    book = load_workbook(io.BytesIO(form.read_bytes()))
    for cell, value in cells.items():
        book["Số liệu"][cell] = value
    book.save(form)


def questions(office: PaperOffice) -> dict[str, str]:
    """Return unit -> what is asked of its foreign words."""
    return {row["unit"]: row["message"] for row in office.rows(schema.FINDINGS) if row["rule"] == "TN-130"}


def everybody_reports(office: PaperOffice) -> dict[str, Path]:
    return {unit: office.receive(unit) for unit in UNITS}


def lose_what_was_kept(office: PaperOffice) -> None:
    shutil.rmtree(office.year.storage.top / "bieu-mau")


def test_forms_as_issued_are_asked_nothing(office: PaperOffice) -> None:
    everybody_reports(office)
    office.collect()
    assert questions(office) == {}


def test_all_foreign_words_of_a_form_are_one_question_the_weightiest_first(office: PaperOffice) -> None:
    form = office.receive("SYT")
    write(form, H6="đã ký", B30="Các số trên là lũy kế", H7="ĐVT: nghìn")
    office.arrive(form)
    office.collect()
    told = questions(office)["SYT"]
    assert told.startswith("Có 3 chỗ khác với biểu đã phát hành: (1) ô H7 có thêm «ĐVT: nghìn»; (2) ô B30")
    assert office.states()["SYT"] == ASKED
    (row,) = (row for row in office.rows(schema.FINDINGS) if row["rule"] == "TN-130")
    assert (row["sheet"], row["cell"]) == ("Số liệu", "H7, B30, H6")


def test_another_name_of_the_unit_that_the_office_knows_is_its_own(office: PaperOffice) -> None:
    rows = [{**row, "Tên khác": "Sở Y tế tỉnh"} for row in office.year.raw(schema.UNITS)]
    office.write(schema.UNITS.name, rows)
    form = office.receive("SYT")
    book = load_workbook(form)
    book["Bìa"]["C4"] = "Sở Y tế tỉnh"
    book.save(form)
    office.arrive(form)
    office.collect()
    assert questions(office) == {}


def test_what_the_office_changed_since_is_no_difference_of_a_form_whose_issue_is_known(
    office: PaperOffice,
) -> None:
    office.receive("SYT")
    office.relabel("KG110", "Số cuộc sinh hoạt chuyên đề")
    office.collect()
    assert questions(office) == {}


# -- where nothing was kept -------------------------------------------------------------------------------


def test_where_what_was_issued_is_lost_it_is_drawn_anew_and_kept(office: PaperOffice) -> None:
    everybody_reports(office)
    lose_what_was_kept(office)
    office.collect()
    kept = IssuedForms.read(office.year.storage, MONTH)
    assert [form.is_redrawn for form in kept.forms] == [True, True, True]


def test_what_most_forms_have_in_common_was_issued_so(office: PaperOffice) -> None:
    everybody_reports(office)
    lose_what_was_kept(office)
    office.relabel("KG110", "Số cuộc sinh hoạt chuyên đề")
    office.collect()
    assert questions(office) == {}


def test_what_one_of_them_wrote_is_asked_all_the_same(office: PaperOffice) -> None:
    forms = everybody_reports(office)
    write(forms["SYT"], B30="số tạm tính")
    office.arrive(forms["SYT"])
    lose_what_was_kept(office)
    office.collect()
    assert list(questions(office)) == ["SYT"]
    assert "«số tạm tính»" in questions(office)["SYT"]


def test_a_later_run_says_the_same_and_opens_nothing(office: PaperOffice) -> None:
    forms = everybody_reports(office)
    write(forms["SYT"], B30="số tạm tính")
    office.arrive(forms["SYT"])
    office.collect()
    first = office.rows(schema.FINDINGS)
    office.empty_the_inbox()
    office.collect()
    assert office.rows(schema.FINDINGS) == first


def test_forms_are_read_anew_when_what_they_are_held_against_is_another(office: PaperOffice) -> None:
    everybody_reports(office)
    before = IssuedForms.read(office.year.storage, MONTH).version
    office.keep_what_was_issued(["SYT"])
    assert IssuedForms.read(office.year.storage, MONTH).version != before
