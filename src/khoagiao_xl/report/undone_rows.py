"""The units that have not done what is past, or did it late, in the appendix where they are many."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.citing import day_text, named_in
from khoagiao_xl.report.due_lines import day_of_whom
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.quoted_rows import numbered_rows
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.undated_shortfalls import undated_shortfalls
from khoagiao_xl.report.units_of_field import called_after_number
from khoagiao_xl.report.unmet_tasks import tasks_met_late, unmet_tasks
from khoagiao_xl.wording.annex_words import UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.task_progress import TaskProgress


def undone_rows(content: ReportContent) -> list[dict[str, str]]:
    """Return a row for each task whose units the body only counts, below the heading of its kind."""
    by_heading = {
        "nhom": chain.from_iterable(map(_undone, [*unmet_tasks(content), *undated_shortfalls(content)])),
        "nhom_sau_han": map(_late, tasks_met_late(content)),
    }
    rows: list[dict[str, str]] = []
    for heading, told in by_heading.items():
        listed = [opinion for opinion in told if opinion.is_widely_shared]
        rows += numbered_rows(UNDONE[heading], listed)
    return rows


def _undone(progress: TaskProgress) -> Iterator[Opinion]:
    """Yield who has not done a task, then who of them told of an inspection of it: the office asks these."""
    told = unmarked(progress.limit)
    due = _due(progress)
    yield Opinion(
        progress.left_units,
        f"{capital(told)}{due}.",
    )
    directive = named_in(progress.total.label)
    checked = UNDONE["can_xac_minh"].format(told=directive)
    yield Opinion(progress.inspected_units, checked)


def _due(progress: TaskProgress) -> str:
    """Return « (hạn 31/3/2024)», and whose day it is where it is of some units alone; blank for none."""
    day = progress.task.due
    if day is None:
        return ""
    due = day_of_whom(day, progress.due_group)
    return f" ({due})"


def _late(progress: TaskProgress) -> Opinion:
    """Return who had not done it by the report that showed it late."""
    shown_late, due = progress.shown_late, progress.task.due
    if shown_late is None or due is None:
        return Opinion((), "")
    units = progress.group_late or progress.late_units
    phrase = "den_ky_cua" if progress.due_group else "den_ky"
    told = UNDONE[phrase].format(
        period=Period.parse(shown_late.period).short,
        told=unmarked(progress.late_limit),
        day=day_text(due),
        count=number(len(units)),
        bound=called_after_number(progress.due_group),
    )
    return Opinion(units, told)
