"""Every file of a period: what lies in the inbox now, and what earlier runs took in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import ChangedMeanwhile, WrongRequest
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.intake.inbox.arrival import NOTHING, Arrival, HeldBytes
from khoagiao_xl.intake.inbox.far_files import FarFile
from khoagiao_xl.intake.inbox.list_inbox import list_inbox
from khoagiao_xl.intake.inbox.withheld_names import withheld
from khoagiao_xl.model import schema
from khoagiao_xl.office.storage import Original

UNDATED: Final = "NB-38"  # the day it came is not known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.intake.safety.worker_process import Executor
    from khoagiao_xl.office.kept_readings import KeptReading
    from khoagiao_xl.office.storage import Storage

    Row = Mapping[str, Any]  # of tblTepNhan: field -> value


@dataclass(frozen=True)
class Submission:
    """One file that is to be judged: the first station of its way.

    sha256: of the bytes it arrived with. original: what became of its untouched copy.
    is_present: whether it lies in the inbox; size: how many bytes it has then.
    kept: what an earlier run read from it. row: its line of tblTepNhan, where an earlier run took it in.
    """

    arrival: Arrival
    sha256: str
    original: Original
    is_present: bool = False
    size: int = 0
    kept: KeptReading | None = None
    row: Row | None = None

    @property
    def name(self) -> str:
        """The file's name as a person sees it."""
        return self.arrival.name

    @property
    def received(self) -> datetime:
        """When it first arrived."""
        return self.arrival.received_at

    @property
    def unit(self) -> str:
        """The unit that an earlier run knew it to be of, blank for none."""
        if self.row is None or self.row["guessed_by"]:
            return ""
        return str(self.row["unit"])

    @property
    def was_guessed(self) -> bool:
        """Whether an earlier run guessed who sent it."""
        return self.row is not None and bool(self.row["guessed_by"])

    @property
    def is_forgotten(self) -> bool:
        """Whether it left the inbox without a trace, and was nobody's report: there is nothing to judge."""
        if self.is_present or self.unit or self.was_guessed or self.kept:
            return False
        return self.original is Original.LOST

    def is_wanted(self, limits: Limits) -> bool:
        """Whether its bytes are at hand and may be a form's."""
        return 0 < self.size <= limits.file_bytes

    def read_bytes(self) -> bytes:
        """Return its bytes from the inbox; raise ChangedMeanwhile when these are no longer what came."""
        source = self.arrival.source
        if isinstance(source, HeldBytes):
            return source.read()
        data = source if isinstance(source, bytes) else bytes_of(source)
        if sha256_of(data) != self.sha256:
            raise ChangedMeanwhile(name=self.name)
        return data


def bytes_of(source: Path | FarFile) -> bytes:
    """Return what lies at a path or an address; raise MissingFile, OSError."""
    return source.read_bytes() if isinstance(source, FarFile) else read_bytes(source)


def list_submissions(intake: Intake, process: Executor | None = None) -> list[Submission]:
    """Return the files of the inbox and those of earlier runs; a file keeps the time it first arrived.

    The same file may have come several times: each time it came is one submission, the earliest first.
    process: in which letters and archives are opened.
    Raise WrongRequest (NB-10) when all that was kept beside the master is gone.
    """
    files = _Files()
    files.add_inbox(intake, process)
    files.add_earlier(intake)
    files.refuse_if_all_is_lost(intake.storage)
    found = [file for file in files.submissions(intake.storage) if not file.is_forgotten]
    return sorted(found, key=lambda file: file.arrival.order)


@dataclass
class _File:
    """One file (name and content) with each time it came."""

    name: str
    sha256: str
    present: list[Arrival] = field(default_factory=list)
    noted: list[Row] = field(default_factory=list)
    size: int = 0
    was_dated: bool = True  # by an earlier run

    @property
    def is_missed(self) -> bool:
        """Whether it was of a unit, and has left the inbox."""
        if self.present:
            return False
        return any(row["unit"] and not row["guessed_by"] for row in self.noted)

    def submissions(self, storage: Storage) -> Iterator[Submission]:
        """Yield it once for each time it came, the earliest first."""
        kept = storage.kept_reading(self.sha256)
        original = storage.state_of(self.sha256, self.name)
        present = sorted(self.present, key=lambda arrival: arrival.order)
        noted = sorted(self.noted, key=lambda row: row["received"])
        for came, row in zip_longest(present, noted):
            known = self._noted_arrival(row, kept, storage) if row else None
            arrival = _first_of(came, known, present)
            yield Submission(
                arrival,
                self.sha256,
                original,
                is_present=bool(present),
                size=self.size,
                kept=kept,
                row=row,
            )

    def _noted_arrival(self, row: Row, kept: KeptReading | None, storage: Storage) -> Arrival:
        """Return it as an earlier run took it in, with what its archive or its letter once told."""
        received, container = row["received"], row["container"]
        path = storage.original(self.sha256, self.name)
        arrival = Arrival(self.name, path, received, container=container, is_dated=self.was_dated)
        if kept is None:
            return arrival
        return replace(
            arrival,
            rank=kept.rank(self.name, received),
            sender=kept.sender(self.name, received),
            letter=kept.letter(self.name, received),
        )


def _first_of(came: Arrival | None, known: Arrival | None, present: Sequence[Arrival]) -> Arrival:
    """Return one coming of a file, with the time it first arrived; `present`: all that are in the inbox."""
    if known is None:
        return came or present[0]
    here = came or next(iter(present), None)
    if here is None:
        return known
    first = known.received_at if came is None else min(came.received_at, known.received_at)
    container = here.container or known.container
    is_dated = known.is_dated if first == known.received_at else here.is_dated
    return replace(here, received_at=first, container=container, is_dated=is_dated)


def _undated(intake: Intake) -> set[str]:
    """Return the files of which an earlier run did not know the day they came."""
    found = set()
    for row in intake.year.rows(schema.FINDINGS):
        if row["period"] == intake.code and row["rule"] == UNDATED:
            found.add(str(row["file"]))
    return found


class _Files:
    """Files by name and content."""

    def __init__(self) -> None:
        self._files: dict[tuple[str, str], _File] = {}

    def _file(self, name: str, sha256: str) -> _File:
        key = (name, sha256)
        if key not in self._files:
            self._files[key] = _File(name, sha256)
        return self._files[key]

    def add_inbox(self, intake: Intake, process: Executor | None) -> None:
        """Take in what lies in the inbox."""
        starts = intake.obligations.deadline.starts
        for arrival in list_inbox(intake.inbox, intake.limits, starts, process, intake.job.now):
            content = arrival.content or NOTHING
            told = withheld(arrival, content.sha256)
            file = self._file(told.name, content.sha256)
            file.present.append(told)
            file.size = content.size

    def add_earlier(self, intake: Intake) -> None:
        """Take in what the lines of tblTepNhan tell of this period."""
        undated = _undated(intake)
        for row in intake.year.rows(schema.ARRIVALS):
            if row["period"] != intake.code:
                continue
            if row["received"] and row["sha256"]:
                file = self._file(row["file"], row["sha256"])
                file.noted.append(row)
                file.was_dated = file.name not in undated

    def refuse_if_all_is_lost(self, storage: Storage) -> None:
        """Raise WrongRequest (NB-10) for a master that was parted from its folder: a mistake, not a loss."""
        if storage.top.is_dir():
            return
        for file in self._files.values():
            if file.is_missed:
                raise WrongRequest("NB-10", file=file.name, folder=storage.top.name)

    def submissions(self, storage: Storage) -> Iterator[Submission]:
        """Yield every file once for each time it came."""
        for file in self._files.values():
            yield from file.submissions(storage)
