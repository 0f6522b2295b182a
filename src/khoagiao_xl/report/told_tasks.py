"""What is to be done next: tasks of the plan and steps of reviews by day, what is overdue before all else."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.coming_reports import days_of_reports
from khoagiao_xl.report.due_clauses import whose_due
from khoagiao_xl.report.due_lines import DueLine, due_paragraphs
from khoagiao_xl.report.open_issues import open_issue_works
from khoagiao_xl.report.recurring_tasks import is_due_in
from khoagiao_xl.report.review_states import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.shortfalls import parts_left
from khoagiao_xl.report.task_lines import task_lines
from khoagiao_xl.report.task_progress import DONE, OPEN, unmet_tasks
from khoagiao_xl.report.told_direction import direction
from khoagiao_xl.report.told_review_steps import overdue_reviews, review_tasks
from khoagiao_xl.report.told_standing import absent_units, others, silent_units, two_running
from khoagiao_xl.wording.told_sections import REPORTING, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


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
    carried = _carried_on(content)
    of_all = [task for task in carried if not whose_due(task.text)]
    of_some = [task for task in carried if whose_due(task.text)]  # whose day is past of some units alone
    overdue = [
        *task_lines(of_all, content, citations),
        *overdue_reviews(content, citations),
    ]
    due = [
        *_next_plan(content),
        *task_lines(of_some, content, citations),
        *_due_lines(content, citations, last),
        *_recurring_lines(content, citations, coming),
        *review_tasks(content, citations, last),
        *_from_limits(content),
        *_reporting(content, coming.year),
    ]
    phrase = "nhiem_vu_nam_sau" if ends_the_year(content) else "nhiem_vu"
    opening = TOLD[phrase].format(period=_called(coming))
    paragraphs = [
        *_direction(content, citations),
        *due_paragraphs(TOLD[_overdue_phrase(overdue)], overdue),
        *_left_of_the_year(content),
        *due_paragraphs(opening, due),
    ]
    if paragraphs:
        return paragraphs
    nothing = TOLD["khong_nhiem_vu"]
    return [nothing.format(period=coming.label)]


def _left_of_the_year(content: ReportContent) -> list[str]:
    """Return what is still to be reported of a year whose own report comes before its last period is due."""
    if not ends_the_year(content):
        return []
    year = content.period.year
    told = days_of_reports(content, year)
    return [TOLD["viec_con_lai"].format(year=year, told=told)] if told else []


def _direction(content: ReportContent, citations: Citations) -> Iterator[str]:
    if ends_the_year(content):
        yield from direction(content, citations)


def _overdue_phrase(overdue: Sequence[DueLine]) -> str:
    """Return how what is past is called: only what had a due day is «quá hạn»."""
    if not any(line.had_no_day for line in overdue):
        return "qua_han"
    if all(line.had_no_day for line in overdue):
        return "qua_ngay_tron"
    return "qua_han_hoac_ngay_tron"


def late_tasks(content: ReportContent) -> list[Task]:
    """Return the tasks that a person has taken over, that are past and not done, by day."""
    today = content.today
    late = [task for task in _open(content) if days_late(task.due, today)]
    return sorted(late, key=_day)


def _carried_on(content: ReportContent) -> list[Task]:
    """Return the late tasks that are tasks of the coming period too; the year's plan ends with its year.

    A task that is done but for some units stays theirs.
    """
    unmet = [progress.task for progress in unmet_tasks(content)]
    carried = [task for task in unmet if task.status == DONE]
    if not ends_the_year(content):
        carried += late_tasks(content)
    return sorted(carried, key=_day)


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
    yield from task_lines(due, content, citations)


def _due(content: ReportContent, last: date) -> Iterator[Task]:
    for task in _open(content):
        if task.due and content.today <= task.due <= last:
            yield task


def _recurring_lines(content: ReportContent, citations: Citations, coming: Period) -> Iterator[DueLine]:
    due = _recurring(content, coming)
    yield from task_lines(due, content, citations)


def _recurring(content: ReportContent, coming: Period) -> Iterator[Task]:
    for task in _open(content):
        if content.coming_deadlines and _is_to_report(task):
            continue
        if task.due is None and is_due_in(task.recurrence, coming):
            yield task


def _is_to_report(task: Task) -> bool:
    """Whether it is the duty to report: one line tells of it with the days of the coming periods."""
    words = task.text.casefold()
    return any(each in words for each in REPORTING)


def _from_limits(content: ReportContent) -> Iterator[DueLine]:
    """Yield what the limits ask for: what is left undone, open issues, units silent two periods running.

    The limits name the units; here they are counted alone.
    """
    yield from _parts_left(content)
    works = [*_advised(content), *_talks(content)]
    if works:
        told = "; ".join(works)
        if content.staff:
            told = TOLD["ban_lam"].format(staff=content.staff, told=told)
        yield DueLine(told, says_who=True, is_offices=True)


def _advised(content: ReportContent) -> Iterator[str]:
    """Yield what the committee directs, as that in which the part of its office that reports advises it."""
    author = clean_line(content.letterhead.author)
    for told in open_issue_works(content):
        yield TOLD["tham_muu"].format(author=author, told=told) if content.staff else told


def _parts_left(content: ReportContent) -> Iterator[DueLine]:
    for part in parts_left(content):
        if part.row.task:
            told = part.row.task.format(count=part.count)
            yield DueLine(told, says_who=True)


def _talks(content: ReportContent) -> Iterator[str]:
    """Yield with how many units to talk: that have sent nothing in the year, and nothing twice running."""
    absent = absent_units(content)
    by_phrase = {
        "lam_viec_vang": absent,
        "lam_viec_don_vi": others(two_running(content, silent_units), absent),
    }
    for phrase, units in by_phrase.items():
        if units:
            yield TOLD[phrase].format(
                count=number(len(units)),
                year=content.period.year,
            )


def _next_plan(content: ReportContent) -> Iterator[DueLine]:
    """Yield that the year which begins needs its own guidance and plan, as no plan of this one says."""
    if ends_the_year(content):
        told = TOLD["ke_hoach_nam_sau"].format(year=content.period.coming.year)
        if content.staff:
            author = clean_line(content.letterhead.author)
            advised = TOLD["tham_muu"].format(author=author, told=told)
            told = TOLD["ban_lam"].format(staff=content.staff, told=advised)
        yield DueLine(told, facts=(TOLD["bo_sung_han"],), says_who=True, is_offices=True)


def _called(coming: Period) -> str:
    """Return what the coming time is called by its end: the second half of a year ends with the year."""
    year = Period(coming.year, Kind.YEAR, 1)
    if coming.last_month == year.last_month:
        return year.label
    return coming.label


def _reporting(content: ReportContent, year: int) -> Iterator[DueLine]:
    """Yield one line of when the units and the office report the coming periods of a year."""
    told = days_of_reports(content, year)
    if told:
        yield DueLine(TOLD["che_do_bao_cao"].format(told=told), says_who=True)
