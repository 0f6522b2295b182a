"""One draft as an .eml file: classic Outlook opens it as an unsent message, others as a mail to forward."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name
from khoagiao_xl.mail.addresses import read_addresses

if TYPE_CHECKING:
    from datetime import datetime

# 7-bit throughout: some mail servers of provincial offices still damage anything else.
_POLICY: Final = SMTP.clone(cte_type="7bit")
# Python 3.11 loses blanks where it folds a header of mixed encoded words: headers are not folded.
_UNFOLDED: Final = _POLICY.clone(max_line_length=0)
DIGEST_LENGTH: Final = 24
VIETNAM: Final = timezone(timedelta(hours=7))
_XLSX: Final = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True)
class Attachment:
    """A workbook that goes with a draft."""

    name: str
    data: bytes

    @classmethod
    def of(cls, path: Path) -> Attachment:
        """Return a file as an attachment."""
        return cls(path.name, path.read_bytes())

    @property
    def ascii_name(self) -> str:
        """The name in ASCII, as some mail programs lose any other."""
        stem, _, suffix = self.name.rpartition(".")
        plain = safe_name(stem or suffix)
        return f"{plain}.{suffix}"


@dataclass(frozen=True)
class Draft:
    """One mail to one unit: `key` tells it from every other (unit, period, purpose)."""

    key: str
    recipient: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()

    @property
    def digest(self) -> str:
        """What names the draft in its own headers."""
        key = self.key.encode("utf-8")
        whole = hashlib.sha256(key)
        digits = whole.hexdigest()
        return digits[:DIGEST_LENGTH]


def to_eml(draft: Draft, sender: str, moment: datetime) -> bytes:
    """Return the draft as .eml bytes; the same draft gives the same bytes."""
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"
    if draft.recipient:
        message["To"] = draft.recipient
    own = read_addresses(sender)
    if own.sound:
        message["From"] = own.sound[0]
    words = draft.subject.split()
    message["Subject"] = " ".join(words)
    sent = moment.replace(tzinfo=VIETNAM)
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = f"<{draft.digest}@khoagiao.invalid>"
    message.set_content(draft.body, cte="base64")
    for attachment in draft.attachments:
        _attach(message, attachment)
    if message.is_multipart():
        message.set_boundary(f"=_{draft.digest}")
    return message.as_bytes(policy=_UNFOLDED)


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    maintype, subtype = _XLSX
    message.add_attachment(
        attachment.data,
        maintype=maintype,
        subtype=subtype,
        filename=attachment.ascii_name,
        cte="base64",
    )
