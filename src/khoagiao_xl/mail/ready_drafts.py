"""The drafts that wait to be sent, read as they lie there: which may leave, and why the others may not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.mail.address_faults import fault_of, foreign_domain, is_of_domains
from khoagiao_xl.mail.addresses import address_key, is_address, told_receiver
from khoagiao_xl.mail.draft_files import is_draft_path
from khoagiao_xl.mail.draft_writing import LISTED
from khoagiao_xl.mail.letter_reading import ReadLetter, read_letter
from khoagiao_xl.mail.outgoing_letter import head_of
from khoagiao_xl.mail.outgoing_secrets import reasons_to_hold_eml
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from khoagiao_xl.mail.outgoing_secrets import AttachmentReader
    from khoagiao_xl.mail.sending_list import SendingList
    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.office.year import Year


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
        letter = self.letter
        found: dict[str, str] = {}
        for recipient in (*letter.to, *letter.cc):
            address = recipient.address
            key = address_key(address)
            found.setdefault(key, address)
        return tuple(found.values())


def look_over(listed: SendingList, year: Year, reader: AttachmentReader) -> SendingList:
    """Return the list with the drafts that may leave, and why the others may not.

    reader: opens attachments.
    """
    drafts, held = [], []
    for line in listed.waiting:
        try:
            draft = _read(year, line)
            reasons = [*_reasons(draft, year), *reasons_to_hold_eml(draft.data, reader)]
        except WrongRequest as error:
            reasons = [str(error)]
        if reasons:
            reason = " ".join(reasons)
            held.append(told_of(line, "THU-445", reason))
        else:
            drafts.append(draft)
    return replace(listed, drafts=drafts, held=held)


def told_of(line: LoggedLetter, code: str, reason: str) -> str:
    """Return a sentence about one letter."""
    facts = {
        "kind": line.kind,
        "unit": told_receiver(line.unit, line.to),
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
    names = [attachment.name for attachment in letter.attachments]
    told = replace(
        line,
        subject=letter.subject,
        to=LISTED.join(map(str, letter.to)),
        cc=LISTED.join(map(str, letter.cc)),
        attachments=tuple(names),
    )
    return ReadyDraft(told, path, data, letter)


def _reasons(draft: ReadyDraft, year: Year) -> Iterator[str]:
    if not head_of(draft.data).isascii():
        yield sentence("THU-444", {})
    if draft.letter.bcc:
        yield sentence("THU-443", {})
    if not draft.recipients:
        yield sentence("THU-442", {})
    domains = year.settings.mail.domains
    for address in draft.recipients:
        if not is_address(address):
            yield str(fault_of(address))
        elif not is_of_domains(address, domains):
            yield str(foreign_domain(address))
