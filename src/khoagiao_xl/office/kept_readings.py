"""What is kept of one received file beside its original, so that no workbook is opened for it again."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import datetime
from typing import Any, Final

from khoagiao_xl.model.detail_lists import detail_lists, made_by
from khoagiao_xl.model.history import Answer
from khoagiao_xl.office.packed_reading import ERRORS, PackedReading, as_text, packed

_END_OF_LINE: Final = b"\n"  # stands in no JSON of ours: in a text it is written «\\n»
_PACKED: Final = 4  # how hard it is tried: 0.14 ms a file, the hardest (9) 0.48 for 5 % less
_BROKEN: Final = (OSError, EOFError, zlib.error, ValueError, TypeError, AttributeError, KeyError)

Came = tuple[str, str]  # the name of a file, and the second it arrived
Ranks = dict[Came, int]
Senders = dict[Came, str]
Letters = dict[Came, tuple[str, ...]]
Judged = Mapping[str, Answer]
KeptPlain = Mapping[str, Any] | None


def moment_key(received: datetime) -> str:
    """Return a second of arrival as it is kept."""
    return received.isoformat(timespec="seconds")


@dataclass(frozen=True)
class FigureCell:
    """Where a figure of tblSoLieu stands in the file it came from. raw: as the unit left it in the cell."""

    file: str
    sha256: str
    sheet: str
    cell: str
    raw: object
    value: Answer


def raw_of(cell: Mapping[str, Any]) -> object:
    """Return what stood in a kept cell: an error by its name, a day as text, else the value."""
    value = cell.get("error") or cell.get("value")
    if not isinstance(value, dict):
        return value
    ((_, told),) = value.items()
    return told


@dataclass(frozen=True)
class MadeCopy:
    """A copy that was made to go back. source: a hash of what it was made by; sha256: of its own bytes."""

    source: str
    sha256: str


@dataclass(frozen=True)
class KeptReading:
    """What one reader found in one file, as plain values.

    reader: the version of what read it; another version reads the file anew.
    reading: «cells», «explanations», «answers», «labels», «measures»: indicator -> cell (its «sheet», «cell»,
    «value», and what is odd about it); «identity», «ticks», «findings». What is as usual is left out.
    ranks: (name, second of arrival) -> order among the files of that second, where an archive told it.
    copies: name of a copy that went back -> how it was made, so that it is not made twice.
    senders: (name, second of arrival) -> the address of the letter it came in, where it came in one.
    letters: the same -> subject and text of that letter; never of one that bears a mark of secrecy.
    entries: indicator -> what the file was judged to say when its figures were last fit to count; None where
    that never was, or an earlier version of the program kept it.
    judgement: what the file was last judged to be, as plain values; «key»: what that depended on.
    """

    reader: str
    reading: Mapping[str, Any]
    ranks: Ranks = field(default_factory=dict)
    copies: Mapping[str, MadeCopy] = field(default_factory=dict)
    senders: Senders = field(default_factory=dict)
    letters: Letters = field(default_factory=dict)
    entries: Judged | None = None
    judgement: KeptPlain = None

    def rank(self, name: str, received: datetime) -> int:
        """Return the order of the file that came under `name` in that second, 0 where nothing told it."""
        key = (name, moment_key(received))
        return self.ranks.get(key, 0)

    def sender(self, name: str, received: datetime) -> str:
        """Return the address that sent the file that came under `name` in that second, blank for none."""
        key = (name, moment_key(received))
        return self.senders.get(key, "")

    def letter(self, name: str, received: datetime) -> tuple[str, ...]:
        """Return subject and text of the letter that brought the file in that second."""
        key = (name, moment_key(received))
        return self.letters.get(key, ())

    def to_bytes(self) -> bytes:
        """Return the content of the file; the same reading gives the same bytes.

        Two lines of JSON: what was judged and noted of the file, then the reading, which few look into.
        """
        kept = {
            "reader": self.reader,
            "ranks": list(_lines(self.ranks)),
            "copies": self._copy_lines(),
            "senders": list(_lines(self.senders)),
            "letters": list(_lines(self.letters)),
            "entries": self.entries,
            "judgement": self.judgement,
        }
        lines = (as_text(kept), packed(self.reading))
        data = _END_OF_LINE.join(lines)
        return gzip.compress(data, _PACKED, mtime=0)

    def _copy_lines(self) -> dict[str, tuple[str, ...]]:
        lines = {}
        for name, made in self.copies.items():
            lines[name] = astuple(made)
        return lines

    @classmethod
    def from_bytes(cls, data: bytes) -> KeptReading | None:
        """Return what such a file holds, None for one that is damaged."""
        try:
            noted, _, reading = gzip.decompress(data).partition(_END_OF_LINE)
            kept = json.loads(noted.decode("utf-8", ERRORS))
            return cls(
                reader=str(kept["reader"]),
                reading=_reading(kept, reading),
                ranks=_ranks(kept),
                copies=_copies(kept),
                senders=_senders(kept),
                letters=_letters(kept),
                entries=_entries(kept),
                judgement=_judgement(kept),
            )
        except _BROKEN:
            return None

    def cell(self, indicator: str) -> Mapping[str, Any] | None:
        """Return the cell that answers `indicator`: of the figures, or of the words."""
        for lines in ("cells", "answers"):
            cells: Mapping[str, Mapping[str, Any]] = self.reading.get(lines, {})
            found = cells.get(indicator)
            if found is not None:
                return found
        return self._row_that_tells(indicator)

    def _row_that_tells(self, indicator: str) -> Mapping[str, Any] | None:
        """Return the first filled cell of the rows that an indicator is made of, None for none."""
        cells: Mapping[str, Mapping[str, Any]] = self.reading.get("details", {})
        made = made_by(detail_lists())
        if indicator not in made:
            return None
        each, column = made[indicator]
        for key, cell in cells.items():
            is_told = key.startswith(each.code) and key.endswith(column.column)
            if is_told and "value" in cell:
                return cell
        return None


def _reading(kept: Mapping[str, Any], text: bytes) -> Mapping[str, Any]:
    """Return the reading; earlier versions kept it in the one line that they wrote."""
    if text:
        return PackedReading(text)
    return dict(kept["reading"])


def _lines(told: Mapping[Came, object]) -> Iterator[list[object]]:
    for came, value in told.items():
        yield [*came, value]


def _senders(kept: Mapping[str, Any]) -> Senders:
    senders = {}
    for name, moment, sender in kept.get("senders", ()):  # earlier versions kept none
        senders[name, moment] = str(sender)
    return senders


def _letters(kept: Mapping[str, Any]) -> Letters:
    letters = {}
    for name, moment, words in kept.get("letters", ()):  # earlier versions kept none
        letters[name, moment] = tuple(map(str, words))
    return letters


def _entries(kept: Mapping[str, Any]) -> Judged | None:
    entries = kept.get("entries")  # earlier versions kept none
    return None if entries is None else dict(entries)


def _judgement(kept: Mapping[str, Any]) -> KeptPlain:
    judgement = kept.get("judgement")  # earlier versions kept none
    return None if judgement is None else dict(judgement)


def _ranks(kept: Mapping[str, Any]) -> Ranks:
    ranks = {}
    for name, moment, rank in kept["ranks"]:
        ranks[name, moment] = int(rank)
    return ranks


def _copies(kept: Mapping[str, Any]) -> dict[str, MadeCopy]:
    copies = {}
    for name, made in kept["copies"].items():
        copies[name] = MadeCopy(*made)
    return copies
