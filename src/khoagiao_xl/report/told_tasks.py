"""What is to be done next: tasks of the plan and steps of reviews by day, what is overdue before all else."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_lines import DueLine, due_paragraphs, task_due
from khoagiao_xl.report.recurring_tasks import is_due_in
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.report.told_review_steps import overdue_reviews, review_tasks
from khoagiao_xl.report.told_reviews import days_late
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

DONE: Final = "xong"
OPEN: Final = frozenset({"nhận", "đang làm"})  # what a person has taken over and nobody has finished
ACCEPTED: Final = OPEN | {DONE}
SENTENCE_END: Final = ". "
DAY: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
BASIS, THIS = "Căn cứ ", " này, "


def last_day_of(period: Period) -> date:
    """Return the last day of the calendar month in which a period ends."""
    _, last = monthrange(period.year, period.last_month)
    return date(period.year, period.last_month, last)


def task_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what is overdue, then what falls due in the coming period; an honest word where nothing does."""
    coming = content.period.coming
    last = last_day_of(coming)
    overdue = [_dated(task, content, citations) for task in _carried_on(content)]
    overdue += overdue_reviews(content, citations)
    due = [
        *_due_lines(content, citations, last),
        *_recurring_lines(content, citations, coming),
        *review_tasks(content, citations, last),
        *_reporting(content),
    ]
    opening = TOLD["nhiem_vu"].format(period=coming.label)
    paragraphs = [*due_paragraphs(TOLD["qua_han"], overdue), *due_paragraphs(opening, due)]
    return paragraphs or [TOLD["khong_nhiem_vu"].format(period=coming.label)]


def late_tasks(content: ReportContent) -> list[Task]:
    """Return the tasks that a person has taken over, that are past and not done, by day."""
    late = [task for task in _open(content) if days_late(task.due, content.today)]
    return sorted(late, key=_day)


def _carried_on(content: ReportContent) -> list[Task]:
    """Return the late tasks that are tasks of the coming period too; the year's plan ends with its year."""
    if content.period.coming.year > content.period.year:
        return []
    return late_tasks(content)


def _open(content: ReportContent) -> Iterator[Task]:
    for task in content.tasks:
        if task.status in OPEN:
            yield task


def _day(task: Task) -> date:
    return task.due or date.max


def _due_lines(content: ReportContent, citations: Citations, last: date) -> list[DueLine]:
    due = [task for task in _open(content) if task.due and content.today <= task.due <= last]
    return [_dated(task, content, citations) for task in sorted(due, key=_day)]


def _recurring_lines(content: ReportContent, citations: Citations, coming: Period) -> Iterator[DueLine]:
    for task in _open(content):
        if task.due is None and is_due_in(task.recurrence, coming):
            yield _dated(task, content, citations)


def _reporting(content: ReportContent) -> Iterator[DueLine]:
    """Yield when the units and the office report the coming period, where its days are set."""
    deadline = content.coming_deadline
    if deadline:
        told = TOLD["nop_bao_cao"].format(
            period=content.period.coming.label,
            day=day_text(deadline.unit_due),
            report_day=day_text(deadline.report_due),
        )
        yield DueLine(told, says_who=True)


# -- one task ---------------------------------------------------------------------------------------------


def task_text(task: Task, content: ReportContent, citations: Citations) -> str:
    """Return the first sentence of a task; what has been cited in full before is cited shortly."""
    text = _without_basis(clean_line(task.text))
    first, _, _ = text.partition(SENTENCE_END)
    return bare(shortened(first, content.directives, citations))


def _without_basis(text: str) -> str:
    """Return a task without «Căn cứ Hướng dẫn này, »: in a report that would be the report."""
    head, end, rest = text.partition(THIS)
    if end and head.startswith(BASIS) and rest:
        return capital(rest)
    return text


def _dated(task: Task, content: ReportContent, citations: Citations) -> DueLine:
    text = task_text(task, content, citations)
    lead = bare(task.lead)
    return DueLine(
        text=text,
        lead=lead,
        facts=tuple(_facts(task, text, content.today)),
        says_who=text.startswith(lead),
    )


def _facts(task: Task, text: str, today: date) -> Iterator[str]:
    """Yield product and day; not what the words of the task say themselves."""
    said = text.casefold()
    output = bare(task.output).casefold()
    if output and output not in said:
        yield TOLD["san_pham"].format(output=output)
    if task.recurrence and not _says_all(said, task.recurrence):
        yield TOLD["dinh_ky"].format(recurrence=bare(task.recurrence))
    if task.due and not DAY.search(text):
        yield task_due(task.due, today)
    elif days_late(task.due, today):
        yield TOLD["qua_may_ngay"].format(days=number(days_late(task.due, today)))


def _says_all(said: str, recurrence: str) -> bool:
    """Whether the words of a task name every period that it comes back with."""
    return all(part.strip().casefold() in said for part in recurrence.split(","))
