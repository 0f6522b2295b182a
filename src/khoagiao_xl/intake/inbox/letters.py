"""A letter saved as .eml: when it came, and what was attached to it."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


_LONGEST = 200_000  # characters of a letter's own words that are looked at


@dataclass(frozen=True)
class Letter:
    """A letter. sent: None when it carries no date that can be read. sender: the address it came from.

    words: its subject, and what was written in it.
    """

    sent: datetime | None
    attachments: list[tuple[str, bytes]]
    sender: str = ""
    words: tuple[str, ...] = ()


def open_letter(data: bytes) -> Letter:
    """Return what an .eml holds; one that is broken holds nothing."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    _, sender = parseaddr(_first(message, "From"))
    words = (_first(message, "Subject"), *_bodies(message))
    return Letter(_arrived(message), _attachments(message), sender, words)


def _bodies(message: EmailMessage) -> Iterator[str]:
    """Yield the texts of a letter that are no attachments."""
    for part in message.walk():
        try:
            if part.get_content_maintype() == "text" and not part.get_filename():
                yield part.get_content()[:_LONGEST]
        except Exception:  # noqa: BLE001, S112  # one broken part does not hide the others
            continue


def _arrived(message: EmailMessage) -> datetime | None:
    """Return when the office's own mail server took it in, else the date the sender gave."""
    taken_in = _first(message, "Received").rpartition(";")[2]
    for text in (taken_in, _first(message, "Date")):
        found = _moment(text.strip())
        if found:
            return found
    return None


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if found.tzinfo:
        return found
    return found.replace(tzinfo=UTC)


def _first(message: EmailMessage, name: str) -> str:
    try:
        found = message.get_all(name) or [""]
        return str(found[0])
    except Exception:  # noqa: BLE001  # the header parser fails in many ways on what strangers write
        return ""


def _attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for part in message.walk():
        try:
            name = part.get_filename()
            content = part.get_payload(decode=True)
        except Exception:  # noqa: BLE001, S112  # one broken part does not hide the others
            continue
        if name and isinstance(content, bytes):
            base = name.replace("\\", "/").rpartition("/")[2]
            found.append((base, content))
    return found
