"""The drafts that wait to be sent, read as they lie there: which may leave, and why the others may not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.mail.address_faults import fault_of, foreign_domain, is_of_domains
from khoagiao_xl.mail.addresses import address_key, is_address
from khoagiao_xl.mail.draft_files import is_draft_path
from khoagiao_xl.mail.letter_reading import ReadLetter, read_letter
from khoagiao_xl.mail.outgoing_secrets import reasons_to_hold_eml
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from khoagiao_xl.mail.outgoing_secrets import AttachmentReader
    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.office.year import Year

_UNREADABLE: Final = ("", "<>")  # what the parser makes of an address that is none


@dataclass(frozen=True)
class ReadyDraft:
    """A draft as it lies there. line: of tblThu, with what the file says now. data: of the file."""

    line: LoggedLetter
    path: Path
    data: bytes
    letter: ReadLetter

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """The bare addresses to which it goes, each once."""
        found = {}
        for recipient in (*self.letter.to, *self.letter.cc):
            found.setdefault(address_key(recipient.address), recipient.address)
        return tuple(found.values())


@dataclass
class LookedOver:
    """ready: what may leave. held: a sentence for each that may not."""

    ready: list[ReadyDraft] = field(default_factory=list)
    held: list[str] = field(default_factory=list)


def look_over(year: Year, lines: Iterable[LoggedLetter], reader: AttachmentReader) -> LookedOver:
    """Return what may leave of the letters of `lines`; reader: opens their attachments."""
    found = LookedOver()
    for line in lines:
        try:
            draft = _read(year, line)
        except WrongRequest as error:
            found.held.append(told_of(line, "THU-445", str(error)))
            continue
        reasons = [*_reasons(draft, year), *reasons_to_hold_eml(draft.data, reader)]
        if reasons:
            found.held.append(told_of(line, "THU-445", " ".join(reasons)))
        else:
            found.ready.append(draft)
    return found


def told_of(line: LoggedLetter, code: str, reason: str) -> str:
    """Return a sentence about one letter."""
    facts = {
        "kind": line.kind,
        "unit": line.unit or line.to,
        "file": line.file,
        "reason": reason,
    }
    return sentence(code, facts)


def _read(year: Year, line: LoggedLetter) -> ReadyDraft:
    path = year.storage.master.parent / line.file
    copies = [letter for letter in year.letters if letter.code == line.code]
    if len(copies) > 1:
        raise WrongRequest("THU-448")
    if not is_draft_path(line.file):
        raise WrongRequest("THU-449")
    try:
        data = files.read_bytes(path)
    except MissingFile as error:
        raise WrongRequest("THU-441") from error
    letter = read_letter(data, path.name)
    names = tuple(attachment.name for attachment in letter.attachments)
    told = replace(
        line,
        subject=letter.subject,
        to="; ".join(map(str, letter.to)),
        cc="; ".join(map(str, letter.cc)),
        attachments=names,
    )
    return ReadyDraft(told, path, data, letter)


def _reasons(draft: ReadyDraft, year: Year) -> Iterator[str]:
    head, _, _ = draft.data.replace(b"\r\n", b"\n").partition(b"\n\n")
    if not head.isascii():
        yield sentence("THU-444", {})
    if draft.letter.bcc:
        yield sentence("THU-443", {})
    if not draft.recipients:
        yield sentence("THU-442", {})
    domains = year.settings.mail.domains
    for address in draft.recipients:
        if address in _UNREADABLE:
            yield sentence("THU-447", {})
        elif not is_address(address):
            yield str(fault_of(address))
        elif not is_of_domains(address, domains):
            yield str(foreign_domain(address))
