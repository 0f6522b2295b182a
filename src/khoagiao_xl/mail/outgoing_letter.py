"""The letter that leaves: the draft's bytes as they lie, edits included, and its day of sending."""

from __future__ import annotations

import re
from email.header import Header
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.smtp_sending import OutgoingLetter
from khoagiao_xl.vietnamese.office_clock import with_zone
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from khoagiao_xl.mail.ready_drafts import ReadyDraft

PREVIEW: Final = ".xem-truoc@"  # in the Message-ID of a copy to the office
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_NEXT_FIELD: Final = re.compile(rb"\r\n(?![ \t])")
_CRLF: Final = b"\r\n"
_NEVER_SENT: Final = frozenset({"x-unsent", "bcc", "return-path"})


def outgoing(draft: ReadyDraft, sender: str, moment: datetime) -> OutgoingLetter:
    """Return a draft as it is sent at `moment` by the office's clock; sender: the office's bare address."""
    heads = {
        "Date": _day(moment),
        "Message-ID": draft.line.message_id,
    }
    data = _with_heads(draft.data, heads, sender)
    return OutgoingLetter(data, sender, draft.recipients)


def copy_to_office(draft: ReadyDraft, sender: str, moment: datetime) -> OutgoingLetter:
    """Return a copy of a draft for the office alone: it looks the same, and is another letter."""
    subject = sentence("THU-468", {"subject": draft.letter.subject})
    heads = {
        "Date": _day(moment),
        "Message-ID": draft.line.message_id.replace("@", PREVIEW),
        "Subject": Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n"),
    }
    data = _with_heads(draft.data, heads, sender)
    return OutgoingLetter(data, sender, (sender,))


def _day(moment: datetime) -> str:
    return format_datetime(with_zone(moment))


def _with_heads(draft: bytes, heads: Mapping[str, str], sender: str) -> bytes:
    """Return a draft with other heads, each where it stood; all else stays, byte for byte but for line ends.

    A head that the draft lacks comes last, and who sends it where nothing says so.
    """
    whole = _LINE_END.sub(_CRLF, draft)
    head, _, body = whole.partition(_CRLF + _CRLF)
    missing = {name.lower(): f"{name}: {value}" for name, value in heads.items()}
    known = _NEVER_SENT | missing.keys()
    fields = []
    for field in _NEXT_FIELD.split(head):
        name = _name_of(field)
        if name in missing:
            fields.append(missing.pop(name).encode())
        elif name not in known:
            fields.append(field)
    if "from" not in map(_name_of, fields):
        missing["from"] = f"From: {sender}"
    fields += [line.encode() for line in missing.values()]
    letter = _CRLF.join([*fields, b"", body])
    return letter if letter.endswith(_CRLF) else letter + _CRLF


def _name_of(field: bytes) -> str:
    name, _, _ = field.partition(b":")
    return name.decode("ascii", "replace").strip().lower()
