"""What Outlook alone writes: a letter saved as .msg, and winmail.dat (TNEF). In the process."""

from __future__ import annotations

import contextlib
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.inbox.containers import Inside, Part, Unopened
from khoagiao_xl.intake.inbox.letters import WORDS
from khoagiao_xl.intake.inbox.part_names import nameless, split_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.limits import Limits

# Properties of a .msg (MS-OXPROPS): number and kind, as its streams are called.
_SUBJECT, _BODY = "0037", "1000"
_SENDERS: Final = ("5D01", "0C1F")  # by SMTP; as the sender's own system names it
_LONG_NAME, _SHORT_NAME, _DATA = "3707", "3704", "37010102"
_UNICODE, _NARROW = "001F", "001E"
_ATTACHMENT: Final = "__attach_version1.0_"
_EMBEDDED: Final = "__substg1.0_3701000D"  # a letter inside, as a folder of its own
_TIMES: Final = "__properties_version1.0"
_DELIVERED, _SENT = 0x0E060040, 0x00390040
_HEADER_OF_TIMES: Final = 32
_BEGIN: Final = datetime(1601, 1, 1, tzinfo=UTC)


# -- .msg -------------------------------------------------------------------------------------------------


def open_msg(data: bytes, limits: Limits) -> Inside:
    """Return the files attached to a letter saved from Outlook; raise Unopened for one that is broken."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            return _Msg(ole).inside(limits.attachments)
    except Unopened:
        raise
    except Exception as error:  # olefile raises many kinds for what is broken
        raise Unopened("TN-31") from error


class _Msg:
    """A letter of Outlook: a file of streams, one a property."""

    def __init__(self, ole: Any) -> None:
        self._ole = ole

    def inside(self, most: int) -> Inside:
        """Return its attachments, with what is known of the letter."""
        facts = {
            "sent": self._sent(),
            "sender": self._sender(),
            "words": (self._text("", _SUBJECT), self._text("", _BODY)[:WORDS]),
        }
        inside = Inside()
        folders = self._attachments()
        for folder in folders[:most]:
            if self._ole.exists(f"{folder}/{_EMBEDDED}"):
                inside.why = ("TN-31", {})
            else:
                inside.parts.append(self._part(folder, len(inside.parts) + 1, facts))
        if len(folders) > most:
            inside.why = ("TN-101", {"most": most})
        return inside

    def _attachments(self) -> list[str]:
        names = {entry[0] for entry in self._ole.listdir(streams=True, storages=True)}
        return sorted(name for name in names if name.startswith(_ATTACHMENT))

    def _part(self, folder: str, number: int, facts: dict[str, Any]) -> Part:
        data = self._stream(f"{folder}/__substg1.0_{_DATA}")
        told = self._text(folder, _LONG_NAME) or self._text(folder, _SHORT_NAME)
        _, name = split_path(told)
        return Part(name or nameless(data, number), data, **facts)

    def _sender(self) -> str:
        for number in _SENDERS:
            address = self._text("", number)
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
        data = self._stream(_TIMES)
        known = dict(_times(data))
        return known.get(_DELIVERED) or known.get(_SENT)


def _times(data: bytes) -> Iterator[tuple[int, datetime]]:
    """Yield the properties of fixed length that are a time: 16 bytes each, the value in the last eight."""
    for at in range(_HEADER_OF_TIMES, len(data) - 15, 16):
        tag = int.from_bytes(data[at : at + 4], "little")
        if tag in (_DELIVERED, _SENT):
            ticks = int.from_bytes(data[at + 8 : at + 16], "little")  # of 100 nanoseconds, since 1601
            with contextlib.suppress(OverflowError):
                yield tag, _BEGIN + timedelta(microseconds=ticks // 10)


# -- winmail.dat ------------------------------------------------------------------------------------------


def open_winmail(data: bytes, limits: Limits) -> Inside:
    """Return the files that Outlook packed into winmail.dat; raise Unopened (TN-103) where there are none."""
    try:
        from tnefparse import TNEF

        packed = TNEF(data, do_checksum=False)
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


def _tnef_part(item: Any, number: int) -> Part:
    data = bytes(item.data or b"")
    _, name = split_path(_tnef_name(item))
    return Part(name or nameless(data, number), data)


def _tnef_name(item: Any) -> str:
    for told in (item.long_filename, lambda: item.name):
        with contextlib.suppress(Exception):
            name = told()
            return _as_text(name).strip("\0 ")
    return ""


def _as_text(name: str | bytes) -> str:
    return name.decode("cp1258", "replace") if isinstance(name, bytes) else name
