"""Directives that a told text names by their numbers alone, cited as the report cites them (TT37)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.symbols import NAMED, SYMBOL, symbol_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.report.citing import Citations

# What goes on with an issuer or a subject has its own words for them; a list has one kind for all.
_GOES_ON: Final = r"\s+(?:của|về|do)\s|\s*[“\"«]|(?:,|\s+và|\s+cùng)\s+(?:số\s+)?\d+\s*[-–/]"
_MENTION: Final = re.compile(rf"(?:{NAMED})\s+(?:số\s+)?{SYMBOL.pattern}(?!{_GOES_ON})", re.IGNORECASE)
_IN_FULL: Final = re.compile(rf"{SYMBOL.pattern},\s+ngày\b", re.IGNORECASE)


def cited_in(text: str, citations: Citations) -> str:
    """Return a text in which each directive of the register is cited: at the first mention in full.

    A text that cites one in full itself stays: what follows there belongs to the subject of that one.
    """
    if _IN_FULL.search(text):
        told = citations.with_places(text)
        citations.note(text)
        return told

    def cited(mention: re.Match[str]) -> str:
        symbol = symbol_of(mention).text
        if citations.knows(symbol):
            return citations.cite(symbol)
        return mention[0]

    return _MENTION.sub(cited, text)


def cited_in_each(texts: Iterable[str], citations: Citations) -> Iterator[str]:
    """Yield texts one after the other, so that what the first cites in full is short in the next."""
    for text in texts:
        yield cited_in(text, citations)
