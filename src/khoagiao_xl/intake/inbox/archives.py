"""A zip of a person's files: every member by itself, bounded; one that is bad does not hide the others."""

from __future__ import annotations

import contextlib
import io
import unicodedata
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import IO, TYPE_CHECKING, Final

from khoagiao_xl.files.package_faults import BROKEN_PACKAGE, fault_of
from khoagiao_xl.intake.inbox.containers import FileInside, Inside, Unopened, Why
from khoagiao_xl.intake.inbox.part_names import split_path
from khoagiao_xl.intake.safety.archive_comments import CODES, archive_comments
from khoagiao_xl.intake.safety.container import CHUNK, ENCRYPTED
from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.preflight import is_lock_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.intake.safety.limits import Limits

Moment = tuple[int, int, int, int, int, int]

_UTF8: Final = 0x800  # a flag of a member: its name is UTF-8
_END: Final = b"PK\x05\x06"
_LOCATOR: Final = b"PK\x06\x07"
# No archive of this work was packed before, and no clock is trusted beyond.
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def open_archive(data: bytes, limits: Limits) -> Inside:
    """Return the files of a zip; raise Unopened for one that gives nothing."""
    archive = _opened(data)
    members = [info for info in archive.infolist() if _is_a_file_of_a_person(info)]
    if not members:
        raise Unopened("TN-111")
    words = tuple(archive_comments(archive))
    if all(info.flag_bits & ENCRYPTED for info in members):
        return Inside(why=("TN-110", {}), words=words)
    reading = _ArchiveReading(archive, limits)
    ranks = _ranks(members)
    inside = Inside(words=words)
    for info in members[: limits.attachments]:
        part = reading.part(info, ranks)
        inside.parts.append(replace(part, words=words))
    if len(members) > limits.attachments:
        inside.why = ("TN-101", {"most": limits.attachments})
    return inside


def _opened(data: bytes) -> zipfile.ZipFile:
    if _is_one_of_several(data):
        raise Unopened("TN-107")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_PACKAGE as error:
        raise Unopened("TN-10", reason=fault_of(error)) from error


def _is_one_of_several(data: bytes) -> bool:
    """Say whether an archive was split over several files («disks»), of which this is one."""
    end = data.rfind(_END)
    if end < 0:
        return False
    own, first = data[end + 4 : end + 6], data[end + 6 : end + 8]
    if own not in (b"\0\0", b"\xff\xff") or first not in (b"\0\0", b"\xff\xff"):
        return True
    locator = data[end - 20 : end]
    disks = int.from_bytes(locator[16:20], "little")
    return locator.startswith(_LOCATOR) and disks > 1


def _is_a_file_of_a_person(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    is_folder = name.endswith(("/", "\\"))
    return not is_folder and not is_lock_file(name)


def _ranks(members: Sequence[zipfile.ZipInfo]) -> dict[str, int]:
    """Return the members of an archive, numbered by the time each was written; one time, one number."""
    written = {}
    for info in members:
        if _is_believable(info.date_time):
            written[info.filename] = info.date_time
    moments = sorted(set(written.values()))
    return {name: moments.index(moment) for name, moment in written.items()}


def _is_believable(moment: Moment) -> bool:
    try:
        written = datetime(*moment)  # noqa: DTZ001  # as its machine told the time
    except ValueError:
        return False
    return _FIRST_YEAR <= written.year < _LAST_YEAR


class _ArchiveReading:
    """The members of one archive, read one after the other."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._inflated = 0

    def part(self, info: zipfile.ZipInfo, ranks: Mapping[str, int]) -> FileInside:
        """Return a member with its content, or with why that cannot be had."""
        folder, name = split_path(_name(info))
        data, why = self._content(info)
        return FileInside(
            name or "tệp không tên",
            data,
            (folder,) if folder else (),
            why,
            rank=ranks.get(info.filename, 0),
        )

    def _content(self, info: zipfile.ZipInfo) -> tuple[bytes, Why | None]:
        if info.flag_bits & ENCRYPTED:
            return b"", ("TN-05", {})
        if self._inflated > self._limits.opened_bytes:
            return b"", ("TN-108", {"most": self._limits.opened_bytes // MEGABYTE})
        try:
            with self._archive.open(info) as stream:
                return self._read(stream, info)
        except BROKEN_PACKAGE as error:
            return b"", ("TN-10", {"reason": fault_of(error)})

    def _read(self, stream: IO[bytes], info: zipfile.ZipInfo) -> tuple[bytes, Why | None]:
        limits = self._limits
        swollen = max(limits.ratio_from, limits.ratio * max(info.compress_size, 1))
        pieces, size = [], 0
        for piece in iter(lambda: stream.read(CHUNK), b""):
            pieces.append(piece)
            size += len(piece)
            self._inflated += len(piece)
            if size > swollen:
                return b"", ("TN-16", {"size": f"{size // MEGABYTE} MB"})
            if size > limits.file_bytes:
                return b"", ("TN-14", {"most": limits.file_bytes // MEGABYTE})
        return b"".join(pieces), None


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; what is not marked as UTF-8 is that, or what Vietnamese Windows writes."""
    if info.flag_bits & _UTF8:
        return info.filename
    with contextlib.suppress(UnicodeError):
        raw = info.filename.encode("cp437")
        for encoding in CODES:
            with contextlib.suppress(UnicodeError):
                return unicodedata.normalize("NFC", raw.decode(encoding))
    return info.filename
