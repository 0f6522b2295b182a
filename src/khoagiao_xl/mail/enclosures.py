"""The files that belong to what a unit owes: which go along with the letter about it, why the others stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from khoagiao_xl.mail.letter import Attachment, Letter
from khoagiao_xl.mail.letter_sizes import Fitted, fitted
from khoagiao_xl.mail.outgoing_secrets import AttachmentReader, InAttachment
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.office.open_debts import Debt

FilesOf = Callable[[Debt], Iterable[Path]]
OF_THE_TEXT: Final = 0.2  # megabytes: more than the words of a letter ever take


class Stays(Enum):
    """Why a file does not go along."""

    NO_TICK = auto()  # a filled form that does not say that it is free of secrets: it never leaves
    UNREADABLE = auto()  # nobody knows what is in it
    TOO_LARGE = auto()  # it is handed over another way


_OF_READER: Final[Mapping[InAttachment, Stays]] = {
    InAttachment.NO_TICK: Stays.NO_TICK,
    InAttachment.UNREADABLE: Stays.UNREADABLE,
}


@dataclass(frozen=True)
class Enclosure:
    """A file that belongs to a debt. stays: None for one that goes along."""

    attachment: Attachment
    stays: Stays | None = None


@dataclass(frozen=True)
class EnclosureDesk:
    """files_of: what a unit works in for a debt. reader: says what is in it. most: megabytes of a letter."""

    files_of: FilesOf
    reader: AttachmentReader
    most: float

    def for_letter(self, unit: str, debts: Iterable[Debt]) -> LetterEnclosures:
        """Return the files of the letter to a unit about all its debts."""
        going: dict[str, Attachment] = {}
        for debt in debts:
            for one in self.read(debt):
                if one.stays is None:
                    going[one.attachment.name] = one.attachment
        attachments = tuple(going.values())
        carrier = Letter(LetterKind.REMINDER, "", "", unit=unit, attachments=attachments)
        room = max(self.most - OF_THE_TEXT, 0)
        fit = fitted(carrier, room)
        return LetterEnclosures(self, replace(fit, most=self.most))

    def read(self, debt: Debt) -> Iterator[Enclosure]:
        """Yield the files of a debt, by what is in them."""
        for path in self.files_of(debt):
            attachment = Attachment.of(path)
            inside = self.reader(path.name, attachment.data)
            yield Enclosure(attachment, _OF_READER.get(inside))


@dataclass(frozen=True)
class LetterEnclosures:
    """The files of one letter. fit: those that it takes, and those that are too large for it."""

    desk: EnclosureDesk
    fit: Fitted

    @property
    def going(self) -> tuple[Attachment, ...]:
        """What goes along, each file once."""
        return self.fit.letter.attachments

    def of(self, debt: Debt) -> Iterator[Enclosure]:
        """Yield the files of one debt of the letter."""
        large = {attachment.name for attachment in self.fit.left_out}
        for one in self.desk.read(debt):
            if one.stays is None and one.attachment.name in large:
                yield replace(one, stays=Stays.TOO_LARGE)
            else:
                yield one
