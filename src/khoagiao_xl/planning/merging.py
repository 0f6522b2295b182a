"""Three hands on one row: what the document said before, what it says now, what a person made of it.

A cell that nobody touched in a row that nobody accepted follows the document; every other cell stays, and
the row tells what the document says instead. A row that a person took out does not come back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.planning.proposals import (
    BACK,
    DIFFERS,
    FOLLOWED,
    GONE,
    NEW,
    Proposal,
    Remembered,
    Remembering,
    Shape,
    said,
)
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.books.base import Row

LONGEST_QUOTE: Final = 60
AROUND: Final = 15  # letters of what is the same that are shown on either side of a change


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
        self._by_nature = {key: row for row in reversed(rows) for key in self.shape.natural(row)}

    def take(self, proposal: Proposal, old: Remembered | None) -> None:
        """Take in one proposal; `old` is what the last version said of the same thing."""
        texts = {heading: said(value) for heading, value in proposal.cells.items()}
        if old is None:
            sought = (self.shape.sought or self.shape.natural)(dict(proposal.cells))
            row = next((self._by_nature[key] for key in sought if key in self._by_nature), None)
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
            self._tell(row, (GONE, []))
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
            self._tell(row, (NEW, []))
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
            self._tell(row, (DIFFERS, differing))
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
                followed.append(f"{heading} {_change(before, now)}")
            else:
                differing.append(f"{heading} «{_short(now)}»")
        self.merged.tally["kept" if differing else "changed" if followed else "same"] += 1
        told = [(BACK, [""])] if old.is_gone else []
        told += [(code, cells) for code, cells in ((FOLLOWED, followed), (DIFFERS, differing)) if cells]
        if told:
            self._tell(row, *told)

    def _tell(self, row: Row, *told: tuple[str, list[str]]) -> None:
        day = f"{self.day:%d/%m/%Y}"
        text = " ".join(
            sentence(self.shape.words[what], {"day": day, "cells": "; ".join(cells)}) for what, cells in told
        )
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


def _short(text: str, most: int = LONGEST_QUOTE) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _change(before: str, now: str) -> str:
    """Return «before» → «now»; of long texts the part that differs, with some words around it."""
    if max(len(before), len(now)) <= LONGEST_QUOTE:
        return f"«{_short(before)}» → «{_short(now)}»"
    start = _shared(before, now)
    end = _shared(before[start:][::-1], now[start:][::-1])
    return f"«{_around(before, start, end)}» → «{_around(now, start, end)}»"


def _shared(one: str, other: str) -> int:
    """Return with how many equal letters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _around(text: str, start: int, end: int) -> str:
    """Return the text without what it shares at both ends, but for a few letters of it."""
    first, last = max(0, start - AROUND), len(text) - max(0, end - AROUND)
    piece = _short(text[first:last], 2 * LONGEST_QUOTE)
    return f"{'…' if first else ''}{piece}{'…' if last < len(text) else ''}"
