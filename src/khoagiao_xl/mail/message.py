"""One draft as an .eml file: classic Outlook opens it as an unsent message, others as a mail to forward."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name

if TYPE_CHECKING:
    from datetime import datetime

# 7-bit throughout: some mail servers of provincial offices still damage anything else.
_POLICY: Final = SMTP.clone(cte_type="7bit")
VIETNAM: Final = timezone(timedelta(hours=7))
_ADDRESS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_XLSX: Final = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a draft; its name is made ASCII, as some mail programs lose any other."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Draft:
    """One mail to one unit: `key` tells it from every other (unit, period, purpose)."""

    key: str
    recipient: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


def is_address(text: str) -> bool:
    """Say whether `text` is one plain ASCII mail address; anything else is left for a person to mend."""
    return bool(_ADDRESS.fullmatch(text))


def to_eml(draft: Draft, sender: str, moment: datetime) -> bytes:
    """Return the draft as .eml bytes; the same draft gives the same bytes."""
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"
    message["To"] = draft.recipient
    if is_address(sender):
        message["From"] = sender
    message["Subject"] = " ".join(draft.subject.split())
    message["Date"] = format_datetime(moment.replace(tzinfo=VIETNAM))
    message["Message-ID"] = f"<{_digest(draft)}@khoagiao.invalid>"
    message.set_content(draft.body, cte="base64")
    for attachment in draft.attachments:
        stem, _, suffix = attachment.name.rpartition(".")
        message.add_attachment(
            attachment.data, *_XLSX, filename=f"{safe_name(stem or suffix)}.{suffix}", cte="base64"
        )
    if message.is_multipart():
        message.set_boundary(f"=_{_digest(draft)}")
    # Python 3.11 loses blanks where it folds a header of mixed encoded words: headers are not folded.
    return message.as_bytes(policy=_POLICY.clone(max_line_length=0))


def _digest(draft: Draft) -> str:
    return hashlib.sha256(draft.key.encode("utf-8")).hexdigest()[:24]
