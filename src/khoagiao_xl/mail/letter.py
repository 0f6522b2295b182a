"""A letter that a person looks at before it leaves: to whom, what it says, what goes with it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import read_bytes, safe_name

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter

_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
CODE_LENGTH: Final = 24
DOMAIN: Final = "khoagiao.invalid"  # of a Message-ID: names no machine


@dataclass(frozen=True)
class Recipient:
    """An address, and whose it is as a person reads it; blank where only the address is known."""

    address: str
    name: str = ""

    def __str__(self) -> str:
        if not self.name:
            return self.address
        return f"{self.name} <{self.address}>"


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter; its bytes may be read only when the letter is written."""

    name: str
    content: bytes | Callable[[], bytes]

    @classmethod
    def of(cls, path: Path) -> Attachment:
        """Return a file as an attachment."""
        return cls(path.name, partial(read_bytes, path))

    @property
    def data(self) -> bytes:
        """What goes with the letter."""
        content = self.content
        return content() if callable(content) else content

    @property
    def ascii_name(self) -> str:
        """The name in ASCII, as some mail programs lose any other: «Báo cáo.docx» -> «Bao-cao.docx»."""
        ending = _ENDING.search(self.name)
        if ending is None:
            return safe_name(self.name)
        suffix = ending[0]
        stem = self.name.removesuffix(suffix)
        plain = safe_name(stem)
        return f"{plain}{suffix.lower()}"


@dataclass(frozen=True)
class Letter:
    """One letter.

    unit: code of whom it is for, blank for one to the recipients' list. period: blank for one over periods.
    about: what makes it another letter than the last of its kind: the hash of the file that it answers, the
    day of a reminder. step: of a reminder. named: what its file is called after where it is for no unit.
    replaced: the codes of the letters whose place it takes; None: of all before it to this unit of its kind
    and period.
    """

    kind: LetterKind
    subject: str
    body: str
    to: tuple[Recipient, ...] = ()
    cc: tuple[Recipient, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    unit: str = ""
    period: str = ""
    about: str = ""
    step: str = ""
    named: str = ""
    replaced: frozenset[str] | None = None

    @property
    def series(self) -> tuple[str, str, str]:
        """The letters of which at most one lies among the drafts: a newer one takes the place of an older."""
        return (self.kind, self.unit, self.period)

    def takes_place_of(self, line: LoggedLetter) -> bool:
        """Say whether an earlier letter need not go, as this one says all that it said."""
        if self.replaced is None:
            return self.series == (line.kind, line.unit, line.period)
        return line.code in self.replaced

    @property
    def code(self) -> str:
        """What tells it from every other letter, the same in every run."""
        facts = (*self.series, self.about)
        whole = "|".join(facts)
        digits = hashlib.sha256(whole.encode()).hexdigest()
        return digits[:CODE_LENGTH]

    @property
    def attachment_names(self) -> tuple[str, ...]:
        """What the attachments are called in the letter: in ASCII, each once, capitals apart."""
        names: dict[str, str] = {}
        for attachment in self.attachments:
            usual = attachment.ascii_name
            name = _other_than(names, usual)
            key = name.lower()
            names[key] = name
        return tuple(names.values())

    @property
    def message_id(self) -> str:
        """Its Message-ID: a mail server that gets it twice can tell."""
        return f"<{self.code}@{DOMAIN}>"


def _other_than(taken: Container[str], name: str) -> str:
    """Return a name, numbered where it is taken: «Bieu-2.xlsx»."""
    path = PurePosixPath(name)
    other = name
    number = 1
    while other.lower() in taken:
        number += 1
        other = f"{path.stem}-{number}{path.suffix}"
    return other
