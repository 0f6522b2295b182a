"""One letter as an .eml file: classic Outlook opens it as an unsent message, others as a mail to forward."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.letter_head import head_of

if TYPE_CHECKING:
    from datetime import datetime

    from khoagiao_xl.mail.letter import Attachment, Letter

# 7-bit throughout: some mail servers of provincial offices still damage anything else.
_POLICY: Final = SMTP.clone(cte_type="7bit")
_TYPES: Final = {
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_ANY: Final = ("application", "octet-stream")


def eml_bytes(letter: Letter, sender: str, moment: datetime, sender_name: str = "") -> bytes:
    """Return the letter as .eml bytes; the same letter of the same moment gives the same bytes.

    moment: by the clock of the office. sender: the cell that names the office's address.
    sender_name: of the office, for an address that stands there without a name.
    Raise WrongRequest (THU-218) for a recipient without a sound address: such a letter reaches nobody.
    """
    head = head_of(letter, sender, moment, sender_name)
    message = EmailMessage(policy=_POLICY)
    body = letter.body.encode("utf-8", "replace")
    message.set_content(body.decode(), cte="base64")
    named = zip(letter.attachment_names, letter.attachments, strict=True)
    for name, attachment in named:
        _attach(message, name, attachment)
    if message.is_multipart():
        boundary = f"=_{letter.code}"
        message.set_boundary(boundary)
    return head.encode("ascii") + message.as_bytes()


def _attach(message: EmailMessage, name: str, attachment: Attachment) -> None:
    _, _, suffix = name.rpartition(".")
    maintype, subtype = _TYPES.get(suffix, _ANY)
    message.add_attachment(
        attachment.data,
        maintype=maintype,
        subtype=subtype,
        filename=name,
        cte="base64",
    )
