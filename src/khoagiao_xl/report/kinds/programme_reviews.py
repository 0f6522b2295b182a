"""The reviews in a programme: how many of the year are done, past and to come, and a row for each step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import Citations, name_review
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.kind_tags import (
    is_review,
    saying,
)
from khoagiao_xl.report.kinds.programme_cells import (
    step_rows,
    who_told,
    without_blank_columns,
)
from khoagiao_xl.report.kinds.programme_days import ProgrammeDays
from khoagiao_xl.report.kinds.review_leads import ReviewLeads
from khoagiao_xl.report.review_timing import ReviewState
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Review, Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.kind_tags import Row

say = saying(PROGRAMME_TEXTS)


def reviews_of_the_year(year: Year, number_of_year: int) -> list[Review]:
    """Return the reviews that the reports of the year tell, by day: due in it or before, or without a day."""
    told = []
    for review in year.reviews:
        due = review.anniversary
        if due is None or due.year <= number_of_year:
            told.append(review)
    return sorted(told, key=_when)


def _when(review: Review) -> tuple[str, str]:
    return (f"{review.anniversary}", review.symbol)


def reviews_told(states: Sequence[ReviewState], table: str, citations: Citations) -> str:
    """Return how many reviews there are, how many are done or past, and which comes first."""
    if not states:
        return PROGRAMME_TEXTS["khong_so_ket"]
    done = [state for state in states if state.is_done]
    past = [state for state in states if state.is_past]
    coming = [state for state in states if _is_coming(state)]
    first = name_review(coming[0].review, citations) if coming else ""
    return say(
        "so_ket",
        count=number(len(states)),
        appendix=table,
        done=say("so_ket_xong", count=number(len(done))) if done else "",
        past=say("so_ket_qua", count=number(len(past))) if past else "",
        first=say("so_ket_toi", name=first) if first else "",
    )


def _is_coming(state: ReviewState) -> bool:
    """Whether its anniversary is not past and it is not done."""
    day = state.review.anniversary
    if day is None or state.is_done:
        return False
    return day >= state.today


def state_of_review(review: Review, year: Year, today: date) -> ReviewState:
    """Return how a review stands on the day of the programme."""
    code = review.code
    steps = [step for step in year.review_steps if step.review == code]
    return ReviewState(
        review,
        tuple(steps),
        today,
    )


def review_rows(
    states: Sequence[ReviewState],
    days: ProgrammeDays,
    leads: ReviewLeads,
    tasks: Sequence[Task],
    citations: Citations,
) -> list[Row]:
    """Return a row for each review, and one for each of its steps below it."""
    rows: list[Row] = []
    for index, state in enumerate(states, 1):
        who = who_told(state.review) or _who_of_task(state.review, tasks)
        undated = replace(state.review, anniversary=None)  # its day has a column of its own
        words = name_review(undated, citations)
        rows.append({
            "stt": str(index),
            "noi_dung": f"{capital(words)}.",
            "chu_tri": leads.of_review(state.review.lead, state),
            "phu_trach": who,
            "ngay": days.of_review(state) or NONE,
        })  # fmt: skip
        rows += step_rows(state, state.review.lead, leads)
    return without_blank_columns(rows)


def _who_of_task(review: Review, tasks: Iterable[Task]) -> str:
    """Return who does the task of the plan that a review is."""
    for task in tasks:
        if is_review(task) and review.symbol in task.directives:
            return who_told(task)
    return ""
