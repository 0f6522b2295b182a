"""Three hands on one row: what the document said before, what it says now, what a person made of it.

A cell that nobody touched in a row that nobody accepted follows the document; every other cell stays, and
the row tells what the document says instead, and why the cell stays: a person typed it, a person accepted
the row, or another document says it. A row that a person took out does not come back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.planning.cell_changes import RowBefore, follow, what_became
from khoagiao_xl.planning.change_notes import ChangeNotes
from khoagiao_xl.planning.filled_blanks import fill_blanks
from khoagiao_xl.planning.keyed_anew import keyed_anew
from khoagiao_xl.planning.known_rows import KnownRows
from khoagiao_xl.planning.merged_table import Merged, Row
from khoagiao_xl.planning.proposals import (
    GONE,
    NEW,
    ByOthers,
    Cells,
    EarlierProposal,
    EarlierProposals,
    MergeRules,
    Proposal,
    cell_texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.planning.cell_changes import OthersOfRow


def merge(
    rows: Sequence[Cells],
    proposals: Sequence[Proposal],
    earlier: EarlierProposals,
    rules: MergeRules,
    day: date,
    by_others: ByOthers | None = None,
) -> Merged:
    """Return the table's rows with the `proposals` of one document taken in on `day`.

    earlier: what the last version of this document proposed, empty when it is here for the first time.
    by_others: what other documents propose for the same rows.
    """
    work = _Merge(
        rules,
        day,
        rows,
        earlier,
        by_others or {},
    )
    known = keyed_anew(proposals, earlier, rules)
    for proposal in proposals:
        old = known.pop(proposal.key, None)
        work.take(proposal, old)
    for key, old in known.items():
        work.leave_out(key, old)
    return work.merged


class _Merge:
    """The rows of a table while the proposals of one document are taken in."""

    def __init__(
        self,
        rules: MergeRules,
        day: date,
        rows: Sequence[Cells],
        earlier: EarlierProposals,
        by_others: ByOthers,
    ) -> None:
        self.merged = Merged()
        self._rules = rules
        self._is_revision = rules.is_whole and bool(earlier)
        self._by_others = by_others
        self._last_taken: Row | None = None
        self._notes = ChangeNotes(rules, day, self.merged.notes)
        own = {old.code for old in earlier.values()}
        self._known = KnownRows(rules, own)
        for place, cells in enumerate(rows):
            row = dict(cells)
            self.merged.insert(place, row, place)
            self._known.put(row)

    def take(self, proposal: Proposal, old: EarlierProposal | None) -> None:
        """Take in one proposal; `old` is what the last version said of the same thing."""
        if old is None:
            code = self._take_new(proposal)
        else:
            code = old.code
            self._take_again(proposal, old)
        texts = cell_texts(proposal.cells)
        self.merged.proposed[proposal.key] = EarlierProposal(code, texts)
        row = self._known.of_code(code)
        if row is not None:
            self._last_taken = row

    def leave_out(self, key: str, old: EarlierProposal) -> None:
        """Take in that `old` is not proposed this time, which says something only of a whole document."""
        if self._rules.is_whole:
            self._miss(key, old)
        else:
            self.merged.proposed[key] = old

    def _miss(self, key: str, old: EarlierProposal) -> None:
        """Tell in its row that the document does not ask for `old` any more; what to do is a person's."""
        self.merged.proposed[key] = replace(old, is_gone=True)
        row = self._known.of_code(old.code)
        if row is None or old.is_gone:
            return
        told = self._notes.words(GONE)
        self._notes.write(row, [told])
        self.merged.count("gone")

    # -- what no version of the document has proposed -----------------------------------------------------

    def _take_new(self, proposal: Proposal) -> str:
        row = self._known.like(proposal)
        if row is None:
            row = self._add(proposal)
        else:
            self._adopt(row, proposal)
        return self._known.code_of(row)

    def _add(self, proposal: Proposal) -> Row:
        row = self._new_row(proposal)
        at = self._place_of_new()
        self.merged.insert(at, row, None)
        self.merged.count("new")
        if self._is_revision:
            told = self._notes.words(NEW)
            self._notes.write(row, [told])
        return row

    def _new_row(self, proposal: Proposal) -> Row:
        rules = self._rules
        row = rules.blank_row()
        row |= proposal.cells
        if rules.prefix:
            self._known.give_code(row)
        else:
            self._known.find_by_code(row)
        if rules.status:
            row[rules.status] = rules.open_status
        return row

    def _place_of_new(self) -> int:
        """Return where a new row goes: in a revision behind the one that stands before it in the document."""
        end = len(self.merged.rows)
        if not self._is_revision or not self._rules.in_order:
            return end
        if self._last_taken is not None:
            before = self.merged.index(self._last_taken)
            return before + 1
        first = self._known.first
        if first is not None:
            return self.merged.index(first)
        return end

    def _adopt(self, row: Row, proposal: Proposal) -> None:
        """Fill the blanks of a row that a person typed, or that another document proposed."""
        if not self._known.code_of(row):
            self._known.give_code(row)
        others = self._others_of(row)
        differing = fill_blanks(row, proposal, others, self._rules)
        if not differing:
            self.merged.count("same")
            return
        told = self._notes.of_cells(differing)
        self._notes.write(row, told)
        self.merged.count("kept")

    def _others_of(self, row: Row) -> OthersOfRow:
        code = self._known.code_of(row)
        return self._by_others.get(code, {})

    # -- what an earlier version has proposed -------------------------------------------------------------

    def _take_again(self, proposal: Proposal, old: EarlierProposal) -> None:
        row = self._known.of_code(old.code)
        if row is None:
            self.merged.count("dropped")
            return
        others = self._others_of(row)
        before = RowBefore(row, old, self._rules, others)
        cells = follow(row, before.changes(proposal), proposal)
        became = what_became(cells)
        self.merged.count(became)
        told = list(self._notes.of_new_version(proposal, old, cells))
        if told:
            self._notes.write(row, told)
