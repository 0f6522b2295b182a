"""Issuing forms: one for each unit that owes one, and a form somebody edited is never lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import OLDER
from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.steps import issue_forms
from khoagiao_xl.wording import SENTENCES
from tests.steps.small_year import INDICATORS, SETTINGS, UNITS, job, small_year

if TYPE_CHECKING:
    from pathlib import Path

    from tests.steps.conftest import Office

JANUARY, FEBRUARY = "2024-M01", "2024-M02"
EVERYBODY = [{"period": JANUARY, "unit": unit.code, "rule": "MIEN-NOP"} for unit in UNITS]
GIVEN: dict[str, Any] = {"reason": "x", "allowed_by": "y", "until": "31/12/2024"}


def decided(**tables: Any) -> Changes:
    """Return what the step decides for February, after unit A has reported in January."""
    reported: Any = {JANUARY: {"A": {"KG110": 1250, "KG605": "Có"}}, FEBRUARY: {}}
    year = small_year(reported, tblQuyTac=load_profile("2024").rules, **tables)
    return issue_forms.work(year, job(FEBRUARY))


def forms_of(changes: Changes) -> list[str]:
    """Return the names of the forms among what the step makes."""
    return [new.path.name for new in changes.files if new.path.name.endswith(f"_{FEBRUARY}.xlsx")]


def sheet(changes: Changes, unit: str, name: str = form_layout.FIGURES) -> Any:
    """Return a sheet of the form of a unit."""
    (form,) = (new for new in changes.files if new.path.name == f"{unit}_{FEBRUARY}.xlsx")
    return load_workbook(io.BytesIO(form.bytes()))[name]


def before(changes: Changes, unit: str) -> Mapping[str, Any]:
    """Return what stands under «Kỳ trước đã báo», by code."""
    rows = sheet(changes, unit).iter_rows(values_only=True)
    return {str(row[0]): row[form_layout.BEFORE] for row in rows if str(row[0]).startswith("KG")}


def test_every_unit_that_owes_the_period_gets_one_form() -> None:
    changes = decided()
    assert forms_of(changes) == [f"{code}_{FEBRUARY}.xlsx" for code in "ABC"]
    assert changes.outcome.counts == {"units": 3, "forms": 3}


def test_a_released_unit_gets_none() -> None:
    changes = decided(tblMienTru=[{"period": FEBRUARY, "unit": "B", "rule": "MIEN-NOP", **GIVEN}])
    assert [name[0] for name in forms_of(changes)] == ["A", "C"]


def test_where_nobody_owes_a_form_that_is_said() -> None:
    released = [{**line, **GIVEN, "period": FEBRUARY} for line in EVERYBODY]
    with pytest.raises(WrongRequest, match="không có biểu mẫu nào để phát hành"):
        decided(tblMienTru=released)


def test_units_whose_codes_fold_to_one_name_get_a_file_each() -> None:
    units = [
        Unit(code, f"Đơn vị {at}") for at, code in enumerate(("ĐBD", "DBD", "A/B", "A-B", "sở 1", "SO 1"))
    ]
    paths = [new.path for new in decided(tblDonVi=units).files if FEBRUARY in new.path.stem]
    names = {path.name.casefold() for path in paths if path.suffix == ".xlsx"}
    assert len(names) == len(units)


def test_codes_that_are_one_to_excel_get_no_form_until_one_is_changed() -> None:
    facts = {"sheet": "Đơn vị", "code": "syt", "other": "SYT"}
    with pytest.raises(WrongRequest) as stopped:
        decided(tblDonVi=[Unit("SYT", "Sở Y tế"), Unit("syt", "Trạm Y tế")])
    assert str(stopped.value) == SENTENCES["MS-09"].format(**facts)


@pytest.mark.parametrize(("last_day", "forms"), [(13, 3), (14, 4)])  # the period ends on the 14th
def test_a_unit_owes_the_periods_that_end_while_it_stands(last_day: int, forms: int) -> None:
    dissolved = Unit("D", "Đơn vị D", valid_to=date(2024, 1, last_day))
    assert len(forms_of(decided(tblDonVi=[*UNITS, dissolved]))) == forms


@pytest.mark.parametrize(("last_day", "is_asked"), [(13, False), (14, True)])
def test_an_indicator_is_asked_in_the_periods_that_end_while_it_is_in_force(
    last_day: int, is_asked: bool
) -> None:
    ended = {"KG110": date(2024, 1, last_day)}
    indicators = [{**row, "valid_to": ended.get(row["code"])} for row in INDICATORS]
    assert ("KG110" in before(decided(tblChiTieu=indicators), "B")) is is_asked


def test_a_form_asks_what_its_unit_covers() -> None:
    units = [*UNITS, Unit("D", "Đơn vị D", covers=frozenset({"KG110", "KG201"}))]
    assert list(before(decided(tblDonVi=units), "D")) == ["KG110", "KG201"]


def test_a_form_says_whose_it_is_and_when_it_is_due() -> None:
    cover = sheet(decided(), "B", form_layout.COVER)
    assert [cover[f"C{row}"].value for row in (4, 5, 6)] == ["Đơn vị B", "B", FEBRUARY]
    assert cover["C7"].value == "từ 01/01/2024 đến hết 14/01/2024"
    assert cover["C8"].value == "chậm nhất ngày 18/01/2024"


def test_the_head_of_a_form_is_the_office_that_issues_it_and_how_to_call_it() -> None:
    settings = {
        "co_quan": "Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh",
        "ban_tham_muu": "Ban Tuyên giáo Đảng ủy Khối",
        "so_dien_thoai": "0214.3840.000",
    }
    rows = [{"key": key, "value": value} for key, value in (SETTINGS | settings).items()]
    cover = sheet(decided(tblCauHinh=rows), "B", form_layout.COVER)
    assert cover["B1"].value == "ĐẢNG ỦY KHỐI\nCƠ QUAN - DOANH NGHIỆP TỈNH"
    assert cover["B2"].value == "BAN TUYÊN GIÁO ĐẢNG ỦY KHỐI"
    told = [str(cell.value) for cell in cover["B"]]
    assert "Nơi nhận: Ban Tuyên giáo Đảng ủy Khối (điện thoại 0214.3840.000)" in told


def test_what_the_unit_reported_last_stands_beside_its_lines_as_text() -> None:
    changes = decided()
    shown = before(changes, "A")
    assert (shown["KG110"], shown["KG605"], shown["KG201"]) == ("1.250", "Có", "")
    assert not any(before(changes, "B").values())


def test_what_was_returned_is_not_shown_as_reported() -> None:
    changes = decided(duties={(JANUARY, "A"): State.RETURNED})
    assert not any(before(changes, "A").values())


# -- what is kept of them ---------------------------------------------------------------------------------


def kept(office: Office) -> IssuedForms:
    return IssuedForms.read(Storage(office.master), office.period)


def test_what_each_form_was_printed_with_is_kept_beside_the_master(office: Office) -> None:
    (form,) = (form for form in kept(office).forms if form.unit == "SYT")
    assert form.facts["window"] == "từ 15/12/2023 đến hết 14/01/2024"
    with zipfile.ZipFile(io.BytesIO(kept(office).templates[form.template])) as template:
        assert "{{unit_name}}" in template.read("xl/sharedStrings.xml").decode()


def test_a_form_names_the_template_it_was_printed_from(office: Office) -> None:
    book = load_workbook(io.BytesIO(office.form("SYT")))
    keys = {row[0]: row[1] for row in book[form_layout.META].iter_rows(values_only=True)}
    assert [keys[form_layout.TEMPLATE_ID]] == list(kept(office).templates)


def test_issued_again_it_is_kept_once_and_with_another_fact_twice(office: Office) -> None:
    once = kept(office)
    office.act("phat_bieu_mau")
    assert kept(office) == once
    office.change("tblDonVi", "Mã", "SYT", Tên="Sở Y tế tỉnh")
    office.act("phat_bieu_mau")
    names = [form.facts["unit_name"] for form in kept(office).forms if form.unit == "SYT"]
    assert len(set(names)) == 2
    assert len(kept(office).forms) == len(once.forms) + 1


def test_a_damaged_list_of_what_was_issued_is_as_none(office: Office) -> None:
    Storage(office.master).issued_forms(office.period).write_bytes(b"\x1f\x8b")
    assert kept(office) == IssuedForms()


# -- in the folder ----------------------------------------------------------------------------------------


def test_what_was_reported_last_is_never_read_back(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=1250))
    office.act("tiep_nhan")
    office.period = FEBRUARY
    office.act("phat_bieu_mau")
    office.receive("SYT", office.answers("SYT", KG110=7), days=30)
    office.act("tiep_nhan")
    (row,) = office.rows("tblSoLieu", Kỳ=FEBRUARY, Mã_đơn_vị="SYT")
    assert row["KG110"] == 7


def test_a_form_that_was_edited_in_its_folder_is_put_aside(office: Office) -> None:
    form = office.folder / "bieu-mau" / office.period / f"SYT_{office.period}.xlsx"
    form.write_bytes(b"edited")
    outcome = office.act("phat_bieu_mau")
    assert outcome.details == (SENTENCES["TEP-12"].format(count=1, folder=OLDER),)
    assert [path.read_bytes() for path in form.parent.glob(f"{OLDER}/*/*")] == [b"edited"]


# -- quick forms ------------------------------------------------------------------------------------------


def quick_folder(office: Office) -> Path:
    return office.folder / "bieu-mau" / "tin-nhanh"


def test_every_unit_gets_its_quick_form_once_for_the_year(office: Office) -> None:
    forms = sorted(path.name for path in quick_folder(office).iterdir())
    assert len(forms) == 8
    assert "Tin-nhanh_SYT.xlsx" in forms
    (form, *_) = quick_folder(office).iterdir()
    form.write_bytes(b"edited")
    office.period = FEBRUARY
    assert "tin-nhanh" in office.act("phat_bieu_mau").sentence
    assert form.read_bytes() == b"edited"


def test_a_quick_form_names_its_unit_and_is_kept_as_issued(office: Office) -> None:
    book = load_workbook(quick_folder(office) / "Tin-nhanh_SYT.xlsx")
    assert "(mã SYT)" in book["Tin nhanh"]["A3"].value
    kept = IssuedForms.read(Storage(office.master), "tin-nhanh")
    assert kept.units >= {"SYT", "STP"}
