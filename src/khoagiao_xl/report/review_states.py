"""The state of every review of the register on the day of the report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.report.review_timing import ReviewState
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.told_rows import of_list

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Review
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.content import ReportContent

REVIEWS_LIST: Final = "ST"
STEPS_OF_UNITS: Final = "kgBuocSoKet"


def review_states(content: ReportContent) -> list[ReviewState]:
    """Return the state of every review that nobody has dropped, by its anniversary."""
    reviews = content.reviews
    found = [state_of(review, content) for review in reviews]
    return sorted(found, key=_place)


def state_of(review: Review, content: ReportContent) -> ReviewState:
    """Return how a review stands on the day of the report."""
    own = [step for step in content.steps if _is_of(step, review)]
    steps = sorted(own, key=_order)
    return ReviewState(
        review=review,
        steps=tuple(steps),
        today=content.today,
        done_units=_done_units(review, content),
    )


def _is_of(step: ReviewStep, review: Review) -> bool:
    if not review.code or step.status == schema.DROPPED:
        return False
    return step.review == review.code


def _order(step: ReviewStep) -> float:
    return step.order or 0


def _place(state: ReviewState) -> tuple[date, str]:
    review = state.review
    day = review.anniversary or date.max
    return day, review.symbol


def _done_units(review: Review, content: ReportContent) -> int:
    """Return how many units say in their list of reviews that theirs is done."""
    *_, done = choices()[STEPS_OF_UNITS]
    title = _title(review)
    units = set()
    for row in of_list(content.details, REVIEWS_LIST):
        if row.choice == done and bare(row.label) == title:
            units.add(row.unit)
    return len(units)


def _title(review: Review) -> str:
    """Return what the forms call it: «Tổng kết 10 năm 36-NQ/TW»."""
    if not review.years:
        return f"{review.kind} {review.symbol}"
    return f"{review.kind} {review.years:g} năm {review.symbol}"
