"""Of several columns that may be the work, the lead or the deadline the one that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, kind_of_column
from khoagiao_xl.guidance.tasks.time_columns import deadline_column
from khoagiao_xl.guidance.words.column_words import (
    ColumnRole,
    is_weak,
    role_of,
)
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import holds

ColumnCells = list[tuple[str, ...]]  # of each column from top to bottom
_PREPARES = holds("chuẩn bị")
# What a further column of bodies holds, by whether a head says who leads: helpers only where none does.
_BESIDE_LEAD = {True: ColumnRole.OTHER, False: ColumnRole.PARTNER}


def one_text(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> None:
    """Leave one column as the work; of others the left, which says less, is the group, the right a detail."""
    texts = places_of(roles, ColumnRole.TEXT)
    if not texts:
        _take_detail(roles, cells)
        return
    told = _said(texts, heads, ColumnRole.TEXT)
    best = told or texts
    work = _telling_more(best, cells)
    for detail in places_of(roles, ColumnRole.DETAIL)[:1]:
        if detail > work:
            work = _telling_more([work, detail], cells)
            texts.append(work)
    left = [place for place in texts if place < work]
    _name(roles, texts, ColumnRole.DETAIL)
    _name(roles, left, ColumnRole.GROUP)
    roles[work] = ColumnRole.TEXT


def _said(places: list[int], heads: Sequence[str], role: ColumnRole) -> list[int]:
    """Return those of the columns whose head says the role."""
    said: list[int] = []
    for place in places:
        head = heads[place]
        if role_of(head) is role:
            said.append(place)
    return said


def _telling_more(places: list[int], cells: ColumnCells) -> int:
    """Return the first column, or the second where the first only repeats what that one tells apart."""
    for first, second in pairwise(places):
        if len(set(cells[first])) < len(set(cells[second])):
            return second
        return first
    return places[0]


def _take_detail(roles: list[ColumnRole], cells: ColumnCells) -> None:
    """Take what the head calls measures or contents for the work where no other column is."""
    for place in places_of(roles, ColumnRole.DETAIL):
        if kind_of_column(cells[place]) is CellKind.LONG:
            roles[place] = ColumnRole.TEXT
            return


def one_lead(roles: list[ColumnRole], heads: Sequence[str]) -> None:
    """Leave one column as the lead; one without a lead takes whom the head says to direct the work."""
    _who_prepares(roles, heads)
    leads = places_of(roles, ColumnRole.LEAD)
    told = _said(leads, heads, ColumnRole.LEAD)
    others = _BESIDE_LEAD[bool(told)]
    _name(roles, leads, others)
    _name(roles, told, ColumnRole.DIRECTS)
    for place in _best_leads(roles, heads, leads):
        roles[place] = ColumnRole.LEAD
        return


def _who_prepares(roles: list[ColumnRole], heads: Sequence[str]) -> None:
    """Make «Cơ quan chuẩn bị» the lead of a programme that has no other."""
    if ColumnRole.LEAD in roles or ColumnRole.BOTH in roles:
        return
    for place in places_of(roles, ColumnRole.PARTNER):
        if _PREPARES.search(plain(heads[place])):
            roles[place] = ColumnRole.LEAD
            return


def _best_leads(roles: list[ColumnRole], heads: Sequence[str], leads: list[int]) -> list[int]:
    """Return the columns that the heads most clearly say to be the lead."""
    told = _said(leads, heads, ColumnRole.LEAD)
    strong = [place for place in told if not is_weak(heads[place])]
    if strong:
        return strong
    if leads:
        return told or leads
    if ColumnRole.BOTH in roles:
        return []
    return places_of(roles, ColumnRole.DIRECTS)


def _name(roles: list[ColumnRole], places: Iterable[int], role: ColumnRole) -> None:
    for place in places:
        roles[place] = role


def one_due(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> None:
    """Leave one column as the deadline; the others name the month or quarter that it lies in."""
    dues = places_of(roles, ColumnRole.DUE)
    if not dues:
        dues = _days_of_others(roles, heads, cells)
    if not dues:
        return
    _name(roles, dues, ColumnRole.SPAN)
    place = deadline_column(heads, cells, dues)
    roles[place] = ColumnRole.DUE


def _days_of_others(roles: list[ColumnRole], heads: Sequence[str], cells: ColumnCells) -> list[int]:
    """Return columns of remarks that hold days, where no column is for them; «Ngày ban hành» is past."""
    found: list[int] = []
    for place in places_of(roles, ColumnRole.OTHER):
        if "ngày" in plain(heads[place]):
            continue
        if kind_of_column(cells[place]) is CellKind.DAY:
            found.append(place)
    return found


def places_of(roles: Sequence[ColumnRole], role: ColumnRole) -> list[int]:
    """Return the columns of a role."""
    every = enumerate(roles)
    return [place for place, one in every if one is role]
