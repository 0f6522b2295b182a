"""One document's proposals on their way into one master: taken table by table, remembered, told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.planning.merging import merge
from khoagiao_xl.planning.proposed_before import earlier_proposals, proposal_rows

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence
    from datetime import date

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import Cells
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.proposals import ByOthers, EarlierProposals, MergeRules, Proposal
    from khoagiao_xl.planning.proposed_before import Proposer

    Tables = dict[str, list[Cells]]  # by the name of the table
    Tallies = dict[str, Counter[str]]


class ImportRun:
    """The tables of `year` while a document is imported into them; the year itself stays as it was.

    source: the document's code in tblNguon. notes: what is told of each row that was changed.
    """

    def __init__(self, year: Year, source: str, day: date) -> None:
        self.notes: list[str] = []
        self._year = year
        self._source = source
        self._day = day
        self._taken: Tables = {}
        self._places: dict[str, list[int | None]] = {}  # where each row stood in the year
        self._tallies: Tallies = {}
        rows = year.rows(schema.PROPOSALS)
        self._proposed = earlier_proposals(rows)

    def rows(self, table: Table) -> list[Cells]:
        """Return the rows of a table (field -> value) as they stand by now."""
        if table.name in self._taken:
            return self._taken[table.name]
        return self._year.as_typed(table)

    def put(self, table: Table, rows: Sequence[Cells]) -> None:
        """Let the rows of a table stand like this from now on."""
        self._taken[table.name] = list(rows)

    def proposed(self, source: str, table: Table) -> EarlierProposals:
        """Return what a proposer has proposed for a table, by key."""
        return self._proposed.get((source, table.name), {})

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
        earlier = self._proposed.get(proposer)
        merged = merge(
            self.rows(rules.table),
            proposals,
            earlier or at_first or {},
            rules,
            self._day,
            self._by_others(proposer),
        )
        self._places[name] = self._since_the_year(name, merged.places)
        self._taken[name] = merged.rows
        self._proposed[proposer] = merged.proposed
        self._tallies[name] = merged.tally
        self.notes += merged.notes

    def _since_the_year(self, name: str, places: Sequence[int | None]) -> list[int | None]:
        """Return where rows stood in the year that stand at `places` of the rows of this moment."""
        before = self._places.get(name)
        if before is None:
            return list(places)
        found = []
        for place in places:
            in_the_year = None
            if place is not None:
                in_the_year = before[place]
            found.append(in_the_year)
        return found

    def _by_others(self, proposer: Proposer) -> ByOthers:
        """Return what other documents have proposed for the rows of a table."""
        source, table = proposer
        found: dict[str, dict[str, frozenset[str]]] = {}
        for (other, of_table), proposals in self._proposed.items():
            if other == source:
                continue
            if of_table != table:
                continue
            for old in proposals.values():
                of_row = found.setdefault(old.code, {})
                _add_texts(of_row, old.texts)
        return found

    def origins(self, table: Table) -> dict[str, list[tuple[str, str]]]:
        """Return by which documents each row of a table is proposed: code -> (document's code, section)."""
        found: dict[str, list[tuple[str, str]]] = {}
        for (source, name), proposals in self._proposed.items():
            if name != table.name:
                continue
            asked = [old for old in proposals.values() if not old.is_gone]
            for old in asked:
                section = old.texts.get("section", "")
                place = (source, section)
                places = found.setdefault(old.code, [])
                places.append(place)
        return found

    def tables(self) -> dict[str, list[Row]]:
        """Return the tables that took proposals, and tblDeXuat: name -> rows (heading -> value)."""
        found = {}
        for name, cells in self._taken.items():
            page = self._year.pages[name]
            found[name] = page.rows_with(cells, self._places.get(name))
        found[schema.PROPOSALS.name] = to_rows(
            proposal_rows(self._proposed),
            schema.PROPOSALS,
        )
        return found

    def count(self, what: str, *tables: Table) -> int:
        """Return how many rows of these tables (of all if none is named) are `what`."""
        names = [table.name for table in tables]
        total = 0
        for name, tally in self._tallies.items():
            if not names or name in names:
                total += tally[what]
        return total


def _add_texts(known: dict[str, frozenset[str]], texts: Mapping[str, str]) -> None:
    for field, text in texts.items():
        if text:
            before = known.get(field, frozenset())
            known[field] = before | {text}
