"""One document's proposals on their way into one master: taken table by table, remembered, told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.planning.merging import merge
from khoagiao_xl.planning.proposed_before import read_memory, write_memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.planning.proposals import Proposal, Remembering, Shape


@dataclass
class Ledger:
    """source: the document's code in tblNguon. tally: by table, how many rows are new, changed and so on."""

    book: Book
    source: str
    day: date
    tally: dict[str, dict[str, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._memory = read_memory(self.book)

    def take(
        self,
        shape: Shape,
        proposals: Sequence[Proposal],
        *,
        source: str = "",
        at_first: Remembering | None = None,
    ) -> None:
        """Lay the proposals beside the table's rows and write what came of it.

        source: who proposes, where it is not the document; at_first: what counts as proposed before when
        nothing is remembered yet.
        """
        place = (source or self.source, shape.table.name)
        rows = self.book.read(shape.table.name)
        merged = merge(rows, proposals, self._memory.get(place) or at_first or {}, shape, self.day)
        if merged.rows != rows:
            self.book.write(shape.table.name, merged.rows)
        self._memory[place] = merged.remembered
        self.tally[shape.table.name] = merged.tally
        self.notes += merged.notes

    def close(self) -> None:
        """Keep in the master what was proposed."""
        write_memory(self.book, self._memory)

    def count(self, what: str, *tables: str) -> int:
        """Return how many rows of these tables (of all if none is named) are `what`."""
        return sum(counts[what] for table, counts in self.tally.items() if not tables or table in tables)
