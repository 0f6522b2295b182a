"""What is to be done next: tasks of the plan and steps of reviews by day, what is overdue before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.coming_reports import days_of_reports
from khoagiao_xl.report.due_lines import DueLine, Lateness, due_paragraphs
from khoagiao_xl.report.late_tasks import ends_the_year, late_task_lines, open_tasks, others_task_lines
from khoagiao_xl.report.plan_rows import by_day, is_to_report
from khoagiao_xl.report.recurring_tasks import is_due_in, last_day_of
from khoagiao_xl.report.task_lines import task_lines
from khoagiao_xl.report.tasks_from_limits import late_reports, slow_plans, works_from_limits
from khoagiao_xl.report.told_direction import direction
from khoagiao_xl.report.told_notices import late_notices
from khoagiao_xl.report.told_review_steps import overdue_reviews, review_tasks
from khoagiao_xl.report.told_unstudied import study_works
from khoagiao_xl.report.undated_shortfalls import undated_works
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


def task_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what is overdue, then what falls due in the coming period; an honest word where nothing does."""
    coming = content.period.coming
    carried = _carried(content, citations)
    overdue = [*carried, *late_reports(content), *late_notices(content)]
    due = _coming_works(content, citations)
    phrase = "nhiem_vu_nam_sau" if ends_the_year(content) else "nhiem_vu"
    opening = TOLD[phrase].format(period=_called(coming))
    paragraphs = [
        *_direction(content, citations),
        *due_paragraphs(_overdue_opening(overdue, content, is_carried=bool(carried)), overdue),
        *_left_of_the_year(content),
        *due_paragraphs(opening, due),
    ]
    if paragraphs:
        return paragraphs
    nothing = TOLD["khong_nhiem_vu"]
    return [nothing.format(period=coming.label)]


def _carried(content: ReportContent, citations: Citations) -> list[DueLine]:
    """Return what is late and goes on in the next year where this one ends."""
    return [
        *late_task_lines(content, citations),
        *overdue_reviews(content, citations),
        *slow_plans(content),
    ]


def _coming_works(content: ReportContent, citations: Citations) -> list[DueLine]:
    coming = content.period.coming
    last = last_day_of(coming)
    return [
        *_next_plan(content),
        *others_task_lines(content, citations),
        *_due_lines(content, citations, last),
        *_recurring_lines(content, citations, coming),
        *review_tasks(content, citations, last),
        *undated_works(content),
        *study_works(content, citations),
        *works_from_limits(content),
        *_reporting(content, coming.year),
    ]


def _left_of_the_year(content: ReportContent) -> list[str]:
    """Return what is still to be reported of a year whose own report comes before its last period is due."""
    if not ends_the_year(content):
        return []
    year = content.period.year
    told = days_of_reports(content, year)
    if not told:
        return []
    left = TOLD["viec_con_lai"].format(
        year=year,
        told=told,
    )
    return [left]


def _direction(content: ReportContent, citations: Citations) -> Iterator[str]:
    if ends_the_year(content):
        yield from direction(content, citations)


def _overdue_opening(overdue: Sequence[DueLine], content: ReportContent, *, is_carried: bool) -> str:
    """Return what stands above what is late: some of it passes into the next year where this one ends."""
    phrase = "lam_ngay_nam_sau" if is_carried and ends_the_year(content) else "lam_ngay"
    when = TOLD[phrase].format(
        year=content.period.year,
        next=content.period.coming.year,
    )
    return TOLD[_overdue_phrase(overdue)].format(when=when)


def _overdue_phrase(overdue: Sequence[DueLine]) -> str:
    """Return how what is late is called: only what had a due day is «quá hạn»."""
    kinds = {line.lateness for line in overdue}
    if kinds == {Lateness.DUE_DAY}:
        return "qua_han"
    if kinds == {Lateness.ANNIVERSARY}:
        return "qua_ngay_tron"
    return "cham_tien_do"


def _due_lines(content: ReportContent, citations: Citations, last: date) -> Iterator[DueLine]:
    due = sorted(_due(content, last), key=by_day)
    yield from task_lines(due, content, citations)


def _due(content: ReportContent, last: date) -> Iterator[Task]:
    for task in open_tasks(content):
        if task.due and content.today <= task.due <= last:
            yield task


def _recurring_lines(content: ReportContent, citations: Citations, coming: Period) -> Iterator[DueLine]:
    due = _recurring(content, coming)
    yield from task_lines(due, content, citations)


def _recurring(content: ReportContent, coming: Period) -> Iterator[Task]:
    for task in open_tasks(content):
        if content.coming_deadlines and is_to_report(task):
            continue
        if task.due is None and is_due_in(task.recurrence, coming):
            yield task


def _next_plan(content: ReportContent) -> Iterator[DueLine]:
    """Yield that the year which begins needs its own guidance and plan, as no plan of this one says."""
    if ends_the_year(content):
        told = TOLD["ke_hoach_nam_sau"].format(year=content.period.coming.year)
        if content.staff:
            author = clean_line(content.letterhead.author)
            advised = TOLD["tham_muu"].format(
                author=author,
                told=told,
            )
            told = TOLD["ban_lam"].format(
                staff=content.staff,
                told=advised,
            )
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
