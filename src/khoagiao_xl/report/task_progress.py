"""How far the units are with a task of the plan that a figure tells of: who has not done it, who was late.

A person marks a task as done when the office has done its own part; the units' figures may say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.due_clauses import whose_due
from khoagiao_xl.report.review_states import days_late
from khoagiao_xl.report.sentences import amount, answered, fraction, has_answer, keyed, measure_behind, number
from khoagiao_xl.report.shortfalls import Shortfall, shortfalls, units_left
from khoagiao_xl.report.told_lines import NAMED, listed_in, names
from khoagiao_xl.report.told_standing import absent_units, others
from khoagiao_xl.report.undone_units import saying_no, telling_of, unheard
from khoagiao_xl.report.units_of_field import called_after_number, in_field
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.content import ReportContent

DONE: Final = "xong"
OPEN: Final = schema.BEGUN
ACCEPTED: Final = OPEN | {DONE}
SEVERAL: Final = 2


@dataclass(frozen=True)
class TaskProgress:
    """A task with the figure that counts the units that have done it. late_in: see `_late_in`.

    left_units: names of those that have not done it; late_units: of those that had not in `late_in`.
    unheard: unit that said so only before the day -> in which report; late_unheard: how many in `late_in`.
    telling_units: names of those left that told of an inspection of it, telling_unheard: of those unheard,
    telling_unknown: of those without any answer. silent_bound: of those whose day it is alone that have sent
    nothing all year. listed_in: the appendix of the many.
    """

    task: Task
    row: Shortfall
    total: Total
    late_in: Total | None = None
    left_units: tuple[str, ...] = ()
    late_units: tuple[str, ...] = ()
    unheard: Mapping[str, Period] = field(default_factory=dict)
    late_unheard: int = 0
    telling_units: tuple[str, ...] = ()
    telling_unheard: tuple[str, ...] = ()
    telling_unknown: tuple[str, ...] = ()
    silent_bound: tuple[str, ...] = ()
    listed_in: str = ""

    @property
    def bound(self) -> str:
        """Whose day it is alone, «các đơn vị trong ngành y tế»; blank for a day of all."""
        return whose_due(self.task.text)

    @property
    def bound_left(self) -> tuple[str, ...]:
        """Those that have not done it whose day it is alone, as far as their names say so."""
        return in_field(self.left_units, self.bound)

    @property
    def bound_late(self) -> tuple[str, ...]:
        """Those that were late whose day it was alone, as far as their names say so."""
        return in_field(self.late_units, self.bound)

    @property
    def left(self) -> str:
        """«29/89» units that have not done it, blank where none says so."""
        return units_left(self.total, len(self.unheard))

    @property
    def late_left(self) -> str:
        """The same in the report that showed it late; blank where none did."""
        return units_left(self.late_in, self.late_unheard) if self.late_in else ""

    @property
    def figure(self) -> str:
        """«62/84 đơn vị»: how many have done it, of those of which it is known."""
        if not self.unheard:
            return amount(self.total)
        total = self.total
        done = keyed(total, "", in_text=False)
        known = answered(total) - len(self.unheard)
        told = fraction(done, known)
        return told + measure_behind(total)

    @property
    def done(self) -> str:
        """What those units have done of it, as they were asked: «đã triển khai Chỉ thị số 25-CT/TW»."""
        return self.row.as_done(self.total) or TOLD["da_thuc_hien"]

    @property
    def unknown(self) -> int:
        """Of how many units nothing is known."""
        return self.total.owing - answered(self.total)

    @property
    def limit(self) -> str:
        """Return how it is told among the limits."""
        return self.row.as_limit(self.total, self.left)

    @property
    def late_limit(self) -> str:
        """Return how the limit was told of the report that showed it late; blank where none did."""
        if self.late_in is None:
            return ""
        return self.row.as_limit(self.late_in, self.late_left)


def progress_of(task: Task, content: ReportContent) -> TaskProgress | None:
    """Return how far the units are; None for a task of the office's own, and where no figure tells."""
    if is_offices(task, content):
        return None
    for total, row in _counting(content.totals):
        if has_answer(total) and _tells_of(row, total, task):
            return _progress(task, row, total, content)
    return None


def _progress(task: Task, row: Shortfall, total: Total, content: ReportContent) -> TaskProgress:
    late_in = _late_in(task, row, content)
    before = unheard(task, total, content)
    late_before = unheard(task, late_in, content)
    left = others(saying_no(total, content), before)
    late = others(saying_no(late_in, content), late_before)
    telling = telling_of(total, left, content)
    unknown = telling_of(total, content.unanswered.get(total.code, ()), content)
    silent = _names_of(absent_units(content), content)
    return TaskProgress(
        task,
        row,
        total,
        late_in,
        left_units=_names_of(left, content),
        late_units=_names_of(late, content),
        unheard=before,
        late_unheard=len(late_before),
        telling_units=_names_of(telling, content),
        telling_unheard=_names_of(telling_of(total, before, content), content),
        telling_unknown=_names_of(unknown, content),
        silent_bound=in_field(silent, whose_due(task.text)),
        listed_in=content.appendices.units,
    )


def _names_of(units: Iterable[str], content: ReportContent) -> tuple[str, ...]:
    return tuple(map(content.name_of, units))


def is_met_late(progress: TaskProgress) -> bool:
    """Whether all known units have done it, and a report after their day showed some that had not.

    A day of some units alone is missed by those that are known to be of them.
    """
    if progress.left or progress.late_in is None:
        return False
    return not progress.bound or bool(progress.bound_late)


def alike_unknown(known: Iterable[TaskProgress]) -> int:
    """Return of how many units nothing is known of any of several tasks, 0 where that differs."""
    unknown = [progress.unknown for progress in known]
    if len(unknown) < SEVERAL or len(set(unknown)) > 1:
        return 0
    return max(unknown[0], 0)


def late_words(progress: TaskProgress) -> str:
    """Return by which report it was late: «; có đơn vị thực hiện sau hạn, ở báo cáo quý II còn 5/89 ...».

    Where the day is of some units alone it says how many were left, and calls those late that are of them.
    """
    late_in = progress.late_in
    if late_in is None or progress.left:
        return ""
    late = progress.bound_late
    told = TOLD["chua_du_o_bao_cao" if progress.bound else "hoan_thanh_sau_han"].format(
        period=Period.parse(late_in.period).short,
        left=progress.late_left,
        units=_within_brackets(progress.late_units, progress),
    )
    if not late:
        return told
    return told + TOLD["trong_do_sau_han"].format(
        count=number(len(late)),
        bound=called_after_number(progress.bound),
        units=_within_brackets(late, progress),
    )


def _within_brackets(units: Sequence[str], progress: TaskProgress) -> str:
    """Return «, gồm Sở Y tế, Sở Tư pháp», of many where they are named; blank where nobody knows them."""
    is_many = len(units) > NAMED
    if not units or (is_many and not progress.listed_in):
        return ""
    if is_many:
        return TOLD["neu_ten_tai"].format(appendix=progress.listed_in)
    return TOLD["gom_don_vi"].format(units=names(units))


def units_behind(progress: TaskProgress) -> str:
    """Return « (Sở Y tế, Sở Tư pháp)» of who is left, of many where they are listed; blank where unknown."""
    units = progress.left_units
    if not units:
        return ""
    if len(units) > NAMED:
        return listed_in(progress.listed_in)
    return TOLD["ten_trong_ngoac"].format(units=names(units))


def is_offices(task: Task, content: ReportContent) -> bool:
    """Whether the office's own part leads a task."""
    return is_led_by(task, content.staff)


def is_led_by(task: Task, staff: str) -> bool:
    """Whether a part of the office leads a task, alone or with others; nobody does where it has no name."""
    if not staff:
        return False
    lead = task.lead.casefold()
    return staff.casefold() in lead


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


def by_day(task: Task) -> date:
    """Return by what tasks are ordered: their day, those without one behind the others."""
    return task.due or date.max


def _day(progress: TaskProgress) -> date:
    return by_day(progress.task)


def is_counted_later(task: Task, content: ReportContent) -> bool:
    """Whether a figure of the year counts who has done the task, which this period does not ask."""
    return bool(_unasked_rows(task, content))


def counted_in(task: Task, content: ReportContent) -> Period | None:
    """Return the shortest period around this one whose report counts who has done the task, None for none."""
    kinds: set[Kind] = set()
    for row in _unasked_rows(task, content):
        kinds |= content.asked_with.get(row.code, frozenset())
    now = content.period
    for kind in filter(kinds.__contains__, Kind):
        for index in kind.indexes:
            around = Period(now.year, kind, index)
            if around != now and now.is_within(around):
                return around
    return None


def _unasked_rows(task: Task, content: ReportContent) -> list[Shortfall]:
    if is_offices(task, content):
        return []
    unasked = set(content.known_codes) - content.by_code.keys()
    return [row for row in shortfalls() if row.code in unasked and _names(row, task)]


def _counting(totals: Iterable[Total]) -> Iterator[tuple[Total, Shortfall]]:
    """Yield the figures that count units, with their rows of the table."""
    rows = _of_units()
    for total in totals:
        row = rows.get(total.code)
        if row:
            yield total, row


def _of_units() -> Mapping[str, Shortfall]:
    return {row.code: row for row in shortfalls() if not row.of}


def _tells_of(row: Shortfall, total: Total, task: Task) -> bool:
    """Whether a figure counts the units that have done the task: by its words, else by its directive."""
    if row.task_words:
        return _names(row, task)
    symbols = set(named_symbols(total.label))
    return not symbols.isdisjoint(task.directives)


def _names(row: Shortfall, task: Task) -> bool:
    return row.task_words != "" and row.task_words in task.text.casefold()


def _late_in(task: Task, row: Shortfall, content: ReportContent) -> Total | None:
    """Return the figure of the first report after the due day, where it shows units that had not done it."""
    for code in _after(task.due, content.last_days):
        for total in content.earlier.get(code, ()):
            if total.code != row.code:
                continue
            before = unheard(task, total, content)
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
