"""How far the units are with a task of the plan that a figure tells of: who has not done it, who was late.

A person marks a task as done when the office has done its own part; the units' figures may say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.counted_tasks import counting_figure
from khoagiao_xl.report.due_clauses import whose_due
from khoagiao_xl.report.plan_rows import is_offices
from khoagiao_xl.report.sentences import amount, answered, fraction, keyed, measure_behind
from khoagiao_xl.report.shortfalls import Shortfall, units_left
from khoagiao_xl.report.shown_late import first_shown_late
from khoagiao_xl.report.told_standing import absent_units, others
from khoagiao_xl.report.undone_units import said_before_day, saying_no, telling_of
from khoagiao_xl.report.units_of_field import in_field
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.content import ReportContent


@dataclass(frozen=True)
class TaskProgress:
    """A task with the figure that counts the units that have done it: `shortfall` is its row of the table.

    shown_late: the same figure in the first report after the day that shows some that had not done it.
    left_units: names of those that have not done it; late_units: of those that had not in `shown_late`.
    said_before_day: unit that said so only before the day -> in which report; late_said_before: how many in
    `shown_late`. inspected_units: names of those left that told of an inspection of it; inspected_before: of
    those of `said_before_day`; inspected_unknown: of those without any answer. group_silent: of those whose
    day it is alone that have sent nothing all year. listed_in: the appendix of the many.
    """

    task: Task
    shortfall: Shortfall
    total: Total
    shown_late: Total | None = None
    left_units: tuple[str, ...] = ()
    late_units: tuple[str, ...] = ()
    said_before_day: Mapping[str, Period] = field(default_factory=dict)
    late_said_before: int = 0
    inspected_units: tuple[str, ...] = ()
    inspected_before: tuple[str, ...] = ()
    inspected_unknown: tuple[str, ...] = ()
    group_silent: tuple[str, ...] = ()
    listed_in: str = ""

    @property
    def due_group(self) -> str:
        """Whose day it is alone, «các đơn vị trong ngành y tế»; blank for a day of all."""
        return whose_due(self.task.text)

    @property
    def group_left(self) -> tuple[str, ...]:
        """Those that have not done it whose day it is alone, as far as their names say so."""
        return in_field(self.left_units, self.due_group)

    @property
    def group_late(self) -> tuple[str, ...]:
        """Those that were late whose day it was alone, as far as their names say so."""
        return in_field(self.late_units, self.due_group)

    @property
    def left(self) -> str:
        """«29/89» units that have not done it, blank where none says so."""
        return units_left(self.total, len(self.said_before_day))

    @property
    def late_left(self) -> str:
        """The same in the report that showed it late; blank where none did."""
        return units_left(self.shown_late, self.late_said_before) if self.shown_late else ""

    @property
    def figure(self) -> str:
        """«62/84 đơn vị»: how many have done it, of those of which it is known."""
        if not self.said_before_day:
            return amount(self.total)
        total = self.total
        done = keyed(total, "", in_text=False)
        known = answered(total) - len(self.said_before_day)
        told = fraction(done, known)
        return told + measure_behind(total)

    @property
    def done(self) -> str:
        """What those units have done of it, as they were asked: «đã triển khai Chỉ thị số 25-CT/TW»."""
        return self.shortfall.as_done(self.total) or TOLD["da_thuc_hien"]

    @property
    def unknown(self) -> int:
        """Of how many units nothing is known."""
        return self.total.owing - answered(self.total)

    @property
    def limit(self) -> str:
        """Return how it is told among the limits."""
        return self.shortfall.as_limit(self.total, self.left)

    @property
    def late_limit(self) -> str:
        """Return how the limit was told of the report that showed it late; blank where none did."""
        if self.shown_late is None:
            return ""
        return self.shortfall.as_limit(self.shown_late, self.late_left)


def progress_of(task: Task, content: ReportContent) -> TaskProgress | None:
    """Return how far the units are; None for a task of the office's own, and where no figure tells."""
    if is_offices(task, content):
        return None
    counted = counting_figure(task, content)
    if counted is None:
        return None
    total, row = counted
    return _progress(task, row, total, content)


def _progress(task: Task, row: Shortfall, total: Total, content: ReportContent) -> TaskProgress:
    shown_late = first_shown_late(task, row, content)
    before = said_before_day(task, total, content)
    late_before = said_before_day(task, shown_late, content)
    left = others(saying_no(total, content), before)
    late = others(saying_no(shown_late, content), late_before)
    inspected = telling_of(total, left, content)
    unanswered = content.unanswered.get(total.code, ())
    unknown = telling_of(total, unanswered, content)
    told_before = telling_of(total, before, content)
    silent = _names_of(absent_units(content), content)
    return TaskProgress(
        task,
        row,
        total,
        shown_late,
        left_units=_names_of(left, content),
        late_units=_names_of(late, content),
        said_before_day=before,
        late_said_before=len(late_before),
        inspected_units=_names_of(inspected, content),
        inspected_before=_names_of(told_before, content),
        inspected_unknown=_names_of(unknown, content),
        group_silent=in_field(silent, whose_due(task.text)),
        listed_in=content.appendices.units,
    )


def _names_of(units: Iterable[str], content: ReportContent) -> tuple[str, ...]:
    return tuple(map(content.name_of, units))
