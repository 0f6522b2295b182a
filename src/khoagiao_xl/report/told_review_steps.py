"""The steps of reviews as tasks: one line for each review with the steps that fall due, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.due_lines import DueLine
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, small
from khoagiao_xl.report.told_reviews import DONE, days_late, review_states
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_reviews import ReviewState

NAMED: Final = 3  # steps told singly; of more the first and the last


def review_tasks(content: ReportContent, citations: Citations, last: date) -> Iterator[DueLine]:
    """Yield a line for each review that has steps due from today up to `last`."""
    for state in review_states(content):
        steps = [step for step in _open_steps(state) if step.due and state.today <= step.due <= last]
        if steps:
            yield _told(state, _step_words(steps), citations)


def overdue_reviews(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield a line for each review with steps that are past, or past itself while its steps have no days."""
    for state in review_states(content):
        late = _late_words(state)
        if late:
            yield _told(state, late, citations)


def _open_steps(state: ReviewState) -> list[ReviewStep]:
    if state.is_done:
        return []
    return [step for step in state.steps if step.status != DONE]


def _late_words(state: ReviewState) -> str:
    steps = _open_steps(state)
    late = [step for step in steps if days_late(step.due, state.today)]
    if not late:
        has_days = any(step.due for step in steps)
        if has_days or not state.days_over:
            return ""
        return TOLD["moc_qua"].format(days=number(state.days_over))
    first, *others = late
    phrase = "buoc_qua_han" if others else "buoc_qua_han_mot"
    return TOLD[phrase].format(
        count=number(len(late)),
        step=small(bare(first.text)),
        day=_day(first),
        days=number(days_late(first.due, state.today)),
    )


def _told(state: ReviewState, words: str, citations: Citations) -> DueLine:
    review = state.review
    name = capital(name_review(review, citations))
    return DueLine(f"{name}: {words}", bare(review.lead))


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
