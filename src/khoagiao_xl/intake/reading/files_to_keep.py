"""What is written beside the master of the files that came: each as it came, and what was read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.reading.kept_form import plain_reading
from khoagiao_xl.intake.reading.reader_version import reader_version
from khoagiao_xl.intake.reading.secrecy import is_secret
from khoagiao_xl.office.changes import NewFile, Place
from khoagiao_xl.office.kept_readings import KeptReading
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.office.storage import Storage


def files_to_keep(
    files: Sequence[Submission], readings: Sequence[FileReading], storage: Storage, limits: Limits
) -> list[NewFile]:
    """Return the originals that are not kept yet, and the readings that are new or of an older reader.

    Not kept are a secret, what could not be read at all, and what is far too large to be a form.
    """
    kept = list(_originals(files, readings, storage, limits))
    for sha256, reading in _new_readings(files, readings, limits).items():
        kept.append(NewFile(storage.reading(sha256), reading.to_bytes, Place.REPLACE))
    return kept


def _originals(
    files: Sequence[Submission], readings: Sequence[FileReading], storage: Storage, limits: Limits
) -> Iterator[NewFile]:
    for file, reading in zip(files, readings, strict=True):
        if not file.is_wanted(limits) or is_secret(reading.findings):
            continue
        # What no longer is what came is put right from what lies in the inbox.
        place = Place.REPLACE if file.original is Original.CHANGED else Place.ONCE
        path = storage.original(file.sha256, file.name)
        yield NewFile(path, file.data or b"", place)


def _new_readings(
    files: Sequence[Submission], readings: Sequence[FileReading], limits: Limits
) -> dict[str, KeptReading]:
    """Return hash -> what is to be kept of a file and is not kept yet."""
    version, ranks = reader_version(limits), _ranks(files)
    found: dict[str, KeptReading] = {}
    for file, reading in zip(files, readings, strict=True):
        order = ranks[file.sha256]
        if _may_be_kept(file, reading) and not _is_kept(file, version, order):
            found[file.sha256] = KeptReading(version, plain_reading(reading), order)
    return found


def _ranks(files: Sequence[Submission]) -> dict[str, dict[tuple[str, str], int]]:
    """Return hash -> the order among the files of one second, for every time that file came."""
    ranks: dict[str, dict[tuple[str, str], int]] = {}
    for file in files:
        known = file.kept.ranks if file.kept else {}
        ranks.setdefault(file.sha256, dict(known)).update(file.arrival.told_order)
    return ranks


def _may_be_kept(file: Submission, reading: FileReading) -> bool:
    """Say whether this is all there is to say of bytes that are at hand; of a secret nothing is kept."""
    is_at_hand = file.is_present or file.original is Original.INTACT
    return is_at_hand and reading.is_finished and not is_secret(reading.findings)


def _is_kept(file: Submission, version: str, order: Mapping[tuple[str, str], int]) -> bool:
    return file.kept is not None and file.kept.reader == version and file.kept.ranks == order
