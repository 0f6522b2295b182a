"""A whole table of a guidance: what its columns hold, whether it is a plan, and the work of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from khoagiao_xl.guidance.guidance_records import Role
from khoagiao_xl.guidance.tasks.called_off import is_called_off
from khoagiao_xl.guidance.tasks.column_roles import Columns, columns_of
from khoagiao_xl.guidance.tasks.filled_rows import filled_rows
from khoagiao_xl.guidance.tasks.no_work import REFUSED, no_work_of
from khoagiao_xl.guidance.tasks.row_tree import PlanRow, plan_rows
from khoagiao_xl.guidance.tasks.row_works import works_of
from khoagiao_xl.guidance.tasks.table_rows import RowWork
from khoagiao_xl.guidance.tasks.table_use import Use
from khoagiao_xl.guidance.tree.node import Node


@dataclass(frozen=True)
class ReadTable:
    """One table as read: its columns, its tasks, and what each of its rows is, by the number of its block.

    Of a table that is not understood the first row stands for all; of one that is no plan none is work.
    """

    columns: Columns | None
    roles: dict[int, Role]
    works: tuple[RowWork, ...] = ()


def tables_in(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield runs of nodes: those of one table together, every other one alone."""
    run: list[Node] = []
    for node in nodes:
        is_row = node.block.kind.endswith("row")
        if run and (not is_row or node.block.opens_table):
            yield run
            run = []
        if is_row:
            run.append(node)
        else:
            yield [node]
    if run:
        yield run


def read_table(nodes: list[Node], before: Columns | None) -> ReadTable:
    """Return what a table asks for; before: the columns of the table above, which this one may go on."""
    rows = filled_rows(nodes)
    if not rows:
        return _no_plan(nodes, None, is_unread=True)
    columns = _columns(rows, before)
    if columns.use is Use.PLAN:
        return _plan(nodes, rows, columns)
    is_unread = columns.use is Use.UNCLEAR
    return _no_plan(nodes, columns, is_unread=is_unread)


def _no_plan(nodes: list[Node], columns: Columns | None, *, is_unread: bool) -> ReadTable:
    numbers = _numbers(nodes)
    roles = dict.fromkeys(numbers, Role.FRAME)
    if is_unread:
        first = numbers[0]
        roles[first] = Role.UNREAD
    return ReadTable(columns, roles)


def _plan(nodes: list[Node], rows: list[Node], columns: Columns) -> ReadTable:
    planned = [_called_off(row, columns) for row in plan_rows(rows, columns)]
    numbers = _numbers(nodes)
    roles = dict.fromkeys(numbers, Role.HEADING)
    for row in planned:
        number = row.node.number
        # Of several items in a row one that is work makes it work.
        if roles[number] is not Role.TASK:
            roles[number] = row.role
    for number in _over_nothing(nodes, roles):
        roles[number] = Role.FRAME
    works = works_of(planned, columns)
    return ReadTable(
        columns,
        roles,
        tuple(works),
    )


def _called_off(row: PlanRow, columns: Columns) -> PlanRow:
    """Return a row as none of the plan where one of its cells says so: «Không thực hiện», «(tạm dừng)»."""
    if row.role is not Role.TASK:
        return row
    if is_called_off(row.node.block, columns):
        return replace(row, role=Role.FRAME)
    if no_work_of(row.cells.words) == REFUSED:
        return replace(row, role=Role.FRAME)
    return row


def _over_nothing(nodes: list[Node], roles: dict[int, Role]) -> Iterator[int]:
    """Yield the numbers of the lines over all columns that no work stands under: totals, remarks."""
    for node in nodes:
        if node.block.kind != "group row":
            continue
        numbers = _numbers(node.all_below)
        below = map(roles.get, numbers)
        if Role.TASK not in below:
            yield node.number


def _numbers(nodes: Iterable[Node]) -> list[int]:
    return [node.number for node in nodes]


def _columns(rows: list[Node], before: Columns | None) -> Columns:
    first = rows[0].block.cells
    heads = [head for head, _ in first]
    if before and _goes_on(before, heads):
        return before
    cells = list(map(_texts, rows))
    return columns_of(heads, cells)


def _goes_on(before: Columns, heads: list[str]) -> bool:
    """Say whether a table without heads has as many columns as the one before it."""
    if any(heads):
        return False
    return len(before.roles) == len(heads)


def _texts(node: Node) -> list[str]:
    return [text for _, text in node.block.cells]
