"""Every file of a period read, each once in its life: what is kept of it is believed, the rest is opened."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.submissions import Submission
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.kept_form import reading_of
from khoagiao_xl.intake.reading.shared_cells import SharedCells
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import MEGABYTE, Limits
from khoagiao_xl.intake.safety.secrecy import STILL_KEPT, is_secret, marked_around
from khoagiao_xl.model.findings import Finding, Place, Severity, wrong
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.inbox.arrival import Arrival
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.safety.worker_process import Executor

PROGRESS: Final = "Tiếp nhận báo cáo"
LOST: Final = "NB-18"  # the original is gone, what was read from it counts
ALL_LOST: Final = "NB-19"  # neither the original nor what was read from it is there
CHANGED: Final = "NB-20"  # other bytes stand where the original was
_NO_READING: Final = (ValueError, TypeError, KeyError, AttributeError)


@dataclass(frozen=True)
class ReadFile:
    """One file with what stands in it: the second station of its way."""

    file: Submission
    reading: FileReading

    @property
    def is_secret(self) -> bool:
        """Whether nothing of it may be kept or sent around."""
        return is_secret(self.reading.findings)

    @property
    def is_all_lost(self) -> bool:
        """Whether nothing is left of it but what the master notes."""
        return any(finding.code == ALL_LOST for finding in self.reading.findings)


def read_all(intake: Intake, files: Sequence[Submission], process: Executor | None = None) -> list[ReadFile]:
    """Return each file with its reading, in their order; no process is started when all are known."""
    known = [_known_reading(intake, file) for file in files]
    unread = _sources(files, known)
    shared = SharedCells()
    read = []
    with closing(read_many(unread, intake.limits, process)) as fresh:
        for file, reading in zip(files, known, strict=True):
            found = reading or _believed(file, next(fresh))
            told = _with_what_is_kept(intake, file, shared.of(found))
            read.append(ReadFile(file, told))
            intake.progress(PROGRESS, len(read), len(files))
    return read


def _believed(file: Submission, reading: FileReading) -> FileReading:
    """Return what was read of a file; of one that is refused only that it is a secret."""
    refused = file.arrival.refused
    if refused is None or is_secret(reading.findings):
        return reading
    return _alone(file, refused)


def _with_what_is_kept(intake: Intake, file: Submission, reading: FileReading) -> FileReading:
    """Return the reading of a secret with where it was kept before its mark was recognised."""
    if file.original is Original.LOST or not is_secret(reading.findings):
        return reading
    storage = intake.storage
    original = storage.original(file.sha256, file.name)
    path = original.relative_to(storage.top)
    still_kept = wrong(
        STILL_KEPT,
        Place(file.name),
        path=path.as_posix(),
        folder=storage.top.name,
    )
    findings = (*reading.findings, still_kept)
    return replace(reading, findings=findings)


def _sources(files: Sequence[Submission], known: Sequence[FileReading | None]) -> Iterator[Arrival]:
    """Yield the files of which no reading is known, as the process reads them."""
    for file, reading in zip(files, known, strict=True):
        if reading is None:
            yield file.arrival


def _known_reading(intake: Intake, file: Submission) -> FileReading | None:
    """Return the reading of a file that need not be opened, None for one that must be."""
    if file.arrival.is_secret:
        return FileReading(file.name, findings=(marked_around(file.name),))
    if not file.is_present:
        return _from_storage(intake, file)
    refused = _by_size(file, intake.limits)
    if refused:
        return _alone(file, file.arrival.refused or refused)
    if file.arrival.refused:
        return None  # it is read for marks of secrecy alone
    return _kept(file, intake.reader)


def _by_size(file: Submission, limits: Limits) -> Finding | None:
    """Return what is told of an empty file and of one that is far too large, without opening it."""
    place = Place(file.name)
    if file.size == 0:
        return wrong("TN-01", place)
    if file.size > limits.file_bytes:
        return wrong("TN-14", place, most=limits.file_bytes // MEGABYTE)
    return None


def _from_storage(intake: Intake, file: Submission) -> FileReading | None:
    """Return the reading of a file that has left the inbox, with what is to be said of its original."""
    if file.original is Original.CHANGED:
        return _alone(file, _told(CHANGED, Severity.ERROR, file))
    if file.original is Original.INTACT:
        return _kept(file, intake.reader)
    reading = _kept(file)
    if reading is None:
        return _alone(file, _told(ALL_LOST, Severity.ERROR, file))
    lost = _told(LOST, Severity.NOTE, file)
    return replace(reading, findings=(*reading.findings, lost))


def _kept(file: Submission, reader: str = "") -> FileReading | None:
    """Return what an earlier run read from the file: by this version of the reader, or by whichever."""
    kept = file.kept
    if kept is None or reader not in ("", kept.reader):
        return None
    try:
        return reading_of(kept.reading, file.name)
    except _NO_READING:
        return None


def _alone(file: Submission, finding: Finding) -> FileReading:
    """Return the reading of a file of which nothing is known but this."""
    return FileReading(file.name, findings=(finding,), is_finished=False)


def _told(code: str, severity: Severity, file: Submission) -> Finding:
    place = Place(file.name)
    return Finding(code, severity, place, {"file": file.name})
