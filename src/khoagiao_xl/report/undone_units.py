"""Which units have not done a task by a figure, and whose «Không» says too little for that.

An answer of June that a thing is not done tells nothing of a day in September: of who has answered nothing
since the day it is not known. And who says «Không» beside an inspection of the same that it has told of
contradicts itself: the office asks before it names that unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.plan_rows import days_late
from khoagiao_xl.report.told_inspections import INSPECTIONS
from khoagiao_xl.report.told_rows import of_list
from khoagiao_xl.vietnamese.typed_symbols import named_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.content import ReportContent


def saying_no(total: Total | None, content: ReportContent) -> tuple[str, ...]:
    """Return the units (their codes) that say «Không», now or with their last answer."""
    if total is None:
        return ()
    by_code = content.said_no.get(total.period, {})
    return by_code.get(total.code, ())


def said_before_day(task: Task, total: Total | None, content: ReportContent) -> Mapping[str, Period]:
    """Return those of them that said so only before the day of a task that is past, and in which report."""
    if task.due is None or total is None or not days_late(task.due, content.today):
        return {}
    by_code = content.nos_in.get(total.period, {})
    said_in = by_code.get(total.code, {})
    before = {}
    for unit, period in said_in.items():
        code = str(period)
        ends = content.last_days.get(code)
        if ends and ends < task.due:
            before[unit] = period
    return before


def telling_of(total: Total, units: Iterable[str], content: ReportContent) -> list[str]:
    """Return those of the units that have told of an inspection of what the figure asks."""
    asked = set(named_symbols(total.label))
    telling = set()
    for row in of_list(content.details, INSPECTIONS):
        named = named_symbols(row.choice)
        if not asked.isdisjoint(named):
            telling.add(row.unit)
    return [unit for unit in units if unit in telling]
