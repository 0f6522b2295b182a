"""What a table is: a plan of work, none (a list, a budget, indicators), or not understood."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, kind_of, kind_of_column
from khoagiao_xl.guidance.tasks.one_of_each import ColumnCells, places_of
from khoagiao_xl.guidance.words.column_words import (
    ColumnRole,
    role_of,
)
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import holds

_GIVEN = {
    ColumnRole.LEAD,
    ColumnRole.BOTH,
    ColumnRole.PARTNER,
    ColumnRole.DUE,
    ColumnRole.PERIOD,
    ColumnRole.MARK,
}
_IN_LISTS = {
    ColumnRole.NUMBER,
    ColumnRole.LEAD,
    ColumnRole.PARTNER,
    ColumnRole.OTHER,
    ColumnRole.GROUP,
}
_ONLY_IN_LISTS = {ColumnRole.FIGURE, ColumnRole.PERSON}
_OF_INDICATORS = holds("chỉ tiêu | chỉ số | tiêu chí")
_KINDS_OF_WORK = frozenset({CellKind.LONG, CellKind.SHORT})


class Use(Enum):
    """What a table is: a plan of work, none (a list, a budget), or not understood."""

    PLAN = auto()
    NO_PLAN = auto()
    UNCLEAR = auto()


def use_of(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> Use:
    """Say what the table is: work that is given to somebody, or until some day, is a plan."""
    if _lists_indicators(roles, heads, cells):
        return Use.NO_PLAN
    if ColumnRole.TEXT not in roles:
        return _use_without_work(roles, cells)
    if ColumnRole.PERSON in roles and ColumnRole.DUE not in roles:
        return Use.NO_PLAN
    if not _GIVEN.isdisjoint(roles):
        return Use.PLAN
    figures = places_of(roles, ColumnRole.FIGURE)
    if len(figures) > 1:
        return Use.NO_PLAN
    work = roles.index(ColumnRole.TEXT)
    if ask_for_work(cells[work]):
        return Use.PLAN
    if figures:
        return Use.NO_PLAN
    return Use.PLAN if ColumnRole.OUTPUT in roles else Use.UNCLEAR


def _lists_indicators(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> bool:
    """Say whether the rows only name what is to be reached: «Chỉ tiêu | Tỷ lệ hộ nghèo | 2,5%»."""
    works = places_of(roles, ColumnRole.TEXT) or places_of(roles, ColumnRole.DETAIL)
    for work in works[:1]:
        if role_of(heads[work]) is ColumnRole.TEXT:
            return False
        if _OF_INDICATORS.search(plain(heads[work])):
            return not ask_for_work(cells[work])
    return False


def _use_without_work(roles: list[ColumnRole], cells: ColumnCells) -> Use:
    if _hold_work(roles, cells):
        return Use.PLAN
    if _is_list(roles, cells):
        return Use.NO_PLAN
    return Use.UNCLEAR


def _hold_work(roles: list[ColumnRole], cells: ColumnCells) -> bool:
    """Say whether work stands in the columns of months or quarters themselves."""
    filled = 0
    works = 0
    for place in places_of(roles, ColumnRole.PERIOD):
        for kind in map(kind_of, cells[place]):
            filled += kind is not CellKind.EMPTY
            works += kind in _KINDS_OF_WORK
    return 2 * works > filled


def _is_list(roles: list[ColumnRole], cells: ColumnCells) -> bool:
    """Say whether a table without work only lists: bodies, persons, documents, figures."""
    kinds = list(map(kind_of_column, cells))
    if CellKind.SYMBOL in kinds:
        return True
    if not _ONLY_IN_LISTS.isdisjoint(roles):
        return True
    if not _IN_LISTS.issuperset(roles):
        return False
    return CellKind.LONG not in kinds


def ask_for_work(work: Sequence[str]) -> bool:
    """Say whether half of the filled cells or more ask for work by their verbs."""
    filled = list(filter(None, work))
    asking = list(filter(opening_verb, filled))
    if not asking:
        return False
    return 2 * len(asking) >= len(filled)
