"""How a review of the register stands: done, the step reached, the next one, how late it is.

Every review stands in one row of this table, the first that is true of it; sentence, table, limits and tasks
count by it, so that nothing is told twice and nothing is left out:

DONE     it has a report, or a person has marked it or all of its steps as done
PAST     its anniversary is past, and it has not been held or a step of it is late
SLOW     a step of it is late; its anniversary is still to come, or nobody knows it
ON_TIME  all others, one that was held on its day and whose last steps are not due yet too
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.plan_rows import DONE, days_late
from khoagiao_xl.report.step_words import is_sending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.records import Review
    from khoagiao_xl.model.report_records import ReviewStep

DOING: Final = "đang làm"


class ReviewTiming(Enum):
    """The rows of the table above."""

    DONE, PAST, SLOW, ON_TIME = range(4)


@dataclass(frozen=True)
class ReviewState:
    """A review as it stands today. steps: its own in their order, those dropped left out.

    done_units: how many units say that theirs is done.
    """

    review: Review
    steps: tuple[ReviewStep, ...]
    today: date
    done_units: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it has a report, or a person has marked it or all of its steps as done."""
        day = self.review.reported_on
        if day and day > self.today:
            return False
        if self.review.report_number or day:
            return True
        if self.review.status == DONE:
            return True
        return self._are_done(self.steps)

    @property
    def is_held(self) -> bool:
        """Whether every step that falls before its anniversary, or on it, is done."""
        before = []
        for step in self.steps:
            days = step.days_before or 0
            if days >= 0:
                before.append(step)
        return self._are_done(before)

    @staticmethod
    def _are_done(steps: Sequence[ReviewStep]) -> bool:
        left = [step for step in steps if step.status != DONE]
        return bool(steps) and not left

    @property
    def days(self) -> list[date]:
        """The days by which something of it is due: its anniversary, and those of its steps."""
        due = [self.review.anniversary, *(step.due for step in self.steps)]
        return [day for day in due if day]

    @property
    def done_steps(self) -> list[ReviewStep]:
        """The steps that are done."""
        return [step for step in self.steps if step.status == DONE]

    @property
    def is_sent_without_number(self) -> bool:
        """Whether the step of sending its report is marked as done while no number says that it is out."""
        if not self.has_no_report:
            return False
        return any(is_sending(step) for step in self.done_steps)

    @property
    def unnumbered(self) -> ReviewStep | None:
        """The step of sending its report that is marked as done without a number, None for none."""
        if not self.is_sent_without_number or self.is_done:
            return None
        sending = filter(is_sending, self.done_steps)
        return next(sending)

    @property
    def lacks_number(self) -> bool:
        """Whether it is called over, or its report sent, and nothing is known of that report."""
        if not self.has_no_report:
            return False
        return self.is_done or self.is_sent_without_number

    @property
    def has_no_report(self) -> bool:
        """Whether neither number nor day of its report is known."""
        if self.review.report_number:
            return False
        return self.review.reported_on is None

    @property
    def doing(self) -> ReviewStep | None:
        """The step that is being done, None for none."""
        for step in self.steps:
            if step.status == DOING:
                return step
        return None

    @property
    def next_steps(self) -> list[ReviewStep]:
        """The first step that is not done, behind the sending that no number bears out."""
        sent = self.unnumbered
        waiting = [step for step in self.open_steps if step is not sent]
        if sent:
            return [sent, *waiting[:1]]
        return waiting[:1]

    @property
    def is_begun(self) -> bool:
        """Whether anything of the whole committee's own is done or being done; units may be ahead of it."""
        if self.doing is not None:
            return True
        return bool(self.done_steps)

    @property
    def open_steps(self) -> list[ReviewStep]:
        """The steps that are still to be done; none of a review that is over.

        A sending that no number bears out is one of them, and late like the others.
        """
        if self.is_done:
            return []
        sent = self.unnumbered
        return [step for step in self.steps if step.status != DONE or step is sent]

    @property
    def late_steps(self) -> list[ReviewStep]:
        """The steps that should be done by now and are not."""
        return [step for step in self.open_steps if days_late(step.due, self.today)]

    @property
    def timing(self) -> ReviewTiming:
        """In which row of the table above it stands."""
        if self.is_done:
            return ReviewTiming.DONE
        is_slow = bool(self.late_steps)
        is_over = days_late(self.review.anniversary, self.today) > 0
        if is_over and (is_slow or not self.is_held):
            return ReviewTiming.PAST
        return ReviewTiming.SLOW if is_slow else ReviewTiming.ON_TIME

    @property
    def is_past(self) -> bool:
        """Whether its anniversary is past and it is behind."""
        return self.timing is ReviewTiming.PAST

    @property
    def is_behind(self) -> bool:
        """Whether it is late in any way: past its anniversary, or with a late step before it."""
        return self.timing in {ReviewTiming.PAST, ReviewTiming.SLOW}
