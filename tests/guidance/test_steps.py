"""Steps with days of their own under an item that is only their head are the tasks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.guidance.conftest import ReadPlan

STEPS = "+ Tiếp nhận hồ sơ: đến hết ngày 15/6.\n+ Chấm chung khảo: từ ngày 22/6 đến ngày 10/7."


@pytest.mark.parametrize("label", ["Tiến độ", "Lộ trình", "Thời gian thực hiện", "Các bước thực hiện"])
def test_steps_are_the_tasks_and_their_head_is_none(read_plan: ReadPlan, label: str) -> None:
    said = "- Chủ trì: Tỉnh đoàn. Phối hợp: Sở Y tế."
    tasks = read_plan(f"1. Cuộc thi Sáng tạo trẻ\n{said}\n- {label}:\n{STEPS}").tasks
    assert [task.record.due for task in tasks] == [date(2026, 6, 15), date(2026, 7, 10)]
    assert [task.record.text for task in tasks] == ["Tiếp nhận hồ sơ", "Chấm chung khảo"]
    assert {(task.record.lead, task.record.support) for task in tasks} == {("Tỉnh đoàn", "Sở Y tế")}


def test_steps_beside_attributes_are_the_tasks(read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Cuộc thi Sáng tạo trẻ\n- Chủ trì: Tỉnh đoàn.\n{STEPS.replace('+', '-')}").tasks
    assert [task.record.text for task in tasks] == ["Tiếp nhận hồ sơ", "Chấm chung khảo"]


def test_attributes_behind_the_steps_hold_for_them(read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Cuộc thi Sáng tạo trẻ\n- Tiến độ:\n{STEPS}\n- Đơn vị thực hiện: Tỉnh đoàn.").tasks
    assert [task.record.lead for task in tasks] == ["Tỉnh đoàn", "Tỉnh đoàn"]


def test_rounds_without_a_verb_are_days_of_one_work(read_plan: ReadPlan) -> None:
    rounds = "+ Vòng sơ khảo: tháng 5.\n+ Vòng chung khảo: tháng 6."
    (task,) = read_plan(f"1. Hội thi cán bộ dân số giỏi\n- Chủ trì: Sở Y tế.\n- Thời gian:\n{rounds}").tasks
    assert (task.record.lead, task.record.due) == ("Sở Y tế", date(2026, 6, 30))
