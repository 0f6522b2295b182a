"""Three hands on one row: what the document said before, what it says now, what a person made of it.

A cell that nobody touched in a row that nobody accepted follows the document; every other cell stays, and
the row tells what the document says instead. A row that a person took out does not come back.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from khoagiao_xl.planning.change_words import change_in_words, in_short
from khoagiao_xl.planning.proposals import (
    BACK,
    DIFFERS,
    FOLLOWED,
    GONE,
    NEW,
    Cells,
    EarlierProposal,
    EarlierProposals,
    MergeRules,
    Proposal,
    cell_text,
    cell_texts,
)
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Row = dict[str, Any]  # field -> value


@dataclass
class Merged:
    """A table after an import, its rows by field; proposed: what the document has now proposed for it.

    tally: how many rows are new, changed, kept (against the document), gone, dropped (by a person) or the
    same; notes: what is told of each, by its code.
    """

    rows: list[Row] = field(default_factory=list)
    proposed: EarlierProposals = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def count(self, what: str) -> None:
        """Count one more row that is `what`."""
        self.tally[what] += 1


def merge(
    rows: Sequence[Cells],
    proposals: Sequence[Proposal],
    earlier: EarlierProposals,
    rules: MergeRules,
    day: date,
) -> Merged:
    """Return the table's rows with the `proposals` of one document taken in on `day`.

    earlier: what the last version of this document proposed, empty when it is here for the first time.
    """
    work = _Merge(
        rules,
        day,
        rows,
        is_revision=rules.is_whole and bool(earlier),
    )
    work.keep_numbers(earlier)
    known = _paired(proposals, earlier, rules)
    for proposal in proposals:
        old = known.pop(proposal.key, None)
        work.take(proposal, old)
    for key, old in known.items():
        work.leave_out(key, old)
    return work.merged


def _paired(proposals: Sequence[Proposal], earlier: EarlierProposals, rules: MergeRules) -> EarlierProposals:
    """Return what was proposed earlier, keyed as the new version keys it."""
    known = dict(earlier)
    if rules.pair is None:
        return known
    strangers = [proposal for proposal in proposals if proposal.key not in known]
    left = dict(earlier)
    for proposal in proposals:
        left.pop(proposal.key, None)
    pairs = rules.pair(strangers, left)
    for new, old in pairs.items():
        known[new] = known.pop(old)
    return known


class _Merge:
    """The rows of a table while proposals are taken in, known by their code and by their nature."""

    def __init__(self, rules: MergeRules, day: date, rows: Sequence[Cells], *, is_revision: bool) -> None:
        self._rules = rules
        self._day = day
        self._is_revision = is_revision
        self._by_code: dict[str, Row] = {}
        self._by_nature: dict[object, Row] = {}
        self._last_number = 0
        self.merged = Merged()
        for row in rows:
            self._put(dict(row))

    def _put(self, row: Row) -> None:
        """Put a row into the table; of two of one nature, the first is the one that is meant by it."""
        self.merged.rows.append(row)
        for key in self._rules.natural(row):
            self._by_nature.setdefault(key, row)
        code = self._code(row)
        if code:
            self._by_code[code] = row
            number = self._rules.number_of(code)
            self._last_number = max(number, self._last_number)

    def keep_numbers(self, earlier: EarlierProposals) -> None:
        """Give no row the code of one that a person took out: it stands in letters and reports."""
        for old in earlier.values():
            number = self._rules.number_of(old.code)
            last = self._last_number
            self._last_number = max(number, last)

    def take(self, proposal: Proposal, old: EarlierProposal | None) -> None:
        """Take in one proposal; `old` is what the last version said of the same thing."""
        if old is None:
            code = self._take_new(proposal)
        else:
            code = old.code
            self._take_again(proposal, old)
        texts = cell_texts(proposal.cells)
        self.merged.proposed[proposal.key] = EarlierProposal(code, texts)

    def leave_out(self, key: str, old: EarlierProposal) -> None:
        """Take in that `old` is not proposed this time, which says something only of a whole document."""
        if self._rules.is_whole:
            self.miss(key, old)
        else:
            self.merged.proposed[key] = old

    def miss(self, key: str, old: EarlierProposal) -> None:
        """Tell in its row that the document does not ask for `old` any more; what to do is a person's."""
        self.merged.proposed[key] = replace(old, is_gone=True)
        row = self._by_code.get(old.code)
        if row is None or old.is_gone:
            return
        words = self._words(GONE)
        self._tell(row, words)
        self.merged.count("gone")

    # -- what no version of the document has proposed -----------------------------------------------------

    def _take_new(self, proposal: Proposal) -> str:
        row = self._like(proposal)
        if row is None:
            row = self._add(proposal)
        else:
            self._adopt(row, proposal)
        return self._code(row)

    def _like(self, proposal: Proposal) -> Row | None:
        """Return the row of the same nature as the proposal, if somebody or another document has it."""
        sought = self._rules.sought or self._rules.natural
        for key in sought(proposal.cells):
            row = self._by_nature.get(key)
            if row:
                return row
        return None

    def _add(self, proposal: Proposal) -> Row:
        rules = self._rules
        row = rules.blank_row()
        row |= proposal.cells
        if rules.prefix:
            row[rules.code] = self._next_code()
        if rules.status:
            row[rules.status] = rules.open_status
        code = self._code(row)
        self._by_code[code] = row
        self.merged.rows.append(row)
        self.merged.count("new")
        if self._is_revision:
            words = self._words(NEW)
            self._tell(row, words)
        return row

    def _adopt(self, row: Row, proposal: Proposal) -> None:
        """Fill the blanks of a row that a person typed, or that another document proposed."""
        if not self._code(row):
            code = self._next_code()
            row[self._rules.code] = code
            self._by_code[code] = row
        differing = self._fill_blanks(row, proposal)
        if differing:
            words = self._words(DIFFERS, differing)
            self._tell(row, words)
            self.merged.count("kept")
        else:
            self.merged.count("same")

    def _fill_blanks(self, row: Row, proposal: Proposal) -> list[str]:
        """Fill what is blank; return the days that stand otherwise in the document."""
        differing = []
        for name, value in proposal.cells.items():
            mine = cell_text(row.get(name))
            theirs = cell_text(value)
            if not theirs or mine == theirs:
                continue
            if not mine:
                row[name] = value
            elif name in self._rules.days:
                heading = self._rules.heading(name)
                differing.append(f"{heading} «{theirs}»")
        return differing

    # -- what an earlier version has proposed -------------------------------------------------------------

    def _take_again(self, proposal: Proposal, old: EarlierProposal) -> None:
        row = self._by_code.get(old.code)
        if row is None:
            self.merged.count("dropped")
            return
        followed, differing = self._follow(row, proposal, old)
        became = _became(followed, differing)
        self.merged.count(became)
        told = []
        if old.is_gone:
            told.append(self._words(BACK))
        if followed:
            told.append(self._words(FOLLOWED, followed))
        if differing:
            told.append(self._words(DIFFERS, differing))
        if told:
            self._tell(row, " ".join(told))

    def _follow(self, row: Row, proposal: Proposal, old: EarlierProposal) -> tuple[list[str], list[str]]:
        """Let untouched cells follow the document; return what followed, and what a person has otherwise."""
        followed = []
        differing = []
        is_open = self._rules.takes_changes(row)
        for name, value in proposal.cells.items():
            mine = cell_text(row.get(name))
            before = old.texts.get(name, "")
            now = cell_text(value)
            if now in (before, mine):
                continue
            heading = self._rules.heading(name)
            if is_open and mine == before:
                row[name] = value
                if name in self._rules.untold:
                    continue
                change = change_in_words(before, now)
                followed.append(f"{heading} {change}")
            else:
                quote = in_short(now)
                differing.append(f"{heading} «{quote}»")
        return followed, differing

    # -- words and codes ----------------------------------------------------------------------------------

    def _words(self, what: str, cells: Sequence[str] = ()) -> str:
        code = self._rules.words[what]
        facts = {
            "day": day_text(self._day),
            "cells": "; ".join(cells),
        }
        return sentence(code, facts)

    def _tell(self, row: Row, text: str) -> None:
        row["change"] = text
        code = self._code(row)
        sheet = self._rules.table.sheet
        note = f"{sheet} {code}: {text}"
        self.merged.notes.append(note)

    def _code(self, row: Cells) -> str:
        return cell_text(row.get(self._rules.code))

    def _next_code(self) -> str:
        self._last_number += 1
        return self._rules.code_of(self._last_number)


def _became(followed: list[str], differing: list[str]) -> str:
    if differing:
        return "kept"
    return "changed" if followed else "same"
