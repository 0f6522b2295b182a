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
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from khoagiao_xl.mail.ready_drafts import ReadyDraft

PREVIEW: Final = ".xem-truoc@"  # in the Message-ID of a copy to the office
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_NEXT_FIELD: Final = re.compile(rb"\r\n(?![ \t])")
_CRLF, _END_OF_HEAD = b"\r\n", b"\r\n\r\n"
_NEVER_SENT: Final = frozenset({"x-unsent", "bcc", "return-path"})


def outgoing(draft: ReadyDraft, sender: str, moment: datetime) -> OutgoingLetter:
    """Return a draft as it is sent at `moment` by the office's clock; sender: the office's bare address."""
    heads = {"Date": _day(moment)}
    own = draft.line.message_id
    if own != draft.letter.message_id:  # a mail program has given it another one
        heads["Message-ID"] = own
    data = _with_heads(draft.data, heads, sender)
    return OutgoingLetter(data, sender, draft.recipients)


def copy_to_office(draft: ReadyDraft, sender: str, moment: datetime) -> OutgoingLetter:
    """Return a copy of a draft for the office alone: it looks the same, and is another letter."""
    facts = {"subject": draft.letter.subject}
    told = sentence("THU-468", facts)
    subject = Header(told, "utf-8", header_name="Subject")
    own = draft.line.message_id
    heads = {
        "Date": _day(moment),
        "Message-ID": own.replace("@", PREVIEW),
        "Subject": subject.encode(linesep="\r\n"),
    }
    data = _with_heads(draft.data, heads, sender)
    return OutgoingLetter(
        data,
        sender,
        recipients=(sender,),
    )


def head_of(data: bytes) -> bytes:
    """Return the heads of a letter, all lines before the first blank one, with CRLF between them."""
    head, _ = _parted(data)
    return head


def _parted(data: bytes) -> tuple[bytes, bytes]:
    whole = _LINE_END.sub(_CRLF, data)
    head, _, body = whole.partition(_END_OF_HEAD)
    return head, body


def _day(moment: datetime) -> str:
    aware = with_zone(moment)
    return format_datetime(aware)


def _with_heads(draft: bytes, heads: Mapping[str, str], sender: str) -> bytes:
    """Return a draft with other heads; all else stays, byte for byte but for line ends.

    A mail program may store a draft without telling who sends it: the office's address does, then.
    """
    head, body = _parted(draft)
    changed = map(str.lower, heads)
    fields = list(_kept(head, {*_NEVER_SENT, *changed}))
    names = map(_name_of, fields)
    if "from" not in names:
        heads = {**heads, "From": sender}
    for name, value in heads.items():
        line = f"{name}: {value}"
        fields.append(line.encode())
    fields.append(b"")
    letter = _CRLF.join([*fields, body])
    if letter.endswith(_CRLF):
        return letter
    return letter + _CRLF


def _kept(head: bytes, left_out: Collection[str]) -> Iterator[bytes]:
    """Yield the fields of a head, folded as they are, but for those with a name of `left_out`."""
    for field in _NEXT_FIELD.split(head):
        if _name_of(field) not in left_out:
            yield field


def _name_of(field: bytes) -> str:
    name, _, _ = field.partition(b":")
    text = name.decode("ascii", "replace")
    bare = text.strip()
    return bare.lower()
