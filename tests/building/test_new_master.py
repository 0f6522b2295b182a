"""A new master: its name, its year, its office, the units of the office's own list, its folders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.new_master import Order, make_master, master_path, year_of
from khoagiao_xl.building.unit_list import propose_code, read_unit_list
from khoagiao_xl.errors import CannotWrite, WrongRequest
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 9, 30), 2026), (date(2026, 10, 1), 2027), (date(2027, 1, 2), 2027)]
)
def test_from_october_on_a_new_master_is_next_years(today: date, year: int) -> None:
    assert year_of(today) == year


NAMES = {
    "KhoaGiao": "KhoaGiao.xlsm",
    "KhoaGiao.2027": "KhoaGiao.2027.xlsm",
    "Sổ khoa giáo.XLSM": "Sổ khoa giáo.XLSM",
}


@pytest.mark.parametrize(("asked", "made"), NAMES.items())
def test_a_name_gets_its_ending(asked: str, made: str) -> None:
    assert master_path(Path(asked), 2027) == Path(made)


@pytest.mark.parametrize("asked", ["So.xlsx", "So.txt", "So.docx"])
def test_the_ending_of_another_kind_of_file_is_refused(asked: str) -> None:
    with pytest.raises(WrongRequest, match=r"«So\.xlsm»") as refused:
        master_path(Path(asked), 2027)
    assert refused.value.code == "HS-04"


def test_without_a_name_the_master_is_called_by_its_year() -> None:
    assert master_path(None, 2027) == Path("KhoaGiao-2027.xlsm")


def test_a_year_that_no_office_works_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest) as refused:
        make_master(Order(tmp_path / "So", year=27), date(2026, 11, 28))
    assert refused.value.code == "HS-03"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A master made in November 2026, nothing said but its name."""
    return make_master(Order(tmp_path_factory.mktemp("made") / "So"), date(2026, 11, 28))


def test_a_master_made_in_november_is_next_years_and_of_the_office_that_stands_then(made: Any) -> None:
    settings = {row["Khóa"]: row["Giá trị"] for row in FileBook(made.path).read("tblCauHinh")}
    assert (settings["nam"], settings["ho_so"]) == ("2027", "2026")
    assert settings["co_quan"] == "Đảng ủy Ủy ban nhân dân tỉnh"
    periods = [str(row["Kỳ"]) for row in FileBook(made.path).read("tblThoiHan")]
    assert {period[:4] for period in periods} == {"2027"}


def test_the_working_folders_stand_beside_it_with_an_inbox_for_each_period(made: Any) -> None:
    folders = {path.name for path in made.path.parent.iterdir() if path.is_dir()}
    assert folders == {
        "huong-dan", "bieu-mau", "hop-thu-den", "tra-lai", "bao-cao", "thu-nhap", "bieu-cap-tren", "gui-cap-tren",
    }  # fmt: skip
    assert (made.path.parent / "hop-thu-den" / "2027-M03").is_dir()


def test_where_a_folder_cannot_be_made_no_master_is_left(tmp_path: Path) -> None:
    (tmp_path / "bieu-mau").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(CannotWrite):
        make_master(Order(tmp_path / "So", year=2027), date(2026, 11, 28))
    assert not (tmp_path / "So.xlsm").exists()


# -- the office's own list --------------------------------------------------------------------------------


@pytest.fixture
def listed(tmp_path: Path) -> Callable[[str], Path]:
    """Write a list of units as a CSV file."""

    def write(text: str) -> Path:
        path = tmp_path / "don-vi.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


SOUND = """Mã;Tên;Loại;Tên khác;Email;Đến ngày
SYT;Sở Y tế;Đảng bộ cơ sở;Sở YT; syt@coquan.vn;
STC;Sở Tài chính;chi bộ;;;30/6/2027
"""


def test_the_units_of_the_list_take_the_place_of_the_sample(tmp_path: Path, listed: Any) -> None:
    made = make_master(Order(tmp_path / "So", year=2027, units=listed(SOUND)), date(2026, 11, 28))
    rows = FileBook(made.path).read("tblDonVi")
    assert [(row["Mã"], row["Loại"], row["Email"]) for row in rows] == [
        ("SYT", "đảng bộ", "syt@coquan.vn"),
        ("STC", "chi bộ", None),
    ]
    assert rows[1]["Đến ngày"] == date(2027, 6, 30)


def test_a_list_in_excel_may_have_a_title_and_columns_of_its_own(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["DANH SÁCH ĐƠN VỊ"], [], ["STT", "Mã đơn vị", "Tên đơn vị"], [1, "SYT", "Sở Y tế"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "ds.xlsx")
    found = read_unit_list(tmp_path / "ds.xlsx")
    assert [(unit.code, unit.name) for unit in found.units] == [("SYT", "Sở Y tế")]
    assert found.notes == (sentence("DV-22", {"columns": "«STT»"}),)


SLIPS = {
    "Mã,Tên\n,Sở Y tế\n": ["A2: thiếu Mã"],
    "Mã,Tên\nSYT,\n": ["B2: thiếu Tên"],
    "Mã,Tên\nSYT,Sở Y tế\nSYT,Sở khác\n": ["A3: mã «SYT» đã có ở ô A2"],
    "Mã,Tên\nSYT,Sở Y tế\nsyt,Sở khác\n": [
        "A3: mã «syt» và mã «SYT» (ô A2) chỉ khác nhau chữ hoa, chữ thường"
    ],
    "Mã,Tên,Email\nSYT,Sở Y tế,syt@@x\n": ["C2: «syt@@x» có hai dấu @ liền nhau"],
    "Mã,Tên,Email\nSYT,Sở Y tế,a@b.vnc@d.vn\n": ["C2: «a@b.vnc@d.vn» là hai địa chỉ chưa cách nhau"],
    "Mã,Tên,Email\nSYT,Sở Y tế,vp; a@b\n": [
        "C2: «vp» không có dấu @ nên không phải địa chỉ thư, «a@b» thiếu phần tên miền sau dấu @ (ví dụ coquan.vn)"
    ],
    "Mã,Tên,Loại\nSYT,Sở Y tế,phòng\n": ["C2: loại «phòng» không phải là đảng bộ hay chi bộ"],
    "Mã,Tên,Đến ngày\nSYT,Sở Y tế,31/2/2027\n": ["C2: «31/2/2027» không phải là ngày"],
}


@pytest.mark.parametrize(("text", "slips"), SLIPS.items())
def test_every_slip_in_the_list_is_named_with_its_cell(text: str, slips: list[str], listed: Any) -> None:
    with pytest.raises(WrongRequest) as refused:
        read_unit_list(listed(text))
    assert refused.value.code == "DV-02"
    assert all(slip in str(refused.value) for slip in slips)


def test_more_slips_than_anybody_reads_are_counted(listed: Any) -> None:
    with pytest.raises(WrongRequest, match="và 5 chỗ nữa"):
        read_unit_list(listed("Mã,Tên\n" + "A,\n" * 13))


def test_of_a_list_full_of_slips_the_first_twenty_are_named_and_the_others_counted(listed: Any) -> None:
    with pytest.raises(WrongRequest) as refused:
        read_unit_list(listed("Mã,Tên\n" + ",x\n" * 25))
    assert str(refused.value).count("thiếu Mã") == 20
    assert sentence("DV-18", {"count": 5}) in str(refused.value)


REFUSED = {
    "Name,Type\nA,B\n": ("DV-01", "«Name», «Type»"),
    "Mã,Tên,Đơn vị\nA,B,C\n": ("DV-04", "B1, C1"),
    "Mã,Tên\n": ("DV-05", "don-vi.csv"),
}


@pytest.mark.parametrize(("text", "told"), REFUSED.items())
def test_a_list_whose_columns_do_not_fit_is_refused_with_their_names(
    text: str, told: tuple[str, str], listed: Any
) -> None:
    code, words = told
    with pytest.raises(WrongRequest, match=words) as refused:
        read_unit_list(listed(text))
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_what_is_no_list_at_all_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 nothing of ours \xff\xfe")
    with pytest.raises(WrongRequest) as refused:
        read_unit_list(tmp_path / name)
    assert refused.value.code == "DV-03"


def test_a_list_without_codes_gets_the_initials_and_says_so(listed: Any) -> None:
    found = read_unit_list(listed("Tên\nSở Giáo dục và Đào tạo\nSở Y tế\nSở Ytế\nSở Y Tá\n"))
    assert [unit.code for unit in found.units] == ["SGDDT", "SYT", "SY", "SYT2"]
    assert found.notes == (sentence("DV-21", {"count": 4}),)


def test_a_proposed_code_is_short_and_its_own() -> None:
    assert propose_code("Vietcombank", set()) == "VIETCOMB"
    assert propose_code("Trường Phổ thông Dân tộc nội trú Trung học phổ thông tỉnh", set()) == "TPTDTNTT"
    assert propose_code("Sở Y tế", {"SYT", "SYT2"}) == "SYT3"


def test_nothing_is_written_when_the_list_is_refused(tmp_path: Path, listed: Any) -> None:
    order = Order(tmp_path / "moi" / "So", year=2027)
    with pytest.raises(WrongRequest):
        make_master(replace(order, units=listed("Mã,Tên\n,x\n")), date(2026, 11, 28))
    assert not (tmp_path / "moi").exists()


def test_the_sheet_of_holidays_asks_for_the_days_that_will_be_swapped(workbook: Any) -> None:
    cells = [str(cell.value) for row in workbook["Ngày nghỉ"].iter_rows(max_row=3) for cell in row]
    assert any(sentence("NN-02", {}) in text for text in cells)
