"""Under a month's heading the day that an item names in any way wins over the month's end."""

from __future__ import annotations

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Lãnh đạo cuộc bầu cử, ngày bầu cử Chủ nhật 15/3.", "2026-03-15"),
        ("Ngày 26/3: Đại hội Đoàn phường.", "2026-03-26"),
        ("Phát sóng số đầu tiên chuyên mục “Phường số” ngày 20/3.", "2026-03-20"),
        ("Triển khai Kế hoạch số 05-KH/ĐU, ngày 02/3/2026 của Đảng ủy về cải cách.", "2026-03-31"),
    ],
)
def test_the_day_of_the_item(read_plan: ReadPlan, line: str, due: str) -> None:
    (task,) = read_plan(f"Tháng 3\n- {line}").tasks
    assert str(task.record.due) == due
