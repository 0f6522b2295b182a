"""A table after an import: its rows, what was proposed for it, and what became of each row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from khoagiao_xl.planning.proposals import EarlierProposals

Row = dict[str, Any]  # field -> value


@dataclass
class Merged:
    """A table after an import, its rows by field; proposed: what the document has now proposed for it.

    places: where each row stood before, None for one that is new.
    tally: how many rows are new, changed, kept (against the document), gone, dropped (by a person) or the
    same; notes: what is told of each, by its code.
    """

    rows: list[Row] = field(default_factory=list)
    places: list[int | None] = field(default_factory=list)
    proposed: EarlierProposals = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def count(self, what: str) -> None:
        """Count one more row that is `what`."""
        self.tally[what] += 1

    def insert(self, at: int, row: Row, place: int | None) -> None:
        """Put a row where it is to stand."""
        self.rows.insert(at, row)
        self.places.insert(at, place)

    def index(self, row: Row) -> int:
        """Return where a row stands: that very row, not one that is equal."""
        for at, other in enumerate(self.rows):
            if other is row:
                return at
        raise LookupError(row)
