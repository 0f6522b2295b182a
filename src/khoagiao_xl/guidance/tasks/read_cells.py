"""The cells of one row by what their columns hold."""

from __future__ import annotations

from collections.abc import Iterator

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.cell_parties import is_first_by_order, parties_in
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.row_cells import RowCells, one_line
from khoagiao_xl.guidance.tasks.row_times import with_times
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.column_words import ColumnRole
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import holds

_GIVING = (
    ColumnRole.LEAD,
    ColumnRole.BOTH,
    ColumnRole.DUE,
    ColumnRole.PERIOD,
    ColumnRole.MARK,
)
_NAMES_PLACE = holds("địa điểm | nơi | địa bàn")


def cells_of(block: Block, columns: Columns) -> RowCells:
    """Return the cells of a row by the roles of their columns."""
    by_role = _by_role(block, columns)
    work = by_role.get(ColumnRole.TEXT, "")
    text, topics = _with_topics(work)
    details = _details(block, columns)
    parties = parties_in(block, columns, by_role)
    row = RowCells(
        text=text,
        label=_line_of(by_role, ColumnRole.NUMBER),
        lead=parties.lead,
        support=parties.support,
        output=_line_of(by_role, ColumnRole.OUTPUT),
        details=(*topics, *details),
        group=_line_of(by_role, ColumnRole.GROUP),
        is_given=_is_given(block, columns),
        is_first=is_first_by_order(by_role) or _is_carried(block, columns),
        has_own_text=_has_own(block, columns, ColumnRole.TEXT),
    )
    return with_times(row, block, columns)


def _line_of(by_role: dict[ColumnRole, str], role: ColumnRole) -> str:
    """Return the cell of a role on one line, "" where there is none."""
    cell = by_role.get(role, "")
    return one_line(cell)


def _by_role(block: Block, columns: Columns) -> dict[ColumnRole, str]:
    """Return the first filled cell of each role."""
    found: dict[ColumnRole, str] = {}
    for (_, text), role in zip(block.cells, columns.roles, strict=False):
        if role in found:
            continue
        if text.strip():
            found[role] = text
    return found


def _with_topics(text: str) -> tuple[str, list[str]]:
    """Return the work without the items that stand below its first lines, and these items."""
    first, *others = text.split("\n")
    if not others:
        return text, []
    unlike = {Rank.NONE, _rank(first)}
    ranks = map(_rank, others)
    if not unlike.isdisjoint(ranks):
        return text, []
    topics = map(_topic, others)
    return first, list(topics)


def _rank(line: str) -> Rank:
    opening = marker(line)
    return opening.rank


def _topic(line: str) -> str:
    opening = marker(line)
    return line[opening.length :].strip(" ;.")


def _details(block: Block, columns: Columns) -> Iterator[str]:
    for cell, role in zip(block.cells, columns.roles, strict=False):
        head, text = cell
        if not _tells_details(head, role):
            continue
        for line in text.split("\n"):
            if line.strip():
                yield _topic(line)


def _tells_details(head: str, role: ColumnRole) -> bool:
    if role is ColumnRole.DETAIL:
        return True
    # «Thời gian, địa điểm»: beside the day it says where.
    if role is not ColumnRole.DUE:
        return False
    return _NAMES_PLACE.search(plain(head)) is not None


def _is_given(block: Block, columns: Columns) -> bool:
    return any(_has_own(block, columns, role) for role in _GIVING)


def _is_carried(block: Block, columns: Columns) -> bool:
    """Say whether who leads stands in the row above only, over a blank."""
    roles = [columns.roles[place] for place in block.carried]
    return ColumnRole.LEAD in roles


def _has_own(block: Block, columns: Columns, role: ColumnRole) -> bool:
    """Say whether a cell of the role is filled in this row, not only going on from the one above."""
    for place, (_, text) in enumerate(block.cells):
        if columns.roles[place] is not role:
            continue
        if place in block.continued:
            continue
        if text.strip():
            return True
    return False
