"""The check as the office runs it: what tblLoi says, what is coloured, what a second run changes."""

from __future__ import annotations

import re
import shutil
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.model import schema
from khoagiao_xl.office import tables
from tests.steps.conftest import Office

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row, Value

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


@pytest.fixture
def desk(master: Path) -> Office:
    """An office whose master nobody has worked with yet."""
    return Office(master)


def change(desk: Office, table: str, at: int, **values: Value) -> None:
    book = FileBook(desk.master)
    rows = book.read(table)
    rows[at] = {**rows[at], **{key.replace("_", " "): value for key, value in values.items()}}
    book.write(table, rows)
    book.save()


def lines(desk: Office) -> list[str]:
    return [f"{row['Trang']} {row['Ô']} {row['Quy tắc']} {row['Mức']}" for row in desk.rows("tblLoi")]


def test_a_sound_master_is_told_so_and_stays_as_it_is(desk: Office) -> None:
    before = desk.master.read_bytes()
    outcome = desk.act("kiem_tra_ke_hoach")
    assert (outcome.status, outcome.sentence) == (0, "Đã kiểm tra sổ: mọi ô đều đúng.")
    assert desk.master.read_bytes() == before


def test_an_error_gives_status_one_a_line_and_a_line_of_the_journal(desk: Office) -> None:
    change(desk, "tblDonVi", 2, Email="không có")
    outcome = desk.act("kiem_tra_ke_hoach")
    assert (outcome.status, outcome.counts) == (1, {"errors": 1, "questions": 0, "notes": 0})
    assert outcome.sentence.startswith("Đã kiểm tra sổ: 1 ô phải sửa")
    assert lines(desk) == ["Đơn vị E7 KT-80 lỗi"]
    assert desk.rows("tblNhatKy")[0]["Kết quả"] == outcome.sentence


def test_questions_alone_do_not_block(desk: Office) -> None:
    change(desk, "tblThoiHan", 0, Hạn_đơn_vị=date(2024, 1, 20))
    assert desk.act("kiem_tra_ke_hoach").status == 0
    assert lines(desk) == ["Thời hạn D5 KT-61 cần giải trình"]


def test_a_second_run_changes_nothing(desk: Office) -> None:
    change(desk, "tblDonVi", 2, Email="không có")
    desk.act("kiem_tra_ke_hoach")
    before = desk.master.read_bytes()
    assert desk.act("kiem_tra_ke_hoach").status == 1
    assert desk.master.read_bytes() == before


def test_what_was_put_right_is_forgotten_and_the_lines_of_others_stay(desk: Office) -> None:
    book = FileBook(desk.master)
    book.write("tblLoi", [OF_A_FILE, OF_THE_GUIDANCE])
    book.save()
    change(desk, "tblDonVi", 2, Email="không có")
    desk.act("kiem_tra_ke_hoach")
    assert len(desk.rows("tblLoi")) == 3
    change(desk, "tblDonVi", 2, Email="btgtu@khoi.example")
    assert desk.act("kiem_tra_ke_hoach").status == 0
    assert [row["Thông báo"] for row in desk.rows("tblLoi")] == ["x", "y"]


def test_the_same_of_many_cells_is_one_line_that_names_them_all(desk: Office) -> None:
    book = FileBook(desk.master)
    rows = [
        {**row, "Loại": "chi hội" if at != 3 else "chi bộ"} for at, row in enumerate(book.read("tblDonVi"))
    ]
    book.write("tblDonVi", rows)
    book.save()
    outcome = desk.act("kiem_tra_ke_hoach")
    (line,) = desk.rows("tblLoi")
    assert outcome.counts["questions"] == 91
    assert str(line["Ô"]).startswith("91 ô: C5; C6; C7; C9; ")
    assert str(line["Thông báo"]).startswith("91 ô (C5:C7, C9:C96): «chi hội» không có trong danh sách")


def test_a_few_cells_have_a_line_each(desk: Office) -> None:
    for at in range(20):
        change(desk, "tblDonVi", at, Loại="chi hội")
    desk.act("kiem_tra_ke_hoach")
    assert [row["Ô"] for row in desk.rows("tblLoi")] == [f"C{row}" for row in range(5, 25)]


def test_the_worst_stands_first_and_then_sheet_by_sheet(desk: Office) -> None:
    change(desk, "tblCauHinh", 0, Giá_trị="hai nghìn")
    change(desk, "tblDonVi", 5, Loại="chi hội")
    change(desk, "tblDonVi", 2, Email="không có")
    desk.act("kiem_tra_ke_hoach")
    assert lines(desk) == [
        "Đơn vị E7 KT-80 lỗi", "Cấu hình B5 KT-92 lỗi", "Đơn vị C10 KT-30 cần giải trình",
    ]  # fmt: skip


def test_a_table_that_is_gone_is_a_line_and_the_rest_is_checked(desk: Office) -> None:
    change(desk, "tblDonVi", 2, Email="không có")
    package = Package.parse(desk.master.read_bytes())
    part = next(name for name in package.names if b'displayName="tblSoTongKet"' in package.read(name))
    package.replace(part, package.read(part).replace(b'displayName="tblSoTongKet"', b'displayName="Bang1"'))
    desk.master.write_bytes(package.to_bytes())
    desk.act("kiem_tra_ke_hoach")
    assert lines(desk) == ["Sơ kết, tổng kết None MS-01 lỗi", "Đơn vị E7 KT-80 lỗi"]


def test_a_plan_fresh_from_its_guidance_has_questions_and_no_errors(desk: Office, tmp_path: Path) -> None:
    source = tmp_path / "huong_dan_2024.txt"
    shutil.copy(str(GUIDANCE), source)
    desk.act("nap_huong_dan", source=source)
    outcome = desk.act("kiem_tra_ke_hoach")
    assert (outcome.status, outcome.counts["errors"]) == (0, 0)
    # Three deadlines of the guidance fall on a Sunday, a Saturday and in Tết.
    assert {row["Quy tắc"] for row in desk.rows("tblLoi", Tệp=None)} == {"KT-61"}


def test_importing_the_guidance_again_after_a_check_changes_nothing(desk: Office, tmp_path: Path) -> None:
    source = tmp_path / "huong_dan_2024.txt"
    shutil.copy(str(GUIDANCE), source)
    for action in ("nap_huong_dan", "kiem_tra_ke_hoach", "nap_huong_dan"):
        desk.act(action, source=source)
    before = desk.master.read_bytes()
    for action in ("kiem_tra_ke_hoach", "nap_huong_dan"):
        desk.act(action, source=source)
    assert desk.master.read_bytes() == before


def test_each_line_carries_its_link_and_the_chain_of_formulas_is_made_anew(desk: Office) -> None:
    change(desk, "tblDonVi", 2, Email="không có")
    change(desk, "tblDonVi", 3, Email="không có")
    desk.act("kiem_tra_ke_hoach")
    package = Package.parse(desk.master.read_bytes())
    place = FileBook(desk.master)._place("tblLoi")
    formulas = re.findall(r"<f>(.*?)</f>", package.read(place.sheet_part).decode())
    column = re.search(r"<calculatedColumnFormula>(.*?)<", package.read(place.table_part).decode())
    assert column
    assert formulas == [column[1]] * 2
    assert not [name for name in package.names if "calcChain" in name]


def test_the_link_is_no_value_of_a_line(desk: Office) -> None:
    change(desk, "tblDonVi", 2, Email="không có")
    desk.act("kiem_tra_ke_hoach")
    (row,) = FileBook(desk.master).read("tblLoi")
    assert "Đến ô" not in row
    assert tables.read_rows(FileBook(desk.master), schema.FINDINGS)[0]["link"] == ""
