"""Three hands on one row: what the document said before, what it says now, what a person made of it.

A cell that nobody touched in a row that nobody accepted follows the document; every other cell stays, and
the row tells what the document says instead. A row that a person took out does not come back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.planning.proposals import Proposal, Remembered, Remembering, Shape, said
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.books.base import Row

LONGEST_QUOTE: Final = 60
_FOLLOWED, _DIFFERS, _NEW, _GONE, _BACK = "NP-11", "NP-12", "NP-13", "NP-14", "NP-15"


@dataclass
class Merged:
    """A table after an import. tally: how many rows are new, changed, kept (against the document), gone,
    dropped (by a person) or the same; notes: what is told of each, by its code."""

    rows: list[Row]
    remembered: Remembering
    tally: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("new", "changed", "kept", "gone", "dropped", "same"), 0)
    )
    notes: list[str] = field(default_factory=list)


def merge(
    rows: Sequence[Row],
    proposals: Sequence[Proposal],
    remembered: Remembering,
    shape: Shape,
    day: date,
) -> Merged:
    """Return the table's rows with the `proposals` of one document taken in on `day`.

    remembered: what the last version of this document proposed, empty when it is here for the first time.
    """
    known = _paired(proposals, remembered, shape)
    work = _Merge(shape, day, Merged([dict(row) for row in rows], {}), is_revision=bool(remembered))
    for proposal in proposals:
        work.take(proposal, known.pop(proposal.key, None))
    for key, old in known.items():
        work.miss(key, old)
    return work.merged


def _paired(proposals: Sequence[Proposal], remembered: Remembering, shape: Shape) -> Remembering:
    """Return what is remembered, keyed as the new version keys it."""
    known = dict(remembered)
    if shape.pair:
        present = {proposal.key for proposal in proposals}
        left = {key: old for key, old in known.items() if key not in present}
        strangers = [proposal for proposal in proposals if proposal.key not in known]
        for new, old in shape.pair(strangers, left).items():
            known[new] = known.pop(old)
    return known


@dataclass
class _Merge:
    shape: Shape
    day: date
    merged: Merged
    is_revision: bool

    def __post_init__(self) -> None:
        rows = self.merged.rows
        self._by_code = {code: row for row in rows if (code := said(row.get(self.shape.code)))}
        self._by_nature = {key: row for row in reversed(rows) if (key := self.shape.natural(row)) is not None}

    def take(self, proposal: Proposal, old: Remembered | None) -> None:
        """Take in one proposal; `old` is what the last version said of the same thing."""
        texts = {heading: said(value) for heading, value in proposal.cells.items()}
        if old is None:
            row = self._by_nature.get(self.shape.natural(dict(proposal.cells)))
            code = self._add(proposal) if row is None else self._adopt(row, proposal)
        else:
            code = old.code
            self._compare(self._by_code.get(code), proposal, old)
        self.merged.remembered[proposal.key] = Remembered(code, texts)

    def miss(self, key: str, old: Remembered) -> None:
        """Tell in its row that the document does not ask for `old` any more; what to do is a person's."""
        row = self._by_code.get(old.code)
        if row is not None and not old.is_gone:
            self.merged.tally["gone"] += 1
            self._tell(row, (_GONE, []))
        self.merged.remembered[key] = replace(old, is_gone=True)

    def _add(self, proposal: Proposal) -> str:
        code = self._next_code() if self.shape.prefix else said(proposal.cells[self.shape.code])
        row: Row = dict.fromkeys(self.shape.table.headings)
        row |= {**proposal.cells, self.shape.code: code}
        if self.shape.open_status:
            row[self.shape.status] = self.shape.open_status
        self.merged.rows.append(row)
        self._by_code[code] = row
        self.merged.tally["new"] += 1
        if self.is_revision:
            self._tell(row, (_NEW, []))
        return code

    def _adopt(self, row: Row, proposal: Proposal) -> str:
        """A row that a person typed, or that another document proposed: only its blanks are filled."""
        if not said(row.get(self.shape.code)):
            row[self.shape.code] = self._next_code()
            self._by_code[said(row[self.shape.code])] = row
        differing = []
        for heading, value in proposal.cells.items():
            mine, theirs = said(row.get(heading)), said(value)
            if not mine and theirs:
                row[heading] = value
            elif heading in self.shape.dates and theirs and mine != theirs:
                differing.append(f"{heading} «{theirs}»")
        self.merged.tally["kept" if differing else "same"] += 1
        if differing:
            self._tell(row, (_DIFFERS, differing))
        return said(row[self.shape.code])

    def _compare(self, row: Row | None, proposal: Proposal, old: Remembered) -> None:
        if row is None:
            self.merged.tally["dropped"] += 1
            return
        is_open = not self.shape.open_status or said(row.get(self.shape.status)) == self.shape.open_status
        followed, differing = [], []
        for heading, value in proposal.cells.items():
            mine, before, now = said(row.get(heading)), old.texts.get(heading, ""), said(value)
            if now in (before, mine):
                continue
            if is_open and mine == before:
                row[heading] = value
                followed.append(f"{heading} «{_short(before)}» → «{_short(now)}»")
            else:
                differing.append(f"{heading} «{_short(now)}»")
        self.merged.tally["kept" if differing else "changed" if followed else "same"] += 1
        told = [(_BACK, [""])] if old.is_gone else []
        told += [(code, cells) for code, cells in ((_FOLLOWED, followed), (_DIFFERS, differing)) if cells]
        if told:
            self._tell(row, *told)

    def _tell(self, row: Row, *told: tuple[str, list[str]]) -> None:
        day = f"{self.day:%d/%m/%Y}"
        text = " ".join(sentence(code, {"day": day, "cells": "; ".join(cells)}) for code, cells in told)
        row[self.shape.change] = text
        self.merged.notes.append(f"{self.shape.table.sheet} {said(row.get(self.shape.code))}: {text}")

    def _next_code(self) -> str:
        prefix = self.shape.prefix
        numbers = [
            int(code[len(prefix) :])
            for code in self._by_code
            if code.startswith(prefix) and code[len(prefix) :].isdigit()
        ]
        return f"{prefix}{max(numbers, default=0) + 1:02}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
