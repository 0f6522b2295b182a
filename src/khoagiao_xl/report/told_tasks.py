"""What is to be done next: tasks of the plan and steps of reviews by day, what is overdue before all else."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.cited_text import cited_in
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_lines import DueLine, due_paragraphs, task_due
from khoagiao_xl.report.recurring_tasks import is_due_in
from khoagiao_xl.report.review_states import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.told_lines import MOST_NAMED, bare, capital, names
from khoagiao_xl.report.told_review_steps import overdue_reviews, review_tasks
from khoagiao_xl.report.told_standing import named, silent_twice
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    year = period.year
    month = period.last_month
    _, last = monthrange(year, month)
    return date(year, month, last)


def task_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what is overdue, then what falls due in the coming period; an honest word where nothing does."""
    coming = content.period.coming
    last = last_day_of(coming)
    overdue = [
        *_dated(_carried_on(content), content, citations),
        *overdue_reviews(content, citations),
    ]
    due = [
        *_due_lines(content, citations, last),
        *_recurring_lines(content, citations, coming),
        *review_tasks(content, citations, last),
        *_from_limits(content),
        *_reporting(content),
    ]
    phrase = "nhiem_vu_nam_sau" if ends_the_year(content) else "nhiem_vu"
    opening = TOLD[phrase].format(period=_called(coming))
    paragraphs = [
        *due_paragraphs(TOLD["qua_han"], overdue),
        *due_paragraphs(opening, due),
    ]
    if paragraphs:
        return paragraphs
    nothing = TOLD["khong_nhiem_vu"]
    return [nothing.format(period=coming.label)]


def late_tasks(content: ReportContent) -> list[Task]:
    """Return the tasks that a person has taken over, that are past and not done, by day."""
    today = content.today
    late = [task for task in _open(content) if days_late(task.due, today)]
    return sorted(late, key=_day)


def _carried_on(content: ReportContent) -> list[Task]:
    """Return the late tasks that are tasks of the coming period too; the year's plan ends with its year."""
    if ends_the_year(content):
        return []
    return late_tasks(content)


def ends_the_year(content: ReportContent) -> bool:
    """Whether what comes after the period belongs to another year, with another plan."""
    coming = content.period.coming
    return coming.year > content.period.year


def _open(content: ReportContent) -> Iterator[Task]:
    for task in content.tasks:
        if task.status in OPEN:
            yield task


def _day(task: Task) -> date:
    return task.due or date.max


def _due_lines(content: ReportContent, citations: Citations, last: date) -> Iterator[DueLine]:
    due = sorted(_due(content, last), key=_day)
    yield from _dated(due, content, citations)


def _due(content: ReportContent, last: date) -> Iterator[Task]:
    for task in _open(content):
        if task.due and content.today <= task.due <= last:
            yield task


def _recurring_lines(content: ReportContent, citations: Citations, coming: Period) -> Iterator[DueLine]:
    due = _recurring(content, coming)
    yield from _dated(due, content, citations)


def _recurring(content: ReportContent, coming: Period) -> Iterator[Task]:
    for task in _open(content):
        if task.due is None and is_due_in(task.recurrence, coming):
            yield task


def _from_limits(content: ReportContent) -> Iterator[DueLine]:
    """Yield what the limits ask for: issues that are open, units silent two periods running."""
    left = [note for note in content.issues if note.settled_on is None]
    if left:
        units = names(note.unit_name for note in left)
        told = TOLD["chi_dao_van_de"].format(count=number(len(left)), units=units)
        yield DueLine(told, says_who=True, is_offices=True)
    silent = silent_twice(content)
    if silent:
        units = names(named(content, silent), MOST_NAMED)
        yield DueLine(TOLD["lam_viec_don_vi"].format(units=units), says_who=True, is_offices=True)


def _called(coming: Period) -> str:
    """Return what the coming time is called by its end: the second half of a year ends with the year."""
    year = Period(coming.year, Kind.YEAR, 1)
    if coming.last_month == year.last_month:
        return year.label
    return coming.label


def _reporting(content: ReportContent) -> Iterator[DueLine]:
    """Yield when the units and the office report the coming periods, where their days are set."""
    for period, deadline in content.coming_deadlines.items():
        told = TOLD["nop_bao_cao"].format(
            period=Period.parse(period).label,
            day=day_text(deadline.unit_due),
            report_day=day_text(deadline.report_due),
        )
        yield DueLine(told, says_who=True)


# -- one task ---------------------------------------------------------------------------------------------


def task_text(task: Task, content: ReportContent, citations: Citations) -> str:
    """Return the first sentence of a task; what has been cited in full before is cited shortly."""
    cleaned = clean_line(task.text)
    text = without_basis(cleaned)
    first, _, _ = text.partition(SENTENCE_END)
    told = shortened(
        first,
        content.directives,
        citations,
    )
    cited = cited_in(told, citations)
    return bare(cited)


def without_basis(text: str) -> str:
    """Return a task without «Căn cứ Hướng dẫn này, »: in a report that would be the report."""
    head, end, rest = text.partition(THIS)
    if end and head.startswith(BASIS) and rest:
        return capital(rest)
    return text


def _dated(tasks: Iterable[Task], content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    for task in tasks:
        text = task_text(task, content, citations)
        facts = _facts(task, text, content.today)
        lead = bare(task.lead)
        yield DueLine(
            text=text,
            lead=lead,
            facts=tuple(facts),
            says_who=text.startswith(lead),
        )


def _facts(task: Task, text: str, today: date) -> Iterator[str]:
    """Yield product and day; not what the words of the task say themselves."""
    said = text.casefold()
    output = bare(task.output)
    product = output.casefold()
    if product not in said:
        yield TOLD["san_pham"].format(output=product)
    recurrence = bare(task.recurrence)
    if not _says_all(said, recurrence):
        yield TOLD["dinh_ky"].format(recurrence=recurrence)
    late = days_late(task.due, today)
    if task.due and not DAY.search(text):
        yield task_due(task.due, today)
    elif late:
        yield TOLD["qua_may_ngay"].format(days=number(late))


def _says_all(said: str, recurrence: str) -> bool:
    """Whether the words of a task name every period that it comes back with."""
    small = recurrence.casefold()
    parts = small.split(",")
    return all(part.strip() in said for part in parts)
