"""Tasks of the plan that are past and not done: which they are, and how they are told as what is to be done.

A day may be set for some units alone: those of them that are known to be late stand with what is late, the
task of the others with what is to come.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.report.due_clauses import without_due
from khoagiao_xl.report.due_lines import DueLine, task_due
from khoagiao_xl.report.plan_rows import OPEN, by_day, days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.task_lines import product_facts, task_lines, task_text
from khoagiao_xl.report.task_progress import progress_of
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.units_of_field import called_after_number, is_known_field
from khoagiao_xl.report.unmet_tasks import unmet_tasks
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.task_progress import TaskProgress


def ends_the_year(content: ReportContent) -> bool:
    """Whether what comes after the period belongs to another year, with another plan."""
    coming = content.period.coming
    return coming.year > content.period.year


def open_tasks(content: ReportContent) -> Iterator[Task]:
    """Yield the tasks that a person has taken over and not marked as done."""
    for task in content.tasks:
        if task.status in OPEN:
            yield task


def late_tasks(content: ReportContent) -> list[Task]:
    """Return the tasks that a person has taken over, that are past and not done, by day."""
    today = content.today
    late = [task for task in open_tasks(content) if days_late(task.due, today)]
    return sorted(late, key=by_day)


def uncounted_late_tasks(content: ReportContent) -> list[Task]:
    """Return those of them of which no figure tells how many units have not done them."""
    unmet = unmet_tasks(content)
    counted = {progress.task.code for progress in unmet}
    late = late_tasks(content)
    return [task for task in late if task.code not in counted]


def late_task_lines(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield the late tasks that go on; in the next year those alone that units are counted in."""
    for task in _carried_on(content):
        for line in _late_lines(task, content, citations):
            yield _carried(line, content)


def _late_lines(task: Task, content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    own = _late_of_some(task, content, citations)
    if own:
        yield own
    else:
        yield from _of_all(task, content, citations)


def others_task_lines(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield the tasks whose day is past of some units alone, as those of the units that have none."""
    for task in _carried_on(content):
        line = _of_others(
            task,
            content,
            citations,
        )
        if line:
            yield line


def _carried_on(content: ReportContent) -> list[Task]:
    """Return the late tasks that are tasks of the coming period too.

    The year's plan ends with its year, but what units are counted not to have done stays theirs, whatever a
    person has marked.
    """
    carried = [progress.task for progress in unmet_tasks(content)]
    if not ends_the_year(content):
        uncounted = uncounted_late_tasks(content)
        carried += [task for task in uncounted if progress_of(task, content) is None]
    return sorted(carried, key=by_day)


def _carried(line: DueLine, content: ReportContent) -> DueLine:
    """Return a line, that it passes into the next year where this one ends."""
    if not ends_the_year(content):
        return line
    year = content.period.coming.year
    passing = TOLD["chuyen_nam_sau"].format(year=year)
    facts = (*line.facts, passing)
    return replace(line, facts=facts)


def _of_all(task: Task, content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield the line of a task that is late; nothing where its day is of some, none of whom is late."""
    progress = progress_of(task, content)
    if progress and _is_of_others_alone(progress):
        return
    yield from task_lines([task], content, citations)


def _is_of_others_alone(progress: TaskProgress) -> bool:
    """Whether those are known who have not done it, and none of them is of those whose day is past."""
    if not is_known_field(progress.due_group):
        return False
    left = progress.left_units
    return bool(left) and not progress.group_left


def _late_of_some(task: Task, content: ReportContent, citations: Citations) -> DueLine | None:
    """Return the task as that of the units whose day is past; None where nobody knows who they are."""
    progress = progress_of(task, content)
    late = progress.group_left if progress else ()
    if progress is None or not late:
        return None
    units = TOLD["o_so_don_vi_chua"].format(
        count=number(len(late)),
        units=called_after_number(progress.due_group),
    )
    due = task_due(task.due, content.today)
    return _line(
        task,
        units,
        content,
        citations,
        due,
    )


def _of_others(task: Task, content: ReportContent, citations: Citations) -> DueLine | None:
    progress = progress_of(task, content)
    if progress is None or not is_known_field(progress.due_group):
        return None
    late = progress.group_left
    others = len(progress.left_units) - len(late)
    if not others:
        return None
    phrase = "o_so_don_vi_khac_chua" if late else "o_so_don_vi_chua"
    units = TOLD[phrase].format(
        count=number(others),
        units=TOLD["don_vi_sau_so"],
    )
    return _line(
        task,
        units,
        content,
        citations,
    )


def _line(task: Task, units: str, content: ReportContent, citations: Citations, *due: str) -> DueLine:
    whole = task_text(task, content, citations)
    lead = bare(task.lead)
    text = without_due(whole) + units
    return DueLine(
        text=text,
        lead=lead,
        facts=(*product_facts(task, whole), *due),
        says_who=text.startswith(lead),
    )
