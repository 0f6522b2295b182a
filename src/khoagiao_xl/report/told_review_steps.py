"""The steps of reviews as tasks: one line for each review with the steps that fall due, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.due_lines import DueLine, task_due
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
    """Yield a line for each review that is late; one line for all of them where they are many."""
    late = [state for state in review_states(content) if _is_late(state)]
    if len(late) <= NAMED:
        for state in late:
            yield _overdue(state, citations)
        return
    names = [name_review(state.review, citations) for state in late]
    yield DueLine(TOLD["so_ket_hoan_thanh"].format(names="; ".join(names)), says_who=True)


def _is_late(state: ReviewState) -> bool:
    """Whether a step of it is past, or the review itself while its steps have no days."""
    return bool(_late_steps(state)) or (state.days_over > 0 and not _has_days(state))


def _late_steps(state: ReviewState) -> list[ReviewStep]:
    return [step for step in _open_steps(state) if days_late(step.due, state.today)]


def _has_days(state: ReviewState) -> bool:
    return any(step.due for step in _open_steps(state))


def _overdue(state: ReviewState, citations: Citations) -> DueLine:
    late = _late_steps(state)
    if not late:
        over = TOLD["moc_qua_ngay"].format(days=number(state.days_over))
        return _told(state, TOLD["moc_qua"], citations, over)
    first, *_ = late
    return _told(state, _late_words(late), citations, task_due(first.due, state.today))


def _open_steps(state: ReviewState) -> list[ReviewStep]:
    if state.is_done:
        return []
    return [step for step in state.steps if step.status != DONE]


def _late_words(late: Sequence[ReviewStep]) -> str:
    first, *others = late
    step = small(bare(first.text))
    if not others:
        return step
    return TOLD["buoc_qua_han"].format(
        count=number(len(late)),
        step=step,
    )


def _told(state: ReviewState, words: str, citations: Citations, *facts: str) -> DueLine:
    review = state.review
    name = capital(name_review(review, citations))
    return DueLine(f"{name}: {words}", bare(review.lead), facts)


def _step_words(steps: Sequence[ReviewStep]) -> str:
    if len(steps) <= NAMED:
        return "; ".join(_step(step) for step in steps)
    first, *_, last = steps
    return TOLD["buoc_nhieu"].format(
        count=number(len(steps)),
        first=small(bare(first.text)),
        first_day=_day(first),
        last=small(bare(last.text)),
        last_day=_day(last),
    )


def _step(step: ReviewStep) -> str:
    return TOLD["buoc"].format(step=small(bare(step.text)), day=_day(step))


def _day(step: ReviewStep) -> str:
    return day_text(step.due) if step.due else TOLD["so_ket_khong_han"]
