"""Every file of a period read, each once in its life: what is kept of it is believed, the rest is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.kept_form import reading_of
from khoagiao_xl.intake.reading.reader_version import reader_version
from khoagiao_xl.intake.reading.secrecy import secret_mark
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.preflight import too_large
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.inbox.list_inbox import Arrival
    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.model.results import Progress

LOST: Final = "NB-18"  # the original is gone, what was read from it counts
ALL_LOST: Final = "NB-19"  # neither the original nor what was read from it is there
CHANGED: Final = "NB-20"  # other bytes stand where the original was
_NO_READING: Final = (ValueError, TypeError, KeyError, AttributeError)


def read_all(files: Sequence[Submission], limits: Limits, progress: Progress) -> list[FileReading]:
    """Return one reading for each of `files`, in their order; no process is started when all are known."""
    version = reader_version(limits)
    known = [_known_reading(file, version, limits) for file in files]
    unread = [_source(file) for file, reading in zip(files, known, strict=True) if reading is None]
    fresh = read_many(unread, limits) if unread else iter(())
    readings = []
    for done, reading in enumerate(known, 1):
        readings.append(reading or next(fresh))
        progress("Tiếp nhận báo cáo", done, len(files))
    return readings


def _source(file: Submission) -> Arrival:
    """Return the file as the process reads it: its bytes where they are at hand."""
    if file.data is None:
        return file.arrival
    return replace(file.arrival, source=file.data)


def _known_reading(file: Submission, version: str, limits: Limits) -> FileReading | None:
    """Return the reading of a file that need not be opened, None for one that must be."""
    if not file.is_present:
        return _from_storage(file, version)
    if file.data is not None and len(file.data) > limits.file_bytes:
        return _alone(file, too_large(file.name, limits))
    return _kept(file, version)


def _from_storage(file: Submission, version: str) -> FileReading | None:
    """Return the reading of a file that has left the inbox, with what is to be said of its original."""
    if file.original is Original.CHANGED:
        return _alone(file, _finding(CHANGED, Severity.ERROR, file))
    if file.original is Original.INTACT:
        return _kept(file, version)
    reading = _kept(file)
    if reading is None:
        return _alone(file, _finding(ALL_LOST, Severity.ERROR, file))
    lost = _finding(LOST, Severity.NOTE, file)
    return replace(reading, findings=(*reading.findings, lost))


def _kept(file: Submission, version: str = "") -> FileReading | None:
    """Return what an earlier run read from the file: by this version of the reader, or by whichever."""
    kept = file.kept
    if kept is None or (version and kept.reader != version):
        return None
    if secret_mark(file.name.rpartition(".")[0]):
        return None  # the same bytes under a name that tells of a secret
    try:
        return reading_of(kept.reading, file.name)
    except _NO_READING:
        return None


def _alone(file: Submission, finding: Finding) -> FileReading:
    return FileReading(file.name, findings=(finding,), is_finished=False)


def _finding(code: str, severity: Severity, file: Submission) -> Finding:
    return Finding(code, severity, Place(file.name), {"file": file.name})
