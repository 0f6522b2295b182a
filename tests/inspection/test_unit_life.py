"""Units that are renamed, merged or parts of others, as the check of the master looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look

HEAD = "| Mã | Tên | Từ ngày | Đến ngày | Tên trước | Đổi tên từ | Nhập vào | Bộ phận của |"


def units(*lines: str) -> str:
    return "\n".join([HEAD, *lines])


def test_what_fits_together_is_asked_nothing(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A  | Sở A     |            |            | Sở cũ | 2024-03-01 |   |   |",
        "| B  | Sở B     |            | 2024-06-30 |       |            | A |   |",
        "| A1 | Cơ sở 1  | 2024-07-01 |            |       |            |   | A |",
        "| A2 | Cơ sở 2  |            |            |       |            |   | A |",
    ), more=True)  # fmt: skip
    assert found == []


LINES = {
    "a former name without a day": ("| A | Sở A | | | Sở cũ | | | |", "J5", "KT-100"),
    "a day without a former name": ("| A | Sở A | | | | 2024-03-01 | | |", "I5", "KT-101"),
    "the same name twice": ("| A | Sở A | | | SỞ A | 2024-03-01 | | |", "I5", "KT-102"),
    "renamed after its end": ("| A | Sở A | | 2024-02-01 | Sở cũ | 2024-03-01 | | |", "J5", "KT-103"),
    "renamed before it was": ("| A | Sở A | 2024-04-01 | | Sở cũ | 2024-03-01 | | |", "J5", "KT-103"),
    "merged into a stranger": ("| A | Sở A | | 2024-02-01 | | | X | |", "K5", "KT-31"),
    "merged into itself": ("| A | Sở A | | 2024-02-01 | | | A | |", "K5", "KT-104"),
    "merged without a last day": ("| A | Sở A | | | | | B | |", "H5", "KT-105"),
    "a part of a stranger": ("| A | Sở A | | | | | | X |", "L5", "KT-31"),
    "a part of itself": ("| A | Sở A | | | | | | A |", "L5", "KT-107"),
}


@pytest.mark.parametrize(("line", "cell", "code"), LINES.values(), ids=LINES.keys())
def test_what_cannot_be_is_told_at_its_cell(look: Look, line: str, cell: str, code: str) -> None:
    found = look("tblDonVi", units(line, "| B | Sở B | | | | | | |"))
    assert at(found) == [(cell, code)]


def test_units_merged_in_a_circle_are_told_both(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A | Sở A | | 2024-02-01 | | | B | |",
        "| B | Sở B | | 2024-02-01 | | | A | |",
    ))  # fmt: skip
    assert at(found) == [("K5", "KT-104"), ("K6", "KT-104")]


def test_a_unit_merged_into_one_in_a_circle_of_others_is_none_of_it(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A | Sở A | | 2024-01-01 | | | B | |",
        "| B | Sở B | | 2024-02-01 | | | C | |",
        "| C | Sở C | | 2024-02-01 | | | B | |",
    ))  # fmt: skip
    assert at(found) == [("K6", "KT-104"), ("K7", "KT-104")]


def test_a_unit_cannot_be_merged_into_one_that_is_gone_by_then(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A | Sở A | | 2024-06-30 | | | B | |",
        "| B | Sở B | | 2024-03-31 | | |   | |",
    ))  # fmt: skip
    assert at(found) == [("K5", "KT-106")]
    assert "Ngày 01/07/2024, B không hoạt động" in found[0]


def test_one_merged_into_another_which_later_is_merged_too_is_right(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A | Sở A | | 2024-03-31 | | | B | |",
        "| B | Sở B | | 2024-06-30 | | | C | |",
        "| C | Sở C | |            | | |   | |",
    ))  # fmt: skip
    assert found == []


def test_a_part_of_a_part_is_told_with_the_unit_of_both(look: Look) -> None:
    found = look("tblDonVi", units(
        "| A | Sở A    | | | | | |   |",
        "| B | Phòng B | | | | | | A |",
        "| C | Tổ C    | | | | | | B |",
    ))  # fmt: skip
    assert at(found) == [("L7", "KT-108")]
    assert "chọn A, hoặc để trống" in found[0]


def test_the_former_name_of_a_unit_may_lead_a_task(look: Look) -> None:
    look("tblDonVi", units("| A | Sở A | | | Ban Tuyên huấn | 2024-03-01 | | |"), more=True)
    assert look("tblKeHoach", "| Mã | Chủ trì |\n| NV01 | Ban Tuyên huấn |") == []


def test_a_waiver_for_a_unit_of_parts_is_asked_about(look: Look) -> None:
    look("tblDonVi", units("| A | Sở A | | | | | | |", "| A1 | Cơ sở 1 | | | | | | A |"))
    found = look("tblMienTru", "| Mã đơn vị |\n| A |\n| A1 |")
    assert at(found) == [("B5", "KT-109")]
