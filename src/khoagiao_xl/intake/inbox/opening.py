"""Letters and archives opened, one inside the other, within limits. In the process, which may die."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.archives import open_archive
from khoagiao_xl.intake.inbox.containers import FileInside, Inside, Unopened
from khoagiao_xl.intake.inbox.far_files import FarFile
from khoagiao_xl.intake.inbox.letters import open_letters
from khoagiao_xl.intake.inbox.outlook_files import open_msg, open_winmail
from khoagiao_xl.intake.safety.file_kind import FileKind, is_package, sniff
from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.preflight import is_lock_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from khoagiao_xl.intake.safety.limits import Limits

    Opener = Callable[[bytes, Limits], Inside]

LARGEST: Final = 4  # times the largest form: what a letter or archive may be
END: Final = 128 * 1024  # of a zip, where the list of its members stands
_BY_NAME: Final = (".eml", ".mht", ".mhtml")
_OPENERS: Final[Mapping[FileKind, Opener]] = {
    FileKind.LETTER: open_letters,
    FileKind.WORKBOOK_OR_ZIP: open_archive,
    FileKind.TRUNCATED: open_archive,
    FileKind.OUTLOOK: open_msg,
    FileKind.WINMAIL: open_winmail,
}


def may_hold_files(name: str, head: bytes, end: bytes) -> bool:
    """Say by the first and the last bytes of a file whether it may be a letter or an archive."""
    kind = sniff(head)
    if kind is FileKind.WORKBOOK_OR_ZIP:
        return not is_package(end)
    return kind in _OPENERS or kind in _OLE or _is_named_letter(name)


_OLE: Final = frozenset({FileKind.XLS, FileKind.ENCRYPTED})  # only the whole of it shows a letter of Outlook


def _is_named_letter(name: str) -> bool:
    return name.casefold().endswith(_BY_NAME)


def open_file(source: Path | bytes | FarFile, name: str, limits: Limits, deepest: int) -> list[FileInside]:
    """In the process: return every file inside a letter or an archive; nothing for what is neither.

    One that gives nothing, or not all, is itself among them, with why. deepest: how many may lie in each
    other. Raise OSError for a file that cannot be read.
    """
    most = LARGEST * limits.file_bytes
    data = source if isinstance(source, bytes) else _read(source, most)
    whole = FileInside(name, data)
    if len(data) > most:
        return [_told(whole, "TN-14", most=most // MEGABYTE)]
    opening = _Opening(limits, deepest)
    found = list(opening.files(whole, 0))
    if opening.is_full:
        found.append(_told(replace(whole, data=b""), "TN-101", most=limits.attachments))
    return [] if found == [whole] else found


def _read(path: Path | FarFile, most: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(most + 1)


def _told(part: FileInside, code: str, **facts: object) -> FileInside:
    return replace(part, why=(code, facts))


class _Opening:
    """What was opened so far of one letter or archive. is_full: there are more files than are looked at."""

    def __init__(self, limits: Limits, deepest: int) -> None:
        self._limits = limits
        self._deepest = deepest
        self._size = 0
        self._count = 0
        self.is_full = False

    def files(self, part: FileInside, depth: int) -> Iterator[FileInside]:
        """Yield the files in a part, and the part itself where it is one or gave not all."""
        if self.is_full:
            return
        opener = None if part.why else _opener(part)
        if opener is None:
            yield from self._counted(part, depth)
        elif depth >= self._deepest:
            yield from self._counted(self._too_deep(part), depth)
        else:
            yield from self._inside(part, opener, depth)

    def _too_deep(self, part: FileInside) -> FileInside:
        """Return a part that is not opened: lying too deep, or one of those that brought the process down."""
        if self._deepest < self._limits.nested:
            return _told(part, "TN-102")
        return _told(part, "TN-100", most=self._deepest)

    def _inside(self, part: FileInside, opener: Opener, depth: int) -> Iterator[FileInside]:
        inside = self._open(opener, part)
        for inner in inside.parts:
            if not is_lock_file(inner.name):
                yield from self.files(inner.inside(part), depth + 1)
        if inside.why or not inside.parts:
            own = replace(
                part,
                why=inside.why,
                sender=inside.sender or part.sender,
                words=(*part.words, *inside.words),
            )
            yield from self._counted(own, depth)

    def _open(self, opener: Opener, part: FileInside) -> Inside:
        try:
            return opener(part.data, self._limits)
        except Unopened as unopened:
            return Inside(why=unopened.why)
        except Exception:  # noqa: BLE001  # a stranger's file: that it fails is the verdict on it
            return Inside(why=("TN-102", {}))

    def _counted(self, part: FileInside, depth: int) -> Iterator[FileInside]:
        """Yield a file, without its content when all of them together have become too much."""
        if depth == 0:
            yield replace(part, data=b"") if part.why else part
            return
        limits = self._limits
        self._count += 1
        self._size += len(part.data)
        if self._count > limits.attachments:
            self.is_full = True
        elif self._size > limits.opened_bytes:
            yield replace(_told(part, "TN-108", most=limits.opened_bytes // MEGABYTE), data=b"")
        else:
            yield part


def _opener(part: FileInside) -> Opener | None:
    kind = sniff(part.data)
    if kind is FileKind.WORKBOOK_OR_ZIP and is_package(part.data):
        return None
    known = _OPENERS.get(kind)
    if known is None and _is_named_letter(part.name):
        return open_letters
    return known
