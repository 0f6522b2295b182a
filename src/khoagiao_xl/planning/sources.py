"""Which document this is: the one imported before, in a newer version, or another one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.guidance import Guidance

ALIKE: Final = 70.0  # of 100: titles that differ more are about other things
_SYMBOL: Final = re.compile(r"(?P<number>\d*)\W*(?P<letters>.*)")


@dataclass(frozen=True)
class ImportedDocument:
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
        return self._part_of_symbol("number")

    @property
    def letters(self) -> str:
        """Type and issuer of the symbol, folded: «hd/duk»."""
        return fold(self._part_of_symbol("letters"))

    def _part_of_symbol(self, name: str) -> str:
        match = _SYMBOL.fullmatch(self.symbol)
        if match:
            return match[name]
        return ""


def source_of(guidance: Guidance, path: Path, moment: datetime) -> ImportedDocument:
    """Return the document at `path` that was just read, without a code yet."""
    return ImportedDocument(
        code="",
        file=path.name,
        symbol=guidance.own_symbol,
        title=guidance.title,
        year=str(guidance.year),
        issuer=guidance.issuer,
        moment=moment,
        sha256=files.sha256_of(files.read_bytes(path)),
    )


def earlier_version(source: ImportedDocument, known: Sequence[ImportedDocument]) -> ImportedDocument | None:
    """Return the imported document of which `source` is a version, None for one that is new."""
    same = [other for other in known if _is_same(source, other)]
    # A numbered document is its own version before an unnumbered draft is.
    numbered = [other for other in same if other.number == source.number]
    nearest = numbered or same
    for other in nearest:
        if other.file == source.file:
            return other
    if nearest:
        return nearest[0]
    return None


def _is_same(one: ImportedDocument, other: ImportedDocument) -> bool:
    if one.sha256 and one.sha256 == other.sha256:
        return True
    if one.year != other.year:
        return False
    if _differ(one.letters, other.letters):
        return False
    if one.number and other.number:
        return one.number == other.number
    if _are_of_two_issuers(one, other):
        return False
    if not one.title:
        return one.file == other.file
    return _alike(one.title, other.title)


def _are_of_two_issuers(one: ImportedDocument, other: ImportedDocument) -> bool:
    if one.letters and other.letters:
        return False  # which then are the same, and those of one issuer
    issuer = fold(one.issuer)
    return _differ(issuer, fold(other.issuer))


def _differ(one: str, other: str) -> bool:
    """Say whether both are known and not the same."""
    if not one or not other:
        return False
    return one != other


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    folded = fold(one)
    score = fuzz.ratio(folded, fold(other))
    return bool(score >= ALIKE)


def with_code(
    source: ImportedDocument, before: ImportedDocument | None, known: Sequence[ImportedDocument]
) -> ImportedDocument:
    """Return the document under the code of its earlier version, or under one of its own.

    The very same file again is the one that was imported before.
    """
    if before is None:
        return replace(source, code=next_code(known))
    if before.sha256 == source.sha256:
        return before
    return replace(source, code=before.code)


def next_code(known: Sequence[ImportedDocument]) -> str:
    """Return the code of a document that is new: N1, N2 ..."""
    last = 0
    for other in known:
        digits = other.code[1:]
        last = max(last, int(digits or 0))
    return f"N{last + 1}"
