"""A report of a review that is marked as sent without a number: still to be sent, late like every other step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import Review
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.review_timing import ReviewState
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
TODAY = date(2024, 6, 20)
FOLLOWING = ReviewStep(
    "ST", 8, "Ban hành văn bản chỉ đạo tiếp theo", due=date(2024, 6, 10), status="chưa làm"
)


def review(**facts: Any) -> Review:
    return Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="ST", **facts)


def sent(due: date | None) -> ReviewStep:
    return ReviewStep("ST", 7, "Gửi báo cáo cấp trên", due=due, status="xong")


def state(due: date | None, **facts: Any) -> ReviewState:
    return ReviewState(review(**facts), (sent(due), FOLLOWING), TODAY)


def told(content: Content, tag: str, due: date | None) -> str:
    made = content(
        "2024-H1",
        today=TODAY,
        reviews=(review(), *(Review("Sơ kết", years, "X", None) for years in (3, 4, 6))),
        steps=(sent(due), FOLLOWING),
    )
    return unmarked(str(fill(made)[tag]))


def test_the_worst_of_two_past_days_is_told_in_the_table_and_among_what_is_late(content: Content) -> None:
    worst = date(2024, 5, 17)
    assert (
        "Gửi báo cáo cấp trên, hạn 17/5/2024, quá hạn 34 ngày; ban hành văn bản chỉ đạo tiếp theo, hạn 10/6/2024, "
        "quá hạn 10 ngày"
    ) in told(content, "bang_so_ket", worst)
    assert (
        "chậm 02 bước, trước hết là gửi báo cáo cấp trên (hạn 17/5/2024, quá 34 ngày)"
    ) in told(content, "nhiem_vu", worst)  # fmt: skip


@pytest.mark.parametrize(
    ("due", "said"),
    [(None, "chưa xác định hạn"), (TODAY, "hạn 20/6/2024;"), (date(2024, 6, 24), "hạn 24/6/2024;")],
)
def test_a_day_that_is_not_past_is_never_called_past(content: Content, due: date | None, said: str) -> None:
    assert f"Gửi báo cáo cấp trên, {said}" in told(content, "bang_so_ket", due)


def test_a_late_sending_alone_makes_the_review_late() -> None:
    alone = ReviewState(review(), (sent(date(2024, 5, 17)), ReviewStep("ST", 8, "Lưu hồ sơ")), TODAY)
    assert [step.order for step in alone.late_steps] == [7]


@pytest.mark.parametrize("facts", [{"report_number": "09-BC/ĐUK"}, {"reported_on": date(2024, 5, 16)}])
def test_with_the_number_or_the_day_of_its_report_it_is_over(facts: dict[str, Any]) -> None:
    assert not state(date(2024, 5, 17), **facts).next_steps
