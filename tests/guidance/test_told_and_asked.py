"""Sentences that only tell who decides or what is not there yet, and events that are asked for by their name."""

from __future__ import annotations

import pytest

from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    "line",
    [
        "Việc bổ sung nội dung ngoài chương trình do Trưởng ban quyết định.",
        "Việc điều chỉnh thời gian do đồng chí Trưởng đoàn xem xét, quyết định.",
        "Mức chi cụ thể do Giám đốc Sở quyết định.",
        "Thời gian cụ thể do Ban Tổ chức thông báo sau.",
        "Số lượng đại biểu do các đơn vị tự lựa chọn.",
        "Quỹ khuyến học của xã chưa thành lập.",
        "Ban Bảo trợ của phường chưa kiện toàn.",
    ],
)
@pytest.mark.parametrize("mark", ["1. ", "- ", ""])
def test_who_decides_and_what_is_not_there_yet_is_no_task(read_plan: ReadPlan, line: str, mark: str) -> None:
    assert read_plan(mark + line).tasks == ()


@pytest.mark.parametrize(
    ("line", "lead", "again"),
    [
        (
            "Ngày thứ Bảy tình nguyện: mỗi tháng một lần, các cơ sở đoàn ra quân dọn vệ sinh.",
            "Các cơ sở đoàn",
            "mỗi tháng",
        ),
        ("Chủ nhật xanh: mỗi tuần một buổi, các chi đoàn tổng vệ sinh.", "Các chi đoàn", "mỗi tuần"),
        ("Mỗi quý, Trạm Y tế khám sức khỏe lưu động tại 02 thôn.", "Trạm Y tế", "mỗi quý"),
    ],
)
def test_a_rhythm_before_the_body_hides_it_not(read_plan: ReadPlan, line: str, lead: str, again: str) -> None:
    (task,) = read_plan(f"1. {line}").tasks
    assert (task.record.lead, task.record.recurrence) == (lead, again)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Trại hè thiếu nhi từ 25/6 đến 27/6.", "2026-06-27"),
        ("Hội khỏe Phù Đổng cấp xã, ngày 22/11.", "2026-11-22"),
        ("Giải bóng chuyền bông lúa vàng: 20-25/8.", "2026-08-25"),
        ("Trong tháng 02, ra văn bản hướng dẫn tổ chức Ngày Thơ Việt Nam.", "2026-02-28"),
    ],
)
@pytest.mark.parametrize("mark", ["1. ", "- ", ""])
def test_an_event_with_its_day_is_a_task(read_plan: ReadPlan, line: str, day: str, mark: str) -> None:
    (task,) = read_plan(mark + line).tasks
    assert str(task.record.due) == day


def test_units_that_one_item_names_do_not_lead_the_next(read_plan: ReadPlan) -> None:
    guidance = read_plan("1. Các chi đoàn dọn vệ sinh đường làng.\n2. Biên soạn sổ tay về chuyển đổi số.")
    assert [task.record.lead for task in guidance.tasks] == ["Các chi đoàn", ""]
