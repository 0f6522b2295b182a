"""The lines in which the head of a paper writes a body: data/letterheads.csv breaks those that it knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows

TABLE: Final = "letterheads.csv"
BREAK: Final = "|"
WRITTEN: Final = ("superior", "issuer")  # columns in capitals


def lines_of_body(name: str) -> tuple[str, ...]:
    """Return a body in capitals, in the lines of the table; one that it does not know in one line."""
    whole = name.upper()
    for lines in _known():
        if " ".join(lines) == whole:
            return lines
    return (whole,)


@cache
def _known() -> tuple[tuple[str, ...], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[str, ...]]:
    for row in shipped_rows(TABLE):
        for column in WRITTEN:
            lines = row[column].split(BREAK)
            yield tuple(lines)
