"""Which figure counts the units that have done a task of the plan, in this report or in a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.plan_rows import is_offices
from khoagiao_xl.report.sentences import has_answer
from khoagiao_xl.report.shortfalls import Shortfall, shortfalls
from khoagiao_xl.vietnamese.typed_symbols import named_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.content import ReportContent


def counting_figure(task: Task, content: ReportContent) -> tuple[Total, Shortfall] | None:
    """Return the figure that counts the units that have done a task, with its row of the table."""
    for total, row in _counting(content.totals):
        if has_answer(total) and _tells_of(row, total, task):
            return total, row
    return None


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
