"""Last year's master beside this one: of whatever layout, in whatever state, it stops nothing and lies never."""

from __future__ import annotations

import random
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import check_master, consolidate, write_report
from tests.steps.small_year import job, small_year

FIRST = Path(__file__).parents[1] / "building" / "older" / "first-layout.xlsm"
OWN_BODY = "Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"
UNITS = (Unit("SYT", "Sở Y tế"), Unit("STP", "Sở Tư pháp"))
MONTH, LAST = "2025-M01", "2024-M01"


@pytest.fixture
def last_master(tmp_path: Path) -> Path:
    """The master of 2024, of the first layout, in which one unit reported January."""
    path = Path(shutil.copy(FIRST, tmp_path / "So-2024.xlsm"))
    book = FileBook(path)
    book.write("tblTiepNhan", [{"Kỳ": LAST, "Mã đơn vị": "SYT", "Trạng thái": "đã nhận"}])
    book.write("tblSoLieu", [{"Kỳ": LAST, "Mã đơn vị": "SYT", "KG001": 55}])
    book.save()
    return path


def year_of_2025(folder: Path, units: tuple[Unit, ...] = UNITS, **settings: str) -> Year:
    """Return a year beside which `so_nam_truoc` may name another."""
    known = {"nam": "2025", "ma_so": "m", "co_quan": OWN_BODY, **settings}
    rows = [{"key": key, "value": value} for key, value in known.items()]
    reported = {MONTH: {"SYT": {"KG001": 57}}}
    tables: dict[str, Any] = {"tblDonVi": units, "tblCauHinh": rows}
    tables["tblTiepNhan"] = [{"period": MONTH, "unit": unit.code, "state": "đã nhận"} for unit in units]
    return small_year(reported, folder / "KhoaGiao-2025.xlsm", **tables)


def refused(year: Year) -> str:
    """Return why the year before cannot be used; it is then not there at all."""
    assert year.last_year is None
    assert year.last_year_told == (year.beside.refusal,)
    return year.beside.refusal


def test_a_master_of_the_first_layout_is_read_and_stays_as_it_is(last_master: Path) -> None:
    before = last_master.read_bytes()
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm")
    assert year.last_year is not None
    assert year.last_year.reported[LAST, "SYT"]["KG001"] == 55
    assert last_master.read_bytes() == before


def test_no_name_compares_nothing_and_says_nothing(tmp_path: Path) -> None:
    year = year_of_2025(tmp_path)
    assert (year.last_year, year.last_year_told) == (None, ())


def test_the_path_may_be_copied_as_windows_writes_it(last_master: Path, tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    folder.mkdir()
    assert year_of_2025(folder, so_nam_truoc='"..\\So-2024.xlsm"').last_year is not None


def test_it_is_read_when_asked_for_and_then_once(last_master: Path) -> None:
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm")
    changed = year.with_tables({"tblTongHop": []})
    first = year.last_year
    last_master.unlink()
    assert changed.last_year is first


def test_another_year_may_be_laid_beside_it(tmp_path: Path) -> None:
    other = year_of_2025(tmp_path)
    assert year_of_2025(tmp_path).with_last_year(other).last_year is other


# -- what cannot be used ----------------------------------------------------------------------------------


def test_a_missing_master_is_one_sentence(tmp_path: Path) -> None:
    told = refused(year_of_2025(tmp_path, so_nam_truoc="khong-co.xlsm"))
    assert told.startswith("Không so được cùng kỳ: không dùng được sổ năm trước «khong-co.xlsm».")


def test_the_master_itself_is_no_year_before(last_master: Path) -> None:
    year = year_of_2025(last_master.parent, so_nam_truoc="KhoaGiao-2025.xlsm")
    assert "chỉ đến chính sổ này. Ghi đường dẫn tới sổ của năm 2024." in refused(year)


def test_the_master_of_another_year_is_refused(last_master: Path) -> None:
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm", nam="2026")
    assert "là sổ của năm 2024, không phải năm 2025" in refused(year)


def test_another_offices_master_is_refused_unless_the_office_changed_its_name(last_master: Path) -> None:
    new, path = "Đảng ủy UBND tỉnh", "So-2024.xlsm"
    other = year_of_2025(last_master.parent, so_nam_truoc=path, co_quan=new)
    assert "sổ này của «Đảng ủy UBND tỉnh»" in refused(other)
    renamed = year_of_2025(last_master.parent, so_nam_truoc=path, co_quan=new, co_quan_truoc=OWN_BODY)
    assert renamed.last_year is not None


def test_a_master_without_one_unit_of_ours_is_refused(last_master: Path) -> None:
    units = (Unit("KHAC", "Đơn vị khác"),)
    year = year_of_2025(last_master.parent, units, so_nam_truoc="So-2024.xlsm")
    assert "không có mã đơn vị nào của sổ này" in refused(year)


def test_a_workbook_that_is_no_master_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "so.xlsx")
    assert "không phải là sổ khoa giáo" in refused(year_of_2025(tmp_path, so_nam_truoc="so.xlsx"))


def test_a_wrong_cell_of_last_years_master_is_told_and_stops_nothing(last_master: Path) -> None:
    book = FileBook(last_master)
    book.write("tblTiepNhan", [{"Kỳ": LAST, "Mã đơn vị": "SYT", "Trạng thái": "chắc là rồi"}])
    book.save()
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm")
    assert "«So-2024.xlsm». Bảng tblTiepNhan" in refused(year)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_master_stops_nothing(seed: int, last_master: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(last_master.read_bytes())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    last_master.write_bytes(data[: chance.randrange(100, len(data))] if seed % 2 else data)
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm")
    if year.last_year is None:
        assert refused(year).startswith("Không so được cùng kỳ")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/tables/table1.xml"])
def test_a_master_with_a_broken_part_stops_nothing(part: str, last_master: Path) -> None:
    with zipfile.ZipFile(last_master) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = parts[part][:200] + b'"<\xff' + parts[part][200:]
    with zipfile.ZipFile(last_master, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    refused(year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm"))


# -- what is said -----------------------------------------------------------------------------------------


def test_units_of_one_of_the_two_years_alone_are_named(last_master: Path) -> None:
    units = (Unit("STP", "Sở Tư pháp"), Unit("MOI", "Đơn vị mới"))
    year = year_of_2025(last_master.parent, units, so_nam_truoc="So-2024.xlsm")
    gone, fresh = year.last_year_told
    assert "1 đơn vị chỉ có ở sổ năm trước (SYT)" in gone
    assert "1 đơn vị chỉ có ở sổ năm nay (MOI)" in fresh


def test_many_such_units_are_counted_and_ten_named(last_master: Path) -> None:
    more = tuple(Unit(f"M{number:02}", f"Đơn vị {number}") for number in range(12))
    year = year_of_2025(last_master.parent, UNITS + more, so_nam_truoc="So-2024.xlsm")
    (told,) = year.last_year_told
    assert "12 đơn vị" in told
    assert told.endswith("M08, M09, …).")


def test_one_that_is_open_elsewhere_is_read_as_stored_and_said_so(last_master: Path) -> None:
    last_master.with_name("~$So-2024.xlsm").write_bytes(b"x")
    year = year_of_2025(last_master.parent, so_nam_truoc="So-2024.xlsm")
    assert year.last_year is not None
    assert "đang mở ở nơi khác" in year.last_year_told[0]


def test_consolidation_report_and_check_say_why_nothing_is_compared(tmp_path: Path) -> None:
    year = year_of_2025(tmp_path, so_nam_truoc="khong-co.xlsm")
    why = refused(year)
    changes = consolidate.work(year, job(MONTH))
    assert why in changes.outcome.details
    consolidated = year.with_tables(changes.tables)
    assert why in write_report.work(consolidated, job(MONTH)).outcome.details
    assert any(why in line for line in check_master.work(year, job(MONTH)).outcome.details)


def test_the_check_asks_about_one_that_cannot_be_used_and_remarks_on_one_that_can(last_master: Path) -> None:
    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.inspection.setting_checks import last_year

    missing = year_of_2025(last_master.parent, so_nam_truoc="khong-co.xlsm")
    (asked,) = last_year(CheckContext(missing))
    assert (asked.code, asked.severity) == ("KT-96", Severity.QUESTION)
    units = (*UNITS, Unit("MOI", "Đơn vị mới"))
    (told,) = last_year(CheckContext(year_of_2025(last_master.parent, units, so_nam_truoc="So-2024.xlsm")))
    assert told.severity is Severity.NOTE
