"""Nothing marked secret leaves: a letter is searched before it is drafted, and again before it is sent.

Attachments are opened by a reader that the step brings: `intake.attachment_reading` has the one that opens
files of strangers in a process of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.letter_reading import read_letter
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.mail.letter import Attachment, Letter
    from khoagiao_xl.mail.letter_reading import ReadLetter


class InAttachment(Enum):
    """What a reader found in an attachment."""

    NOTHING = auto()
    MARK = auto()
    NO_TICK = auto()  # a filled form that does not say that it is free of secrets
    UNREADABLE = auto()  # a password, or what no reader can open


AttachmentReader = Callable[[str, bytes], InAttachment]
DRAFT: Final = "thu.eml"
_TOLD: Final = {
    InAttachment.MARK: "THU-222",
    InAttachment.NO_TICK: "THU-223",
    InAttachment.UNREADABLE: "THU-224",
}


def reasons_to_hold(letter: Letter | ReadLetter, reader: AttachmentReader) -> tuple[str, ...]:
    """Return why a letter may not leave, a sentence each; a mark is never quoted, nor what bears it."""
    reasons = list(_of_attachments(letter.attachments, reader))
    if _is_marked(letter):
        in_words = sentence("THU-221", {})
        reasons.insert(0, in_words)
    return tuple(reasons)


def reasons_to_hold_eml(data: bytes, reader: AttachmentReader) -> tuple[str, ...]:
    """Return why a draft may not leave as it lies there; raise WrongRequest (THU-227) for what is none.

    The reader looks at the whole, too: at words between tags, in letters within the letter.
    """
    letter = read_letter(data, DRAFT)
    reasons = reasons_to_hold(letter, reader)
    if reasons:
        return reasons
    found = reader(DRAFT, data)
    if found is InAttachment.MARK:
        return (sentence("THU-221", {}),)
    return ()


def without_unticked(letter: Letter, reader: AttachmentReader) -> tuple[Letter, tuple[str, ...]]:
    """Return the letter without filled forms that lack their tick, which its text says; and what is told."""
    kept = []
    told = []
    body = letter.body
    for attachment in letter.attachments:
        found = _found_in(attachment, reader)
        if found is not InAttachment.NO_TICK:
            kept.append(attachment)
            continue
        facts = {"name": attachment.ascii_name}
        told.append(sentence("THU-226", facts))
        note = sentence("THU-228", facts)
        body = f"{body.rstrip()}\n\n{note}\n"
    left = replace(letter, body=body, attachments=tuple(kept))
    return left, tuple(told)


def _of_attachments(attachments: Sequence[Attachment], reader: AttachmentReader) -> Iterator[str]:
    for number, attachment in enumerate(attachments, 1):
        found = _found_in(attachment, reader)
        if found in _TOLD:
            facts = {
                "name": attachment.name,
                "number": number,
            }
            yield sentence(_TOLD[found], facts)


def _found_in(attachment: Attachment, reader: AttachmentReader) -> InAttachment:
    name = attachment.name
    if bears_mark(name, Where.NAME):
        return InAttachment.MARK
    return reader(name, attachment.data)


def _is_marked(letter: Letter | ReadLetter) -> bool:
    subject = letter.subject
    if bears_mark(subject, Where.NAME):
        return True
    texts = (subject, letter.body)
    return any(bears_mark(text, Where.LETTER) for text in texts)
