"""Where letters are drafted, and what comes of it: files, lines of tblThu, and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import told_receiver
from khoagiao_xl.mail.draft_files import DraftFolder, drafted_at
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.office.letter_rows import letter_rows
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.office.changes import NewFile
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class MailDesk:
    """Where letters are drafted. folder: of the drafts. moment: by the clock of the office, to the second."""

    year: Year
    folder: Path
    moment: datetime

    @cached_property
    def drafts(self) -> DraftFolder:
        """The folder as it stands."""
        top = self.year.storage.master.parent
        return DraftFolder(top, self.folder)

    def bytes_of(self, letter: Letter, drafted: datetime) -> bytes:
        """Return the draft of a letter as it is written at `drafted`."""
        settings = self.year.settings
        name = settings.staff or settings.body
        return eml_bytes(letter, settings.email, drafted, name)

    def is_draft_of(self, letter: Letter, data: bytes) -> bool:
        """Say whether `data` is a letter exactly as some run has written it."""
        moment = drafted_at(data)
        return moment is not None and self.bytes_of(letter, moment) == data


@dataclass
class LaidOut:
    """What is to be written: drafts, lines of tblThu, files put aside; and what is said of each exception.

    notes: files of the program's own. drafted, kept: how many letters are new or anew, and how many lie there
    or have left already.
    """

    year: Year
    lines: list[LoggedLetter]
    files: list[NewFile] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    notes: list[NewFile] = field(default_factory=list)
    drafted: int = 0
    kept: int = 0

    @property
    def rows(self) -> list[Row]:
        """The rows of tblThu."""
        return letter_rows(self.year, self.lines)

    @property
    def kept_words(self) -> str:
        """The end of a sentence that tells how many are kept, blank for none."""
        if not self.kept:
            return ""
        return sentence("THU-312", {"kept": self.kept})

    def lines_of(self, code: str) -> list[LoggedLetter]:
        """Return the lines of one letter: more than one where somebody copied a row."""
        return [line for line in self.lines if line.code == code]

    def put(self, line: LoggedLetter) -> None:
        """Let a line stand in the place of the one of its letter, or below all others."""
        for at, known in enumerate(self.lines):
            if known.code == line.code:
                self.lines[at] = line
                return
        self.lines.append(line)

    def keep(self, code: str = "", line: LoggedLetter | None = None, **facts: object) -> None:
        """Count a letter as one that is not drafted; say why with the sentence of `code`."""
        self.kept += 1
        if line:
            self.tell(code, line, **facts)

    def tell(self, code: str, line: LoggedLetter, **facts: object) -> None:
        """Say something of a letter, once."""
        receiver = told_receiver(line.unit, line.to)
        known = {"kind": line.kind, "unit": receiver, "file": line.file, **facts}
        told = sentence(code, known)
        if told not in self.told:
            self.told.append(told)
