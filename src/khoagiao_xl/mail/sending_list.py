"""What a person agrees to before letters leave: who gets what, with its size, as one list with a mark."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import sha256_of
from khoagiao_xl.mail.mail_passwords import own_address
from khoagiao_xl.mail.sending_journal import SendingJournal, known_letters
from khoagiao_xl.model.mail_records import SENDABLE, LetterState
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.mail.ready_drafts import ReadyDraft
    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year

MARK_LENGTH: Final = 6
_MEGABYTE: Final = 1_000_000
_SMALLEST: Final = 0.1  # megabytes, to which a size is rounded


@dataclass
class SendingList:
    """All letters, and which of them leave now.

    letters: every line of tblThu as it is known now. waiting: those asked for that may be sent. journal: of
    all attempts. sender: the office's bare address. host: of the mail server. drafts: what leaves. held: a
    sentence for each waiting letter that may not.
    """

    letters: Sequence[LoggedLetter]
    waiting: Sequence[LoggedLetter]
    journal: SendingJournal
    sender: str = ""
    host: str = ""
    drafts: list[ReadyDraft] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, year: Year, job: Job) -> SendingList:
        """Return the list before any draft is looked at.

        Raise WrongRequest (THU-401, THU-402) where no server or no address is set.
        """
        host = year.settings.mail.outgoing.host
        if not host:
            raise WrongRequest("THU-401", key="smtp_may_chu")
        found = cls.without_server(year, job)
        sender = own_address(year.settings)
        return replace(found, sender=sender, host=host)

    @classmethod
    def without_server(cls, year: Year, job: Job) -> SendingList:
        """Return the list, before any draft is looked at, of what leaves by no server that we know."""
        letters = known_letters(year)
        return cls(
            letters=letters,
            waiting=waiting_of(letters, job),
            journal=SendingJournal.of(year.storage),
        )

    @property
    def mark(self) -> str:
        """What tells this list from every other: another letter, another word or recipient in one of them."""
        told = [self.sender, self.host]
        for draft in self.drafts:
            told += [draft.line.code, sha256_of(draft.data)]
        whole = "\n".join(told)
        digits = sha256_of(whole.encode())
        return digits[:MARK_LENGTH]

    @property
    def facts(self) -> dict[str, object]:
        """What is said of the whole list."""
        size = sum(len(draft.data) for draft in self.drafts)
        return {
            "count": len(self.drafts),
            "size": _megabytes(size),
            "sender": self.sender,
            "host": self.host,
            "mark": self.mark,
        }

    @property
    def lines(self) -> list[str]:
        """A line for each letter."""
        lines = []
        for number, draft in enumerate(self.drafts, 1):
            lines.append(_line(number, draft))
        return lines

    @property
    def text(self) -> bytes:
        """The list as a text file that Notepad shows."""
        whole = sentence("THU-454", self.facts)
        lines = [whole, "", *self.lines, ""]
        text = "\r\n".join(lines)
        return text.encode("utf-8-sig")

    @property
    def unknown(self) -> list[str]:
        """What is said of letters of which nobody knows whether they left; nothing where there are none."""
        count = sum(line.state == LetterState.UNKNOWN for line in self.letters)
        if not count:
            return []
        return [sentence("THU-464", {"count": count})]


def waiting_of(letters: Sequence[LoggedLetter], job: Job) -> list[LoggedLetter]:
    """Return the letters that may leave: of the period that was named, and those over periods."""
    periods = ("", str(job.period))
    waiting = []
    for line in letters:
        is_asked_for = job.period is None or line.period in periods
        if is_asked_for and line.state in SENDABLE:
            waiting.append(line)
    return waiting


def _line(number: int, draft: ReadyDraft) -> str:
    line = draft.line
    to = line.to
    if line.cc:
        copied = sentence("THU-465", {"cc": line.cc})
        to = f"{to}, {copied}"
    names = ", ".join(line.attachments)
    facts = {
        "number": number,
        "to": to,
        "subject": line.subject,
        "attachments": names or sentence("THU-466", {}),
        "size": _megabytes(len(draft.data)),
        "drafted": f"{line.drafted:%d/%m/%Y %H:%M}" if line.drafted else "?",
    }
    return sentence("THU-456", facts)


def _megabytes(size: int) -> float:
    rounded = round(size / _MEGABYTE, 1)
    return max(rounded, _SMALLEST)
