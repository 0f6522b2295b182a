"""What the text of a report reads off its tables: who has not reported, which directives a figure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.cleaning import clean_line

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total

NOT_REPORTED: Final = (State.MISSING, State.UNUSABLE, State.RETURNED, State.EXTENDED)


def symbols_in(total: Total) -> list[str]:
    """Return the symbols of a list of directives, each once; consolidation counts them and notes which."""
    named, *_ = total.note.split("\n")  # a line of its own tells of waivers
    listed = named.replace(",", ";")
    symbols: list[str] = []
    for part in listed.split(";"):
        symbol = clean_line(part)
        if symbol and symbol not in symbols:
            symbols.append(symbol)
    return symbols
