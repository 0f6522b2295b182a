"""Tasks of the plan without a day, in the report of a half or a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Review, Task
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.standing_tasks import units_doing
from khoagiao_xl.report.template_filling import fill
from tests.totals.paper_world import year_of

Content = Callable[..., ReportContent]
MEETINGS = Task(
    "NV06", "", "", "Đưa nội dung khoa giáo vào sinh hoạt chi bộ ít nhất mỗi quý một lần", "", "Các chi bộ",
    recurrence="mỗi quý", status="nhận",
)  # fmt: skip
OTHER = replace(MEETINGS, code="NV01", text="Rà soát những văn bản về khoa giáo", recurrence="")
REPORTING = replace(OTHER, code="NV33", text="Báo cáo định kỳ hằng tháng")
REVIEW = replace(OTHER, code="NV18", text="Sơ kết 05 năm", directives=("49-KL/TW",))
DOING = {"2024-Q1": {"KG213": (85, 85)}, "2024-Q2": {"KG213": (80, 84)}, "2024-Q3": {"KG213": (3, 3)}}


def work(content: Content, *tasks: Task, period: str = "2024-H1") -> str:
    made = content(
        period,
        today=date(2024, 6, 20),
        tasks=tasks,
        doing=DOING,
        reviews=(Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10)),),
        due_days={"2024-Q3": date(2024, 9, 17)},
    )
    return " ".join(unmarked(fill(made)["viec_cua_ban"]).split("\a"))


def test_what_comes_back_with_each_quarter_is_told_of_every_quarter(content: Content) -> None:
    assert work(content, MEETINGS) == (
        "Nhiệm vụ thường xuyên, định kỳ: đưa nội dung khoa giáo vào sinh hoạt chi bộ: 85/85 đơn vị có báo cáo quý I, "
        "80/84 đơn vị có báo cáo quý II đã thực hiện."
    )


def test_what_no_figure_tells_of_is_said_to_have_no_result(content: Content) -> None:
    assert work(content, MEETINGS, OTHER).endswith(
        "đã thực hiện; các nhiệm vụ thường xuyên khác chưa ghi kết quả riêng (bổ sung)."
    )
    assert work(content, OTHER) == "Nhiệm vụ thường xuyên, định kỳ: chưa ghi kết quả riêng (bổ sung)."


def test_reviews_reports_what_is_done_and_what_has_a_day_have_places_of_their_own(content: Content) -> None:
    done = replace(OTHER, status="xong")
    dated = replace(OTHER, due=date(2024, 9, 30))
    assert not work(content, REVIEW, REPORTING, done, dated)


def test_a_quarter_that_is_not_due_and_a_short_report_tell_of_none(content: Content) -> None:
    assert "quý III" not in work(content, MEETINGS, period="2024-Y")
    assert not work(content, MEETINGS, period="2024-Q1")


def test_a_unit_does_it_where_a_figure_is_more_than_nothing_and_a_blank_tells_nothing() -> None:
    came = {"H1": {"A": {"KG301": 2}, "B": {"KG301": 0}, "C": {"KG001": 5}}}
    assert units_doing(year_of(came), Period.parse("2024-H1")) == {"2024-H1": {"KG301+KG303": (1, 2)}}
    assert not units_doing(year_of(came), Period.parse("2024-Q1"))
