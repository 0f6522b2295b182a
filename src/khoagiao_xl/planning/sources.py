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
        return self._part_of_symbol("number")

    @property
    def letters(self) -> str:
        """Type and issuer of the symbol, folded: «hd/duk»."""
        return fold(self._part_of_symbol("letters"))

    def _part_of_symbol(self, name: str) -> str:
        match = _SYMBOL.fullmatch(self.symbol)
        return match[name] if match else ""


def source_of(guidance: Guidance, path: Path, moment: datetime) -> Source:
    """Return the document at `path` that was just read, without a code yet."""
    return Source(
        code="",
        file=path.name,
        symbol=guidance.own_symbol,
        title=guidance.title,
        year=str(guidance.year),
        issuer=guidance.issuer,
        moment=moment,
        sha256=files.sha256_of(files.read_bytes(path)),
    )


def earlier_version(source: Source, known: Sequence[Source]) -> Source | None:
    """Return the imported document of which `source` is a version, None for one that is new."""
    same = [other for other in known if _is_same(source, other)]

    def nearness(other: Source) -> tuple[bool, bool]:
        # A numbered document is its own version before an unnumbered draft is.
        return other.number == source.number, other.file == source.file

    return max(same, key=nearness, default=None)


def _is_same(one: Source, other: Source) -> bool:
    if one.sha256 and one.sha256 == other.sha256:
        return True
    if one.year != other.year or _differ(one.letters, other.letters):
        return False
    if one.number and other.number:
        return one.number == other.number
    if not _are_both(one.letters, other.letters) and _differ(fold(one.issuer), fold(other.issuer)):
        return False
    if one.title:
        return _alike(one.title, other.title)
    return one.file == other.file


def _are_both(one: str, other: str) -> bool:
    return bool(one and other)


def _differ(one: str, other: str) -> bool:
    """Say whether both are known and not the same."""
    return _are_both(one, other) and one != other


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    score = fuzz.ratio(fold(one), fold(other))
    return bool(score >= ALIKE)


def with_code(source: Source, before: Source | None, known: Sequence[Source]) -> Source:
    """Return the document under the code of its earlier version, or under one of its own.

    The very same file again is the one that was imported before.
    """
    if before is None:
        return replace(source, code=next_code(known))
    if before.sha256 == source.sha256:
        return before
    return replace(source, code=before.code)


def next_code(known: Sequence[Source]) -> str:
    """Return the code of a document that is new: N1, N2 ..."""
    numbers = [int(other.code[1:] or 0) for other in known]
    last = max(numbers, default=0)
    return f"N{last + 1}"
