"""How large a letter is on its way, and what is left out of one that no mail server would take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import told_receiver
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from khoagiao_xl.mail.letter import Attachment, Letter

MEGABYTE: Final = 1024 * 1024
ENCODED: Final = 78 / 57  # bytes of base64, its line ends among them, for each byte
FOLDER: Final = "gui-rieng"  # beside the drafts: what a person hands over another way


@dataclass(frozen=True)
class Fitted:
    """A letter that can go. left_out: the attachments that cannot, of which its text tells."""

    letter: Letter
    left_out: tuple[Attachment, ...] = ()
    most: float = 0

    @property
    def told(self) -> tuple[str, ...]:
        """What the office is to do with what was left out."""
        return tuple(map(self._told, self.left_out))

    def _told(self, attachment: Attachment) -> str:
        letter = self.letter
        recipients = ", ".join(map(str, letter.to))
        facts = {
            **facts_of(attachment),
            "kind": letter.kind,
            "to": told_receiver(letter.unit, recipients),
            "most": self.most,
            "folder": FOLDER,
        }
        return sentence("THU-232", facts)

    def files(self, folder: Path) -> list[NewFile]:
        """Return what was left out as files beside the drafts in `folder`."""
        beside = folder / FOLDER
        files = []
        for attachment in self.left_out:
            path = beside / attachment.ascii_name
            file = NewFile(path, attachment.data, WhenThere.KEEP_OLDER)
            files.append(file)
        return files


def fitted(letter: Letter, most: float) -> Fitted:
    """Return the letter within `most` megabytes; the largest attachments are left out, and it says so."""
    left_out = []
    fits = letter
    while fits.attachments and megabytes_of(fits) > most:
        kept = list(fits.attachments)
        largest = max(kept, key=_length)
        kept.remove(largest)
        left_out.append(largest)
        fits = replace(fits, attachments=tuple(kept))
    if not left_out:
        return Fitted(letter)
    body = _with_notes(letter.body, left_out)
    return Fitted(
        letter=replace(fits, body=body),
        left_out=tuple(left_out),
        most=most,
    )


def megabytes_of(letter: Letter) -> float:
    """Return how large a letter is as it goes over the line."""
    body = letter.body.encode()
    files = map(_length, letter.attachments)
    length = len(body) + sum(files)
    return length * ENCODED / MEGABYTE


def _length(attachment: Attachment) -> int:
    return len(attachment.data)


def _with_notes(body: str, left_out: Iterable[Attachment]) -> str:
    lines = [body.rstrip(), ""]
    for attachment in left_out:
        facts = facts_of(attachment)
        line = sentence("THU-231", facts)
        lines.append(line)
    text = "\n".join(lines)
    return f"{text}\n"


def facts_of(attachment: Attachment) -> dict[str, object]:
    """Return name and size of an attachment, as a sentence tells them."""
    length = _length(attachment)
    return {
        "name": attachment.ascii_name,
        "size": in_megabytes(length),
    }


def in_megabytes(size: int) -> str:
    """Return a size in bytes as a sentence tells it: «0,4»."""
    megabytes = f"{size / MEGABYTE:.1f}"
    return megabytes.replace(".", ",")
