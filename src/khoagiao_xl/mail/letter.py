"""A letter that a person looks at before it leaves: to whom, what it says, what goes with it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import read_bytes, safe_name

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from khoagiao_xl.model.mail_records import LetterKind

_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
CODE_LENGTH: Final = 24
DOMAIN: Final = "khoagiao.invalid"  # of a Message-ID: names no machine


@dataclass(frozen=True)
class Recipient:
    """An address, and whose it is as a person reads it; blank where only the address is known."""

    address: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


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
        suffix = ending[0].lower() if ending else ""
        stem = self.name.removesuffix(ending[0]) if ending else self.name
        return f"{safe_name(stem)}{suffix}"


@dataclass(frozen=True)
class Letter:
    """One letter.

    unit: code of whom it is for, blank for one to the recipients' list. period: blank for one over periods.
    about: what makes it another letter than the last of its kind: the hash of the file that it answers, the
    day of a reminder. step: of a reminder.
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

    @property
    def series(self) -> tuple[str, str, str]:
        """The letters of which at most one lies among the drafts: a newer one takes the place of an older."""
        return (self.kind, self.unit, self.period)

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
            name = _other_than(names, attachment.ascii_name)
            names[name.lower()] = name
        return tuple(names.values())

    @property
    def message_id(self) -> str:
        """Its Message-ID: a mail server that gets it twice can tell."""
        return f"<{self.code}@{DOMAIN}>"


def _other_than(taken: Container[str], name: str) -> str:
    """Return a name, numbered where it is taken: «Bieu-2.xlsx»."""
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    other = name
    number = 1
    while other.lower() in taken:
        number += 1
        other = f"{stem}-{number}{dot}{suffix}"
    return other
