"""How far the office's own review of a directive is: the steps done and still open, and how late it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.review_counts import over_words
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.step_words import is_sending, step_name
from khoagiao_xl.report.told_review_steps import NAMED, steps_words
from khoagiao_xl.report.told_reviews import next_word, progress_words
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.review_timing import ReviewState


def reviews_told(states: Iterable[ReviewState], *, is_draft: bool) -> Iterator[str]:
    """Yield how many steps of each open review the register has as done, which are open and until when."""
    for state in states:
        if state.open_steps:
            yield say(
                "buoc_cua_cap_uy",
                day=day_text(state.today),
                review=state.review.kind.lower(),
                progress=progress_words(state, _told_singly(state), is_draft=is_draft),
                steps=_open_words(state),
            )


def _told_singly(state: ReviewState) -> Sequence[ReviewStep]:
    steps = state.open_steps
    return steps if len(steps) <= NAMED else ()


def _open_words(state: ReviewState) -> str:
    """Return the open steps each with its day, the one in work called so; of many the first and the last."""
    single = _told_singly(state)
    if not single:
        return steps_words(state.open_steps, state.today)
    told = [_open_word(step, state) for step in single]
    return "; ".join(told)


def _open_word(step: ReviewStep, state: ReviewState) -> str:
    """Return an open step with its day; what is to be sent up is the very report that tells of it."""
    told = next_word(step, state)
    if not is_sending(step):
        return told
    return told.replace(step_name(step), REVIEW_TEXTS["gui_bao_cao_nay"], 1)


def reviews_late(states: Iterable[ReviewState]) -> Iterator[str]:
    """Yield how late each review is that is behind: past its anniversary, or with steps whose day is past."""
    for state in states:
        parts = list(_late_parts(state))
        if parts:
            yield say(
                "tien_do_cham",
                review=state.review.kind.lower(),
                parts="; ".join(parts),
            )


def _late_parts(state: ReviewState) -> Iterator[str]:
    day = state.review.anniversary
    if state.is_past and day:
        yield say(
            "tron_qua",
            over=over_words([state]),
            day=day_text(day),
        )
    if state.late_steps:
        count = number(len(state.late_steps))
        yield say("so_buoc_qua", count=count)
