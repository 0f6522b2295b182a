"""What a new version of a document says of the cells of one row, and why some of them stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.planning.change_words import change_in_words, say_the_same
from khoagiao_xl.planning.proposals import ACCEPTED, FOLLOWED, OF_OTHERS, STAYING, TYPED, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.planning.merged_table import Row
    from khoagiao_xl.planning.proposals import Cells, EarlierProposal, MergeRules, Proposal

    OthersOfRow = Mapping[str, frozenset[str]]  # field -> what other documents propose for it

FATES: Final = (FOLLOWED, *STAYING)


@dataclass(frozen=True)
class CellChange:
    """One cell of which the document now says something else than before, or than stands in it.

    fate: FOLLOWED, or why the cell stays: TYPED, ACCEPTED, OF_OTHERS. is_news: whether a person is told.
    """

    field: str
    fate: str
    words: str
    is_news: bool


@dataclass(frozen=True)
class RowBefore:
    """A row of the master as a new version of a document meets it; by_others: what other documents say."""

    row: Cells
    old: EarlierProposal
    rules: MergeRules
    by_others: OthersOfRow

    def changes(self, proposal: Proposal) -> list[CellChange]:
        """Return what is to happen to the cells where the document says something new."""
        found = list(self._changes(proposal))
        echoes = self.rules.echoes
        news = {change.field for change in found if change.is_news}
        if news <= echoes:
            return found
        return [_silenced(change, echoes) for change in found]

    def _changes(self, proposal: Proposal) -> Iterator[CellChange]:
        for name, value in proposal.cells.items():
            if name in self._settled:
                continue
            now = cell_text(value)
            before = self.old.texts.get(name, "")
            mine = self._mine(name)
            if now not in (before, mine):
                yield self._change(name, before, now)

    @property
    def _settled(self) -> frozenset[str]:
        """The fields that only the reading says, in a row that a person has accepted."""
        if self.rules.takes_changes(self.row):
            return frozenset()
        return self.rules.inferred

    def _change(self, name: str, before: str, now: str) -> CellChange:
        is_silent = name in self.rules.untold or say_the_same(before, now)
        # A number alone, a blank alone: nobody accepted that, and it follows in an accepted row too.
        follows = is_silent or self.rules.takes_changes(self.row)
        heading = self.rules.heading(name)
        change = change_in_words(before, now)
        return CellChange(
            name,
            self._fate(name, before, follows=follows),
            f"{heading} {change}",
            is_news=not is_silent,
        )

    def _fate(self, name: str, before: str, *, follows: bool) -> str:
        """Return whether a cell follows the document, and if not, why."""
        mine = self._mine(name)
        if mine == before:
            if follows:
                return FOLLOWED
            return ACCEPTED
        others = self.by_others.get(name, ())
        if mine in others:
            return OF_OTHERS
        return TYPED

    def _mine(self, name: str) -> str:
        value = self.row.get(name)
        return cell_text(value)


def _silenced(change: CellChange, echoes: frozenset[str]) -> CellChange:
    """Return a change without a word where it only repeats what another one tells."""
    if change.field not in echoes:
        return change
    return replace(change, is_news=False)


def told_of(changes: Sequence[CellChange], fate: str) -> list[str]:
    """Return in words what a person is told of the cells of one fate."""
    words: list[str] = []
    for change in changes:
        told = change.words
        if change.is_news and change.fate == fate:
            words.append(told)
    return words


def follow(row: Row, changes: Sequence[CellChange], proposal: Proposal) -> dict[str, list[str]]:
    """Let the cells of a row follow that may; return what a person is told of the cells of each fate."""
    for change in changes:
        name = change.field
        if change.fate == FOLLOWED:
            row[name] = proposal.cells[name]
    return {fate: told_of(changes, fate) for fate in FATES}


def what_became(cells: Mapping[str, Sequence[str]]) -> str:
    """Return what became of a row, by what is told of its cells of each fate."""
    if any(cells[fate] for fate in STAYING):
        return "kept"
    if cells[FOLLOWED]:
        return "changed"
    return "same"
