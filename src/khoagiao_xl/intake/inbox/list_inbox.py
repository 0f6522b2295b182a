"""The inbox: every file of a folder, those inside letters and archives too, with the time it arrived."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.files import existing_folder
from khoagiao_xl.intake.inbox.letters import open_letter
from khoagiao_xl.intake.safety.container import Container
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import is_lock_file
from khoagiao_xl.intake.safety.xml_guard import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

VIETNAM = timezone(timedelta(hours=7))
# What mail programs call the pictures inside a letter's own text: no attachment of a person.
_PICTURE_OF_THE_TEXT = re.compile(r"image\d{1,4}\.(png|jpe?g|gif)", re.IGNORECASE)


@dataclass(frozen=True)
class Arrival:
    """One file that came in.

    name: as a person sees it (NFC). source: its path, or its bytes when it lay inside another file.
    received_at: Vietnamese time without zone. container: name of the letter or archive it came in.
    rank: the order among the files of one archive, by the time each was written; 0 where that is not known.
    """

    name: str
    source: Path | bytes
    received_at: datetime
    container: str = ""
    rank: int = 0

    def read_bytes(self, most: int) -> bytes:
        """Return the content, never changed; of a file larger than `most`, one byte more than that.

        A file that cannot be read has none: its reading says why, and the others go on.
        """
        if isinstance(self.source, bytes):
            return self.source
        try:
            with self.source.open("rb") as stream:
                return stream.read(most + 1)
        except OSError:
            return b""


def list_inbox(folder: Path, limits: Limits | None = None, starts: date | None = None) -> list[Arrival]:
    """Return every file of `folder` and its sub-folders, oldest first; lock files are passed over.

    A letter or archive without anything in it is itself listed, so that it is answered for.
    starts: the first day of the period; a letter that says it is older is not believed. Raise NotAFolder.
    """
    limits = limits or Limits()
    found: list[Arrival] = []
    for path in sorted(existing_folder(folder).rglob("*")):
        if path.is_symlink() or not path.is_file() or is_lock_file(path.name):
            continue
        name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        # Whole seconds, as the master keeps them: a rerun must find the same order.
        received = datetime.fromtimestamp(int(path.stat().st_mtime), VIETNAM).replace(tzinfo=None)
        found += _open(Arrival(name, path, received), limits, starts)
    return sorted(found, key=lambda arrival: (arrival.received_at, arrival.rank, arrival.name))


def _open(arrival: Arrival, limits: Limits, starts: date | None, depth: int = 0) -> list[Arrival]:
    """Return what lies inside a letter or an archive, or the file itself."""
    ending = arrival.name.rpartition(".")[2].casefold()
    if ending not in ("eml", "zip") or depth >= limits.nested:
        return [arrival]
    parts = _from_letter(arrival, limits, starts) if ending == "eml" else _from_archive(arrival, limits)
    found = [item for part in parts for item in _open(part, limits, starts, depth + 1)]
    return found or [arrival]


def _from_letter(arrival: Arrival, limits: Limits, starts: date | None) -> Iterator[Arrival]:
    data = _bounded(arrival, limits)
    if data is None:
        return
    letter = open_letter(data)
    received = _believed(_office_time(letter.sent), arrival.received_at, starts)
    attached = [item for item in letter.attachments if not _PICTURE_OF_THE_TEXT.fullmatch(item[0])]
    # Of too many none is taken: the letter itself is then answered for, and nothing is lost unsaid.
    for name, content in attached if len(attached) <= limits.attachments else ():
        yield Arrival(
            unicodedata.normalize("NFC", name), content, received, arrival.container or arrival.name
        )


def _office_time(sent: datetime | None) -> datetime | None:
    """Return a letter's time on the office's clock, or None where no office can have received it."""
    if sent is None or not 2000 < sent.year < 2100:
        return None
    return sent.astimezone(VIETNAM).replace(tzinfo=None, microsecond=0)


def _believed(sent: datetime | None, saved: datetime, starts: date | None) -> datetime:
    """Return a letter's own time, or that of its file where the letter's cannot be."""
    is_possible = sent is not None and sent <= saved and (starts is None or sent.date() >= starts)
    return sent if sent is not None and is_possible else saved


def _from_archive(arrival: Arrival, limits: Limits) -> Iterator[Arrival]:
    data = _bounded(arrival, limits)
    if data is None or not zipfile.is_zipfile(io.BytesIO(data)):
        return
    found: list[Arrival] = []
    ranks = _ranks(data)
    try:
        archive = Container(data, limits)
        for name in archive.names:
            base = _base_name(name)
            if base and not is_lock_file(base) and not name.startswith("__MACOSX/"):
                content = archive.read(name)
                container = arrival.container or arrival.name
                found.append(Arrival(base, content, arrival.received_at, container, ranks.get(name, 0)))
    except Refused:
        return  # the archive itself is answered for, with the reason
    if len(found) <= limits.attachments:
        yield from found


def _ranks(data: bytes) -> dict[str, int]:
    """Return the members of an archive, numbered by the time each was written; one time, one number."""
    try:
        written = {info.filename: info.date_time for info in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return {}  # the container says what is wrong
    order = {moment: at for at, moment in enumerate(sorted(set(written.values())))}
    return {name: order[moment] for name, moment in written.items()}


def _base_name(name: str) -> str:
    """Return the last piece of a member's name; old Windows archives hold UTF-8 names marked as cp437."""
    with contextlib.suppress(UnicodeError):
        name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])


def _bounded(arrival: Arrival, limits: Limits) -> bytes | None:
    if isinstance(arrival.source, bytes):
        return arrival.source
    data = arrival.read_bytes(4 * limits.file_bytes)
    return data if 0 < len(data) <= 4 * limits.file_bytes else None
