"""A letter saved as .eml: when it came, and what was attached to it."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage


@dataclass(frozen=True)
class Letter:
    """A letter; `sent` is None when it carries no date that can be read."""

    sent: datetime | None
    attachments: list[tuple[str, bytes]]


def open_letter(data: bytes) -> Letter:
    """Return date and attachments of an .eml; one that is broken has neither."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    return Letter(_arrived(message), _attachments(message))


def _arrived(message: EmailMessage) -> datetime | None:
    """Return when the office's own mail server took it in, else the date the sender gave."""
    for header in (_first(message, "Received").rpartition(";")[2], _first(message, "Date")):
        try:
            found = parsedate_to_datetime(header.strip())
        except (TypeError, ValueError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _first(message: EmailMessage, name: str) -> str:
    try:
        return str((message.get_all(name) or [""])[0])
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
            found.append((name.replace("\\", "/").rpartition("/")[2], content))
    return found
