"""Tasks of the plan without a day: what comes back or goes on all year, told beside those that have one.

data/report_habits.csv has a row for each such task of which a figure tells who does it:

task_words  words by which a task of the plan is known
codes       the indicators, «KG301+KG303»: a unit does it where one of them is more than 0
told        its words in the report

Of a task that comes back with each quarter every quarter is told; of another the report of the period. What
no figure tells of is said to have no result: nobody guesses it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.report.plan_rows import OPEN, is_to_report
from khoagiao_xl.report.recurring_tasks import kinds_of
from khoagiao_xl.report.sentences import fraction, number
from khoagiao_xl.report.told_notices import asks_for_notices
from khoagiao_xl.report.told_rows import is_long, periods_within
from khoagiao_xl.report.told_standing import is_due
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.reported import Answers
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent

TABLE: Final = "report_habits.csv"
EACH: Final = "+"
Doing = dict[
    str, dict[str, tuple[int, int]]
]  # code of a period -> codes of a habit -> units that do, that told


@dataclass(frozen=True)
class Habit:
    """One row of the table."""

    task_words: str
    codes: str
    told: str

    def figures_in(self, answers: Answers) -> list[float]:
        """Return what a unit has told of it; a blank tells nothing."""
        codes = self.codes.split(EACH)
        figures = map(answers.get, codes)
        return [figure for figure in figures if isinstance(figure, int | float)]


@cache
def habits() -> tuple[Habit, ...]:
    """Return the rows of the table."""
    return tuple(Habit(**row) for row in shipped_rows(TABLE))


def units_doing(year: Year, period: Period) -> Doing:
    """Return how many units do each habit, in the report of a period and of those within it."""
    within = set(map(str, periods_within(period)))
    found: Doing = {}
    for (code, _), answers in year.reported.items():
        if code not in within:
            continue
        own = found.setdefault(code, {})
        for habit in habits():
            told = habit.figures_in(answers)
            if not told:
                continue
            doing, telling = own.get(habit.codes, (0, 0))
            is_done = max(told) > 0
            own[habit.codes] = (doing + is_done, telling + 1)
    return found


def standing_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield who does what has no day, in a report of a half or a year; of the rest no result is kept."""
    if not is_long(content.period):
        return
    standing = list(_standing(content))
    told: list[str] = []
    others = []
    for task in standing:
        habit = _habit_of(task)
        shown = _told(task, habit, content) if habit else ""
        if shown:
            told.append(shown)
        else:
            others.append(task)
    if others:
        told.append(TOLD["thuong_xuyen_khac" if told else "thuong_xuyen_chua"])
    if told:
        yield TOLD["thuong_xuyen"].format(told="; ".join(told))


def _standing(content: ReportContent) -> Iterator[Task]:
    """Yield the open tasks without a day; reviews, reports and notices have places of their own."""
    reviewed = {review.symbol for review in content.reviews}
    for task in content.tasks:
        if task.due or task.status not in OPEN:
            continue
        is_review = not reviewed.isdisjoint(task.directives)
        if is_review or is_to_report(task) or asks_for_notices(task, content.staff):
            continue
        yield task


def _habit_of(task: Task) -> Habit | None:
    words = task.text.casefold()
    for habit in habits():
        if habit.task_words in words:
            return habit
    return None


def _told(task: Task, habit: Habit, content: ReportContent) -> str:
    """Return «đưa nội dung ...: 85/85 đơn vị có báo cáo quý I, ... đã thực hiện», blank where nobody told."""
    parts = []
    for period in _periods(task, content):
        code = str(period)
        by_habit = content.doing.get(code, {})
        doing, telling = by_habit.get(habit.codes, (0, 0))
        if not telling:
            continue
        count = number(doing, in_text=False)
        shown = TOLD["thuong_xuyen_ky"].format(
            figure=fraction(count, telling),
            period=period.short,
        )
        parts.append(shown)
    if not parts:
        return ""
    return TOLD["thuong_xuyen_viec"].format(told=habit.told, parts=", ".join(parts))


def _periods(task: Task, content: ReportContent) -> list[Period]:
    if Kind.QUARTER not in kinds_of(task.recurrence):
        return [content.period]
    within = periods_within(content.period)
    quarters = [period for period in within if period.kind is Kind.QUARTER]
    return [quarter for quarter in quarters if is_due(content, quarter)]
