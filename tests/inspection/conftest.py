"""A sound master, and a way to write a sheet into a test as it looks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from khoagiao_xl.books.cell_values import as_value
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.office.year import Year
from tests.fresh_year import fresh_year

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row, Value
    from khoagiao_xl.model.findings import Finding

Look = Callable[..., list[str]]
# One sound row of each table whose columns a test need not all spell out.
SOUND: Final[dict[str, Row]] = {
    "tblKeHoach": {"Mã": "NV90", "Nhiệm vụ": "Kiểm tra công tác khoa giáo", "Trạng thái": "nhận"},
    "tblVanBan": {
        "Số, ký hiệu": "36-NQ/TW",
        "Loại": "Nghị quyết",
        "Ngày ban hành": date(2014, 7, 1),
        "Cơ quan ban hành": "Bộ Chính trị",
        "Trích yếu": "về đẩy mạnh ứng dụng, phát triển công nghệ thông tin",
    },
    "tblSoTongKet": {
        "Loại": "Tổng kết",
        "Số năm": 10,
        "Số, ký hiệu": "36-NQ/TW",
        "Ngày tròn": date(2024, 7, 1),
    },
    "tblDonVi": {"Mã": "DV1", "Tên": "Đơn vị thứ nhất", "Loại": "chi bộ"},
    "tblThoiHan": {
        "Kỳ": "2024-M01",
        "Từ ngày": date(2023, 12, 15),
        "Đến ngày": date(2024, 1, 14),
        "Hạn đơn vị": date(2024, 1, 18),
        "Hạn báo cáo": date(2024, 1, 25),
        "Hạn khóa": date(2024, 2, 1),
    },
    "tblMauThu": {"Loại thư": "đôn đốc", "Tiêu đề": "Nhắc việc", "Nội dung": "{{ noi_dung }}"},
    "tblNgayNghi": {"Ngày": date(2024, 1, 1), "Tên": "Tết Dương lịch", "Loại": "nghỉ"},
    "tblMienTru": {
        "Kỳ": "2024-M01",
        "Mã đơn vị": "SYT",
        "Quy tắc": "GIA-HAN",
        "Lý do": "Chờ số liệu",
        "Người cho phép": "Thường trực",
        "Đến hết": date(2024, 1, 22),
    },
    "tblVanDe": {
        "Mã": "VD001",
        "Ngày": date(2024, 3, 12),
        "Mã đơn vị": "SYT",
        "Nội dung": "Thiếu nước sinh hoạt tại trường",
        "Mức": "bức xúc",
        "Nguồn": "tin nhanh",
    },
    "tblPhuTrach": {"Tên": "Chuyên viên 1", "Vai trò": "chuyên viên"},
    "tblLoiBaoCao": {"Kỳ": "2024-M01", "Mục": "Bài học kinh nghiệm", "Nội dung": "Phải bám cơ sở."},
    "tblVanBanDi": {"Loại": "Công văn", "Trích yếu": "nắm tình hình dư luận xã hội"},
    "tblChiTieu": {
        "Mã": "KG901",
        "Chỉ tiêu": "Số cuộc",
        "Kiểu": "số đếm",
        "M": "x",
        "Theo thời gian": "cộng",
        "Theo đơn vị": "cộng",
    },
    "tblQuyTac": {
        "Mã": "R90",
        "Vế trái": "KG108",
        "So sánh": "<=",
        "Vế phải": "KG107",
        "Mức": "lỗi",
        "Trạng thái": "bật",
        "Thông báo": "Số dự lớn hơn số triệu tập",
    },
    "tblCauHinh": {},
}


def rows_of(markdown: str, sound: Row) -> list[Row]:
    """Return the rows of a sheet written as a table, the columns left out as in a sound row.

    2024-03-31 is a day, 5 a number, "5" in quotes a text with its blanks, nothing a blank cell.
    """
    lines = [line.strip().strip("|").split("|") for line in markdown.strip().splitlines()]
    headings = [word.strip() for word in lines[0]]
    return [{**sound, **dict(zip(headings, map(_value, line), strict=True))} for line in lines[1:]]


def _value(cell: str) -> Value:
    text = cell.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return text[1:-1] if text.startswith('"') else text or None


def told(findings: list[Finding]) -> list[str]:
    """Return findings as «E5 KT-10: sentence»."""
    return [f"{finding.place.cell} {finding.code}: {finding.message}" for finding in findings]


def at(found: list[str]) -> list[tuple[str, str]]:
    """Return cell and code of what was found."""
    return [(line.split(" ")[0], line.split(" ")[1].rstrip(":")) for line in found]


def found_in(year: Year) -> list[str]:
    """Return what is found in a master."""
    return told(inspect(year))


def typed(year: Year, table: str, rows: list[Row]) -> Year:
    """Return the year with these rows in a table, read as a book reads them: blanks at the ends are lost."""
    read = [{heading: as_value(value) for heading, value in row.items()} for row in rows]
    page = year.with_tables({table: read}).pages[table]
    unread = {}
    for number, row in zip(page.layout.rows, rows, strict=True):
        for heading, value in row.items():
            if isinstance(value, str) and as_value(value) != value:
                unread[f"{page.layout.letters[heading]}{number}"] = value
    page = replace(page, layout=replace(page.layout, unread=unread))
    return Year(year.path, {**year.pages, table: page})


@pytest.fixture
def look() -> Look:
    """Put rows in the place of a fresh master's own, or after them (`more`), and return what is found."""
    year = fresh_year()

    def run(table: str, markdown: str, *, more: bool = False) -> list[str]:
        nonlocal year
        rows = rows_of(markdown, SOUND[table])
        before = list(year.pages[table].rows) if more else []
        year = typed(year, table, [*before, *rows])
        return found_in(year)

    return run


@pytest.fixture
def retouch(built_master: Path, tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Change the XML of a table's sheet to what Excel would have written, and return what is found."""
    path = tmp_path / "So.xlsm"
    shutil.copy(built_master, path)

    def run(table: str, old: str, new: str) -> list[str]:
        place = FileBook(path)._place(table)
        package = Package.parse(path.read_bytes())
        for part in (place.sheet_part, place.table_part):
            package.replace(part, re.sub(old, new, package.read(part).decode(), count=1).encode())
        path.write_bytes(package.to_bytes())
        return found_in(Year.read(FileBook(path)))

    return run
