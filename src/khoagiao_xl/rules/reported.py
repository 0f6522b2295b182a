"""What the units reported before, out of the master: read once, whatever number of forms is judged by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model import schema
from khoagiao_xl.model.history import History
from khoagiao_xl.model.records import REPORTED, Duty
from khoagiao_xl.office import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.indicators import Indicator

Place = tuple[str, str]  # period code, unit code


def read_histories(book: Book, indicators: Iterable[Indicator]) -> dict[str, History]:
    """Return unit -> what it reported, as it counts now: figures and words of duties that were reported.

    A period of which a unit has two rows is left out: nobody knows which of them counts.
    """
    reported = {(line.period, line.unit) for line in read_duties(book) if line.state in REPORTED}
    rows = [
        row
        for row in tables.read_rows(book, schema.figures_table(indicators))
        if (row["period"], row["unit"]) in reported
    ]
    count = Counter(_place(row) for row in rows)
    words = _words(book)
    answers: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in rows:
        if count[_place(row)] == 1:
            answers[row["unit"]][row["period"]] = row | words.get(_place(row), {})
    return {unit: History(periods) for unit, periods in answers.items()}


def read_duties(book: Book) -> list[Duty]:
    """Return what became of every duty of every period."""
    return tables.read(book, schema.DUTIES, Duty)


def _place(row: dict[str, Any]) -> Place:
    return row["period"], row["unit"]


def _words(book: Book) -> dict[Place, dict[str, str]]:
    found: dict[Place, dict[str, str]] = defaultdict(dict)
    for row in tables.read_rows(book, schema.NARRATIVES):
        found[_place(row)][row["code"]] = row["text"]
    return found
