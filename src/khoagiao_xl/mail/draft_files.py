"""The files of drafts as they lie there: whose, whether a person worked in one, where a new one may go."""

from __future__ import annotations

from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import OLDER, aside_name, read_bytes, sha256_of
from khoagiao_xl.mail.letter import DOMAIN
from khoagiao_xl.mail.letter_names import is_draft_name
from khoagiao_xl.vietnamese.office_clock import in_office_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from khoagiao_xl.model.mail_records import LoggedLetter

SUFFIX: Final = ".eml"


@dataclass(frozen=True)
class DraftFile:
    """What lies where a line of tblThu says. data: None where nothing does.

    is_ours: whether it may be touched; a path that a person typed may lead anywhere.
    """

    path: Path
    data: bytes | None
    sha256: str
    drafted: datetime | None
    is_ours: bool = True

    @property
    def is_there(self) -> bool:
        """Whether there is a file."""
        return self.data is not None

    @property
    def is_edited(self) -> bool:
        """Whether it is other than the program wrote it."""
        return self.data is not None and sha256_of(self.data) != self.sha256

    @property
    def is_as_written(self) -> bool:
        """Whether the very draft lies there that the program wrote."""
        return self.is_there and not self.is_edited

    @property
    def is_worked_in(self) -> bool:
        """Whether a person has edited it; a run that was killed leaves another letter there too."""
        return self.is_edited and self.put_aside is None

    @property
    def was_worked_in(self) -> bool:
        """Whether a run that was killed has put it aside as a person had edited it."""
        older = self.put_aside
        return older is not None and older not in self._as_written_aside

    @property
    def is_among_older(self) -> bool:
        """Whether it was put aside by the program, as the line says."""
        return self.path.parent.parent.name == OLDER

    @cached_property
    def put_aside(self) -> Path | None:
        """Where a run that was killed has put it among the older ones; None where none did.

        It is there as it was written; or, where nothing lies in its place, what was put aside after that day.
        """
        found = self._as_written_aside
        if not found and not self.is_there:
            found = self._later_aside
        return found[-1] if found else None

    @cached_property
    def _aside(self) -> list[Path]:
        older = sorted(self.path.parent.glob(f"{OLDER}/*/*{SUFFIX}"))
        return [path for path in older if path.name == self.path.name]

    @cached_property
    def _as_written_aside(self) -> list[Path]:
        return [path for path in self._aside if sha256_of(read_bytes(path)) == self.sha256]

    @property
    def _later_aside(self) -> list[Path]:
        if self.drafted is None:
            return []
        drafted = aside_name(self.drafted)
        return [path for path in self._aside if path.parent.name[: len(drafted)] > drafted]


@dataclass(frozen=True)
class DraftFolder:
    """top: the folder of the master, from which paths are reckoned. folder: where new drafts go."""

    top: Path
    folder: Path

    def file_of(self, line: LoggedLetter) -> DraftFile:
        """Return what lies where a line says that its draft does."""
        path = self.top / line.file
        if not is_draft_path(line.file):
            return DraftFile(path, None, line.sha256, line.drafted, is_ours=False)
        try:
            data = read_bytes(path)
        except (MissingFile, NotADirectoryError):
            return DraftFile(path, None, line.sha256, line.drafted)
        is_ours = path.parent == self.folder or _bears(data, line)
        return DraftFile(path, data, line.sha256, line.drafted, is_ours)

    def text_of(self, path: Path) -> str:
        """Return a path as tblThu has it: from the master's folder where it lies there, with «/»."""
        if path.is_relative_to(self.top):
            path = path.relative_to(self.top)
        return path.as_posix()

    @cached_property
    def taken(self) -> dict[str, Path]:
        """Key of a path -> the file of the folder that has it, under whatever capitals."""
        if not self.folder.is_dir():
            return {}
        return {key_of(path): path for path in self.folder.iterdir()}

    def strays(self, known: Iterable[Path]) -> Iterator[Path]:
        """Yield the drafts in the folder that are none of the `known`: nobody knows what became of them."""
        keys = set(map(key_of, known))
        for key, path in sorted(self.taken.items()):
            if key in keys or not is_draft_name(path.name):
                continue
            if path.is_file() and DOMAIN.encode() in _head(read_bytes(path)):
                yield path


def is_draft_path(text: str) -> bool:
    """Say whether a text may name a draft: a person may have typed anything, also what leads elsewhere."""
    plain = PurePosixPath(text.replace("\\", "/"))
    return plain.suffix.lower() == SUFFIX and ".." not in plain.parts and text.isprintable()


def key_of(path: Path) -> str:
    """Return what two paths have in common if Windows takes them for one."""
    return path.as_posix().casefold()


def drafted_at(data: bytes) -> datetime | None:
    """Return the moment in the head of a draft, by the clock of the office."""
    head = BytesHeaderParser().parsebytes(_head(data))
    try:
        moment = parsedate_to_datetime(str(head["Date"]))
        return in_office_time(moment)
    except (ValueError, TypeError):
        return None


def _head(data: bytes) -> bytes:
    head, _, _ = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    return head + b"\n\n"


def _bears(data: bytes, line: LoggedLetter) -> bool:
    """Say whether a file outside the folder is this very draft: by its hash, or by the letter's own sign."""
    sign = f"<{line.code}@{DOMAIN}>"
    return sha256_of(data) == line.sha256 or sign.encode() in _head(data)
