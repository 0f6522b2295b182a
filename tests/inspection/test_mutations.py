"""A sound master has nothing to be said of; one slip is found at its cell, alone; put right, it is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.model import schema
from khoagiao_xl.office.year import Year
from tests.fresh_year import fresh_year
from tests.inspection.conftest import SOUND, found_in

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row


@dataclass(frozen=True)
class Slip:
    """One value put into a column of a table's last row, and the code that must be said of its cell.

    said_of: the column that is to be put right, where it is another one.
    """

    table: schema.Table
    column: str
    value: Any
    code: str
    said_of: str = ""


SLIPS = (
    Slip(schema.TASKS, "Mã", None, "KT-10"),
    Slip(schema.TASKS, "Nhiệm vụ", None, "KT-10"),
    Slip(schema.TASKS, "Lĩnh vực", "Giáo dục", "KT-30"),
    Slip(schema.TASKS, "Trạng thái", "Nhận", "KT-30"),
    Slip(schema.TASKS, "Độ chắc", "chắc", "KT-30"),
    Slip(schema.TASKS, "Chủ trì", "Sở Y", "KT-70"),
    Slip(schema.TASKS, "Văn bản", "36/NQ-TW", "KT-50"),
    Slip(schema.TASKS, "Văn bản", "36-NQ/TW, 25-CT/TW", "KT-51"),
    Slip(schema.TASKS, "Hạn", "31/3/2024", "KT-20"),
    Slip(schema.TASKS, "Hạn", "31/02/2024", "KT-21"),
    Slip(schema.TASKS, "Hạn", date(1924, 3, 28), "KT-22"),
    Slip(schema.TASKS, "Hạn", date(2024, 3, 31), "KT-61"),
    Slip(schema.TASKS, "Hạn", date(2034, 3, 31), "KT-62"),
    Slip(schema.TASKS, "Sản phẩm", date(2024, 3, 1), "KT-26"),
    Slip(schema.TASKS, "Định kỳ", True, "KT-26"),
    Slip(schema.TASKS, "Hạn", date(2023, 3, 28), "KT-62"),
    Slip(schema.TASKS, "Hạn bằng lời", "trước ngày 20/6/2024", "KT-67", "Hạn"),
    Slip(schema.TASKS, "Văn bản", "36 - NQ/TW", "KT-50"),
    Slip(schema.DIRECTIVES, "Số, ký hiệu", None, "KT-10"),
    Slip(schema.DIRECTIVES, "Số, ký hiệu", "văn bản số hai mươi", "KT-63"),
    Slip(schema.DIRECTIVES, "Loại", "Chỉ thị", "KT-64"),
    Slip(schema.DIRECTIVES, "Loại", "abc", "KT-64"),
    Slip(schema.DIRECTIVES, "Ngày ban hành", date(2042, 7, 1), "KT-65"),
    Slip(schema.DIRECTIVES, "Ngày ban hành", "01.7.2014", "KT-20"),
    Slip(schema.DIRECTIVES, "Ngày ban hành", "tháng 7", "KT-21"),
    Slip(schema.REVIEWS, "Loại", "Sơ tổng kết", "KT-30"),
    Slip(schema.REVIEWS, "Số năm", "10 năm", "KT-23"),
    Slip(schema.REVIEWS, "Số năm", "mười", "KT-24"),
    Slip(schema.REVIEWS, "Số năm", -1, "KT-25"),
    Slip(schema.REVIEWS, "Số, ký hiệu", None, "KT-52"),
    Slip(schema.REVIEWS, "Số, ký hiệu", "36-NQ/TU", "KT-53"),
    Slip(schema.REVIEWS, "Ngày tròn", date(2024, 7, 2), "KT-54"),
    Slip(schema.REVIEWS, "Ngày tròn", None, "KT-68"),
    Slip(schema.REVIEW_STEPS, "Mã cuộc", "TK99", "KT-31"),
    Slip(schema.REVIEW_STEPS, "Hạn", date(2024, 3, 31), "KT-61"),
    Slip(schema.REVIEWS, "Chủ trì", "Phòng Khoa giáo", "KT-70"),
    Slip(schema.REVIEWS, "Phụ trách", "Chuyên viên", "KT-31"),
    Slip(schema.TASKS, "Tiến độ (%)", 101, "KT-141"),
    Slip(schema.TASKS, "Tệp, liên kết", "08-KH.docx", "KT-144"),
    Slip(schema.ASSIGNEES, "Vai trò", "trưởng phòng", "KT-30"),
    Slip(schema.UNITS, "Mã", None, "KT-10"),
    Slip(schema.UNITS, "Mã", "VPTU", "KT-40"),
    Slip(schema.UNITS, "Mã", "MỚІ", "KT-13"),
    Slip(schema.UNITS, "Tên", "Báo Lào Cai", "KT-41"),
    Slip(schema.UNITS, "Tên khác", "Mới\u200b", "KT-12"),
    Slip(schema.UNITS, "Loại", "Chi Bộ", "KT-30"),
    Slip(schema.UNITS, "Email", "đơnvị@khoi.example", "KT-80"),
    Slip(schema.UNITS, "Gồm chỉ tiêu", "KG101; KG1O2", "KT-55"),
    Slip(schema.DEADLINES, "Kỳ", "Quý 1", "KT-57"),
    Slip(schema.DEADLINES, "Kỳ", "2024-M02", "KT-40"),
    Slip(schema.DEADLINES, "Hạn đơn vị", None, "KT-10"),
    Slip(schema.DEADLINES, "Hạn khóa", date(2024, 1, 2), "KT-60"),
    Slip(schema.DEADLINES, "Hạn khóa", date(2025, 5, 2), "KT-69"),
    Slip(schema.HOLIDAYS, "Loại", "nghỉ lễ", "KT-30"),
    Slip(schema.HOLIDAYS, "Ngày", date(2024, 2, 9), "KT-40"),
    Slip(schema.INDICATORS, "Kiểu", "Số đếm", "KT-30"),
    Slip(schema.INDICATORS, "M", "0", "KT-30"),
    Slip(schema.INDICATORS, "Công thức", "KG107/KG999", "KT-55"),
    Slip(schema.INDICATORS, "Công thức", "KG107:KG108", "QT-01"),
    Slip(schema.INDICATORS, "Theo đơn vị", "tính lại", "KT-58", "Công thức"),
    Slip(schema.RULES, "Vế trái", "số dự", "QT-01"),
    Slip(schema.RULES, "Vế phải", "KG998", "KT-55"),
    Slip(schema.RULES, "Trạng thái", "Bật", "KT-30"),
    Slip(schema.WAIVERS, "Mã đơn vị", "SYTE", "KT-31"),
    Slip(schema.WAIVERS, "Kỳ", "2024-M13", "KT-31"),
    Slip(schema.WAIVERS, "Quy tắc", "R99", "KT-56"),
    Slip(schema.WAIVERS, "Chỉ tiêu", "KG9", "KT-55"),
    Slip(schema.ISSUES, "Mã đơn vị", "SYTE", "KT-31"),
    Slip(schema.ISSUES, "Mức", "gay", "KT-30"),
    Slip(schema.ISSUES, "Ngày", "12.3", "KT-21"),
    Slip(schema.ISSUES, "Ngày", date(2025, 3, 12), "KT-133"),
    Slip(schema.ISSUES, "Ngày xong", date(2024, 3, 1), "KT-130"),
    Slip(schema.ISSUES, "Ngày xong", date(2024, 3, 20), "KT-132", "Kết quả"),
    Slip(schema.ISSUES, "Hạn xử lý", date(2024, 3, 1), "KT-131"),
    Slip(schema.LETTER_WORDS, "Loại thư", "nhắc nhở", "KT-30"),
    Slip(schema.LETTER_WORDS, "Loại thư", "tin nhanh", "THU-24"),
    Slip(schema.LETTER_WORDS, "Bước", "lần hai", "THU-26"),
    Slip(schema.LETTER_WORDS, "Tiêu đề", "Tin {{ ma_tim }}", "THU-21"),
    Slip(schema.LETTER_WORDS, "Nội dung", "{{ noi_dung }", "THU-22"),
    Slip(schema.LETTER_WORDS, "Nội dung", "{{ noi_dung|upper }}", "THU-23"),
    Slip(schema.UNITS, "Sao gửi", "chưa có", "KT-80"),
    Slip(schema.SETTINGS, "Khóa", "pythonn", "KT-95"),
    Slip(schema.SETTINGS, "Khóa", "ghi_chu", "KT-94"),
)
TYPED = [table for table in schema.TABLES if table.typed]
MORE: dict[str, list[Row]] = {
    "tblVanBan": [
        {
            "Số, ký hiệu": "25-CT/TW",
            "Loại": "Chỉ thị",
            "Ngày ban hành": date(2023, 10, 25),
            "Cơ quan ban hành": "Ban Bí thư",
            "Trích yếu": "về y tế cơ sở",
        },
        {"Số, ký hiệu": "20-KH/TW", "Loại": "Kế hoạch", "Ngày ban hành": date(2023, 11, 28)},
    ],
    "tblKeHoach": [
        {**SOUND["tblKeHoach"], "Mã": "NV91", "Hạn": date(2024, 3, 28), "Văn bản": "36-NQ/TW; 25-CT/TW"}
    ],
    "tblThoiHan": [{**SOUND["tblThoiHan"], "Kỳ": "2024-H2"}],
    "tblNgayNghi": [{**SOUND["tblNgayNghi"], "Ngày": date(2023, 1, 1)}],
    "tblCauHinh": [],
}


@cache
def sound() -> Year:
    """Return a fresh master with a row of one's own in every table."""
    year = fresh_year()
    for table, row in SOUND.items():
        known = list(year.pages[table].rows)
        first = [] if known and table in MORE else [row]
        year = year.with_tables({table: [*known, *first, *MORE.get(table, [])]})
    return year


def test_a_fresh_master_is_sound(built_master: Path) -> None:
    assert found_in(Year.read(FileBook(built_master))) == []


def test_a_master_with_rows_of_ones_own_is_sound() -> None:
    assert found_in(sound()) == []


def with_last(table: schema.Table, **values: Any) -> Year:
    """Return the sound year with other values in the last row of one table."""
    *rows, last = sound().pages[table.name].rows
    return sound().with_tables({table.name: [*rows, {**last, **values}]})


def last_cell(table: schema.Table, column: str) -> str:
    page = sound().pages[table.name]
    return f"{page.layout.letters[column]}{page.layout.rows[-1]}"


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.table.name}-{slip.column}-{slip.value}")
def test_one_slip_is_found_at_its_cell_and_nothing_else_is_said(slip: Slip) -> None:
    found = found_in(with_last(slip.table, **{slip.column: slip.value}))
    cell = last_cell(slip.table, slip.said_of or slip.column)
    assert [line.split(":")[0] for line in found] == [f"{cell} {slip.code}"]


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.name)
def test_every_column_that_must_be_filled_in_is_missed(table: schema.Table) -> None:
    for column in table.columns:
        if column.required:
            places = [line.split(" ")[0] for line in found_in(with_last(table, **{column.name: None}))]
            assert last_cell(table, column.name) in places


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.name)
def test_every_drop_down_is_held_to(table: schema.Table) -> None:
    for column in table.columns:
        if column.choices or column.source:
            found = found_in(with_last(table, **{column.name: "không có"}))
            cell = last_cell(table, column.name)
            assert [line.split(":")[0] for line in found] in ([f"{cell} KT-30"], [f"{cell} KT-31"])


ANYTHING = st.one_of(
    st.text(max_size=12), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.dates(), st.sampled_from(["KG101; KG102", "M; Q", "2..1", "ton(KG101)", "a@b", "99999", "#REF!"]),
)  # fmt: skip


@settings(max_examples=100)
@given(st.data())
def test_whatever_is_typed_the_check_goes_on_and_repeats_itself(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TYPED))
    values = {column.name: data.draw(ANYTHING) for column in table.columns if data.draw(st.booleans())}
    year = with_last(table, **values)
    found = found_in(year)
    assert found == found_in(year)
    assert all(line.split(" ")[0] and ": " in line for line in found)
