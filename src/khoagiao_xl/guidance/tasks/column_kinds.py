"""What one column of a table holds, by the words of its head and by what stands in its cells.

Where they disagree the cells are right; where the head says nothing they decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, are_marks, kind_of_column, names_time
from khoagiao_xl.guidance.words.column_words import (
    ColumnRole,
    is_weak,
    role_of,
)
from khoagiao_xl.guidance.words.organs import is_organ_alone

# What the cells make of a column whose head says something else: (said, shown) -> what it holds.
_WHO = (ColumnRole.LEAD, ColumnRole.PARTNER, ColumnRole.BOTH, ColumnRole.DIRECTS)
_CELLS_WIN: dict[tuple[ColumnRole, CellKind], ColumnRole] = {
    (ColumnRole.TEXT, CellKind.BODY): ColumnRole.LEAD,
    (ColumnRole.TEXT, CellKind.DAY): ColumnRole.DUE,
    (ColumnRole.TEXT, CellKind.NUMBER): ColumnRole.NUMBER,
    (ColumnRole.TEXT, CellKind.FIGURE): ColumnRole.FIGURE,
    (ColumnRole.TEXT, CellKind.SYMBOL): ColumnRole.OTHER,
    (ColumnRole.GROUP, CellKind.DAY): ColumnRole.DUE,
    (ColumnRole.GROUP, CellKind.BODY): ColumnRole.LEAD,
    (ColumnRole.DETAIL, CellKind.DAY): ColumnRole.DUE,
    (ColumnRole.DETAIL, CellKind.FIGURE): ColumnRole.FIGURE,
    (ColumnRole.DUE, CellKind.BODY): ColumnRole.LEAD,
    (ColumnRole.DUE, CellKind.LONG): ColumnRole.DETAIL,
    (ColumnRole.OUTPUT, CellKind.DAY): ColumnRole.DUE,
    (ColumnRole.OUTPUT, CellKind.FIGURE): ColumnRole.FIGURE,
    (ColumnRole.NUMBER, CellKind.LONG): ColumnRole.TEXT,
    (ColumnRole.NUMBER, CellKind.DAY): ColumnRole.DUE,
    (ColumnRole.NUMBER, CellKind.SYMBOL): ColumnRole.OTHER,
    **{(who, CellKind.DAY): ColumnRole.DUE for who in _WHO},
    **{(who, CellKind.FIGURE): ColumnRole.FIGURE for who in _WHO},
}
# What a column holds whose head says nothing.
_CELLS_ALONE: dict[CellKind | None, ColumnRole] = {
    CellKind.NUMBER: ColumnRole.NUMBER,
    CellKind.FIGURE: ColumnRole.FIGURE,
    CellKind.DAY: ColumnRole.DUE,
    CellKind.BODY: ColumnRole.LEAD,
    CellKind.SYMBOL: ColumnRole.OTHER,
    CellKind.LONG: ColumnRole.TEXT,
}


def role_of_column(head: str, cells: Sequence[str]) -> ColumnRole:
    """Return what a column holds: what its head says, unless its cells show otherwise."""
    said = role_of(head)
    shown = kind_of_column(cells)
    if are_marks(cells) and is_organ_alone(head):
        return ColumnRole.MARK
    if shown is CellKind.MARK:
        return ColumnRole.OTHER
    if said is ColumnRole.UNKNOWN:
        return _CELLS_ALONE.get(shown, ColumnRole.UNKNOWN)
    if shown is CellKind.LONG and said is ColumnRole.LEAD and is_weak(head):
        return ColumnRole.TEXT
    if shown is None:
        return said
    if said is ColumnRole.DUE and _name_times(cells):
        return said
    return _CELLS_WIN.get((said, shown), said)


def _name_times(cells: Sequence[str]) -> bool:
    """Say whether most filled cells of a column name a time, whatever else they say."""
    filled = list(filter(str.strip, cells))
    times = list(filter(names_time, filled))
    return 2 * len(times) > len(filled)
