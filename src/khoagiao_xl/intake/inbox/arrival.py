"""One file that came in: its name, where its bytes are, when it came, in what."""

from __future__ import annotations

import hashlib
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.far_files import FarFile
from khoagiao_xl.office.kept_readings import moment_key

if TYPE_CHECKING:
    from datetime import datetime

    from khoagiao_xl.model.findings import Finding

BETWEEN: Final = " › "  # a letter and the archive in it
IN_MEMORY: Final = 64 * 1024 * 1024  # what is held beyond lies in an unnamed file that ends with the run
_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True)
class HeldBytes:
    """The content of a file that lay inside a letter or an archive, held for the length of a run."""

    store: HeldFiles = field(repr=False, compare=False)
    start: int
    length: int

    def read(self) -> bytes:
        """Return the content."""
        return self.store.read(self.start, self.length)


class HeldFiles:
    """The contents of all files that lay inside others, in one passing file."""

    def __init__(self) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # lives as long as its contents
        self._end = 0
        weakref.finalize(self, self._file.close)

    def put(self, data: bytes) -> HeldBytes:
        """Hold one more content."""
        self._file.seek(self._end)
        self._file.write(data)
        held = HeldBytes(self, self._end, len(data))
        self._end += len(data)
        return held

    def read(self, start: int, length: int) -> bytes:
        """Return what was put there."""
        self._file.seek(start)
        return self._file.read(length)


@dataclass(frozen=True)
class Arrival:
    """One file that came in.

    name: as a person sees it (NFC). source: its path or address, or its bytes when it lay in another file.
    received_at: Vietnamese time without zone.
    container: the letter and archives it came in, the outermost first: «thư.eml › gói.zip».
    is_dated: whether the day it came is known; else it is taken as come when it was taken in.
    rank: the order among the files of one archive, by the time each was written; 0 where that is not known.
    sender: the address of the letter it came in. around: the words around it: subject and text of that
    letter, the names of all it came in.
    letter: subject and text of the letter alone.
    content: what its bytes are known by. refused: why it is answered for without being read.
    is_secret: its name or what is around it bears a mark of secrecy; then none of these is told.
    first_name: what such a file is called, for finding out whose it is; never to be written anywhere.
    """

    name: str
    source: Path | bytes | HeldBytes | FarFile
    received_at: datetime
    container: str = ""
    rank: int = 0
    sender: str = ""
    around: tuple[str, ...] = ()
    letter: tuple[str, ...] = ()
    content: Content | None = None
    refused: Finding | None = None
    is_secret: bool = False
    first_name: str = ""
    is_dated: bool = True

    @property
    def order(self) -> tuple[datetime, int, str]:
        """What decides which of several files came first."""
        return self.received_at, self.rank, self.name

    @property
    def told_rank(self) -> dict[tuple[str, str], int]:
        """Its name and second of arrival -> its rank, where an archive told it; else nothing."""
        if not self.rank:
            return {}
        return {self._came: self.rank}

    @property
    def told_sender(self) -> dict[tuple[str, str], str]:
        """Its name and second of arrival -> the address it came from, where a letter told it."""
        if not self.sender:
            return {}
        return {self._came: self.sender}

    @property
    def told_letter(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Its name and second of arrival -> subject and text of its letter, where it came in one."""
        if not self.letter or self.is_secret:
            return {}
        return {self._came: self.letter}

    @property
    def _came(self) -> tuple[str, str]:
        return self.name, moment_key(self.received_at)

    def to_process(self) -> Path | bytes | FarFile:
        """Return what the reading process is given: where the file lies, or its bytes."""
        if isinstance(self.source, HeldBytes):
            return self.source.read()
        return self.source

    def to_send_back(self) -> Path | bytes:
        """Return where the file lies or its bytes, for a copy to be made of it."""
        given = self.to_process()
        return given.read_bytes() if isinstance(given, FarFile) else given

    def read_bytes(self, most: int) -> bytes | None:
        """Return the content, never changed; of a file larger than `most`, one byte more than that.

        None for a file that cannot be read: its reading says why, and the others go on.
        """
        given = self.to_process()
        if isinstance(given, bytes):
            return given
        try:
            with given.open("rb") as stream:
                return stream.read(most + 1)
        except OSError:
            return None


@dataclass(frozen=True)
class Content:
    """What a file's bytes are known by. head, end: its first and last bytes."""

    sha256: str
    size: int
    head: bytes = field(default=b"", repr=False)
    end: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, data: bytes) -> Content:
        """Return what these bytes are known by."""
        return cls(hashlib.sha256(data).hexdigest(), len(data))

    @classmethod
    def of_file(cls, path: Path | FarFile, most: int, sample: int) -> Content:
        """Return what a file is known by, read piece by piece: of one larger than `most`, one byte more.

        sample: how much of its beginning and its end is kept. Raise OSError.
        """
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as stream:
            head = stream.read(sample)
            stream.seek(0)
            while size <= most:
                piece = stream.read(min(_CHUNK, most + 1 - size))
                if not piece:
                    break
                digest.update(piece)
                size += len(piece)
            whole = stream.seek(0, 2)
            stream.seek(max(whole - sample, 0))
            end = stream.read(sample)
        return cls(digest.hexdigest(), size, head, end)


NOTHING: Final = Content.of(b"")
