"""One letter as an .eml file: classic Outlook opens it as an unsent message, others as a mail to forward."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.vietnamese.office_clock import with_zone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from khoagiao_xl.mail.letter import Attachment, Letter, Recipient

# 7-bit throughout: some mail servers of provincial offices still damage anything else.
_POLICY: Final = SMTP.clone(cte_type="7bit")
# Python 3.11 loses blanks where it folds a header of mixed encoded words: headers are not folded.
_UNFOLDED: Final = _POLICY.clone(max_line_length=0)
_TYPES: Final = {
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_ANY: Final = ("application", "octet-stream")


def eml_bytes(letter: Letter, sender: str, moment: datetime) -> bytes:
    """Return the letter as .eml bytes; the same letter of the same moment gives the same bytes.

    moment: by the clock of the office. sender: the cell that names the office's address.
    """
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"
    if letter.to:
        message["To"] = _addressed(letter.to)
    if letter.cc:
        message["Cc"] = _addressed(letter.cc)
    own = read_addresses(sender)
    if own.sound:
        message["From"] = own.sound[0]
    message["Subject"] = " ".join(letter.subject.split())
    sent = with_zone(moment)
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = letter.message_id
    message.set_content(letter.body, cte="base64")
    for attachment in letter.attachments:
        _attach(message, attachment)
    if message.is_multipart():
        message.set_boundary(f"=_{letter.code}")
    return message.as_bytes(policy=_UNFOLDED)


def _addressed(recipients: Iterable[Recipient]) -> list[Address]:
    addresses = []
    for recipient in recipients:
        name = " ".join(recipient.name.split())
        address = Address(name, addr_spec=recipient.address)
        addresses.append(address)
    return addresses


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    name = attachment.ascii_name
    _, _, suffix = name.rpartition(".")
    maintype, subtype = _TYPES.get(suffix, _ANY)
    message.add_attachment(
        attachment.data,
        maintype=maintype,
        subtype=subtype,
        filename=name,
        cte="base64",
    )
