"""Which document this is: the one imported before, in a newer version, or another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.office import tables
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Book
    from khoagiao_xl.guidance import Guidance

ALIKE: Final = 70.0  # of 100: titles that differ more are about other things
_SYMBOL: Final = re.compile(r"(?P<number>\d*)\W*(?P<letters>.*)")


@dataclass(frozen=True)
class Source:
    """A document that was imported (tblNguon). symbol: «12-HD/ĐUK», «-HD/ĐUK» while it has no number."""

    code: str
    file: str
    symbol: str
    title: str
    year: str
    issuer: str
    moment: datetime | None = None
    sha256: str = ""

    @property
    def number(self) -> str:
        """The number in front of the symbol, "" while it is blank."""
        return _SYMBOL.fullmatch(self.symbol)["number"] if self.symbol else ""  # type: ignore[index]

    @property
    def letters(self) -> str:
        """Type and issuer of the symbol, folded: «hd/duk»."""
        return fold(_SYMBOL.fullmatch(self.symbol)["letters"]) if self.symbol else ""  # type: ignore[index]


def source_of(guidance: Guidance, file: str, sha256: str, moment: datetime) -> Source:
    """Return the document that was just read, without a code yet."""
    facts = (guidance.own_symbol, guidance.title, str(guidance.year), guidance.issuer)
    return Source("", file, *facts, moment, sha256)


def read_sources(book: Book) -> list[Source]:
    """Return the documents imported so far."""
    return tables.read(book, schema.SOURCES, Source)


def earlier_version(source: Source, known: list[Source]) -> Source | None:
    """Return the imported document of which `source` is a version, None for one that is new."""
    same = [other for other in known if _is_same(source, other)]
    # A numbered document is its own version before an unnumbered draft is.
    return max(
        same, key=lambda other: (other.number == source.number, other.file == source.file), default=None
    )


def _is_same(one: Source, other: Source) -> bool:
    if one.sha256 and one.sha256 == other.sha256:
        return True
    if one.year != other.year or (one.letters and other.letters and one.letters != other.letters):
        return False
    if one.number and other.number:
        return one.number == other.number
    by_name = not (one.letters and other.letters) and bool(one.issuer and other.issuer)
    if by_name and fold(one.issuer) != fold(other.issuer):
        return False
    return _alike(one.title, other.title) or (not one.title and one.file == other.file)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(one) and fuzz.ratio(fold(one), fold(other)) >= ALIKE


def next_code(known: list[Source]) -> str:
    """Return the code of a document that is new: N1, N2 ..."""
    return f"N{max((int(other.code[1:] or 0) for other in known), default=0) + 1}"
