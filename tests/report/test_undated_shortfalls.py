"""What units lack of a task without a day, and of directives that nobody names as studied: limits and tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import Task
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
ALL_YEAR = Task("NV04", "", "", "Duy trì việc thực hiện Nghị quyết số 29-NQ/TW", "", "Các chi bộ",
                directives=("29-NQ/TW",), status="nhận")  # fmt: skip
LIMIT = "32/89 đơn vị chưa có kế hoạch tiếp tục thực hiện Nghị quyết số 29-NQ/TW"
WORK = "32 đơn vị còn lại ban hành kế hoạch tiếp tục thực hiện Nghị quyết số 29-NQ/TW (bổ sung thời hạn)"


def told(content: ReportContent, tag: str) -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


def half(content: Content, total: Any, *tasks: Task, period: str = "2024-H1", yes: int = 57) -> ReportContent:
    plans = total("KG113", yes, "có/không", counted=89, owing=92, provisional=True)
    return content(period, today=date(2024, 6, 20), totals=(plans,), tasks=tasks, reviews=())


def test_what_units_lack_of_a_task_of_the_whole_year_is_a_limit_and_a_task(
    content: Content, total: Any
) -> None:
    made = half(content, total, ALL_YEAR)
    assert LIMIT in told(made, "han_che")
    assert WORK in told(made, "nhiem_vu")


@pytest.mark.parametrize(("period", "yes"), [("2024-Q1", 57), ("2024-H1", 89)])
def test_it_is_none_early_in_the_year_or_where_all_have_done_it(
    content: Content, total: Any, period: str, yes: int
) -> None:
    made = half(content, total, ALL_YEAR, period=period, yes=yes)
    assert "29-NQ/TW" not in told(made, "han_che")
    assert "còn lại ban hành" not in told(made, "nhiem_vu")


@pytest.mark.parametrize("due", [date(2024, 3, 31), date(2024, 9, 30)])
def test_what_another_task_sets_a_day_for_is_told_by_that_day(
    content: Content, total: Any, due: date
) -> None:
    made = half(content, total, ALL_YEAR, replace(ALL_YEAR, code="NV05", due=due))
    assert told(made, "han_che").count(LIMIT) == (1 if due < made.today else 0)
    assert "còn lại ban hành" not in told(made, "nhiem_vu")


def test_a_task_that_is_only_proposed_makes_nobody_lack_anything(content: Content, total: Any) -> None:
    assert LIMIT not in told(half(content, total, replace(ALL_YEAR, status="đề xuất")), "han_che")


def test_what_units_act_upon_and_none_names_as_studied_is_to_be_studied(content: Content, total: Any) -> None:
    studied = total("KG105", 1, "văn bản", note="45-NQ/TW")
    acted = (total("KG111", 60, "có/không", counted=89), total("KG117", 89, "có/không", counted=89))
    made = content(totals=(*acted, studied), reviews=())
    assert (
        "các cấp ủy báo cáo kết quả quán triệt Kết luận số 91-KL/TW, nơi chưa quán triệt thì tổ chức ngay (bổ sung thời hạn)."
    ) in told(made, "nhiem_vu")
    assert "quán triệt" not in told(content(totals=(acted[0], studied), reviews=()), "nhiem_vu")
