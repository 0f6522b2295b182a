"""The units that have not done what is past, in the appendix where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.quoting import Opinion, numbered_rows
from khoagiao_xl.report.task_progress import tasks_met_late, unmet_tasks
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.wording.annex_words import UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent


def undone_rows(content: ReportContent) -> list[dict[str, str]]:
    """Return a row for each task whose units the body only counts, below a heading."""
    undone = _undone(content)
    listed = [opinion for opinion in undone if opinion.is_widely_shared]
    return numbered_rows(UNDONE["nhom"], listed)


def _undone(content: ReportContent) -> Iterator[Opinion]:
    for progress in unmet_tasks(content):
        told = unmarked(progress.limit)
        text = capital(told)
        yield Opinion(progress.left_units, f"{text}.")
    for progress in tasks_met_late(content):
        if progress.bound and progress.late_in:
            period = Period.parse(progress.late_in.period)
            told = UNDONE["den_ky"].format(
                period=period.short,
                told=unmarked(progress.late_limit),
            )
            yield Opinion(progress.late_units, told)
