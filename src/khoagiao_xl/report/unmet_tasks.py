"""Tasks of the plan whose day is past: which units have not done, and which they have done after it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.report.plan_rows import ACCEPTED, by_day, days_late
from khoagiao_xl.report.task_progress import TaskProgress, progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent


def unmet_tasks(content: ReportContent) -> list[TaskProgress]:
    """Return the tasks that are past and that units have not done, whatever a person has marked, by day."""
    unmet = [progress for progress in _past_tasks(content) if progress.left]
    return sorted(unmet, key=_day)


def tasks_met_late(content: ReportContent) -> list[TaskProgress]:
    """Return the tasks that the units have done after their day, by day."""
    late = filter(is_met_late, _past_tasks(content))
    return sorted(late, key=_day)


def _past_tasks(content: ReportContent) -> Iterator[TaskProgress]:
    for task in content.tasks:
        if task.status not in ACCEPTED:
            continue
        if not days_late(task.due, content.today):
            continue
        progress = progress_of(task, content)
        if progress:
            yield progress


def _day(progress: TaskProgress) -> date:
    return by_day(progress.task)


def is_met_late(progress: TaskProgress) -> bool:
    """Whether all known units have done it, and a report after their day showed some that had not.

    A day of some units alone is missed by those that are known to be of them.
    """
    if progress.left or progress.shown_late is None:
        return False
    return not progress.due_group or bool(progress.group_late)
