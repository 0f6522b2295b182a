"""One contract for every kind of book; a new kind joins the list at the top and nothing else changes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.schema import DEADLINES
from khoagiao_xl.office.rows import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from khoagiao_xl.books.base import Book, Row

KINDS: dict[str, Callable[[Any], Book]] = {"file": FileBook, "libreoffice": LiveBook, "excel": LiveBook}
MARKS = {"libreoffice": [pytest.mark.office, pytest.mark.slow], "excel": [pytest.mark.excel]}
ROWS: list[Row] = [
    {"Ngày": date(2024, 4, 30), "Tên": "Ngày Chiến thắng", "Loại": "nghỉ", "Nguồn": None},
    {"Ngày": date(2024, 5, 4), "Tên": "=1+1", "Loại": "làm bù", "Nguồn": 'dòng 1\ndòng 2 <&> "x"'},
]


@pytest.fixture(params=[pytest.param(kind, marks=MARKS.get(kind, [])) for kind in KINDS])
def open_book(request: pytest.FixtureRequest, master: Path) -> Callable[[], Book]:
    kind = request.param
    opens = request.getfixturevalue(f"open_in_{kind}") if kind in MARKS else (lambda path: path)
    return lambda: KINDS[kind](opens(master))


def test_what_is_written_is_read_before_and_after_saving(open_book: Callable[[], Book]) -> None:
    book = open_book()
    assert not book.is_changed
    book.write("tblNgayNghi", ROWS)
    assert book.is_changed
    assert book.read("tblNgayNghi") == ROWS
    book.save()
    assert not book.is_changed
    assert open_book().read("tblNgayNghi") == ROWS


def test_nothing_reaches_the_file_before_save(open_book: Callable[[], Book]) -> None:
    before = open_book().read("tblNgayNghi")
    open_book().write("tblNgayNghi", ROWS)
    assert open_book().read("tblNgayNghi") == before


def test_an_empty_table_is_read_as_no_rows_and_can_be_filled_again(open_book: Callable[[], Book]) -> None:
    book = open_book()
    book.write("tblNgayNghi", [])
    book.save()
    assert open_book().read("tblNgayNghi") == []
    book = open_book()
    book.write("tblNgayNghi", ROWS)
    book.save()
    assert open_book().read("tblNgayNghi") == ROWS


def test_a_moment_keeps_its_seconds(open_book: Callable[[], Book]) -> None:
    book = open_book()
    moment = datetime(2024, 1, 18, 16, 59, 58)  # noqa: DTZ001
    book.write("tblNhatKy", [{"Lúc": moment, "Thao tác": "Tổng hợp"}])
    book.save()
    assert open_book().read("tblNhatKy")[0]["Lúc"] == moment


def test_text_stays_text_whatever_it_looks_like(open_book: Callable[[], Book]) -> None:
    strange = ['=HYPERLINK("x")', "+1", "-2", "@x", "00123", "1.234", "_x0041_", "12/01/2024", "TRUE"]
    book = open_book()
    book.write("tblCauHinh", [{"Khóa": f"k{at}", "Giá trị": text} for at, text in enumerate(strange)])
    book.save()
    assert [row["Giá trị"] for row in open_book().read("tblCauHinh")] == strange


def test_a_value_under_no_heading_is_refused(open_book: Callable[[], Book]) -> None:
    with pytest.raises(WrongRequest, match="thiếu cột «Cột lạ»") as refused:
        open_book().write("tblNgayNghi", [{"Cột lạ": 1}])
    assert refused.value.code == "MS-02"


def test_a_value_of_the_wrong_kind_is_named_with_its_column(open_book: Callable[[], Book]) -> None:
    book = open_book()
    book.write("tblThoiHan", [{**book.read("tblThoiHan")[0], "Hạn đơn vị": "cuối tháng"}])
    with pytest.raises(
        WrongRequest, match="«cuối tháng» không đúng kiểu ngày của cột «Hạn đơn vị»"
    ) as refused:
        fields_of(DEADLINES, book.read(DEADLINES.name))
    assert refused.value.code == "MS-04"


def test_a_missing_table_is_named_with_its_sheet(open_book: Callable[[], Book]) -> None:
    with pytest.raises(WrongRequest, match="thiếu bảng tblKhongCo") as refused:
        open_book().read("tblKhongCo")
    assert refused.value.code == "MS-01"


def test_a_row_and_a_column_say_where_they_stand(open_book: Callable[[], Book]) -> None:
    layout = open_book().layout("tblNgayNghi")
    assert layout.header == 4
    assert layout.rows == tuple(range(5, 5 + len(open_book().read("tblNgayNghi"))))
    assert layout.letters == {"Ngày": "A", "Tên": "B", "Loại": "C", "Nguồn": "D"}
    assert (layout.unread, layout.outside) == ({}, {})


def test_what_waits_to_be_saved_knows_its_rows_already(open_book: Callable[[], Book]) -> None:
    book = open_book()
    book.write("tblNgayNghi", ROWS)
    assert book.layout("tblNgayNghi").rows == (5, 6)
    book.save()
    assert open_book().layout("tblNgayNghi").rows == (5, 6)


def test_a_text_with_blanks_at_its_ends_is_read_without_and_kept_with_them(
    open_book: Callable[[], Book],
) -> None:
    book = open_book()
    book.write("tblNgayNghi", [{**ROWS[0], "Tên": " Tết ", "Nguồn": "\u00a0"}])
    book.save()
    assert open_book().read("tblNgayNghi")[0]["Tên"] == "Tết"
    assert open_book().layout("tblNgayNghi").unread == {"B5": " Tết ", "D5": "\u00a0"}


def test_a_column_with_a_formula_takes_no_value_and_gives_none(open_book: Callable[[], Book]) -> None:
    book = open_book()
    book.write("tblLoi", [{"Thông báo": "x", "Đến ô": "=1+1"}, {"Thông báo": "y"}])
    book.save()
    rows = open_book().read("tblLoi")
    assert [row["Thông báo"] for row in rows] == ["x", "y"]
    assert not [row for row in rows if "Đến ô" in row]
