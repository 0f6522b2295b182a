"""The work of the rows of a plan, with what the rows above say: who leads, until when, whose step it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khoagiao_xl.guidance.guidance_records import Role, Sure
from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, is_when, kind_of
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.lead_places import ABOVE
from khoagiao_xl.guidance.tasks.row_cells import RowCells
from khoagiao_xl.guidance.tasks.row_tree import PlanRow
from khoagiao_xl.guidance.tasks.table_rows import RowWork
from khoagiao_xl.guidance.tasks.task_leads import Lead, lead_above
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.words.organs import is_organ_alone


def works_of(rows: list[PlanRow], columns: Columns) -> Iterator[RowWork]:
    """Yield the work of each row; a row that only goes on lengthens the one before it."""
    last: RowWork | None = None
    for row in rows:
        if row.goes_on and last:
            last = _longer(last, row)
        elif row.role is Role.TASK:
            if last:
                yield last
            last = RowWork(
                node=row.node,
                cells=_inherited(row),
                source=row.source,
                above=_lead_above(row),
                period=_period_above(row),
                over=_work_over(row) or _work_at(row, columns),
                parts=row.topics,
                is_told=columns.is_told,
            )
    if last:
        yield last


def _longer(work: RowWork, row: PlanRow) -> RowWork:
    """Return the work with what a row adds that repeats or leaves out what is to be done."""
    mine = work.cells
    more = row.cells
    names = dict.fromkeys((mine.support, more.lead, more.support))
    names.pop(mine.lead, None)
    outputs = dict.fromkeys((mine.output, more.output))
    details = dict.fromkeys((*mine.details, *more.details))
    cells = replace(
        mine,
        support=_joined(names),
        output=_joined(outputs),
        due=mine.due or more.due,
        due_words=mine.due_words or more.due_words,
        span=mine.span or more.span,
        details=tuple(details),
    )
    return replace(work, cells=cells)


def _joined(words: Iterable[str]) -> str:
    filled = filter(None, words)
    return "; ".join(filled)


def _inherited(row: PlanRow) -> RowCells:
    """Return the cells of a row, with the deadline of the row it stands under where it names none."""
    parent = row.parent
    if parent is None:
        return row.cells
    if row.cells.due or row.cells.span:
        return row.cells
    above = parent.cells
    return replace(
        row.cells,
        due=above.due,
        due_words=above.due_words,
        span=above.span,
    )


def _work_over(row: PlanRow) -> str:
    """Return the work whose step the row is: «1. Tổ chức hội thi» over «a) Ban hành thể lệ»."""
    parent = row.parent
    if parent is None:
        return ""
    if parent.role is not Role.HEADING:
        return ""
    if parent.rank <= Rank.ROMAN:
        return ""
    words = parent.cells.words
    if kind_of(words) is CellKind.LONG:
        return words
    return ""


def _work_at(row: PlanRow, columns: Columns) -> str:
    """Return the work above a table that only says where, when and by whom it is done."""
    if not columns.are_places:
        return ""
    for nearest in reversed(row.node.above):
        return nearest.strip(" :.")
    return ""


def _lead_above(row: PlanRow) -> Lead:
    """Return who leads where the row names nobody: the nearest place above it wins."""
    parent = row.parent
    if parent and parent.cells.lead:
        return Lead(parent.cells.lead, "dòng trên", Sure.FAIRLY)
    group = row.cells.group
    if is_organ_alone(group):
        return Lead(group, ABOVE, Sure.FAIRLY)
    lead = lead_above(row.node)
    if lead.sure is Sure.CERTAIN:
        return lead._replace(sure=Sure.FAIRLY)
    return lead


def _period_above(row: PlanRow) -> str:
    """Return the month or quarter under which the row stands, "" where there is none."""
    for heading in (row.cells.group, *reversed(row.node.above)):
        if heading and is_when(heading):
            return heading
    return ""
