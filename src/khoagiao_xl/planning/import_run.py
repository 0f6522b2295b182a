"""One document's proposals on their way into one master: taken table by table, remembered, told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.planning.merging import merge
from khoagiao_xl.planning.proposed_before import earlier_proposals, proposal_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import Cells
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.proposals import EarlierProposals, MergeRules, Proposal


class ImportRun:
    """The tables of `year` while a document is imported into them; the year itself stays as it was.

    source: the document's code in tblNguon. notes: what is told of each row that was changed.
    """

    def __init__(self, year: Year, source: str, day: date) -> None:
        self._year = year
        self._source = source
        self._day = day
        self._taken: dict[str, list[Cells]] = {}
        self._proposed = earlier_proposals(year.rows(schema.PROPOSALS))
        self._tally: dict[str, Counter[str]] = {}
        self.notes: list[str] = []

    def rows(self, table: Table) -> list[Cells]:
        """Return the rows of a table (field -> value) as they stand by now."""
        if table.name in self._taken:
            return self._taken[table.name]
        return self._year.as_typed(table)

    def take(
        self,
        rules: MergeRules,
        proposals: Sequence[Proposal],
        *,
        source: str = "",
        at_first: EarlierProposals | None = None,
    ) -> None:
        """Lay the proposals beside the rows of their table.

        source: who proposes, where it is not the document; at_first: what counts as proposed before when
        nothing is known to have been.
        """
        name = rules.table.name
        proposer = (source or self._source, name)
        earlier = self._proposed.get(proposer) or at_first or {}
        merged = merge(self.rows(rules.table), proposals, earlier, rules, self._day)
        self._taken[name] = merged.rows
        self._proposed[proposer] = merged.proposed
        self._tally[name] = merged.tally
        self.notes += merged.notes

    def tables(self) -> dict[str, list[Row]]:
        """Return the tables that took proposals, and tblDeXuat: name -> rows (heading -> value)."""
        found = {}
        for name, cells in self._taken.items():
            found[name] = self._year.pages[name].rows_with(cells)
        proposed = proposal_rows(self._proposed)
        found[schema.PROPOSALS.name] = to_rows(proposed, schema.PROPOSALS)
        return found

    def count(self, what: str, *tables: Table) -> int:
        """Return how many rows of these tables (of all if none is named) are `what`."""
        names = [table.name for table in tables] or list(self._tally)
        return sum(self._tally[name][what] for name in names)
