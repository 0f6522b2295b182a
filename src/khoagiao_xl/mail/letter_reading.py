"""A letter parsed back from its bytes: as a person may have left it, nothing in it is taken for granted."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter import Attachment, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_HEADS: Final = frozenset({"to", "cc", "from", "subject", "message-id"})  # one of which every letter has
_LONGEST_HEAD: Final = 100_000  # bytes of a letter in which its head is looked for


@dataclass(frozen=True)
class ReadLetter:
    """What a letter says. bcc: to whom it goes unseen: no draft of ours has one. body: all its texts.

    plain, page: of these the plain ones, and those in HTML.
    """

    subject: str = ""
    to: tuple[Recipient, ...] = ()
    cc: tuple[Recipient, ...] = ()
    bcc: tuple[Recipient, ...] = ()
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    message_id: str = ""
    date: str = ""
    plain: str = ""
    page: str = ""


def read_letter(data: bytes, name: str = "") -> ReadLetter:
    """Return what stands in an .eml file; raise WrongRequest (THU-227) for what is no letter."""
    try:
        message = message_from_bytes(data.removeprefix(BOM_UTF8))
    except RecursionError:  # parts in parts in parts: nobody wrote that
        raise WrongRequest("THU-227", name=name) from None
    heads = set(map(str.lower, message))
    if heads.isdisjoint(_HEADS):
        raise WrongRequest("THU-227", name=name)
    return ReadLetter(
        subject=head_text(message, "Subject"),
        to=_addressed(message, "To"),
        cc=_addressed(message, "Cc"),
        bcc=_addressed(message, "Bcc"),
        body=_joined(message),
        attachments=tuple(_attached(message)),
        message_id=head_text(message, "Message-ID"),
        date=head_text(message, "Date"),
        plain=_joined(message, "plain"),
        page=_joined(message, "html"),
    )


def head_of(data: bytes) -> Message:
    """Return what a letter says above its text, without reading the text."""
    return BytesHeaderParser().parsebytes(data[:_LONGEST_HEAD])


def head_text(message: Message, name: str) -> str:
    """Return what stands behind a name in the head of a letter, decoded, on one line; blank for nothing."""
    found = [*_raw(message, name), ""]
    return _decoded(found[0])


def _addressed(message: Message, name: str) -> tuple[Recipient, ...]:
    recipients = []
    for shown, address in getaddresses(_raw(message, name)):
        if address:
            named = _decoded(shown)
            recipients.append(Recipient(address, named))
    return tuple(recipients)


def _raw(message: Message, name: str) -> list[str]:
    """Return what stands behind a name in the head, unfolded; some programs write it in UTF-8 as it is."""
    found = []
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            data = value.encode("utf-8", "surrogateescape")
            text = data.decode("utf-8", "replace")
            found.append(_one_line(text))
    return found


def _decoded(raw: str) -> str:
    """Return a text of the head as a person reads it, on one line."""
    unfolded = _one_line(raw)
    try:
        parts = decode_header(unfolded)
        text = str(make_header(parts))
    except (HeaderParseError, LookupError, ValueError):
        return unfolded
    return _one_line(text)


def _one_line(text: str) -> str:
    words = text.split()
    return " ".join(words)


# -- its parts --------------------------------------------------------------------------------------------


def _joined(message: Message, kind: str = "") -> str:
    """Return the texts of a kind, of all kinds where none is named, one behind the other."""
    texts = "\n".join(_texts(message, kind))
    return texts.replace("\r\n", "\n")


def _texts(message: Message, kind: str) -> Iterator[str]:
    for part in message.walk():
        kinds = ("", part.get_content_subtype())
        if _is_text(part) and kind in kinds:
            yield _text(part)


def _attached(message: Message) -> Iterator[Attachment]:
    """Yield every part that is no text of the letter itself: named, or of any other kind."""
    for part in message.walk():
        if part.is_multipart() or _is_text(part):
            continue
        name = part.get_filename() or ""
        yield Attachment(_decoded(name), _content(part))


def _is_text(part: Message) -> bool:
    """Say whether a part is shown as a text of the letter."""
    if part.get_filename():
        return False
    kind = part.get_content_maintype()
    return kind == "text"


def _text(part: Message) -> str:
    data = _content(part)
    charset = part.get_content_charset("utf-8")
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
