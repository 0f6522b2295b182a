"""Where things stand: rows under a table, notes beside it, lost columns, blank rows, moved columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.office.year import Year
from tests.fresh_year import fresh_year
from tests.inspection.conftest import at, found_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.books.base import Row

    Retouch = Callable[[str, str, str], list[str]]

END = "</sheetData>"


def row(number: int, **cells: str) -> str:
    """Return the XML of a row that somebody typed."""
    typed = (f'<c r="{at}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in cells.items())
    return f'<row r="{number}">{"".join(typed)}</row>{END}'


def test_a_row_typed_under_a_table_that_did_not_grow_is_told(retouch: Retouch) -> None:
    found = retouch("tblDonVi", END, row(98, A="SMOI", B="Sở mới"))
    assert at(found) == [("A98", "KT-02")]
    assert "Dòng 98 nằm ngoài bảng nên không được đọc. Kéo góc dưới bên phải của bảng xuống" in found[0]


def test_what_stands_under_a_table_of_the_program_keeps_it_from_growing(retouch: Retouch) -> None:
    found = retouch("tblTiepNhan", END, row(30, C="ghi chú"))
    assert at(found) == [("C30", "KT-03")]
    assert "Dòng 30 nằm dưới bảng do chương trình ghi, bảng sẽ không dài thêm được." in found[0]


def test_notes_beside_a_table_are_the_users_own_and_one_line(retouch: Retouch) -> None:
    found = retouch("tblDonVi", END, row(98, P="gọi điện", R="xem lại"))
    assert at(found) == [("P98", "KT-04")]
    assert "Có 2 ô ghi bên ngoài bảng; chương trình không đọc, không sửa các ô này." in found[0]


def test_a_blank_row_among_filled_ones_is_told(retouch: Retouch) -> None:
    found = retouch("tblDonVi", r'<row r="7" .*?</row>', "")
    assert at(found) == [("A7", "KT-05")]
    assert "Dòng 7 trống ở giữa bảng" in found[0]


def test_a_heading_that_was_changed_is_a_lost_column(retouch: Retouch) -> None:
    found = retouch("tblDonVi", 'name="Email"', 'name="Thư"')
    assert at(found) == [("A4", "KT-01")]
    assert "Thiếu cột «Email»: tiêu đề đã bị sửa hoặc cột đã bị xóa." in found[0]


def test_a_table_that_is_gone_stops_no_check(retouch: Retouch) -> None:
    found = retouch("tblSoTongKet", 'displayName="tblSoTongKet"', 'displayName="Bang1"')
    assert at(found) == [("", "MS-01")]


def test_a_finding_names_the_cell_where_the_column_stands_now(retouch: Retouch, tmp_path: Path) -> None:
    """Name and kind have changed places, and one name is gone."""
    retouch("tblDonVi", r'name="Tên"(.*?)name="Loại"', r'name="Loại"\1name="Tên"')
    found = found_in(Year.read(FileBook(tmp_path / "So.xlsm")))
    assert ("B5", "KT-30") in at(found)


def test_a_finding_counts_the_rows_of_the_sheet_not_those_that_are_filled() -> None:
    tasks: list[Row] = [
        {"Mã": "NV01", "Nhiệm vụ": "Một"},
        {"Mã": "NV03", "Nhiệm vụ": "Ba", "Trạng thái": "chưa"},
    ]
    page = fresh_year().with_tables({"tblKeHoach": tasks}).pages["tblKeHoach"]
    gapped = replace(page, layout=replace(page.layout, rows=(5, 7)))
    assert at(found_in(Year(Path(), {"tblKeHoach": gapped}))) == [("A6", "KT-05"), ("K7", "KT-30")]
