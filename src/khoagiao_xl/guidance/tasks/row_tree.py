"""Rows of a plan under each other: a parent with a), b), c), topics of one task, rows that only go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.guidance_records import Role
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.read_cells import cells_of
from khoagiao_xl.guidance.tasks.row_cells import RowCells
from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.column_words import ColumnRole
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import any_of

_TOTAL = re.compile(
    any_of("|".join(row["Lời"] for row in language_rows("total_row_words"))) + r"\s*(?:[(:;.]|\d|$)"
)


@dataclass
class PlanRow:
    """One piece of work of a row: most rows hold one, a cell of several items one each.

    source: its words in the document; goes_on: it only lengthens the row above.
    below: the rows that stand under it; parent: the row it stands under.
    """

    node: Node
    cells: RowCells
    source: str
    rank: Rank
    role: Role = Role.TASK
    goes_on: bool = False
    below: list[PlanRow] = field(default_factory=list)
    parent: PlanRow | None = None

    @property
    def depth(self) -> tuple[Rank, int]:
        """How deep it stands among the others."""
        _, dots = self.cells.depth
        return self.rank, dots

    @property
    def topics(self) -> tuple[str, ...]:
        """The rows below that are only its topics."""
        every = _all_below(self)
        parts = filter(_is_topic, every)
        words = [part.cells.words for part in parts]
        return tuple(words)


def _is_topic(row: PlanRow) -> bool:
    if not row.cells.text:
        return False
    return row.role is Role.PART


def plan_rows(nodes: Iterable[Node], columns: Columns) -> list[PlanRow]:
    """Return the rows of a plan in order, each with what it is and under which row it stands."""
    rows: list[PlanRow] = []
    for node in nodes:
        rows += _rows_of(node, columns)
    _put_under_parents(rows, columns)
    for row in rows:
        _judge(row)
    return rows


def _rows_of(node: Node, columns: Columns) -> Iterator[PlanRow]:
    place = columns.first(ColumnRole.TEXT)
    if place is None:
        yield from _works_of_periods(node, columns)
        return
    block = node.block
    _, text = block.cells[place]
    lines = text.split("\n")
    if not _are_items(lines):
        cells = cells_of(block, columns)
        yield PlanRow(node, cells, block.text, cells.rank)
        return
    for number, line in enumerate(lines):
        own = _with_line(block, number, len(lines))
        cells = cells_of(own, columns)
        item = replace(node, block=own)
        yield PlanRow(item, cells, line, Rank.NONE)


def _are_items(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    return all(map(_is_item, lines))


def _works_of_periods(node: Node, columns: Columns) -> Iterator[PlanRow]:
    """Yield the work that stands under each month or quarter, where no column of its own names work."""
    whole = cells_of(node.block, columns)
    for place, period in columns.periods.items():
        dated = replace(
            whole,
            due=period.words,
            due_words=period.words,
            again="",
        )
        _, text = node.block.cells[place]
        for line in _filled_lines(text):
            cells = replace(dated, text=line)
            yield PlanRow(node, cells, line, Rank.NONE)


def _filled_lines(text: str) -> Iterator[str]:
    lines = text.split("\n")
    return filter(None, lines)


def _with_line(block: Block, number: int, count: int) -> Block:
    """Return the row with only what belongs to one item of its work."""
    cells: list[tuple[str, str]] = []
    for head, text in block.cells:
        line = _line_of(text, number, count)
        cell = (head, line)
        cells.append(cell)
    own = tuple(cells)
    return replace(block, cells=own)


def _is_item(line: str) -> bool:
    return marker(line).rank is not Rank.NONE


def _line_of(text: str, number: int, count: int) -> str:
    """Return the line of a cell that belongs to one item, the whole cell where it has not one line each."""
    lines = text.split("\n")
    if len(lines) == count:
        return lines[number]
    return text


def _put_under_parents(rows: list[PlanRow], columns: Columns) -> None:
    """Give each row the nearest one above it that stands less deep."""
    is_counted = ColumnRole.NUMBER in columns.roles
    open_rows: list[PlanRow] = []
    for row in rows:
        if _is_total(row):
            continue
        _close_deeper(open_rows, row)
        is_ranked = is_counted or row.rank is not Rank.NONE
        if open_rows and is_ranked:
            parent = open_rows[-1]
            parent.below.append(row)
            row.parent = parent
        if row.cells.text:
            open_rows.append(row)


def _is_total(row: PlanRow) -> bool:
    """Say whether a row only adds up: «Tổng cộng», wherever in it the word stands."""
    cells = row.cells
    words = cells.words or cells.label
    return _TOTAL.match(plain(words).strip()) is not None


def _close_deeper(open_rows: list[PlanRow], row: PlanRow) -> None:
    while open_rows:
        last = open_rows[-1]
        if last.depth < row.depth:
            return
        open_rows.pop()


def _judge(row: PlanRow) -> None:
    cells = row.cells
    if row.role is Role.PART:
        return
    if _is_total(row):
        row.role = Role.FRAME
    elif _only_goes_on(cells):
        row.role = Role.PART
        row.goes_on = True
    elif row.below:
        _judge_parent(row)
    elif cells.is_given:
        return
    elif row.rank <= Rank.ROMAN:
        row.role = Role.HEADING


def _only_goes_on(cells: RowCells) -> bool:
    """Say whether a row names no work, or only that of the row above without any day and body."""
    if not cells.text:
        return True
    if cells.has_own_text:
        return False
    return not cells.is_given


def _judge_parent(row: PlanRow) -> None:
    """Rows below that name who or when are work of their own; those that do not are topics of this one."""
    every = list(_all_below(row))
    given = [below for below in every if below.cells.is_given]
    if given and row.cells.is_given and not _names_topic(row):
        return
    if given:
        row.role = Role.HEADING
        return
    for below in every:
        below.role = Role.PART


def _names_topic(row: PlanRow) -> bool:
    """Say whether a row only names what the rows below it are about: «II | Giáo dục»."""
    words = row.cells.words
    if opening_verb(words) or WORK_NAMES.match(plain(words)):
        return False
    if row.rank <= Rank.ROMAN:
        return True
    if words.isupper():
        return True
    return not row.cells.due


def _all_below(row: PlanRow) -> Iterator[PlanRow]:
    for below in row.below:
        yield below
        yield from _all_below(below)
