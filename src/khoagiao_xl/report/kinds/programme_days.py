"""When the tasks and reviews of a programme are due, in the words of its tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.due_clauses import whose_due
from khoagiao_xl.report.kinds.kind_tags import is_review, saying
from khoagiao_xl.report.plan_rows import DONE, days_late, is_led_by
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.review_timing import ReviewState

say = saying(PROGRAMME_TEXTS)


def report_days(year: Year, today: date) -> str:
    """Return until when the units report the periods still to come, those of one day together."""
    by_day: dict[date, list[Period]] = {}
    for code, deadline in year.deadlines.items():
        if deadline.unit_due >= today:
            alike = by_day.setdefault(deadline.unit_due, [])
            alike.append(Period.parse(code))
    told = [_periods_on(day, by_day[day]) for day in sorted(by_day)]
    return say("bao_cao_han", days="; ".join(told)) if told else ""


def _periods_on(day: date, periods: Iterable[Period]) -> str:
    names = ", ".join(period.short for period in sorted(periods))
    return say("bao_cao_ngay", periods=names, day=day_text(day))


class ProgrammeDays:
    """The days of one year's programme. staff: the office's own part, whose tasks alone it can call done.

    A programme gives nobody a day that is over: its draft asks for another one.
    """

    def __init__(
        self, states: Iterable[ReviewState], order: DocumentOrder, staff: str, *, is_draft: bool
    ) -> None:
        """Know the reviews by the directive that each is of."""
        self._states: dict[str, ReviewState] = {}
        for state in states:
            symbol = state.review.symbol
            self._states[symbol] = state
        self._year = order.year
        self._today = order.today
        self._staff = staff
        self._over = PROGRAMME_TEXTS["han_qua_bo_sung" if is_draft else "han_qua"]

    def of_review(self, state: ReviewState) -> str:
        """Return its anniversary, blank where none is known; one before the year is no day to keep."""
        day = state.review.anniversary
        if day is None:
            return ""
        told = day_text(day)
        if state.is_done:
            return say("da_xong", due=told)
        phrase = "tron_truoc" if day.year < self._year else "tron"
        return say(phrase, day=told)

    def of_task(self, task: Task) -> str:
        """Return its day, the anniversary of the review that it is, how often, else «trong năm»."""
        due = self._due(task) or self._round(task)
        return due or bare(task.recurrence) or PROGRAMME_TEXTS["ca_nam"]

    def _due(self, task: Task) -> str:
        """Return its day, whose it is, and that it is over: what units have done of it a report tells."""
        if task.due is None:
            return ""
        due = day_text(task.due)
        if task.status == DONE and is_led_by(task, self._staff):
            return say("da_xong", due=due)
        over = self._over if days_late(task.due, self._today) else ""
        remarks = "; ".join(filter(None, [whose_due(task.text), over]))
        return say("han_cua", due=due, remarks=remarks) if remarks else due

    def order(self, task: Task) -> date:
        """Return by what the tasks of a section are ordered: reviews by anniversary, behind the others."""
        state = self.state_of(task)
        if state is None:
            return date.min
        return state.review.anniversary or date.max

    def _round(self, task: Task) -> str:
        state = self.state_of(task)
        return self.of_review(state) if state else ""

    def state_of(self, task: Task) -> ReviewState | None:
        """Return how the review stands that a task is, None for another task."""
        if not is_review(task):
            return None
        for symbol in task.directives:
            if symbol in self._states:
                return self._states[symbol]
        return None
