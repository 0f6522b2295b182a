"""The plan by months and by persons: sheets that formulas fill, worked out for a day, as Excel shows them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.month_view import ITEMS as OF_MONTH
from khoagiao_xl.building.person_view import ITEMS as OF_PERSON
from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import MONTH_VIEW, PERSON_VIEW

NOW = datetime(2024, 3, 20, 8)  # noqa: DTZ001
TASK: dict[str, Any] = {"Mã": "NV01", "Nhiệm vụ": "Mở lớp", "Trạng thái": "nhận", "Hạn": date(2024, 3, 29)}
REVIEW: dict[str, Any] = {
    "Loại": "Sơ kết", "Số năm": 5, "Số, ký hiệu": "49-KL/TW", "Ngày tròn": date(2024, 3, 31), "Mã": "ST01",
    "Trạng thái": "nhận", "Phụ trách": "Chuyên viên 1", "Lãnh đạo chỉ đạo": "Trưởng ban",
}  # fmt: skip
STEP: dict[str, Any] = {
    "Mã cuộc": "ST01", "Bước": 1, "Nội dung": "Ban hành kế hoạch", "Hạn": date(2024, 3, 4),
    "Cuộc": "Sơ kết 5 năm 49-KL/TW", "Trạng thái": "chưa làm", "Mã": "B01",
}  # fmt: skip
PEOPLE: list[Any] = [{"Tên": "Chuyên viên 1"}, {"Tên": "Trưởng ban"}, {"Tên": "Chuyên viên 10"}]
Shown = Callable[..., list[list[Any]]]


@pytest.fixture
def book(master: Path) -> FileBook:
    book = FileBook(master)
    book.write(schema.ASSIGNEES.name, PEOPLE)
    return book


def shown(book: FileBook, sheet: str, *, top: int) -> list[list[Any]]:
    """Return the lines of a view on NOW: what they are called, the code, the day, the words."""
    book.compute(NOW)
    book.save()
    view = openpyxl.load_workbook(book.path, data_only=True)[sheet]
    rows = view.iter_rows(min_row=top + 1, max_row=top + 8, min_col=2, max_col=5, values_only=True)
    return [list(row) for row in rows if row[1]]


def month(book: FileBook) -> list[list[Any]]:
    return shown(book, MONTH_VIEW, top=OF_MONTH.top)


def codes_by_group(lines: list[list[Any]]) -> list[tuple[str, str]]:
    return [(group, code) for group, code, *_ in lines]


def test_a_month_shows_what_is_due_in_it_by_day_with_steps_and_anniversaries(book: FileBook) -> None:
    book.write("tblKeHoach", [TASK, {**TASK, "Mã": "NV02", "Hạn": date(2024, 4, 5)}])
    book.write("tblSoTongKet", [REVIEW])
    book.write("tblBuoc", [STEP])
    lines = month(book)
    assert [code for _, code, *_ in lines] == ["B01", "NV01", "ST01"]
    assert lines[0][2:] == [datetime(2024, 3, 4), "Sơ kết 5 năm 49-KL/TW: Ban hành kế hoạch"]  # noqa: DTZ001


def test_what_was_not_done_before_what_is_begun_and_what_comes_back_stand_there_too(book: FileBook) -> None:
    book.write("tblKeHoach", [
        {**TASK, "Hạn": date(2024, 2, 9)},
        {**TASK, "Mã": "NV02", "Hạn": date(2024, 5, 9), "Bắt đầu": date(2024, 3, 1)},
        {**TASK, "Mã": "NV03", "Hạn": None, "Định kỳ": "hằng quý"},
        {**TASK, "Mã": "NV04", "Hạn": None, "Định kỳ": "6 tháng"},
    ])  # fmt: skip
    groups = [("Chưa xong từ trước", "NV01"), ("Đang làm, hạn sau", "NV02"), ("Định kỳ", "NV03")]
    assert codes_by_group(month(book)) == groups


def test_what_nobody_has_taken_over_or_somebody_dropped_is_no_programme(book: FileBook) -> None:
    states = ("đề xuất", "bỏ", "xong")
    book.write(
        "tblKeHoach", [{**TASK, "Mã": f"NV{at}", "Trạng thái": state} for at, state in enumerate(states)]
    )
    assert codes_by_group(month(book)) == [("Trong tháng", "NV2")]


def test_a_day_that_is_none_stops_no_formula(book: FileBook) -> None:
    book.write("tblKeHoach", [TASK, {**TASK, "Mã": "NV02", "Hạn": "cuối tháng", "Bắt đầu": "đầu năm"}])
    assert codes_by_group(month(book)) == [("Trong tháng", "NV01")]


def test_a_person_has_the_own_work_first_then_what_it_directs_then_what_is_done(book: FileBook) -> None:
    own = {**TASK, "Phụ trách": "Phòng Tổng hợp; Chuyên viên 1"}
    book.write("tblKeHoach", [
        {**own, "Trạng thái": "xong"},
        {**own, "Mã": "NV02", "Hạn": None},
        {**own, "Mã": "NV03"},
        {**TASK, "Mã": "NV04", "Phụ trách": "Chuyên viên 10", "Lãnh đạo chỉ đạo": "Chuyên viên 1"},
        {**TASK, "Mã": "NV05", "Phụ trách": "Chuyên viên 10"},
    ])  # fmt: skip
    lines = shown(book, PERSON_VIEW, top=OF_PERSON.top)
    assert codes_by_group(lines) == [("Phụ trách", "NV03"), ("Phụ trách, chưa có hạn", "NV02"),
                                     ("Chỉ đạo", "NV04"), ("Đã xong", "NV01")]  # fmt: skip


def test_a_step_that_names_nobody_is_with_who_is_in_charge_of_its_review(book: FileBook) -> None:
    book.write("tblSoTongKet", [REVIEW])
    book.write("tblBuoc", [STEP, {**STEP, "Mã": "B02", "Bước": 2, "Phụ trách": "Trưởng ban"}])
    assert [code for _, code, *_ in shown(book, PERSON_VIEW, top=OF_PERSON.top)] == ["B01", "ST01"]


@pytest.mark.office
def test_libreoffice_works_the_sheets_out_as_we_do(
    book: FileBook, tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    book.write("tblKeHoach", [{**TASK, "Phụ trách": "Chuyên viên 1", "Tiến độ (%)": 40}])
    book.save()
    again = convert(Path(shutil.copy(book.path, tmp_path / "again.xlsm")), "xlsx")
    workbook = openpyxl.load_workbook(again, data_only=True)
    row = workbook[PERSON_VIEW][OF_PERSON.top + 1]
    assert [cell.value for cell in row][1:3] == ["Phụ trách", "NV01"]
    assert "40%" in [cell.value for cell in row]
