"""The reminders of a day: who gets one, who cannot for want of an address, and what goes with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.naming import form_name, returned_name
from khoagiao_xl.mail.debt_words import MARKED
from khoagiao_xl.mail.enclosures import EnclosureDesk, LetterEnclosures, Stays
from khoagiao_xl.mail.letter_sizes import Fitted
from khoagiao_xl.mail.letter_templates import LetterTexts
from khoagiao_xl.mail.reminder import ReminderDays, ReminderDesk
from khoagiao_xl.mail.told_findings import places_of
from khoagiao_xl.office.open_debts import Debt, DebtKind, Debts
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.mail.outgoing_secrets import AttachmentReader
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.changes import NewFile
    from khoagiao_xl.office.year import Year

FORMS, RETURNED = "thu_muc_bieu_mau", "thu_muc_tra_lai"
BLANK_FORM: Final = frozenset({DebtKind.MISSING, DebtKind.UNUSABLE})


@dataclass
class WrittenReminders:
    """What was written to the units. unaddressed: those without an address. told: of each exception.

    too_large: what of the files of each letter is handed over another way.
    """

    letters: list[Letter] = field(default_factory=list)
    unaddressed: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    too_large: list[Fitted] = field(default_factory=list)

    def files(self, folder: Path) -> Iterator[NewFile]:
        """Yield what is too large for its letter, beside the drafts in `folder`."""
        for fit in self.too_large:
            yield from fit.files(folder)

    def tell(self, code: str, **facts: object) -> None:
        """Say something once."""
        said = sentence(code, facts)
        if said not in self.told:
            self.told.append(said)


def write_reminders(
    year: Year,
    debts: Debts,
    days: ReminderDays,
    hidden: Collection[str],
    reader: AttachmentReader,
) -> WrittenReminders:
    """Return a letter to each unit that owes something and can be written to.

    hidden: the rules of findings that are for the office alone. reader: says which form lacks its tick and
    cannot go along, nor what nobody can open: the words of the letter know of it. Raise WrongRequest
    (THU-20).
    """
    desk = ReminderDesk(
        year,
        LetterTexts.of(year),
        days,
        places_of(year, hidden),
    )
    files_of = partial(_worked_in, year)
    most = year.settings.mail.letter_megabytes
    enclosing = EnclosureDesk(files_of, reader, most)
    written = WrittenReminders()
    for unit, own in debts.items():
        if _is_written_to(desk, written, unit, own):
            enclosures = enclosing.for_letter(unit, own)
            _write(desk, written, own, enclosures)
    if written.unaddressed:
        units = ", ".join(written.unaddressed)
        first = sentence("THU-724", {"units": units})
        written.told.insert(0, first)
    return written


def _is_written_to(desk: ReminderDesk, written: WrittenReminders, code: str, debts: Sequence[Debt]) -> bool:
    """Say whether a unit can be written to; what is wrong with its addresses is told."""
    first, *_ = debts
    recipients = desk.recipients(first.unit)
    for fault in recipients.faults:
        written.tell("THU-725", unit=code, fault=fault)
    for fault in desk.superiors(first.unit).faults:
        written.tell("THU-726", unit=code, fault=fault)
    if not recipients.sound:
        written.unaddressed.append(code)
    return bool(recipients.sound)


def _write(
    desk: ReminderDesk, written: WrittenReminders, debts: Sequence[Debt], enclosures: LetterEnclosures
) -> None:
    letter, filled = desk.letter(debts, enclosures)
    written.letters.append(letter)
    written.too_large.append(enclosures.fit)
    for debt in debts:
        for one in enclosures.of(debt):
            if one.stays is Stays.UNREADABLE:
                written.tell("THU-733", unit=letter.unit, name=one.attachment.name)
    for told in (*filled.told, *enclosures.fit.told):
        if told not in written.told:
            written.told.append(told)


def _worked_in(year: Year, debt: Debt) -> Iterator[Path]:
    """Yield the form that was issued to a unit for what it owes, or the copy that was marked."""
    duty = debt.duty
    if duty is None:
        return
    if debt.kind in BLANK_FORM:
        name = form_name(duty.unit, duty.period)
        yield from _kept(year, FORMS, duty, name)
    if debt.kind in MARKED:
        name = returned_name(duty.unit, duty.period, duty.version)
        yield from _kept(year, RETURNED, duty, name)


def _kept(year: Year, setting: str, duty: Duty, name: str) -> Iterator[Path]:
    """Yield a file of a folder of tblCauHinh, where that is set and holds it."""
    folder = year.settings.folders.get(setting)
    if not folder:
        return
    place = year.storage.folder(folder, duty.period)
    path = place / name
    if path.exists():
        yield path
