"""Who leads a review: the units each their own, the one of the whole committee whoever the plan gives it to.

A guidance gives the reviews to the units and, in another task, has a part of the committee's office prepare
those of the whole. Who only leads at the units' level leads no draft and no direction of the committee.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.kind_tags import MANY, NEW_PARAGRAPH, in_a_sentence, is_review, saying
from khoagiao_xl.report.kinds.programme_recipients import whole_body
from khoagiao_xl.report.plan_rows import ACCEPTED, is_led_by
from khoagiao_xl.report.told_lines import bare, small
from khoagiao_xl.wording.told_kinds import PREPARING_REVIEWS, PROGRAMME_TEXTS, STEP_OF_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.review_timing import ReviewState

say = saying(PROGRAMME_TEXTS)
GIVES, LEAD = "giao", "chủ trì"  # words of the step that gives a review to who leads it


def task_of_whole(tasks: Iterable[Task], staff: str) -> Task | None:
    """Return the task by which a part of the office prepares the reviews of the whole, None for none."""
    for task in tasks:
        is_given = task.status in ACCEPTED and is_led_by(task, staff)
        if is_given and _prepares(task):
            return task
    return None


def _prepares(task: Task) -> bool:
    """Whether a task prepares reviews, and is none itself."""
    if is_review(task):
        return False
    text = task.text.casefold()
    return any(words in text for words in PREPARING_REVIEWS)


def duty_of_whole(task: Task) -> str:
    """Return who prepares them and how: «Ban Tuyên giáo chủ trì, phối hợp với ... chuẩn bị báo cáo»."""
    lead = in_a_sentence(task.lead)
    text = bare(task.text)
    if text.startswith(lead):
        return text
    return f"{lead} {small(text)}"


@dataclass(frozen=True)
class ReviewLeads:
    """The leads of a programme's reviews. whole: who prepares those of the whole, blank where nobody says.

    is_draft: it asks by name for the units that a guidance only calls concerned.
    """

    whole: str
    is_draft: bool

    @classmethod
    def of(cls, tasks: Iterable[Task], staff: str, *, is_draft: bool) -> ReviewLeads:
        """Return the leads by the tasks of a plan."""
        task = task_of_whole(tasks, staff)
        lead = bare(task.lead) if task else ""
        return cls(lead, is_draft)

    def of_review(self, lead: str, state: ReviewState | None) -> str:
        """Return who leads a review that is given to `lead`: of many units each its own."""
        own = bare(lead)
        if self._is_of_units(own):
            units = in_a_sentence(own)
            lines = [self.whole, say("chu_tri_co_so", lead=units)]
            return NEW_PARAGRAPH.join(lines)
        open_steps = state.open_steps if state else []
        if own and any(map(_gives_lead, open_steps)):
            return say("du_kien", lead=own)
        return own

    def of_step(self, step: ReviewStep, lead: str) -> str:
        """Return whose step it is, where it is no step of who leads the review: the units report."""
        own = bare(lead)
        words = step.text.casefold()
        if not self._is_of_units(own) or not words.startswith(STEP_OF_UNITS):
            return ""
        if self.is_draft and own != whole_body(own):
            return say("ten_don_vi", lead=own)
        return own

    def gives(self, step: ReviewStep, lead: str) -> bool:
        """Whether a step gives the review of the whole to whom the programme itself names beside it."""
        own = bare(lead)
        return self._is_of_units(own) and _gives_lead(step)

    def _is_of_units(self, lead: str) -> bool:
        """Whether it leads at its own level alone, and somebody else the review of the whole."""
        return bool(self.whole) and lead.startswith(MANY)


def _gives_lead(step: ReviewStep) -> bool:
    words = step.text.casefold()
    return words.startswith(GIVES) and LEAD in words
