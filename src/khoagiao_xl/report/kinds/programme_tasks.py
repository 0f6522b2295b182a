"""The tasks in a programme: by the heading of their section, counted in the text, in rows of the annex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.sections import report_heading
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.kinds.kind_tags import (
    is_review,
    saying,
)
from khoagiao_xl.report.kinds.programme_cells import (
    product_told,
    support_beside_lead,
    task_told,
    time_told,
    who_told,
    without_blank_columns,
)
from khoagiao_xl.report.kinds.programme_days import ProgrammeDays
from khoagiao_xl.report.kinds.review_leads import ReviewLeads
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, dashed
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.kinds.kind_tags import Row

say = saying(PROGRAMME_TEXTS)
_NUMBER_OF_SECTION: Final = re.compile(r"[IVXLA-H]+|\d+")


def groups_told(tasks: Sequence[Task], table: str) -> list[str]:
    """Return how many tasks there are, and a line for each group of them."""
    opening = say("nhiem_vu", count=number(len(tasks)), appendix=table)
    lines = []
    for name, own in groups_of(tasks).items():
        line = _group_told(name, own)
        lines.append(line)
    return [opening, *dashed(lines)]


def _group_told(name: str, tasks: Sequence[Task]) -> str:
    """Return how many tasks a group has, and how many of them are reviews where others are none."""
    reviews = len(list(filter(is_review, tasks)))
    is_mixed = 0 < reviews < len(tasks)
    return say(
        "nhom_so_ket" if is_mixed else "nhom",
        name=name,
        count=number(len(tasks)),
        reviews=number(reviews),
    )


def groups_of(tasks: Iterable[Task]) -> Mapping[str, list[Task]]:
    """Return the tasks by the heading of their section, in the order of the plan."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        heading = _heading(task.section)
        found.setdefault(heading, []).append(task)
    return found


def _heading(section: str) -> str:
    """Return what the tasks of a section of the guidance are called together."""
    part, _, rest = section.partition(".")
    own = PROGRAMME_TEXTS.get(f"muc_{part}")
    if own:
        return own
    first, *_ = rest.split(".")
    heading = report_heading(f"{part}.{first}")
    if heading:
        return heading
    # Another document than the office's yearly guidance: its sections go by their own names.
    if _NUMBER_OF_SECTION.fullmatch(part):
        return say("muc_cua_van_ban", number=part)
    return PROGRAMME_TEXTS["muc_khac"]


def task_rows(
    tasks: Sequence[Task], days: ProgrammeDays, leads: ReviewLeads, citations: Citations
) -> list[Row]:
    """Return a row for each task, below the heading of its group, numbered through."""
    rows: list[Row] = []
    index = 0
    for heading, own in groups_of(tasks).items():
        rows.append({"nhom": heading})
        for task in sorted(own, key=days.order):
            index += 1
            row = _task_row(index, task, days, citations)
            if is_review(task):
                row["chu_tri"] = leads.of_review(task.lead, days.state_of(task))
            rows.append(row)
    return without_blank_columns(support_beside_lead(rows))


def _task_row(index: int, task: Task, days: ProgrammeDays, citations: Citations) -> Row:
    return {
        "nhom": "",
        "stt": str(index),
        "nhiem_vu": task_told(task, citations),
        "chu_tri": bare(task.lead),
        "phoi_hop": bare(task.support),
        "phu_trach": who_told(task),
        "thoi_han": time_told(task, days.of_task(task)),
        "san_pham": product_told(task),
    }
