"""What is written beside the master of the files that came: each as it came, and what was read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.reading.kept_form import plain_reading
from khoagiao_xl.office.changes import NewFile, Place
from khoagiao_xl.office.kept_readings import KeptReading
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.office.kept_readings import Ranks


def files_to_keep(intake: Intake, read: Sequence[ReadFile]) -> list[NewFile]:
    """Return the originals that are not kept yet, and the readings that are new or of an older reader.

    Not kept are a secret, what could not be read at all, and what is far too large to be a form.
    """
    originals = _originals(intake, read)
    return [*originals, *_readings(intake, read)]


def _originals(intake: Intake, read: Sequence[ReadFile]) -> Iterator[NewFile]:
    for item in read:
        if item.file.is_wanted(intake.limits) and not item.is_secret:
            yield _original(intake, item.file)


def _original(intake: Intake, file: Submission) -> NewFile:
    path = intake.storage.original(file.sha256, file.name)
    # What no longer is what came is put right from what lies in the inbox.
    is_spoilt = file.original is Original.CHANGED
    place = Place.REPLACE if is_spoilt else Place.ONCE
    return NewFile(path, file.data or b"", place)


def _readings(intake: Intake, read: Sequence[ReadFile]) -> Iterator[NewFile]:
    told = _ranks(read)
    done = set()
    for item in read:
        sha256 = item.file.sha256
        if sha256 in done or not _may_be_kept(item):
            continue
        done.add(sha256)
        if not _is_kept(intake, item.file, told[sha256]):
            plain = plain_reading(item.reading)
            kept = KeptReading(intake.reader, plain, told[sha256])
            yield NewFile(intake.storage.reading(sha256), kept.to_bytes, Place.REPLACE)


def _ranks(read: Sequence[ReadFile]) -> dict[str, Ranks]:
    """Return hash -> the order among the files of one second, for every time that file came."""
    told: dict[str, Ranks] = {}
    for item in read:
        file = item.file
        ranks = told.setdefault(file.sha256, {})
        if file.kept:
            ranks.update(file.kept.ranks)
        ranks.update(file.arrival.told_rank)
    return told


def _may_be_kept(item: ReadFile) -> bool:
    """Say whether this is all there is to say of bytes that are at hand; of a secret nothing is kept."""
    if item.is_secret or not item.reading.is_finished:
        return False
    return item.file.is_present or item.file.original is Original.INTACT


def _is_kept(intake: Intake, file: Submission, ranks: Ranks) -> bool:
    kept = file.kept
    if kept is None or kept.reader != intake.reader:
        return False
    return kept.ranks == ranks
