"""How large a letter is on its way, and what is left out of one that no mail server would take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.vietnamese.figures import fact_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
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
        facts = {
            "kind": letter.kind,
            "to": letter.unit or ", ".join(map(str, letter.to)),
            "name": attachment.ascii_name,
            "size": _in_megabytes(len(attachment.data)),
            "most": fact_text(self.most),
            "folder": FOLDER,
        }
        return sentence("THU-232", facts)

    def files(self, folder: Path) -> list[NewFile]:
        """Return what was left out as files beside the drafts in `folder`."""
        files = []
        for attachment in self.left_out:
            path = folder / FOLDER / attachment.ascii_name
            files.append(NewFile(path, attachment.data, WhenThere.KEEP_OLDER))
        return files


def fitted(letter: Letter, most: float) -> Fitted:
    """Return the letter within `most` megabytes; the largest attachments are left out, and it says so."""
    kept = list(letter.attachments)
    left_out = []
    while kept and _size(letter, kept) > most * MEGABYTE:
        largest = max(kept, key=_length)
        kept.remove(largest)
        left_out.append(largest)
    if not left_out:
        return Fitted(letter)
    lines = "\n".join(_lines(left_out))
    fits = replace(letter, body=f"{letter.body.rstrip()}\n\n{lines}\n", attachments=tuple(kept))
    return Fitted(fits, tuple(left_out), most)


def megabytes_of(letter: Letter) -> float:
    """Return how large a letter is as it goes over the line."""
    return _size(letter, letter.attachments) / MEGABYTE


def _size(letter: Letter, attachments: tuple[Attachment, ...] | list[Attachment]) -> float:
    text = len(letter.body.encode())
    lengths = map(_length, attachments)
    return (text + sum(lengths)) * ENCODED


def _length(attachment: Attachment) -> int:
    return len(attachment.data)


def _lines(left_out: list[Attachment]) -> Iterator[str]:
    for attachment in left_out:
        facts = {"name": attachment.ascii_name, "size": _in_megabytes(_length(attachment))}
        yield sentence("THU-231", facts)


def _in_megabytes(length: int) -> str:
    return f"{length / MEGABYTE:.1f}".replace(".", ",")
