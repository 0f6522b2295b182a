"""The status part of a delivery report (RFC 3464): what became of a letter at each of its recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.mail.letter_reading import head_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

PART: Final = "message/delivery-status"


@dataclass(frozen=True)
class RecipientStatus:
    """address: as the office wrote it. action: «failed», «delayed», …. reason: as the server says it."""

    address: str
    action: str
    reason: str


def statuses_of(message: Message) -> Iterator[RecipientStatus]:
    """Yield what a report says of each recipient; the first piece of its status part is of the letter."""
    for piece in _pieces(message):
        original = _after(piece, "Original-Recipient")
        address = original or _after(piece, "Final-Recipient")
        if not address:
            continue
        action = head_text(piece, "Action")
        diagnosis = _after(piece, "Diagnostic-Code")
        yield RecipientStatus(
            address.strip("<>"),
            action=action.casefold(),
            reason=diagnosis or head_text(piece, "Status"),
        )


def _pieces(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() != PART:
            continue
        payload: Any = part.get_payload()
        if isinstance(payload, list):
            yield from payload


def _after(piece: Message, name: str) -> str:
    """Return what stands behind the kind of an address or a diagnosis: «rfc822; a@b.vn»."""
    told = head_text(piece, name)
    _, sign, rest = told.partition(";")
    if not sign:
        return told
    return rest.strip()
