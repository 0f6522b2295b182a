"""What a row tells of an import, in its column «Thay đổi» and in the list of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.planning.proposals import BACK, REWORDED, cell_text, cell_texts
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.planning.merged_table import Row
    from khoagiao_xl.planning.proposals import EarlierProposal, MergeRules, Proposal

    CellsByFate = Mapping[str, Sequence[str]]  # what became of cells -> each of them in words


class ChangeNotes:
    """The notes of one import into one table. day: of the import; notes: all that was told, by its code."""

    def __init__(self, rules: MergeRules, day: date, notes: list[str]) -> None:
        self._rules = rules
        self._day = day
        self._notes = notes

    def write(self, row: Row, sentences: Sequence[str]) -> None:
        """Write in a row what is told of it."""
        text = " ".join(sentences)
        row["change"] = text
        rules = self._rules
        code = cell_text(row.get(rules.code))
        sheet = rules.table.sheet
        note = f"{sheet} {code}: {text}"
        self._notes.append(note)

    def words(self, what: str, cells: Sequence[str] = ()) -> str:
        """Return the sentence that tells what happened; cells: each that is meant, in words."""
        code = self._rules.words[what]
        facts = {
            "day": day_text(self._day),
            "cells": "; ".join(cells),
        }
        return sentence(code, facts)

    def of_cells(self, cells: CellsByFate) -> list[str]:
        """Return a sentence for each fate that cells have."""
        told: list[str] = []
        for fate, listed in cells.items():
            if not listed:
                continue
            words = self.words(fate, listed)
            told.append(words)
        return told

    def of_new_version(self, proposal: Proposal, old: EarlierProposal, cells: CellsByFate) -> Iterator[str]:
        """Yield what the row tells of a new version of its document."""
        if old.is_gone:
            yield self.words(BACK)
        is_news = any(cells.values())
        if is_news and self._is_far(proposal, old):
            yield self.words(REWORDED)
        yield from self.of_cells(cells)

    def _is_far(self, proposal: Proposal, old: EarlierProposal) -> bool:
        is_far = self._rules.is_far
        if is_far is None:
            return False
        now = cell_texts(proposal.cells)
        return is_far(now, old.texts)
