"""The steps of reviews as tasks: one line for each review with the steps that fall due, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.due_lines import DueLine, task_due
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, small
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.review_states import ReviewState

NAMED: Final = 3  # steps told singly; of more the first and the last


def review_tasks(content: ReportContent, citations: Citations, last: date) -> Iterator[DueLine]:
    """Yield a line for each review that has steps due from today up to `last`."""
    for state in review_states(content):
        steps = list(_due_steps(state, last))
        if steps:
            words = _step_words(steps)
            yield _told(state, words, citations)


def _due_steps(state: ReviewState, last: date) -> Iterator[ReviewStep]:
    for step in state.open_steps:
        if step.due and state.today <= step.due <= last:
            yield step


def overdue_reviews(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield a line for each review that is late; one line for all of them where they are many."""
    late = [state for state in review_states(content) if _is_late(state)]
    if len(late) <= NAMED:
        for state in late:
            yield _overdue(state, citations)
        return
    names = [name_review(state.review, citations) for state in late]
    joined = "; ".join(names)
    told = TOLD["so_ket_hoan_thanh"].format(names=joined)
    yield DueLine(told, says_who=True, is_offices=True)


def _is_late(state: ReviewState) -> bool:
    """Whether a step of it is past, or the review itself while its steps have no days."""
    if state.late_steps:
        return True
    return state.days_over > 0 and not _has_days(state)


def _has_days(state: ReviewState) -> bool:
    steps = state.open_steps
    return any(step.due for step in steps)


def _overdue(state: ReviewState, citations: Citations) -> DueLine:
    late = state.late_steps
    if not late:
        day = day_text(state.review.anniversary or state.today)
        over = TOLD["moc_qua_ngay"].format(day=day)
        return _told(state, TOLD["moc_qua"], citations, over)
    first, *_ = late
    words = _late_words(late)
    due = task_due(first.due, state.today)
    return _told(state, words, citations, due)


def _late_words(late: Sequence[ReviewStep]) -> str:
    first, *others = late
    step = _name(first)
    if not others:
        return step
    return TOLD["buoc_qua_han"].format(
        count=number(len(late)),
        step=step,
    )


def _told(state: ReviewState, words: str, citations: Citations, *facts: str) -> DueLine:
    review = state.review
    cited = name_review(review, citations)
    name = capital(cited)
    # Its steps are the office's own; who leads the review below is said where it stands.
    return DueLine(
        text=f"{name}: {words}",
        facts=facts,
        says_who=True,
        is_offices=True,
    )


def _step_words(steps: Sequence[ReviewStep]) -> str:
    if len(steps) <= NAMED:
        told = map(_step, steps)
        return "; ".join(told)
    first, *_, last = steps
    return TOLD["buoc_nhieu"].format(
        count=number(len(steps)),
        first=_name(first),
        first_day=_day(first),
        last=_name(last),
        last_day=_day(last),
    )


def _step(step: ReviewStep) -> str:
    return TOLD["buoc"].format(
        step=_name(step),
        day=_day(step),
    )


def _name(step: ReviewStep) -> str:
    text = bare(step.text)
    return small(text)


def _day(step: ReviewStep) -> str:
    if step.due is None:
        return TOLD["so_ket_khong_han"]
    return day_text(step.due)
