"""Above the list of a returned copy stands which file it was, by when and to whom it is sent again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from tests.steps.conftest import Office


def head_of_a_copy(office: Office) -> str:
    """Return what stands above the list of the form that comes back to SYT."""
    office.receive("SYT", office.answers("SYT", KG502=None))
    office.act("tiep_nhan")
    copies = office.folder / "tra-lai" / "2024-M01"
    (path,) = copies.glob("SYT_*.xlsx")
    sheet = load_workbook(path).worksheets[0]
    return " ".join(str(cell.value) for row in sheet["A1:F6"] for cell in row if cell.value)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (datetime(2024, 1, 18), "Sửa và gửi lại trước hết ngày"),  # noqa: DTZ001
        (datetime(2024, 1, 22), "Đã quá hạn nộp (ngày"),  # noqa: DTZ001
        (datetime(2024, 3, 20), "Kỳ này đã khóa sau ngày"),  # noqa: DTZ001
    ],
)
def test_it_says_which_file_it_was_and_by_when_it_is_sent_again(
    office: Office, today: datetime, told: str
) -> None:
    office.now = today
    head = head_of_a_copy(office)
    assert "Tệp «SYT_2024-M01.xlsx», nhận ngày 17/01/2024." in head
    assert told in head


def test_it_says_to_whom_and_at_which_address_and_telephone(office: Office) -> None:
    office.change("tblCauHinh", "Khóa", "so_dien_thoai", **{"Giá trị": "0203 123"})
    office.change("tblCauHinh", "Khóa", "email", **{"Giá trị": "khoagiao@tinh.vn"})
    assert "thư khoagiao@tinh.vn, điện thoại 0203 123." in head_of_a_copy(office)
