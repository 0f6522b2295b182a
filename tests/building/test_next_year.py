"""A master that follows that of the year before: what goes on stands in it, what stays behind is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.new_master import NewMaster, Order, make_master
from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.year import Year, read_year

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row

OLDER = Path(__file__).with_name("older") / "first-layout.xlsm"
TODAY = date(2024, 12, 2)
Change = Callable[[FileBook], None]


@pytest.fixture
def last(small_master: Path, tmp_path: Path) -> Path:
    """The master of 2024 with eight units, in use."""
    folder = tmp_path / "2024"
    folder.mkdir()
    return Path(shutil.copy(small_master, folder / "So-2024.xlsm"))


def changed(path: Path, table: str, key: str, value: str, **cells: Any) -> None:
    """Let the office change cells of the first row that has `value` under `key`."""
    book = FileBook(path)
    rows = book.read(table)
    row = next(row for row in rows if row[key] == value)
    row.update({name.replace("_", " "): cell for name, cell in cells.items()})
    book.write(table, rows)
    book.save()


def put(path: Path, table: str, *rows: Row) -> None:
    book = FileBook(path)
    book.write(table, rows)
    book.save()


def following(last: Path, **order: Any) -> NewMaster:
    """Make the master of the next year in the folder above."""
    path = last.parent.parent / "So-moi"
    return make_master(Order(path, last=last, **order), TODAY)


def row(made: NewMaster, table: str, key: str, value: str) -> Row:
    return next(row for row in FileBook(made.path).read(table) if row[key] == value)


def told(made: NewMaster) -> str:
    return "\n".join(made.notes)


def test_the_next_year_is_the_years_after_and_knows_where_the_last_lies(last: Path) -> None:
    made = following(last)
    year = read_year(made.path)
    assert (year.settings.year, year.settings.last_year_master) == (2025, "2024/So-2024.xlsm")
    assert year.last_year is not None
    assert year.last_year_told == ()


def test_the_new_master_passes_its_check(last: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(last.parent / "So-2025.xlsm"), "--from", str(last)]) == 0
    capsys.readouterr()
    assert main(["check", str(last.parent / "So-2025.xlsm")]) == 0
    assert "Đã kiểm tra sổ: mọi ô đều đúng." in capsys.readouterr().out


def test_the_last_master_stays_as_it_is(last: Path) -> None:
    before = last.read_bytes()
    following(last)
    assert last.read_bytes() == before


def test_deadlines_and_holidays_are_those_of_the_new_year(last: Path) -> None:
    book = FileBook(following(last).path)
    assert {str(row["Kỳ"])[:4] for row in book.read("tblThoiHan")} == {"2025"}
    assert {row["Ngày"].year for row in book.read("tblNgayNghi")} == {2025, 2026}  # type: ignore[union-attr]


# -- units and recipients ---------------------------------------------------------------------------------


def test_units_keep_their_addresses_and_what_they_are_asked(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Email="syt@tinh.example", Gồm_chỉ_tiêu="KG001; KG201")
    unit = row(following(last), "tblDonVi", "Mã", "SYT")
    assert (unit["Email"], unit["Gồm chỉ tiêu"]) == ("syt@tinh.example", "KG001; KG201")


def test_a_unit_whose_last_day_has_passed_stays_behind_and_is_named(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Đến_ngày=date(2024, 6, 30))
    made = following(last)
    assert "SYT" not in {unit.code for unit in read_year(made.path).units}
    assert "1 đơn vị đã thôi hoạt động (" in told(made)


def test_a_unit_that_ends_in_the_new_year_still_stands(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Đến_ngày=date(2025, 2, 28))
    assert row(following(last), "tblDonVi", "Mã", "SYT")["Tên"]


def test_a_renamed_unit_stands_under_its_new_name_and_is_known_by_the_old(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Tên_trước="Sở Y tế cũ", Đổi_tên_từ=date(2024, 9, 1))
    unit = row(following(last), "tblDonVi", "Mã", "SYT")
    assert (unit["Tên trước"], unit["Đổi tên từ"]) == (None, None)
    assert "Sở Y tế cũ" in str(unit["Tên khác"])


def test_a_part_of_a_unit_that_is_gone_stands_for_itself_and_that_is_said(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Đến_ngày=date(2024, 6, 30))
    changed(last, "tblDonVi", "Mã", "STP", Bộ_phận_của="SYT")
    made = following(last)
    assert row(made, "tblDonVi", "Mã", "STP")["Bộ phận của"] is None
    assert "không còn là bộ phận của SYT" in told(made)


def test_a_list_of_units_takes_the_place_of_last_years(last: Path, tmp_path: Path) -> None:
    (tmp_path / "don-vi.csv").write_text("Mã,Tên\nA1,Chi bộ một\n", encoding="utf-8")
    made = following(last, units=tmp_path / "don-vi.csv")
    assert [unit.code for unit in read_year(made.path).units] == ["A1"]


# -- the plan ---------------------------------------------------------------------------------------------


def test_of_a_list_of_its_own_nothing_is_said_to_come_from_the_last_master(
    last: Path, tmp_path: Path
) -> None:
    (tmp_path / "don-vi.csv").write_text("Mã,Tên\nA1,Chi bộ một\n", encoding="utf-8")
    made = following(last, units=tmp_path / "don-vi.csv")
    taken, *_ = made.notes
    assert taken.startswith(f"Lấy từ sổ «{last.name}»: ")
    assert "đơn vị" not in taken


def test_directives_go_on_but_those_dropped_or_of_one_year(last: Path) -> None:
    lasting: Row = {"Số, ký hiệu": "45-NQ/TW", "Loại": "Nghị quyết", "Trạng thái": "nhận", "Thay đổi": "x"}
    dropped: Row = {"Số, ký hiệu": "25-CT/TW", "Loại": "Chỉ thị", "Trạng thái": "bỏ"}
    of_2024: Row = {"Số, ký hiệu": "143-HD/BTGTU", "Trích yếu": "công tác khoa giáo năm 2024"}
    put(last, "tblVanBan", lasting, dropped, of_2024)
    made = following(last)
    (left,) = FileBook(made.path).read("tblVanBan")
    assert (left["Số, ký hiệu"], left["Trạng thái"], left["Thay đổi"]) == ("45-NQ/TW", "nhận", None)
    assert "1 văn bản chỉ hướng dẫn cho năm cũ; 1 văn bản đã bỏ" in told(made)


def test_open_reviews_go_on_with_their_steps_and_those_done_do_not(last: Path) -> None:
    put(
        last, "tblVanBan", {"Số, ký hiệu": "49-KL/TW", "Loại": "Kết luận", "Ngày ban hành": date(2023, 2, 28)}
    )
    review: Row = {"Loại": "Sơ kết", "Số năm": 2, "Số, ký hiệu": "49-KL/TW"}
    day = date(2025, 2, 28)
    put(
        last, "tblSoTongKet",
        {**review, "Mã": "ST01", "Ngày tròn": day, "Trạng thái": "đang làm"},
        {**review, "Mã": "ST02", "Loại": "Tổng kết", "Trạng thái": "xong"},
    )  # fmt: skip
    step: Row = {"Bước": 1, "Nội dung": "Ban hành kế hoạch", "Trạng thái": "xong"}
    put(
        last, "tblBuoc",
        {**step, "Mã cuộc": "ST01", "Mã": "B01", "Hạn": date(2024, 12, 15)},
        {**step, "Mã cuộc": "ST02", "Mã": "B02"},
    )  # fmt: skip
    made = following(last)
    book = FileBook(made.path)
    assert [row["Mã"] for row in book.read("tblSoTongKet")] == ["ST01"]
    assert [(row["Mã"], row["Trạng thái"]) for row in book.read("tblBuoc")] == [("B01", "xong")]
    assert "1 cuộc sơ kết, tổng kết đã xong hoặc bỏ" in told(made)
    assert any(row["Mã"] == "ST01" for row in book.read("tblLichHan"))


def test_tasks_stay_behind_and_are_counted(last: Path) -> None:
    put(last, "tblKeHoach", {"Mã": "NV01", "Nhiệm vụ": "Tọa đàm"})
    made = following(last)
    assert FileBook(made.path).read("tblKeHoach") == []
    assert "1 nhiệm vụ (nạp hướng dẫn của năm mới)" in told(made)


def test_guidance_taken_in_again_doubles_no_review_and_takes_no_day_of_a_step(
    small_day: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(small_day, tmp_path / "2024"))
    last = next(folder.glob("*.xlsm"))
    made = following(last)
    before = FileBook(made.path).read("tblBuoc")
    assert any(row["Hạn"] for row in before)
    assert main(["plan", str(made.path), str(next((folder / "huong-dan").glob("*.docx")))]) == 0
    after = FileBook(made.path).read("tblBuoc")
    assert [(row["Mã"], row["Hạn"]) for row in after] == [(row["Mã"], row["Hạn"]) for row in before]


def test_open_issues_go_on_with_their_year_at_the_unit_that_took_theirs_in(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Đến_ngày=date(2024, 6, 30), Nhập_vào="STP")
    changed(last, "tblDonVi", "Mã", "STC", Đến_ngày=date(2024, 6, 30))
    issue: Row = {"Ngày": date(2024, 5, 2), "Mã đơn vị": "SYT", "Nội dung": "Thiếu thuốc"}
    put(
        last, "tblVanDe",
        {**issue, "Mã": "VD001"},
        {**issue, "Mã": "VD002", "Ngày xong": date(2024, 5, 9)},
        {**issue, "Mã": "VD003-2023", "Mã đơn vị": "STP"},
        {**issue, "Mã": "VD004", "Mã đơn vị": "STC"},
    )  # fmt: skip
    made = following(last)
    rows = FileBook(made.path).read("tblVanDe")
    assert [(row["Mã"], row["Mã đơn vị"]) for row in rows] == [("VD001-2024", "STP"), ("VD003-2023", "STP")]
    assert "1 vấn đề nổi cộm chưa xong của đơn vị đã thôi hoạt động" in told(made)


# -- what the office made of the defaults -----------------------------------------------------------------


def test_the_offices_own_rules_indicators_and_settings_go_on(last: Path) -> None:
    changed(last, "tblQuyTac", "Mã", "R02", Trạng_thái="tắt")
    changed(last, "tblChiTieu", "Mã", "KG201", Chỉ_tiêu="Số cuộc của cơ quan")
    changed(last, "tblCauHinh", "Khóa", "nguong_tam_tinh", Giá_trị="80")
    made = following(last)
    assert row(made, "tblQuyTac", "Mã", "R02")["Trạng thái"] == "tắt"
    assert row(made, "tblChiTieu", "Mã", "KG201")["Chỉ tiêu"] == "Số cuộc của cơ quan"
    assert row(made, "tblCauHinh", "Khóa", "nguong_tam_tinh")["Giá trị"] == "80"
    assert "Trang «Quy tắc»: 1 dòng giữ theo sổ cũ, khác mặc định của chương trình (R02)." in made.notes


def test_the_offices_own_words_for_its_letters_go_on(last: Path) -> None:
    changed(last, "tblMauThu", "Loại thư", "giấy nhận", Tiêu_đề="Giấy nhận của cơ quan")
    made = following(last)
    assert row(made, "tblMauThu", "Loại thư", "giấy nhận")["Tiêu đề"] == "Giấy nhận của cơ quan"
    assert "Trang «Mẫu thư»: 1 dòng giữ theo sổ cũ, khác mặc định của chương trình (giấy nhận)." in made.notes


@pytest.mark.parametrize(("mine", "carried"), [("Nhãn 2024", "Nhãn 2025"), ("Nhãn riêng", "Nhãn riêng")])
def test_a_label_that_the_office_left_alone_is_that_of_the_new_year(mine: str, carried: str) -> None:
    from khoagiao_xl.building.next_year.carried_customs import Defaults, lay_over

    before, now = {("KG9", 1): {"label": "Nhãn 2024"}}, {("KG9", 1): {"label": "Nhãn 2025"}}
    found = lay_over({("KG9", 1): {"label": mine}}, Defaults(before, now), frozenset())
    assert found.rows == ({"label": carried},)


def test_a_rule_of_the_offices_own_and_a_key_of_its_own_go_on(last: Path) -> None:
    book = FileBook(last)
    rules = book.read("tblQuyTac")
    book.write("tblQuyTac", [*rules, {**rules[0], "Mã": "X01", "Thông báo": "Của cơ quan"}])
    book.write("tblCauHinh", [*book.read("tblCauHinh"), {"Khóa": "ghi_chu", "Giá trị": "riêng"}])
    book.save()
    made = following(last)
    assert row(made, "tblQuyTac", "Mã", "X01")["Thông báo"] == "Của cơ quan"
    assert row(made, "tblCauHinh", "Khóa", "ghi_chu")["Giá trị"] == "riêng"


def test_what_the_last_master_has_not_comes_in_its_place_and_is_told(last: Path) -> None:
    book = FileBook(last)
    rows = book.read("tblChiTieu")
    put(last, "tblChiTieu", *(row for row in rows if row["Mã"] != "KG003"))
    made = following(last)
    codes = [item.code for item in read_year(made.path).indicators]
    assert codes == [row["Mã"] for row in rows]
    assert "Trang «Chỉ tiêu»: 1 dòng mới của chương trình, sổ cũ không có (KG003)." in told(made)


def test_an_indicator_that_nobody_asks_any_more_is_left_out_and_told(last: Path) -> None:
    from khoagiao_xl.building.next_year.carried_customs import Defaults, lay_over
    from khoagiao_xl.building.next_year.succession import customs_told
    from khoagiao_xl.model import schema

    rows = {("KG900", 1): {"code": "KG900", "label": "Cũ"}}
    found = lay_over(rows, Defaults(before=rows, now={}), frozenset())
    assert found.rows == ()
    assert list(customs_told(found, schema.INDICATORS)) == [
        "Trang «Chỉ tiêu»: 1 dòng chương trình không dùng nữa nên không mang sang (KG900)."
    ]


def test_the_master_has_an_id_of_its_own_and_the_python_of_this_machine(last: Path) -> None:
    before = Year.read(FileBook(last)).settings
    after = read_year(following(last, python="/opt/python").path).settings
    assert after.master_id != before.master_id
    assert after.python == "/opt/python"


# -- other years, other layouts, other files --------------------------------------------------------------


def test_a_master_of_the_first_layout_leaves_what_it_has(tmp_path: Path) -> None:
    made = following(Path(shutil.copy(OLDER, tmp_path / "So.xlsm")), year=2025)
    year = read_year(made.path)
    assert len(year.units) == len(FileBook(OLDER).read("tblDonVi"))
    assert next(item for item in year.indicators if item.code == "KG001").over_year


def test_a_year_that_does_not_follow_compares_nothing(last: Path) -> None:
    made = following(last, year=2026)
    assert read_year(made.path).settings.last_year_master == ""
    assert "không liền sau sổ năm 2024" in told(made)


def test_a_kind_of_office_that_is_no_more_gives_way_and_that_is_said(last: Path) -> None:
    made = following(last, year=2026)
    settings = read_year(made.path).settings
    assert (settings.profile, settings.body) == ("2026", "Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh")
    assert "Hồ sơ «2024» của sổ cũ đổi thành «2026» cho năm 2026" in told(made)


def test_one_that_is_open_is_taken_as_stored_and_said_so(last: Path) -> None:
    last.with_name(f"~${last.name}").write_bytes(b"x")
    assert "Sổ «So-2024.xlsm» đang mở ở nơi khác: lấy theo lần lưu gần nhất." in following(last).notes


@pytest.mark.parametrize("content", [b"", b"no workbook at all"])
def test_what_is_no_master_makes_none(content: bytes, last: Path) -> None:
    last.write_bytes(content)
    with pytest.raises(WrongRequest, match=r"Không tạo được sổ từ «So-2024\.xlsm»") as refused:
        following(last)
    assert refused.value.code == "NC-10"
    assert not (last.parent.parent / "So-moi.xlsm").exists()


def test_a_cell_that_nobody_can_read_makes_none(last: Path) -> None:
    changed(last, "tblDonVi", "Mã", "SYT", Đến_ngày="hôm nào đó")
    with pytest.raises(WrongRequest, match="hôm nào đó") as refused:
        following(last)
    assert refused.value.code == "NC-10"
