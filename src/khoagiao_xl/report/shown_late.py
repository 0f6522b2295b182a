"""Which report after its day showed first that units had not done a task of the plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.shortfalls import Shortfall, units_left
from khoagiao_xl.report.undone_units import said_before_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.content import ReportContent


def first_shown_late(task: Task, row: Shortfall, content: ReportContent) -> Total | None:
    """Return the figure of the first report after the due day, where it shows units that had not done it."""
    for code in _after(task.due, content.last_days):
        for total in content.earlier.get(code, ()):
            if total.code != row.code:
                continue
            before = said_before_day(task, total, content)
            if units_left(total, len(before)):
                return total
    return None


def _after(due: date | None, last_days: Mapping[str, date]) -> list[str]:
    """Return the codes of the periods that end on a day or after it, by day, the longest first."""
    if due is None:
        return []
    later = []
    for code, ends in last_days.items():
        if ends >= due:
            period = Period.parse(code)
            facts = period.kind.facts
            place = (ends, -facts.months, code)
            later.append(place)
    later.sort()
    return [code for _, _, code in later]
