"""A directive that the report cites and whose day, issuer or subject nobody wrote down is a note at its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look

HEADINGS = "| Số, ký hiệu | Loại | Ngày ban hành | Cơ quan ban hành | Trích yếu | Trạng thái |"
NAMED = "| Nhiệm vụ | \n| Quán triệt Nghị quyết 98-NQ/TW | "
BLANKS = [
    ("| 98-NQ/TW | Nghị quyết |  | Bộ Chính trị |  | nhận |", "C5", "«Ngày ban hành», «Trích yếu»"),
    ("| 98-NQ/TW | Nghị quyết |  | Bộ Chính trị | về phối hợp | nhận |", "C5", "«Ngày ban hành»"),
    ("| 98 - NQ/TW | Nghị quyết |  | Bộ Chính trị | về phối hợp | nhận |", "C5", "«Ngày ban hành»"),
    ("| 98-NQ/TW | Nghị quyết |  | Bộ Chính trị | về phối hợp | đề xuất |", "C5", "«Ngày ban hành»"),
    ("| 98-NQ/TW | Nghị quyết | 2023-10-25 |  | về y tế cơ sở |  |", "D5", "«Cơ quan ban hành»"),
    ("| 98-NQ/TW | Nghị quyết | 2020-12-11 | Bộ Chính trị |  | nhận |", "E5", "«Trích yếu»"),
]
REGISTERED = [
    "| 25-CT/TW | Chỉ thị |  | Ban Bí thư |  | nhận |",
    "| 25 - CT/TW | Chỉ thị |  |  |  | nhận |",
    "| 03-ĐA/TU | Đề án | 2020-12-11 |  |  | nhận |",
]
SOUND = [
    "| 25-CT/TW | Chỉ thị | 2023-10-25 | Ban Bí thư | về y tế cơ sở | nhận |",
    "| 238-QĐ/TW | Quyết định |  |  |  | bỏ |",
    "| 99-QĐ/TW | Quyết định |  |  |  | nhận |",
    "| 25-CT/TU | Chỉ thị |  |  |  | nhận |",
]


@pytest.mark.parametrize(("row", "cell", "missing"), BLANKS)
def test_what_a_first_citation_would_lack_is_told_at_its_cell(
    look: Look, row: str, cell: str, missing: str
) -> None:
    look("tblKeHoach", NAMED)
    (found,) = look("tblVanBan", f"{HEADINGS}\n{row}")
    assert at([found]) == [(cell, "KT-71")]
    assert f"chưa ghi {missing}, nên" in found


@pytest.mark.parametrize("row", SOUND)
def test_nothing_is_said_of_what_is_whole_dropped_or_cited_nowhere(look: Look, row: str) -> None:
    assert look("tblVanBan", f"{HEADINGS}\n{row}") == []


def test_what_a_task_or_a_review_names_is_cited_too(look: Look) -> None:
    look("tblKeHoach", NAMED)
    found = look("tblVanBan", f"{HEADINGS}\n| 98-NQ/TW | Nghị quyết | 2023-10-25 | Bộ Chính trị |  | nhận |")
    assert at(found) == [("E5", "KT-71")]


@pytest.mark.parametrize("row", REGISTERED)
def test_what_the_register_knows_is_no_gap_of_the_plan(look: Look, row: str) -> None:
    assert look("tblVanBan", f"{HEADINGS}\n{row}") == []
