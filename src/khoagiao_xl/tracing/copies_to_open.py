"""Copies of kept originals for a person to open: the record itself is never handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.office.storage import Original

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.storage import Storage
    from khoagiao_xl.tracing.figure_trace import TracedAnswer

_MARK: Final = 8  # digits of the hash in a name: two versions are two files


def copy_of(duty: Duty, storage: Storage) -> Path:
    """Return where the copy of a report's file lies."""
    original = storage.original(duty.sha256, duty.file)
    stem = unit_stem(duty.unit)
    mark = duty.sha256[:_MARK]
    name = f"{stem}-{duty.period}-{mark}{original.suffix}"
    return storage.copies_to_open / name


def link_to(answer: TracedAnswer, storage: Storage) -> str:
    """Return where a link leads, from the master's own folder on; blank where there is no copy."""
    if answer.duty is None or answer.original is not Original.INTACT:
        return ""
    path = copy_of(answer.duty, storage)
    return path.relative_to(storage.master.parent).as_posix()


def copies_to_open(storage: Storage, answers: Iterable[TracedAnswer]) -> tuple[NewFile, ...]:
    """Return the copies that are not there yet, or in which somebody has worked since."""
    wanted: dict[Path, Duty] = {}
    for answer in answers:
        if answer.duty and answer.original is Original.INTACT:
            path = copy_of(answer.duty, storage)
            wanted[path] = answer.duty
    return tuple(_missing(storage, wanted))


def _missing(storage: Storage, wanted: Mapping[Path, Duty]) -> list[NewFile]:
    found = []
    for path, duty in wanted.items():
        if _hash_of(path) != duty.sha256:
            original = storage.original(duty.sha256, duty.file)
            found.append(NewFile(path, original.read_bytes, WhenThere.REPLACE))
    return found


def _hash_of(path: Path) -> str:
    try:
        return files.sha256_of(files.read_bytes(path))
    except MissingFile:
        return ""
