"""The check: what tblLoi then says, what is told at once, what a second run changes; on paper and in a file."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import check_master, import_guidance
from tests.conftest import NOW
from tests.fresh_year import fresh_year
from tests.steps.conftest import Office
from tests.steps.small_year import job, small_year

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row, Value
    from khoagiao_xl.office.changes import Changes

GUIDANCE = resources.files("khoagiao_xl") / "data" / "demo" / "huong_dan_2024.txt"
OF_A_FILE: Row = {
    "Kỳ": "2024-M01",
    "Mã đơn vị": "SYT",
    "Tệp": "a.xlsx",
    "Ô": "D8",
    "Mức": "lỗi",
    "Thông báo": "x",
}
OF_THE_GUIDANCE: Row = {"Tệp": "hd.docx", "Mức": "cần giải trình", "Thông báo": "y"}


def changed(table: str, at: int, **values: Value) -> Year:
    """Return a fresh master's year with other values in one row of a table."""
    rows = list(fresh_year().pages[table].rows)
    rows[at] = {**rows[at], **{key.replace("_", " "): value for key, value in values.items()}}
    return fresh_year().with_tables({table: rows})


def check(year: Year) -> Changes:
    return check_master.work(year, Job(NOW))


def lines(changes: Changes) -> list[str]:
    rows = changes.tables["tblLoi"]
    return [f"{row['Trang']} {row['Ô']} {row['Quy tắc']} {row['Mức']}" for row in rows]


NO_MAIL = changed("tblDonVi", 2, Email="không có")


def test_a_sound_master_is_told_so_and_stays_as_it_is() -> None:
    changes = check(fresh_year())
    assert (changes.outcome.status, changes.outcome.sentence) == (0, "Đã kiểm tra sổ: mọi ô đều đúng.")
    assert changes.tables == {}


def test_an_error_gives_status_one_and_a_line() -> None:
    changes = check(NO_MAIL)
    assert (changes.outcome.status, changes.outcome.counts) == (1, {"errors": 1, "questions": 0, "notes": 0})
    assert changes.outcome.sentence.startswith("Đã kiểm tra sổ: 1 ô phải sửa")
    assert changes.outcome.details[0].startswith(
        "Đơn vị, E7: «không có» không có dấu @ nên không phải địa chỉ thư"
    )
    assert lines(changes) == ["Đơn vị E7 KT-80 lỗi"]


def test_questions_alone_do_not_block() -> None:
    changes = check(changed("tblThoiHan", 0, Hạn_đơn_vị=date(2024, 1, 20)))
    assert (changes.outcome.status, lines(changes)) == (0, ["Thời hạn D5 KT-61 cần giải trình"])


def test_a_second_run_changes_nothing() -> None:
    once = NO_MAIL.with_tables(check(NO_MAIL).tables)
    again = check(once)
    assert (again.tables, again.outcome.status) == ({}, 1)


def test_what_was_put_right_is_forgotten_and_the_lines_of_others_stay() -> None:
    mistyped = NO_MAIL.with_tables({"tblLoi": [OF_A_FILE, OF_THE_GUIDANCE]})
    after = mistyped.with_tables(check(mistyped).tables)
    assert len(after.pages["tblLoi"].rows) == 3
    mended = after.with_tables({"tblDonVi": fresh_year().pages["tblDonVi"].rows})
    changes = check(mended)
    assert [row["Thông báo"] for row in changes.tables["tblLoi"]] == ["x", "y"]


def test_the_same_of_many_cells_is_one_line_that_names_them_all() -> None:
    units = [{**row, "Loại": "chi hội"} for row in fresh_year().pages["tblDonVi"].rows]
    units[3]["Loại"] = "chi bộ"
    changes = check(fresh_year().with_tables({"tblDonVi": units}))
    (line,) = changes.tables["tblLoi"]
    assert changes.outcome.counts["questions"] == 91
    assert str(line["Ô"]).startswith("91 ô: C5; C6; C7; C9; ")
    assert str(line["Thông báo"]).startswith("91 ô (C5:C7, C9:C96): «chi hội» không có trong danh sách")


def test_a_few_cells_have_a_line_each() -> None:
    units = [dict(row) for row in fresh_year().pages["tblDonVi"].rows]
    for row in units[:20]:
        row["Loại"] = "chi hội"
    changes = check(fresh_year().with_tables({"tblDonVi": units}))
    assert [row["Ô"] for row in changes.tables["tblLoi"]] == [f"C{row}" for row in range(5, 25)]


def test_the_worst_stands_first_and_then_sheet_by_sheet() -> None:
    year = changed("tblCauHinh", 0, Giá_trị="hai nghìn")
    units = [dict(row) for row in year.pages["tblDonVi"].rows]
    units[5]["Loại"] = "chi hội"
    units[2]["Email"] = "không có"
    assert lines(check(year.with_tables({"tblDonVi": units}))) == [
        "Đơn vị E7 KT-80 lỗi", "Cấu hình B5 KT-92 lỗi", "Đơn vị C10 KT-30 cần giải trình",
    ]  # fmt: skip


def test_a_table_that_is_gone_is_a_line_and_the_rest_is_checked() -> None:
    pages = {name: page for name, page in NO_MAIL.pages.items() if name != "tblSoTongKet"}
    gone = WrongRequest("MS-01", name="So.xlsm", table="tblSoTongKet", sheet="Sơ kết, tổng kết")
    changes = check(Year(NO_MAIL.path, pages, {"tblSoTongKet": gone}))
    assert lines(changes) == ["Sơ kết, tổng kết None MS-01 lỗi", "Đơn vị E7 KT-80 lỗi"]


def planned(year: Year) -> Changes:
    return import_guidance.work(year, Job(NOW, source=Path(str(GUIDANCE))))


def test_a_plan_fresh_from_its_guidance_has_questions_and_no_errors() -> None:
    plan = fresh_year().with_tables(planned(fresh_year()).tables)
    changes = check(plan)
    assert (changes.outcome.status, changes.outcome.counts["errors"]) == (0, 0)
    # Three deadlines of the guidance fall on a Sunday, a Saturday and in Tết; it cites 04-HD/TU without its
    # subject and 238-QĐ/TW without its day, which the register has not either.
    own = [row["Quy tắc"] for row in changes.tables["tblLoi"] if row["Tệp"] is None]
    assert own == ["KT-61", "KT-61", "KT-61", "KT-71", "KT-71"]


def test_importing_the_guidance_again_after_a_check_changes_nothing() -> None:
    year = fresh_year().with_tables(planned(fresh_year()).tables)
    year = year.with_tables(check(year).tables)
    assert (planned(year).tables, check(year).tables) == ({}, {})


# -- in the file of a master ------------------------------------------------------------------------------


@pytest.fixture
def mistyped(master: Path) -> Office:
    """An office whose master has two addresses to which no mail can go."""
    book = FileBook(master)
    units = book.read("tblDonVi")
    units[2]["Email"] = units[3]["Email"] = "không có"
    book.write("tblDonVi", units)
    book.save()
    return Office(master)


def test_a_sound_file_stays_as_it_is_to_the_byte(master: Path) -> None:
    before = master.read_bytes()
    assert Office(master).act("kiem_tra_ke_hoach").status == 0
    assert master.read_bytes() == before


def test_a_second_run_on_the_file_changes_no_byte(mistyped: Office) -> None:
    outcome = mistyped.act("kiem_tra_ke_hoach")
    assert mistyped.rows("tblNhatKy")[0]["Kết quả"] == outcome.sentence
    before = mistyped.master.read_bytes()
    assert mistyped.act("kiem_tra_ke_hoach").status == 1
    assert mistyped.master.read_bytes() == before


def test_each_line_carries_its_link_and_the_chain_of_formulas_is_made_anew(mistyped: Office) -> None:
    mistyped.act("kiem_tra_ke_hoach")
    package = Package.parse(mistyped.master.read_bytes())
    place = FileBook(mistyped.master)._place("tblLoi")
    formulas = re.findall(r"<f>(.*?)</f>", package.read(place.sheet_part).decode())
    column = re.search(r"<calculatedColumnFormula>(.*?)<", package.read(place.table_part).decode())
    assert column
    assert formulas == [column[1]] * 2
    assert not [name for name in package.names if "calcChain" in name]


def test_the_link_is_no_value_of_a_line(mistyped: Office) -> None:
    mistyped.act("kiem_tra_ke_hoach")
    assert "Đến ô" not in mistyped.rows("tblLoi")[0]
    year = Year.read(FileBook(mistyped.master))
    assert year.rows(schema.FINDINGS)[0]["link"] == ""


def test_a_slip_in_the_offices_own_template_is_told(tmp_path: Path) -> None:
    from khoagiao_xl.report import find_template

    own = tmp_path / "mau" / "bao-cao-thang.docx"
    own.parent.mkdir()
    with zipfile.ZipFile(find_template("thang")) as before, zipfile.ZipFile(own, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"{{ nhiem_vu }}", b"{{ nhiem_vu }"))
    outcome = check_master.work(small_year({}, tmp_path / "KhoaGiao.xlsm"), job("2024-M01")).outcome
    assert outcome.counts["templates"] == 1
    assert "«bao-cao-thang.docx» có thẻ viết sai ở đoạn" in outcome.details[0]


def test_sound_templates_of_the_office_are_not_told(tmp_path: Path) -> None:
    from khoagiao_xl.report.template import draw_templates

    draw_templates(tmp_path / "templates")
    outcome = check_master.work(small_year({}, tmp_path / "KhoaGiao.xlsm"), job("2024-M01")).outcome
    assert "templates" not in outcome.counts
