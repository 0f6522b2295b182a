"""A letter parsed back from its bytes: as a person may have left it, nothing in it is taken for granted."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter import Attachment, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADS: Final = ("To", "Cc", "From", "Subject", "Message-ID")  # one of which every letter has


@dataclass(frozen=True)
class ReadLetter:
    """What a letter says. bcc: to whom it goes unseen: no draft of ours has one. body: all its texts."""

    subject: str = ""
    to: tuple[Recipient, ...] = ()
    cc: tuple[Recipient, ...] = ()
    bcc: tuple[Recipient, ...] = ()
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    message_id: str = ""
    date: str = ""


def read_letter(data: bytes, name: str = "") -> ReadLetter:
    """Return what stands in an .eml file; raise WrongRequest (THU-227) for what is no letter."""
    message = message_from_bytes(data, EmailMessage, policy=default)
    if not any(map(message.__contains__, _HEADS)):
        raise WrongRequest("THU-227", name=name)
    texts = "\n".join(_texts(message))
    return ReadLetter(
        subject=_head(message, "Subject"),
        to=tuple(_addressed(message, "To")),
        cc=tuple(_addressed(message, "Cc")),
        bcc=tuple(_addressed(message, "Bcc")),
        body=texts.replace("\r\n", "\n"),
        attachments=tuple(_attached(message)),
        message_id=_head(message, "Message-ID"),
        date=_head(message, "Date"),
    )


def _head(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _addressed(message: EmailMessage, name: str) -> Iterator[Recipient]:
    for head in message.get_all(name, ()):
        for address in head.addresses:
            yield Recipient(address.addr_spec, address.display_name)


def _texts(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        is_shown = part.get_content_maintype() == "text" and not part.get_filename()
        if is_shown:
            yield _text(part)


def _text(part: EmailMessage) -> str:
    data = _content(part)
    charset = part.get_content_charset("utf-8")
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _attached(message: EmailMessage) -> Iterator[Attachment]:
    """Yield every part that is no text of the letter itself: named, or of any other kind."""
    for part in message.walk():
        name = part.get_filename() or ""
        is_text = part.get_content_maintype() == "text" and not name
        if not part.is_multipart() and not is_text:
            yield Attachment(name, _content(part))


def _content(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
