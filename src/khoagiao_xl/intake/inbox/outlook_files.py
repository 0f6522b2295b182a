"""What Outlook alone writes: a letter saved as .msg, and winmail.dat (TNEF). In the process."""

from __future__ import annotations

import contextlib
import io
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.inbox.containers import FileInside, Inside, Unopened
from khoagiao_xl.intake.inbox.letters import PICTURE_OF_THE_TEXT, WORDS
from khoagiao_xl.intake.inbox.part_names import nameless, shown, split_path
from khoagiao_xl.mail.delivery_reports import DeliveryReport, ReportOutcome, codes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.limits import Limits

# Properties of a .msg (MS-OXPROPS): number and kind, as its streams are called.
_SUBJECT, _BODY = "0037", "1000"
_SENDERS: Final = ("5D01", "0C1F")  # by SMTP; as the sender's own system names it
_LONG_NAME, _SHORT_NAME, _DATA = "3707", "3704", "37010102"
_CLASS, _ORIGINAL_SUBJECT = "001A", "0049"
_REPORT, _NOT_DELIVERED = "REPORT.", ".NDR"  # of a message class (MS-OXOMSG)
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_UNICODE, _NARROW = "001F", "001E"
_ATTACHMENT: Final = "__attach_version1.0_"
_EMBEDDED: Final = "__substg1.0_3701000D"  # a letter inside, as a folder of its own
_TIMES: Final = "__properties_version1.0"
_DELIVERED, _SENT = 0x0E060040, 0x00390040
_HEADER_OF_TIMES: Final = 32
_DEEPEST: Final = 4  # letters in each other
_BEGIN: Final = datetime(1601, 1, 1, tzinfo=UTC)


# -- .msg -------------------------------------------------------------------------------------------------


def open_msg(data: bytes, limits: Limits) -> Inside:
    """Return the files attached to a letter saved from Outlook; raise Unopened for one that is broken."""
    import olefile

    open_ole: Any = olefile.OleFileIO
    try:
        with open_ole(io.BytesIO(data)) as ole:
            letter = _Msg(ole)
            plain = data.replace(b"\0", b"")  # its texts are UTF-16
            report = letter.report(codes_in(plain))
            if report:
                return Inside.of_report(report)
            return letter.inside(limits.attachments)
    except Unopened:
        raise
    except Exception as error:  # olefile raises many kinds for what is broken
        raise Unopened("TN-31") from error


class _Msg:
    """A letter of Outlook: a file of streams, one a property. root: the storage of one inside another."""

    def __init__(self, ole: Any, root: str = "") -> None:
        self._ole = ole
        self._root = root

    def inside(self, most: int) -> Inside:
        """Return its attachments, with what is known of it; raise Unopened (TN-29) where there are none."""
        folders = self._attachments()
        inside = Inside()
        for folder in folders[:most]:
            self._add(inside, folder)
        if len(folders) > most:
            inside.why = ("TN-101", {"most": most})
        if not inside.parts and not inside.why:
            raise Unopened("TN-29")
        return inside

    def report(self, codes: tuple[str, ...]) -> DeliveryReport | None:
        """Return what a report says that Outlook shows as a letter; None for a letter of a person.

        codes: of the letters of ours that the file names.
        """
        kind = self._text(self._root, _CLASS).upper()
        if not kind.startswith(_REPORT):
            return None
        outcome = ReportOutcome.FAILED if kind.endswith(_NOT_DELIVERED) else ReportOutcome.OTHER
        found = _ADDRESS.findall(self._text(self._root, _BODY)[:WORDS])
        return DeliveryReport(
            outcome,
            addresses=tuple(dict.fromkeys(found)),
            codes=codes,
            subject=self._text(self._root, _ORIGINAL_SUBJECT),
        )

    def _attachments(self) -> list[str]:
        depth = self._root.count("/") + 1 if self._root else 0
        found = set()
        for entry in self._ole.listdir(streams=True, storages=True):
            path = "/".join(entry[: depth + 1])
            if path.startswith(f"{self._root}/{_ATTACHMENT}".lstrip("/")):
                found.add(path)
        return sorted(found)

    def _add(self, inside: Inside, folder: str) -> None:
        """Add an attachment; of one that is a letter, a storage of its own, what is attached to that."""
        inner = f"{folder}/{_EMBEDDED}"
        if not self._ole.exists(inner):
            part = self._part(folder, len(inside.parts) + 1)
            if not PICTURE_OF_THE_TEXT.fullmatch(part.name):
                inside.parts.append(part)
        elif inner.count(_EMBEDDED) > _DEEPEST:
            inside.why = ("TN-114", {"most": _DEEPEST})
        else:
            self._add_letter(inside, inner)

    def _add_letter(self, inside: Inside, root: str) -> None:
        letter = _Msg(self._ole, root)
        for folder in letter._attachments():
            letter._add(inside, folder)

    def _part(self, folder: str, number: int) -> FileInside:
        data = self._stream(f"{folder}/__substg1.0_{_DATA}")
        told = self._text(folder, _LONG_NAME) or self._text(folder, _SHORT_NAME)
        _, name = split_path(told)
        return FileInside(
            name or nameless(data, number),
            data,
            (subject,) if self._root and (subject := shown(self._text(self._root, _SUBJECT))) else (),
            sent=self._sent(),
            sender=self._sender(),
            words=self._words(),
        )

    def _words(self) -> tuple[str, str]:
        return self._text(self._root, _SUBJECT), self._text(self._root, _BODY)[:WORDS]

    def _sender(self) -> str:
        for number in _SENDERS:
            address = self._text(self._root, number)
            if "@" in address:
                return address
        return ""

    def _text(self, folder: str, number: str) -> str:
        prefix = f"{folder}/" if folder else ""
        wide = self._stream(f"{prefix}__substg1.0_{number}{_UNICODE}")
        if wide:
            return wide.decode("utf-16-le", "replace").strip("\0 ")
        narrow = self._stream(f"{prefix}__substg1.0_{number}{_NARROW}")
        return narrow.decode("cp1258", "replace").strip("\0 ")

    def _stream(self, path: str) -> bytes:
        if not self._ole.exists(path):
            return b""
        read: bytes = self._ole.openstream(path).read()
        return read

    def _sent(self) -> datetime | None:
        """Return when the letter was delivered, else when it was sent."""
        data = self._stream(_TIMES)  # of the outermost: when that was taken in
        known = dict(_times(data))
        return known.get(_DELIVERED) or known.get(_SENT)


def _times(data: bytes) -> Iterator[tuple[int, datetime]]:
    """Yield the properties of fixed length that are a time: 16 bytes each, the value in the last eight."""
    for at in range(_HEADER_OF_TIMES, len(data) - 15, 16):
        tag = int.from_bytes(data[at : at + 4], "little")
        if tag in (_DELIVERED, _SENT):
            ticks = int.from_bytes(data[at + 8 : at + 16], "little")  # of 100 nanoseconds, since 1601
            since = ticks // 10
            with contextlib.suppress(OverflowError):
                yield tag, _BEGIN + timedelta(microseconds=since)


# -- winmail.dat ------------------------------------------------------------------------------------------


def open_winmail(data: bytes, limits: Limits) -> Inside:
    """Return the files that Outlook packed into winmail.dat; raise Unopened (TN-103) where there are none."""
    try:
        from tnefparse import tnef

        unpack: Any = tnef.TNEF
        packed = unpack(data, do_checksum=False)
        parts = [_tnef_part(item, at) for at, item in enumerate(packed.attachments, 1)]
    except Exception as error:  # the library raises many kinds for what is broken
        raise Unopened("TN-103") from error
    found = [part for part in parts if part.data]
    if not found:
        raise Unopened("TN-103")
    inside = Inside(found[: limits.attachments])
    if len(found) > limits.attachments:
        inside.why = ("TN-101", {"most": limits.attachments})
    return inside


def _tnef_part(item: Any, number: int) -> FileInside:
    data = bytes(item.data or b"")
    _, name = split_path(_tnef_name(item))
    return FileInside(name or nameless(data, number), data)


def _tnef_name(item: Any) -> str:
    for told in (item.long_filename, lambda: item.name):
        with contextlib.suppress(Exception):
            name = told()
            return _as_text(name).strip("\0 ")
    return ""


def _as_text(name: str | bytes) -> str:
    return name.decode("cp1258", "replace") if isinstance(name, bytes) else name
