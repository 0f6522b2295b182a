"""What each column of a table holds, by the words of its head and by what stands in its cells.

A head says what a column is for; the cells say whether that can be so. Where they disagree the cells are
right, and where the head says nothing they decide alone: bodies are who, days are when, long text is work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from khoagiao_xl.guidance.tasks.column_kinds import role_of_column
from khoagiao_xl.guidance.tasks.one_of_each import ColumnCells, one_due, one_lead, one_text, places_of
from khoagiao_xl.guidance.tasks.table_use import Use, use_of
from khoagiao_xl.guidance.words.column_words import (
    ColumnRole,
    HeadingPeriod,
    bare_period_of,
    is_weak,
    period_of,
    role_of,
)
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import begins_with

_OF_PLACES = begins_with("địa bàn | địa điểm | nơi | đơn vị được | cơ sở được")
_FEWEST_PERIODS = 2


@dataclass(frozen=True)
class Columns:
    """The columns of one table: their roles and heads; periods: the months of columns of marks.

    is_told: the heads say which column is the work; use: what the table is; are_places: it names no work, but
    where each of those who lead does the one that the heading above names.
    """

    roles: tuple[ColumnRole, ...]
    heads: tuple[str, ...]
    periods: dict[int, HeadingPeriod]
    is_told: bool
    use: Use
    are_places: bool = False

    def first(self, role: ColumnRole) -> int | None:
        """Return the first column of a role."""
        if role in self.roles:
            return self.roles.index(role)
        return None


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Return what each column holds; heads: what stands above each; rows: the cells of the rows below."""
    cells = list(zip(*rows, strict=True))
    periods = _periods(heads)
    roles = list(map(role_of_column, heads, cells))
    for place in periods:
        roles[place] = ColumnRole.PERIOD
    _drop_doubles(roles, heads, cells)
    one_text(roles, heads, cells)
    one_lead(roles, heads)
    one_due(roles, heads, cells)
    of_work = _place_of_work(roles, heads)
    if of_work is not None:
        roles[of_work] = ColumnRole.TEXT
    return Columns(
        roles=tuple(roles),
        heads=tuple(heads),
        periods=periods,
        is_told=_is_told(roles, heads),
        are_places=of_work is not None,
        use=use_of(roles, heads, cells),
    )


def _place_of_work(roles: list[ColumnRole], heads: Sequence[str]) -> int | None:
    """Return the column of places, where bodies that lead and days stand beside it and no column is work."""
    if ColumnRole.TEXT in roles or not {ColumnRole.LEAD, ColumnRole.DUE}.issubset(roles):
        return None
    if is_weak(heads[roles.index(ColumnRole.LEAD)]):
        return None
    for place in places_of(roles, ColumnRole.OTHER):
        if _OF_PLACES.match(plain(heads[place])):
            return place
    return None


def _is_told(roles: list[ColumnRole], heads: Sequence[str]) -> bool:
    """Say whether the head of the column of work says that it is that."""
    for place in places_of(roles, ColumnRole.TEXT):
        return role_of(heads[place]) in {ColumnRole.TEXT, ColumnRole.DETAIL}
    return False


def _periods(heads: Sequence[str]) -> dict[int, HeadingPeriod]:
    """Return the columns that are months or quarters in a row: at least two, counting up."""
    for read in (period_of, bare_period_of):
        found: dict[int, HeadingPeriod] = {}
        for place, head in enumerate(heads):
            period = read(head)
            if period:
                found[place] = period
        if _count_up(list(found.values())):
            return found
    return {}


def _count_up(periods: list[HeadingPeriod]) -> bool:
    if len(set(periods)) < _FEWEST_PERIODS:
        return False
    return periods == sorted(periods)


def _drop_doubles(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> None:
    """Forget a column that is only the other half of the one before it, as uneven grids have them."""
    columns = zip(heads, cells, strict=True)
    for place, (before, column) in enumerate(pairwise(columns), 1):
        if roles[place] is ColumnRole.PERIOD:
            continue
        if before == column:
            roles[place] = ColumnRole.OTHER
