"""What units lack of a task that has no day, as figures count it: a limit, and a thing to be done.

A task of the whole year is late on no day. From half of the year on, who has not begun it is behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import named_in
from khoagiao_xl.report.due_lines import DueLine, asked_day
from khoagiao_xl.report.keyed_figures import LEFT
from khoagiao_xl.report.plan_rows import ACCEPTED
from khoagiao_xl.report.sentences import keyed
from khoagiao_xl.report.task_progress import progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.task_progress import TaskProgress

HALF_YEAR: Final = 6  # months


def undated_shortfalls(content: ReportContent) -> list[TaskProgress]:
    """Return the tasks without a day that units have not done, each figure once; none early in the year."""
    if content.period.last_month < HALF_YEAR:
        return []
    found: dict[str, TaskProgress] = {}
    dated = set()
    for task in content.tasks:
        if task.status not in ACCEPTED:
            continue
        progress = progress_of(task, content)
        if progress is None or not progress.left:
            continue
        code = progress.shortfall.code
        if task.due:
            dated.add(code)
        found.setdefault(code, progress)
    return [progress for code, progress in found.items() if code not in dated]


def undated_works(content: ReportContent) -> Iterator[DueLine]:
    """Yield what the units that lack it have to do, whose day a draft asks for."""
    for progress in undated_shortfalls(content):
        if progress.shortfall.task:
            total = progress.total
            told = progress.shortfall.task.format(
                count=keyed(total, LEFT),
                vb=named_in(total.label),
            )
            yield DueLine(told, facts=asked_day(content), says_who=True)
