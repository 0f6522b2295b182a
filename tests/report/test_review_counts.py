"""Of how many reviews something is done: what is told in words and what stands in the table are one."""

from __future__ import annotations

from datetime import date

from khoagiao_xl.model.records import Review
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.report.review_timing import ReviewState

REVIEW = Review("Tổng kết", 10, "36-NQ/TW", date(2024, 7, 1))
TODAY = date(2024, 3, 20)


def state(*steps: ReviewStep, done_units: int = 0) -> ReviewState:
    return ReviewState(REVIEW, steps, TODAY, done_units)


def test_units_that_are_ahead_do_not_begin_the_review_of_the_whole_committee() -> None:
    waiting = ReviewStep("ST04", 1, "Giao cơ quan chủ trì", status="chưa làm")
    assert not state(waiting, done_units=4).is_begun


def test_a_step_of_its_own_begins_it() -> None:
    doing = ReviewStep("ST04", 1, "Giao cơ quan chủ trì", status="đang làm")
    assert state(doing).is_begun
