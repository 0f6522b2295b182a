"""The register of outgoing numbers: one series for each kind of document and issuer within one term.

Numbers run on from 01 and start anew only with a new term, never with the year; those of a body of the state
start anew each year (Nghị định 30).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.model.report_records import STATE_BODY

if TYPE_CHECKING:
    from khoagiao_xl.model.report_records import OutgoingDocument


@dataclass(frozen=True)
class NumberSeries:
    """The numbered documents of one kind and issuer in one term, by number."""

    kind: str
    issued_by: str
    documents: tuple[OutgoingDocument, ...]

    @classmethod
    def of(
        cls, register: Iterable[OutgoingDocument], kind: str, issued_by: str, starts: date | None
    ) -> NumberSeries:
        """Return the series; what bears a day before `starts` is of another term."""
        found = []
        for one in register:
            is_own = (one.kind, one.issuer) == (kind, issued_by)
            if is_own and one.number is not None and _is_in_term(one, starts):
                found.append(one)
        found.sort(key=_number)
        return cls(kind, issued_by, tuple(found))

    @property
    def next_number(self) -> int:
        """The number behind the highest one."""
        if self.last is None:
            return 1
        return int(_number(self.last)) + 1

    @property
    def last(self) -> OutgoingDocument | None:
        """The document with the highest number."""
        if self.documents:
            return self.documents[-1]
        return None

    def doubled(self) -> list[tuple[int, int]]:
        """Return the numbers that several documents bear, each with how many."""
        counts: Counter[int] = Counter()
        for document in self.documents:
            number = _number(document)
            counts[int(number)] += 1
        return [pair for pair in counts.items() if pair[1] > 1]


def _number(document: OutgoingDocument) -> float:
    return document.number or 0


def _is_in_term(document: OutgoingDocument, starts: date | None) -> bool:
    if starts is None or document.issued is None:
        return True
    return document.issued >= starts


def term_start(issued_by: str, term_from: date | None, day: date) -> date | None:
    """Return the first day of the series that a document of `day` is in, None where nobody says."""
    if issued_by == STATE_BODY:
        return date(day.year, 1, 1)
    return term_from
