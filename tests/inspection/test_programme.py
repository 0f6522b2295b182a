"""The programme of the office: days in order, progress that fits its state, evidence that lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look


def test_a_task_that_begins_after_it_is_due_is_asked_about(look: Look) -> None:
    (found,) = look("tblKeHoach", "| Bắt đầu | Hạn |\n| 2024-06-10 | 2024-06-05 |")
    assert found == "N5 KT-140: Bắt đầu ngày 10/06/2024, sau hạn 05/06/2024. Sửa lại một trong hai ngày."


@pytest.mark.parametrize(
    ("progress", "status", "codes"),
    [(120, "nhận", ["KT-141"]), (60, "xong", ["KT-142"]), (100, "đang làm", ["KT-143"]), (100, "xong", [])],
)
def test_progress_says_what_the_state_says(look: Look, progress: int, status: str, codes: list[str]) -> None:
    found = look("tblKeHoach", f"| Tiến độ (%) | Trạng thái |\n| {progress} | {status} |")
    assert [code for _, code in at(found)] == codes


def test_a_file_that_does_not_lie_beside_the_master_is_asked_about(look: Look) -> None:
    found = look("tblKeHoach", "| Tệp, liên kết |\n| san-pham\\08-KH.docx |")
    assert "Không thấy tệp «san-pham\\08-KH.docx»" in found[0]
    assert look("tblKeHoach", "| Tệp, liên kết |\n| https://vanban.example/08.pdf |") == []
    assert look("tblKeHoach", "| Tệp, liên kết |\n| tủ hồ sơ số 2 |") == []


def test_who_is_in_charge_may_be_written_before_the_list_of_people_is(look: Look) -> None:
    (found,) = look("tblKeHoach", "| Phụ trách |\n| Chuyên viên 3 |")
    assert found.startswith("L5 KT-31: «Chuyên viên 3» không có ở trang «Người phụ trách».")
