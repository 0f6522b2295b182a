"""The blanks of a row that a person typed, or that another document proposed, filled by a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.planning.proposals import OF_OTHERS, TYPED, cell_text

if TYPE_CHECKING:
    from khoagiao_xl.planning.cell_changes import OthersOfRow
    from khoagiao_xl.planning.merged_table import Row
    from khoagiao_xl.planning.proposals import MergeRules, Proposal


def fill_blanks(row: Row, proposal: Proposal, others: OthersOfRow, rules: MergeRules) -> dict[str, list[str]]:
    """Fill what is blank; return the days that stand otherwise in the document, by whose the other is.

    others: what other documents propose for the row.
    """
    differing: dict[str, list[str]] = {}
    for name, value in proposal.cells.items():
        mine = cell_text(row.get(name))
        theirs = cell_text(value)
        if not theirs or mine == theirs:
            continue
        if not mine:
            row[name] = value
        elif name in rules.days:
            whose = _whose(name, mine, others)
            heading = rules.heading(name)
            words = f"{heading} «{theirs}»"
            of_whom = differing.setdefault(whose, [])
            of_whom.append(words)
    return differing


def _whose(name: str, mine: str, others: OthersOfRow) -> str:
    """Return who says what stands in a cell: another document, or the person who typed it."""
    if mine in others.get(name, ()):
        return OF_OTHERS
    return TYPED
