"""Proposals: the rows a document asks for, the cells it asked for before, and how a table takes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.schema import CHANGE, PROPOSED, Cell, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from khoagiao_xl.books.base import Row, Value

FOLLOWED, DIFFERS, NEW, GONE, BACK = "followed", "differs", "new", "gone", "back"
OF_A_DOCUMENT: Final = {FOLLOWED: "NP-11", DIFFERS: "NP-12", NEW: "NP-13", GONE: "NP-14", BACK: "NP-15"}
OF_THE_SAMPLE: Final = {FOLLOWED: "NP-16", DIFFERS: "NP-17", NEW: "NP-18", GONE: "NP-19", BACK: "NP-18"}
Remembering = dict[str, "Remembered"]  # key of a proposal -> what came of it


@dataclass(frozen=True)
class Proposal:
    """One row that a document proposes. key: the same in every version of the document; cells by heading."""

    key: str
    cells: Mapping[str, Value]


@dataclass(frozen=True)
class Remembered:
    """A proposal as it was made last: the code of its row, and the text of each cell by heading.

    is_gone: the newest version of the document does not make it any more.
    """

    code: str
    texts: Mapping[str, str]
    is_gone: bool = False


@dataclass(frozen=True)
class Shape:
    """How one table takes proposals.

    natural: the keys by which a row is known that nobody has proposed; sought: those by which a proposal
    looks for such a row, the best first (the same ones if None).
    prefix: of the codes that new rows get; "" where a proposal brings its own.
    open_status: rows in this state take the document's changes; "" where the table has no states.
    pair: finds, among proposals and keys that have no partner, the ones that are the same worded anew.
    words: what is told of a change, by what happened; a document and the office's sample speak differently.
    """

    table: Table
    natural: Callable[[Row], tuple[Hashable, ...]]
    prefix: str = ""
    code: str = "Mã"
    status: str = "Trạng thái"
    open_status: str = PROPOSED
    words: Mapping[str, str] = field(default_factory=lambda: OF_A_DOCUMENT)
    sought: Callable[[Row], tuple[Hashable, ...]] | None = None
    pair: Callable[[Sequence[Proposal], Remembering], Mapping[str, str]] | None = None

    @property
    def change(self) -> str:
        """The heading of the column that tells what an import has changed."""
        return CHANGE.name

    @property
    def dates(self) -> frozenset[str]:
        """The headings of the columns that hold days."""
        return frozenset(column.name for column in self.table.columns if column.cell is Cell.DATE)


def said(value: Value) -> str:
    """Return a cell's value as a person reads it: equal for a day and the text of the same day."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value).strip()
