"""Reports of a year that are asked for once, and what is done so often that the heading's month is no end."""

from __future__ import annotations

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("lines", "due", "again"),
    [
        ("1. Văn phòng dự thảo báo cáo tổng kết năm (trước ngày 10/12).", "2026-12-09", ""),
        ("1. Các chi bộ gửi báo cáo tổng kết năm trước ngày 05/12/2026.", "2026-12-04", ""),
        ("1. Sở Y tế báo cáo kết quả cả năm chậm nhất ngày 20/11.", "2026-11-20", ""),
        ("1. Các trường lập báo cáo cuối năm học, gửi trước ngày 10/6.", "2026-06-09", ""),
        ("1. Các đảng ủy gửi báo cáo 6 tháng trước 10/6, báo cáo năm trước 10/12.", "None", "6 tháng, năm"),
        ("1. Hằng năm, Văn phòng tổng hợp báo cáo năm trước ngày 15/12.", "None", "năm"),
        ("Tháng 12\n- Văn phòng xây dựng báo cáo tổng kết năm.", "2026-12-31", ""),
        ("Tháng 5\n- Văn phòng tổ chức giao ban báo chí hằng tuần.", "None", "hằng tuần"),
        ("Tháng 5\n- Văn phòng gửi lịch công tác vào đầu tháng.", "2026-05-10", ""),
        ("Tháng 5\n- Văn phòng tổng hợp kết quả, hoàn thành giữa tháng.", "2026-05-15", ""),
    ],
)
def test_a_report_is_due_once_or_comes_again(read_plan: ReadPlan, lines: str, due: str, again: str) -> None:
    (task,) = read_plan(lines).tasks
    assert (str(task.record.due), task.record.recurrence) == (due, again)
