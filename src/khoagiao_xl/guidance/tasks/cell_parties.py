"""Who leads and who helps by the columns of one row: of names, of both, of marks under bodies."""

from __future__ import annotations

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.cell_kinds import meaning_of_mark
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.row_parties import Parties, names_roles, parties_of
from khoagiao_xl.guidance.words.column_words import ColumnRole


def parties_in(block: Block, columns: Columns, by_role: dict[ColumnRole, str]) -> Parties:
    """Return who leads and who helps, of all columns that name bodies."""
    own = _own_parties(by_role)
    marked = _marked(block, columns)
    cell = by_role.get(ColumnRole.PARTNER, "")
    beside = parties_of(cell, holds_both=False)
    helpers = (
        own.support,
        beside.lead,
        beside.support,
        marked.support,
    )
    names = dict.fromkeys(filter(None, helpers))
    return Parties(
        own.lead or marked.lead,
        "; ".join(names),
    )


def _own_parties(by_role: dict[ColumnRole, str]) -> Parties:
    """Return whom the column of those who lead names, or the one of lead and helpers together."""
    both = by_role.get(ColumnRole.BOTH, "")
    if both:
        return parties_of(both, holds_both=True, by_comma=True)
    leads = by_role.get(ColumnRole.LEAD, "")
    return parties_of(leads, holds_both=False)


def is_first_by_order(by_role: dict[ColumnRole, str]) -> bool:
    """Say whether only the order of names in the column of lead and helpers tells who leads."""
    cell = by_role.get(ColumnRole.BOTH, "")
    if names_roles(cell):
        return False
    return _own_parties(by_role).support != ""


def _marked(block: Block, columns: Columns) -> Parties:
    """Return the bodies whose columns bear a mark in this row."""
    leads: list[str] = []
    helpers: list[str] = []
    for (head, text), role in zip(block.cells, columns.roles, strict=False):
        if role is not ColumnRole.MARK:
            continue
        meaning = meaning_of_mark(text)
        if meaning == "phối hợp":
            helpers.append(head)
        elif meaning:
            leads.append(head)
    return Parties("; ".join(leads), "; ".join(helpers))
