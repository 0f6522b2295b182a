"""The tasks of the plan that were due in the period, each with what became of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.due_clauses import whose_due, without_due
from khoagiao_xl.report.due_lines import day_of_whom
from khoagiao_xl.report.later_names import named_later
from khoagiao_xl.report.plan_rows import ACCEPTED
from khoagiao_xl.report.progress_words import alike_unknown
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.task_lines import task_text
from khoagiao_xl.report.task_outcome import inspected_words, outcome_of
from khoagiao_xl.report.task_progress import TaskProgress, progress_of
from khoagiao_xl.report.told_lines import count_words, listed_works, names
from khoagiao_xl.report.unmet_tasks import is_met_late
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

REVIEWS: Final = "muc_4"  # the section that tells of them


def due_task_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return the plan's tasks due in the window, each with what became of it."""
    due = list(_due_tasks(content))
    progress = {task.code: progress_of(task, content) for task in due}
    known = [each for each in progress.values() if each]
    unknown = alike_unknown(known)
    told = []
    for task in due:
        own = progress[task.code]
        state = outcome_of(task, own, content)
        if not unknown:
            state += _unknown(own)
        state += _telling_unknown(own, is_counted=not unknown)
        text = task_text(task, content, citations)
        line = _line(task, text, state)
        told.append(line)
    opening = _opening(known, len(due), unknown, content)
    return listed_works(opening, told)


def tasks_told(content: ReportContent) -> frozenset[str]:
    """Return the codes of the figures that are nothing but how far the units are with a task told here."""
    codes = set()
    for task in _due_tasks(content):
        progress = progress_of(task, content)
        if progress and progress.shortfall.task_words:
            total = progress.total
            codes.add(total.code)
    return frozenset(codes)


def _due_tasks(content: ReportContent) -> Iterator[Task]:
    for task in content.tasks:
        if task.status in ACCEPTED and content.is_in_window(task.due):
            yield task


def _line(task: Task, text: str, state: str) -> str:
    return TOLD["nhiem_vu_da"].format(
        text=without_due(text),
        state=_due(text, task) + state,
    )


def _opening(known: Sequence[TaskProgress], due: int, unknown: int, content: ReportContent) -> str:
    """Return how many tasks were due, and of how many units are late, behind, or nothing known."""
    late = [each for each in known if is_met_late(each)]
    unmet = [each for each in known if each.left]
    return TOLD["nhiem_vu_den_han"].format(
        besides=_besides(content),
        count=number(due),
        late=count_words("nhiem_vu_sau_han", len(late)),
        unmet=count_words("nhiem_vu_con", len(unmet)),
        unknown=count_words("don_vi_chua_ro_chung", unknown),
    )


def _besides(content: ReportContent) -> str:
    """Return that reviews are not among the tasks counted, where some of them or of their steps are due too.

    They are tasks of the year as the others are, but have a section of their own.
    """
    of_reviews = [state.days for state in review_states(content)]
    days = chain.from_iterable(of_reviews)
    if not any(map(content.is_in_window, days)):
        return ""
    return TOLD["ngoai_so_ket"].format(section=named_later(REVIEWS))


def _due(text: str, task: Task) -> str:
    """Return «hạn 31/3/2024; » of a task whose words of its day are left out, and whose day it is."""
    if task.due is None or without_due(text) == text:
        return ""
    due = day_of_whom(task.due, whose_due(text))
    return f"{due}; "


def _unknown(progress: TaskProgress | None) -> str:
    if progress is None:
        return ""
    told = count_words("don_vi_chua_ro", progress.unknown)
    silent = names(progress.group_silent)
    if not told or not silent:
        return told
    return told + TOLD["don_vi_chua_ro_cua"].format(units=silent)


def _telling_unknown(progress: TaskProgress | None, *, is_counted: bool) -> str:
    """Return which units of those without an answer have told of an inspection of it all the same.

    is_counted: how many those without an answer are stands right before.
    """
    if progress is None:
        return ""
    phrase = "chua_ro_da_neu" if is_counted else "chua_ro_chung_da_neu"
    return inspected_words(progress.inspected_unknown, phrase)
