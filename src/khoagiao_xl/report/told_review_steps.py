"""The steps of reviews as tasks: one line for each review with the steps that fall due, and who leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import name_review
from khoagiao_xl.report.due_lines import DueLine, Lateness, task_due
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.step_words import step_name
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.told_reviews import due_words, step_words
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.review_timing import ReviewState

NAMED: Final = 3  # steps told singly; of more the first and the last
MOST_LATE: Final = 5  # reviews with late steps told singly; of more their names


def review_tasks(content: ReportContent, citations: Citations, last: date) -> Iterator[DueLine]:
    """Yield a line for each review that has steps due from today up to `last`."""
    for state in review_states(content):
        steps = list(_due_steps(state, last))
        if steps and not _is_not_begun(state) and not _is_planned_anew(state):
            words = steps_words(steps, state.today)
            yield _told(
                state,
                f": {words}",
                citations,
            )


def _due_steps(state: ReviewState, last: date) -> Iterator[ReviewStep]:
    for step in state.open_steps:
        if step.due and state.today <= step.due <= last:
            yield step


def overdue_reviews(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield a line for each review that is late; one line for those with late steps where they are many."""
    behind = [state for state in review_states(content) if state.is_behind]
    for state in behind:
        if not state.late_steps:
            yield _past(state, citations, content.period)
    dated = [state for state in behind if state.late_steps]
    if len(dated) > MOST_LATE:
        yield _named_together(dated, citations)
        return
    for state in dated:
        yield _overdue(state, citations, content.period)


def _named_together(states: Sequence[ReviewState], citations: Citations) -> DueLine:
    names = [name_review(state.review, citations) for state in states]
    joined = "; ".join(names)
    told = TOLD["so_ket_hoan_thanh"].format(names=joined)
    return DueLine(
        told,
        says_who=True,
        is_offices=True,
    )


def _past(state: ReviewState, citations: Citations, now: Period) -> DueLine:
    words = _past_words(state, now)
    return _told(
        state,
        words,
        citations,
        lateness=Lateness.ANNIVERSARY,
    )


def _past_words(state: ReviewState, now: Period) -> str:
    """Return the days that its steps have behind its anniversary; that it needs such where it has none."""
    dated = _dated(state)
    if not dated:
        return _by_the_year("ngay_tron_qua", now)
    words = steps_words(dated, state.today)
    return f": {words}"


def _is_planned_anew(state: ReviewState) -> bool:
    """Whether it is past its anniversary, none of its steps late: they are told with what is behind."""
    return state.is_past and not state.late_steps


def _is_not_begun(state: ReviewState) -> bool:
    """Whether its first step is past and none is done: the later ones cannot come before it."""
    if state.done_steps or state.doing:
        return False
    return bool(state.late_steps)


def _dated(state: ReviewState) -> list[ReviewStep]:
    return [step for step in state.open_steps if step.due]


def _overdue(state: ReviewState, citations: Citations, now: Period) -> DueLine:
    late = state.late_steps
    first, *_ = late
    if _is_not_begun(state) and len(late) > NAMED:
        return _told(
            state,
            _anew(late, now),
            citations,
        )
    due = task_due(first.due, state.today)
    return _told(
        state,
        f": {_late_words(late)}",
        citations,
        due,
    )


def _anew(late: Sequence[ReviewStep], now: Period) -> str:
    """Return that a review begins from its first step, its days being over."""
    first, *_ = late
    return _by_the_year("buoc_lam_lai", now, step_name(first))


def _by_the_year(phrase: str, now: Period, step: str = "") -> str:
    """Return in which year a review is to be done; of one that this year leaves to the next that it does."""
    year = now.coming.year
    if year > now.year:
        phrase += "_nam_sau"
    return TOLD[phrase].format(
        before=now.year,
        year=year,
        step=step,
    )


def _late_words(late: Sequence[ReviewStep]) -> str:
    first, *others = late
    step = step_name(first)
    if not others:
        return step
    return TOLD["buoc_qua_han"].format(
        count=number(len(late)),
        step=step,
    )


def _told(
    state: ReviewState,
    words: str,
    citations: Citations,
    *facts: str,
    lateness: Lateness = Lateness.DUE_DAY,
) -> DueLine:
    review = state.review
    name = capital(name_review(review, citations))
    # Its steps are the office's own; who leads the review below is said where it stands.
    return DueLine(
        text=name + words,
        facts=facts,
        says_who=True,
        is_offices=True,
        lateness=lateness,
    )


def steps_words(steps: Sequence[ReviewStep], today: date) -> str:
    """Return steps each with its day; of more than NAMED how many, the first and the last."""
    if len(steps) <= NAMED:
        told = [step_words(step, today) for step in steps]
        return "; ".join(told)
    first, *_, last = steps
    return TOLD["buoc_nhieu"].format(
        count=number(len(steps)),
        first=step_name(first),
        first_due=due_words(first.due, today),
        last=step_name(last),
        last_due=due_words(last.due, today),
    )
