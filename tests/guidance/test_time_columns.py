"""Tables with two columns of times: the month says where the other's days and weeks lie, and holds where it is blank."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Guidance, find_due
from tests.guidance.guidance_table_samples import ReadTables


def days(guidance: Guidance) -> list[str]:
    """Return the deadline of every task, as month and day of 2026."""
    return [str(task.record.due or "").removeprefix("2026-") for task in guidance.tasks]


MERGED = (
    "TT | Nội dung | Chủ trì | Tháng | Thời gian\n1 | Tổ chức hội nghị | Văn phòng | Tháng 3 | \n"
    "2 | Kiểm tra các xã | Văn phòng | ^ | Tuần 2\n3 | Tổ chức tọa đàm | Văn phòng | ^ | 15/3\n"
    "4 | Rà soát danh sách | Văn phòng | ^ | ngày 15\n5 | Mở lớp tập huấn | Văn phòng | Tháng 4 | Theo lịch của tỉnh"
)


def test_a_blank_or_undated_cell_is_due_with_the_month_beside_it(read_tables: ReadTables) -> None:
    assert days(read_tables(MERGED)) == ["03-31", "03-14", "03-15", "03-15", "04-30"]


def test_what_the_month_only_adds_stands_in_the_words_too(read_tables: ReadTables) -> None:
    last = read_tables(MERGED).tasks[-1]
    assert last.due_words == "Theo lịch của tỉnh; Tháng 4"


def test_weeks_in_bare_figures_lie_in_the_month_of_the_first_column(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Tháng | Tuần | Nội dung | Chủ trì\n3 | 1 | Tổ chức hội nghị | Văn phòng\n^ | 3-4 | Kiểm tra các xã | Văn phòng\n"
        "^ | | Rà soát danh sách | Văn phòng"
    )
    assert days(guidance) == ["03-07", "03-28", "03-31"]


def test_the_narrower_column_is_the_deadline_wherever_it_stands(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Nội dung | Ngày | Tháng | Chủ trì\nTổ chức hội nghị | 12 | 3 | Văn phòng\nKiểm tra các xã | 20-25 | 5 | Văn phòng"
    )
    assert days(guidance) == ["03-12", "05-25"]


def test_a_month_before_the_work_holds_for_the_blank_cells_below_it(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Tháng | Nội dung | Chủ trì | Thời gian\nTháng 5 | Tổ chức hội nghị | Văn phòng | Tuần 1\n"
        " | Kiểm tra các xã | Văn phòng | \n | Mở lớp tập huấn | Văn phòng | ngày 20"
    )
    assert days(guidance) == ["05-07", "05-31", "05-20"]


def test_what_comes_again_is_not_due_with_the_month_beside_it(read_tables: ReadTables) -> None:
    guidance = read_tables(
        "Quý | Nội dung | Chủ trì | Thời gian\nQuý I | Tổ chức hội nghị | Văn phòng | 15/3\n"
        "^ | Biên tập bản tin | Văn phòng | Hằng tháng"
    )
    assert days(guidance) == ["03-15", ""]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Tuần 2", "03-14"),
        ("Tuần 1, 3", "03-21"),
        ("Tuần cuối", "03-31"),
        ("ngày 15", "03-15"),
        ("15", "03-15"),
        ("Ngày 10-15", "03-15"),
        ("Trước ngày 20", "03-19"),
        ("Từ ngày 10 đến ngày 15", "03-15"),
        ("8h ngày 12", "03-12"),
        ("Cuối tháng", "03-31"),
        ("Hạ tuần", "03-31"),
        ("Cả tháng", "03-31"),
        ("15/4", "04-15"),
        ("Tuần 3/T5", "05-21"),
    ],
)
def test_days_weeks_and_parts_lie_in_the_month_above(cell: str, day: str) -> None:
    due = find_due(cell, 2026, is_cell=True, within="Tháng 3")
    assert str(due.day) == f"2026-{day}"


@pytest.mark.parametrize("cell", ["Tuần 2", "ngày 15", "Tuần 3-4", "Cuối tháng"])
def test_without_a_month_they_name_no_day(cell: str) -> None:
    due = find_due(cell, 2026, is_cell=True)
    assert (due.words, due.day) == (cell, None)
