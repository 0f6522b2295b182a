"""The steps of reviews as tasks: one line for each review with the steps that fall due, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, small
from khoagiao_xl.report.told_reviews import DONE, review_states
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_reviews import ReviewState

NAMED: Final = 3  # steps told singly; of more the first and the last


def review_tasks(content: ReportContent, citations: Citations, last: date) -> Iterator[str]:
    """Yield a line for each review that has steps due up to `last`, those that are past among them."""
    for state in review_states(content):
        steps = list(_due_steps(state, last))
        if steps:
            yield _told(state, steps, citations)


def _due_steps(state: ReviewState, last: date) -> Iterator[ReviewStep]:
    if state.is_done:
        return
    for step in state.steps:
        if step.status != DONE and step.due and step.due <= last:
            yield step


def _told(state: ReviewState, steps: Sequence[ReviewStep], citations: Citations) -> str:
    review = state.review
    name = capital(name_review(review, citations))
    lead = bare(review.lead)
    return TOLD["so_ket_viec"].format(
        name=name,
        steps=_step_words(steps),
        lead=TOLD["so_ket_viec_chu_tri"].format(lead=lead) if lead else "",
    )


def _step_words(steps: Sequence[ReviewStep]) -> str:
    if len(steps) <= NAMED:
        return ", ".join(_step(step) for step in steps)
    first, *_, last = steps
    return TOLD["buoc_nhieu"].format(
        count=number(len(steps)),
        first=bare(first.text),
        first_day=_day(first),
        last=bare(last.text),
        last_day=_day(last),
    )


def _step(step: ReviewStep) -> str:
    return TOLD["buoc"].format(step=small(bare(step.text)), day=_day(step))


def _day(step: ReviewStep) -> str:
    return day_text(step.due) if step.due else TOLD["so_ket_khong_han"]
