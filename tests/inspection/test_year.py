"""What belongs to another year, is due before its period ends, or shares a file name. A test shows the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look


def test_periods_of_another_year_are_asked(look: Look) -> None:
    found = look("tblThoiHan", """
        | Kỳ       | Từ ngày    | Đến ngày   | Hạn đơn vị | Hạn báo cáo | Hạn khóa   |
        | 2023-M01 | 2022-12-15 | 2023-01-14 | 2023-01-18 | 2023-01-25  | 2023-02-01 |
        | 2024-M01 | 2023-12-15 | 2024-01-14 | 2024-01-18 | 2024-01-25  | 2024-02-01 |
    """)  # fmt: skip
    assert at(found) == [("A5", "KT-43")]
    assert "Kỳ «2023-M01» không thuộc năm 2024 của sổ." in found[0]


def test_a_unit_due_before_its_period_ends_is_an_error(look: Look) -> None:
    (found,) = look("tblThoiHan", "| Hạn đơn vị |\n| 2024-01-10 |")
    assert found.startswith("D5 KT-44: Hạn đơn vị 10/01/2024 trước ngày cuối kỳ 14/01/2024")


def test_the_year_is_reported_before_it_ends(look: Look) -> None:
    assert look("tblThoiHan", """
        | Kỳ     | Từ ngày    | Đến ngày   | Hạn đơn vị | Hạn báo cáo | Hạn khóa   |
        | 2024-Y | 2023-12-15 | 2024-12-14 | 2024-12-05 | 2024-12-10  | 2024-12-17 |
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    ("column", "day", "cell"), [("Từ ngày", "2022-12-15", "B5"), ("Đến ngày", "2026-01-14", "C5")]
)
def test_a_window_of_another_year_than_its_period_is_an_error(
    look: Look, column: str, day: str, cell: str
) -> None:
    found = look("tblThoiHan", f"| {column} |\n| {day} |")
    assert (cell, "KT-45") in at(found)


@pytest.mark.parametrize(("table", "cell"), [("tblDonVi", "H5"), ("tblChiTieu", "P5")])
def test_what_ends_before_it_begins_is_an_error(look: Look, table: str, cell: str) -> None:
    columns = "| Từ ngày | Đến ngày |" if table == "tblDonVi" else "| Áp dụng từ | Áp dụng đến |"
    found = look(table, f"{columns}\n| 2024-07-01 | 2024-03-01 |")
    assert (cell, "KT-60") in at(found)


def test_only_codes_that_are_one_to_excel_are_an_error(look: Look) -> None:
    found = look("tblDonVi", """
        | Mã  | Tên              |
        | ĐBD | Đảng bộ Bưu điện |
        | DBD | Đảng bộ Du lịch  |
        | A-B | Chi bộ A         |
        | A B | Chi bộ B         |
        | a b | Chi bộ C         |
    """)  # fmt: skip
    assert at(found) == [("A9", "KT-40")]


def test_a_year_without_holidays_is_asked(look: Look) -> None:
    found = look("tblNgayNghi", "| Ngày |\n| 2023-01-01 |")
    assert ("A4", "KT-46") in at(found)
