"""The inbox: every file of a folder, those inside letters and archives too, with the time it arrived."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.files import existing_folder
from khoagiao_xl.intake.inbox.letters import open_letter
from khoagiao_xl.intake.safety.container import Container
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import is_lock_file
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.office.kept_readings import moment_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

BETWEEN: Final = " › "  # a letter and the archive in it
VIETNAM = timezone(timedelta(hours=7))
# What mail programs call the pictures inside a letter's own text: no attachment of a person.
_PICTURE_OF_THE_TEXT = re.compile(r"image\d{1,4}\.(png|jpe?g|gif)", re.IGNORECASE)


@dataclass(frozen=True)
class Arrival:
    """One file that came in.

    name: as a person sees it (NFC). source: its path, or its bytes when it lay inside another file.
    received_at: Vietnamese time without zone.
    container: the letter and archives it came in, the outermost first: «thư.eml › gói.zip».
    rank: the order among the files of one archive, by the time each was written; 0 where that is not known.
    sender: the address of the letter it came in. around: the words around it: subject and text of that
    letter, the names of all it came in.
    is_secret: its name or what is around it bears a mark of secrecy; then none of these is told.
    first_name: what such a file is called, for finding out whose it is; never to be written anywhere.
    """

    name: str
    source: Path | bytes
    received_at: datetime
    container: str = ""
    rank: int = 0
    sender: str = ""
    around: tuple[str, ...] = ()
    is_secret: bool = False
    first_name: str = ""

    def holding(self, name: str, content: bytes, **facts: Any) -> Arrival:
        """Return the arrival of a file that came inside this one; facts: what of it is otherwise."""
        chain = (self.container, self.name)
        inside = replace(
            self,
            name=name,
            source=content,
            container=BETWEEN.join(filter(None, chain)),
            around=(*self.around, self.name),
        )
        return replace(inside, **facts)

    @property
    def order(self) -> tuple[datetime, int, str]:
        """What decides which of several files came first."""
        return self.received_at, self.rank, self.name

    @property
    def told_rank(self) -> dict[tuple[str, str], int]:
        """Its name and second of arrival -> its rank, where an archive told it; else nothing."""
        if not self.rank:
            return {}
        return {(self.name, moment_key(self.received_at)): self.rank}

    def read_bytes(self, most: int) -> bytes | None:
        """Return the content, never changed; of a file larger than `most`, one byte more than that.

        None for a file that cannot be read: its reading says why, and the others go on.
        """
        if isinstance(self.source, bytes):
            return self.source
        try:
            with self.source.open("rb") as stream:
                return stream.read(most + 1)
        except OSError:
            return None


def list_inbox(folder: Path, limits: Limits | None = None, starts: date | None = None) -> list[Arrival]:
    """Return every file of `folder` and its sub-folders, oldest first; lock files are passed over.

    A letter or archive without anything in it is itself listed, so that it is answered for.
    starts: the first day of the period; a letter that says it is older is not believed. Raise NotAFolder.
    """
    opening = _Opening(limits or Limits(), starts)
    found: list[Arrival] = []
    for path in sorted(existing_folder(folder).rglob("*")):
        if _is_a_file_of_a_person(path):
            found += opening.open(_arrival(path, folder))
    return sorted(found, key=lambda arrival: arrival.order)


def _is_a_file_of_a_person(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not is_lock_file(path.name)


def _arrival(path: Path, folder: Path) -> Arrival:
    name = _composed(path.relative_to(folder).as_posix())
    # Whole seconds, as the master keeps them: a rerun must find the same order.
    seconds = int(path.stat().st_mtime)
    received = datetime.fromtimestamp(seconds, VIETNAM)
    return Arrival(name, path, received.replace(tzinfo=None))


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


@dataclass(frozen=True)
class _Opening:
    """Letters and archives opened, within limits; see `list_inbox`."""

    limits: Limits
    starts: date | None

    def open(self, arrival: Arrival, depth: int = 0) -> list[Arrival]:
        """Return what lies inside a letter or an archive, or the file itself."""
        read = self._READERS.get(_ending(arrival.name))
        if read is None or depth >= self.limits.nested:
            return [arrival]
        found: list[Arrival] = []
        for part in read(self, arrival):
            found += self.open(part, depth + 1)
        return found or [arrival]

    def _letter(self, arrival: Arrival) -> Iterator[Arrival]:
        data = self._content(arrival)
        if data is None:
            return
        letter = open_letter(data)
        received = self._believed(_office_time(letter.sent), arrival.received_at)
        # Of too many none is taken: the letter itself is then answered for, and nothing is lost unsaid.
        attached = [item for item in letter.attachments if not _PICTURE_OF_THE_TEXT.fullmatch(item[0])]
        if len(attached) > self.limits.attachments:
            return
        for name, content in attached:
            yield arrival.holding(
                _composed(name),
                content,
                received_at=received,
                sender=letter.sender,
                around=(*arrival.around, arrival.name, *letter.words),
            )

    def _believed(self, sent: datetime | None, saved: datetime) -> datetime:
        """Return a letter's own time, or that of its file where the letter's cannot be."""
        if sent is None or sent > saved:
            return saved
        is_too_old = self.starts is not None and sent.date() < self.starts
        if is_too_old:
            return saved
        return sent

    def _archive(self, arrival: Arrival) -> Iterator[Arrival]:
        data = self._content(arrival)
        if data is None or not zipfile.is_zipfile(io.BytesIO(data)):
            return
        try:
            found = list(self._members(Container(data, self.limits), arrival, _ranks(data)))
        except Refused:
            return  # the archive itself is answered for, with the reason
        if len(found) <= self.limits.attachments:
            yield from found

    def _members(self, archive: Container, arrival: Arrival, ranks: Mapping[str, int]) -> Iterator[Arrival]:
        for name in archive.names:
            base = _base_name(name)
            is_of_a_mac = name.startswith("__MACOSX/")
            if not base or is_lock_file(base) or is_of_a_mac:
                continue
            content, rank = archive.read(name), ranks.get(name, 0)
            yield arrival.holding(base, content, rank=rank)

    def _content(self, arrival: Arrival) -> bytes | None:
        """Return the bytes of a letter or an archive, None for one that cannot be or is far too large."""
        if isinstance(arrival.source, bytes):
            return arrival.source
        most = 4 * self.limits.file_bytes
        data = arrival.read_bytes(most)
        if data and len(data) <= most:
            return data
        return None

    _READERS = {"eml": _letter, "zip": _archive}  # noqa: RUF012  # a table of this class's own functions


def _ending(name: str) -> str:
    return name.rpartition(".")[2].casefold()


def _office_time(sent: datetime | None) -> datetime | None:
    """Return a letter's time on the office's clock, or None where no office can have received it."""
    if sent is None or not 2000 < sent.year < 2100:
        return None
    here = sent.astimezone(VIETNAM)
    return here.replace(tzinfo=None, microsecond=0)


def _ranks(data: bytes) -> dict[str, int]:
    """Return the members of an archive, numbered by the time each was written; one time, one number."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
        written = {info.filename: info.date_time for info in members}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return {}  # the container says what is wrong
    moments = sorted(set(written.values()))
    return {name: moments.index(moment) for name, moment in written.items()}


def _base_name(name: str) -> str:
    """Return the last piece of a member's name; old Windows archives hold UTF-8 names marked as cp437."""
    with contextlib.suppress(UnicodeError):
        name = name.encode("cp437").decode("utf-8")
    base = name.replace("\\", "/").rpartition("/")[2]
    return _composed(base)
