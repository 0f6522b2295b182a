"""Proposals: the rows a document asks for, the cells it asked for before, and how a table takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.base import Value
from khoagiao_xl.model.schema import PROPOSED, Cell, Table
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

# What happened to a row: its cells followed, its cells differ for one of three reasons, or the row itself.
FOLLOWED = "followed"
TYPED, ACCEPTED, OF_OTHERS = "typed", "accepted", "of others"
STAYING: Final = (ACCEPTED, TYPED, OF_OTHERS)
NEW, GONE, BACK, REWORDED = "new", "gone", "back", "reworded"
OF_A_DOCUMENT: Final = {
    FOLLOWED: "NP-11",
    TYPED: "NP-12",
    ACCEPTED: "NP-24",
    OF_OTHERS: "NP-25",
    NEW: "NP-13",
    GONE: "NP-14",
    BACK: "NP-15",
    REWORDED: "NP-26",
}
OF_THE_SAMPLE: Final = {
    FOLLOWED: "NP-16",
    TYPED: "NP-17",
    ACCEPTED: "NP-17",
    OF_OTHERS: "NP-17",
    NEW: "NP-18",
    GONE: "NP-19",
    BACK: "NP-18",
}
Cells = Mapping[str, Value]  # field of the schema -> what stands in a row, or is proposed for it


@dataclass(frozen=True)
class Proposal:
    """One row that a document proposes. key: the same in every version of the document."""

    key: str
    cells: Cells


@dataclass(frozen=True)
class EarlierProposal:
    """A proposal as it was made last: the code of its row, and the text of each cell by field.

    is_gone: the newest version of the document does not make it any more.
    """

    code: str
    texts: Mapping[str, str]
    is_gone: bool = False


EarlierProposals = dict[str, EarlierProposal]  # by the key of the proposal
Versions = tuple[Sequence[Proposal], EarlierProposals]  # all that a document proposes now, and before
ByOthers = Mapping[str, Mapping[str, frozenset[str]]]  # code of a row -> field -> what others proposed for it


@dataclass(frozen=True)
class MergeRules:
    """How one table takes proposals.

    natural: the keys by which a row is known that nobody has proposed; sought: those by which a proposal
    looks for such a row, the best first (the same ones if None).
    prefix: of the codes that new rows get; "" where a proposal brings its own.
    code, status: the fields of a row's code and state; status is "" where the table has no states.
    open_status: rows in this state take the document's changes.
    digits: of the number behind the prefix, at least.
    is_whole: whether a proposer proposes everything each time, so that what it leaves out is gone.
    untold: fields that follow without a word. echoes: fields told only where nothing else of the row is.
    inferred: fields of which the document itself says nothing: no news, and in an accepted row as they are.
    in_order: whether what a revision adds stands where the document has it, instead of at the end.
    pair: finds, among proposals and keys that have no partner, the ones that are the same worded anew.
    is_far: whether two texts of one pair differ so much that a person is to say whether they are one.
    alike: finds the row of another proposer, or of a person, that says nearly the same as a new proposal.
    words: the sentence that tells of a change, by what happened; a document and the office's sample speak
    differently.
    """

    table: Table
    natural: Callable[[Cells], tuple[Hashable, ...]]
    prefix: str = ""
    code: str = "code"
    status: str = "status"
    open_status: str = PROPOSED
    words: Mapping[str, str] = field(default_factory=lambda: OF_A_DOCUMENT)
    digits: int = 2
    is_whole: bool = True
    untold: frozenset[str] = frozenset()
    echoes: frozenset[str] = frozenset()
    inferred: frozenset[str] = frozenset()
    in_order: bool = False
    sought: Callable[[Cells], tuple[Hashable, ...]] | None = None
    pair: Callable[[Sequence[Proposal], EarlierProposals, Versions], Mapping[str, str]] | None = None
    is_far: Callable[[Mapping[str, str], Mapping[str, str]], bool] | None = None
    alike: Callable[[Cells, Sequence[Cells]], int | None] | None = None

    @property
    def days(self) -> frozenset[str]:
        """The fields of the columns that hold days."""
        found = set()
        for column in self.table.columns:
            if column.cell is Cell.DATE:
                found.add(column.field)
        return frozenset(found)

    def blank_row(self) -> dict[str, Any]:
        """Return a row of the table without anything in it."""
        return dict.fromkeys(column.field for column in self.table.columns)

    def code_of(self, number: int) -> str:
        """Return the code of the row of that number: «NV07»."""
        text = str(number)
        digits = text.zfill(self.digits)
        return f"{self.prefix}{digits}"

    def number_of(self, code: str) -> int:
        """Return the number behind the prefix of a code, 0 for a code of another kind."""
        digits = code.removeprefix(self.prefix)
        if digits == code or not digits.isdecimal():
            return 0
        return int(digits)

    def takes_changes(self, row: Cells) -> bool:
        """Say whether nobody has accepted the row yet, so that its untouched cells follow the document."""
        if not self.status:
            return True
        return cell_text(row.get(self.status)) == self.open_status

    def heading(self, field: str) -> str:
        """Return the heading of a column, as people read it."""
        return self.table.column_of(field).name


def cell_text(value: Value) -> str:
    """Return a cell's value as a person reads it: equal for a day and the text of the same day."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return day_text(value)
    if value is None:
        return ""
    return str(value).strip()


def cell_texts(cells: Cells) -> dict[str, str]:
    """Return every cell of a row as a person reads it."""
    texts = {}
    for name, value in cells.items():
        texts[name] = cell_text(value)
    return texts
