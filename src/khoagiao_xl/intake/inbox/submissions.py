"""Every file of a period: what lies in the inbox now, and what earlier runs took in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import sha256_of
from khoagiao_xl.intake.inbox.list_inbox import Arrival, list_inbox, moment_key
from khoagiao_xl.model import schema
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.kept_readings import KeptReading
    from khoagiao_xl.office.storage import Storage
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class Submission:
    """One file that is to be judged.

    sha256: of the bytes it arrived with. original: what became of its untouched copy.
    is_present: whether it lies in the inbox; data: its bytes then, read once, None where they cannot be.
    kept: what an earlier run read from it. row: its line of tblTepNhan, where an earlier run took it in.
    """

    arrival: Arrival
    sha256: str
    original: Original
    is_present: bool = False
    data: bytes | None = None
    kept: KeptReading | None = None
    row: dict[str, Any] | None = None

    @property
    def name(self) -> str:
        """The file's name as a person sees it."""
        return self.arrival.name

    @property
    def is_forgotten(self) -> bool:
        """Whether it left the inbox without a trace, and was nobody's report: there is nothing to judge."""
        is_kept = self.original is not Original.LOST or self.kept is not None
        return not (self.is_present or is_kept or self.unit)

    def is_wanted(self, limits: Limits) -> bool:
        """Whether its bytes are at hand and may be a form's: of a larger file only the head was read."""
        return bool(self.data) and len(self.data or b"") <= limits.file_bytes

    @property
    def unit(self) -> str:
        """The unit that an earlier run knew it to be of, blank for none."""
        return str(self.row["unit"]) if self.row else ""


@dataclass
class _Times:
    """Each time one file (name and content) came: as the inbox has it, and as earlier runs noted it."""

    present: list[Arrival] = field(default_factory=list)
    noted: list[dict[str, Any]] = field(default_factory=list)  # rows of tblTepNhan
    data: bytes | None = None


Files = dict[tuple[str, str], _Times]  # (name, hash) -> the times it came


def list_submissions(year: Year, period: Period, inbox: Path, limits: Limits) -> list[Submission]:
    """Return the files of the inbox and those of earlier runs; a file keeps the time it first arrived.

    The same file may have come several times: each time it came is one submission, the earliest first.
    Raise NotAFolder when there is no inbox, WrongRequest (NB-10) when all that was kept is gone.
    """
    files: Files = defaultdict(_Times)
    starts = year.obligations(period).deadline.starts
    for arrival in list_inbox(inbox, limits, starts):
        data = arrival.read_bytes(limits.file_bytes)
        times = files[arrival.name, sha256_of(data or b"")]
        times.present.append(arrival)
        times.data = data
    for row in _noted_rows(year, period):
        files[row["file"], row["sha256"]].noted.append(row)
    _refuse_if_all_is_lost(files, year.storage)
    found: list[Submission] = []
    for (name, sha256), times in files.items():
        found += _submissions(name, sha256, times, year.storage)
    remembered = [file for file in found if not file.is_forgotten]
    return sorted(remembered, key=lambda file: file.arrival.order)


def _noted_rows(year: Year, period: Period) -> Iterator[dict[str, Any]]:
    """Yield the lines of tblTepNhan that tell of a file of this period."""
    for row in year.rows(schema.ARRIVALS):
        is_told = row["received"] and row["sha256"]
        if row["period"] == str(period) and is_told:
            yield row


def _refuse_if_all_is_lost(files: Files, storage: Storage) -> None:
    """Raise WrongRequest (NB-10) for a master that was parted from its folder: a mistake, not a loss."""
    if storage.top.is_dir():
        return
    for (name, _), times in files.items():
        is_of_a_unit = any(row["unit"] for row in times.noted)
        if is_of_a_unit and not times.present:
            raise WrongRequest("NB-10", file=name, folder=storage.top.name)


def _submissions(name: str, sha256: str, times: _Times, storage: Storage) -> Iterator[Submission]:
    """Yield a file once for each time it came, the earliest first."""
    kept = storage.kept_reading(sha256)
    original = storage.state_of(sha256, name)
    present = sorted(times.present, key=lambda arrival: arrival.order)
    noted = sorted(times.noted, key=lambda row: row["received"])
    is_present = bool(times.present)
    for came, row in zip_longest(present, noted):
        arrival = _first_of(came, row) if came else _noted_arrival(row, kept, storage)
        yield Submission(arrival, sha256, original, is_present, times.data, kept, row)


def _first_of(arrival: Arrival, row: dict[str, Any] | None) -> Arrival:
    """Return a file of the inbox with the time it first arrived."""
    if row is None:
        return arrival
    first = min(arrival.received_at, row["received"])
    return replace(arrival, received_at=first)


def _noted_arrival(row: dict[str, Any], kept: KeptReading | None, storage: Storage) -> Arrival:
    """Return a file as an earlier run took it in, with the order that its archive once told."""
    name, received = row["file"], row["received"]
    ranks = kept.ranks if kept else {}
    rank = ranks.get((name, moment_key(received)), 0)
    return Arrival(name, storage.original(row["sha256"], name), received, rank=rank)
