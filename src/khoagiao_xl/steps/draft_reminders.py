"""Draft the reminders: one letter for each unit that owes something, with all of it, and for no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.naming import form_name, reminders_in, returned_name
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import SECRET_CODES
from khoagiao_xl.mail.checked_letters import CheckedLetters, checked
from khoagiao_xl.mail.letter_templates import BEFORE, LetterTexts
from khoagiao_xl.mail.outbox import LaidOut, MailDesk, lay_out
from khoagiao_xl.mail.reminder import MARKED, ReminderDesk, step_of
from khoagiao_xl.mail.told_findings import places_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from khoagiao_xl.model.records import Duty
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.open_debts import Debt, DebtKind, Debts, open_debts
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.model.periods import Period

OFFICIAL: Final = "cong_van"
FORMS, RETURNED = "thu_muc_bieu_mau", "thu_muc_tra_lai"
BLANK_FORM: Final = frozenset({DebtKind.MISSING, DebtKind.UNUSABLE})


@dataclass(frozen=True)
class Drafted:
    """What was written to the units. unaddressed: those without an address. told: of each exception."""

    letters: tuple[Letter, ...]
    unaddressed: tuple[str, ...]
    told: tuple[str, ...]


def work(year: Year, job: Job) -> Changes:
    """Return the drafts to all units that owe something today, over all periods, and the official letter.

    A draft of an earlier day takes nothing from a person: see `mail.outbox`. The official letter of the asked
    period lists the same units; it is written once something is overdue or was sent back.
    """
    folder = job.out or year.path.parent
    today = job.now.date()
    debts = open_debts(year, today)
    drafted = _drafted(year, debts, job)
    with AttachmentReading(Limits.of(year.settings)) as reader:
        most = year.settings.mail.letter_megabytes
        passed = checked(drafted.letters, reader, most, folder)
    laid = lay_out(MailDesk(year, folder, job.now), passed.letters, _is_reminder)
    official = _official(year, debts, job, folder)
    outcome = _outcome(debts, drafted, passed, laid, official, folder)
    changes = Changes(
        outcome,
        files=(*laid.files, *passed.files, *official.files),
        aside=(*laid.aside, *_of_earlier_versions(folder, job.asked_period)),
    )
    return changes.with_table(schema.LETTERS, laid.rows).differing_from(year)


def _of_earlier_versions(folder: Path, period: Period) -> list[Path]:
    """Return the reminders of one period that a program without tblThu has left: nobody knows of them."""
    return sorted(reminders_in(folder, str(period)))


def _is_reminder(line: LoggedLetter) -> bool:
    return line.kind == LetterKind.REMINDER


# -- the letters ------------------------------------------------------------------------------------------


def _drafted(year: Year, debts: Debts, job: Job) -> Drafted:
    desk = ReminderDesk(
        year,
        LetterTexts.of(year),
        job.now.date(),
        places_of(year, SECRET_CODES),
        partial(_worked_in, year),
    )
    letters = []
    unaddressed = []
    told: list[str] = []
    for code, own in debts.items():
        unit = own[0].unit
        to = desk.recipients(unit)
        told += [sentence("THU-725", {"unit": code, "fault": fault}) for fault in to.faults]
        told += [sentence("THU-726", {"unit": code, "fault": fault}) for fault in desk.superiors(unit).faults]
        if not to.sound:
            unaddressed.append(code)
            continue
        letter, filled = desk.letter(own)
        letters.append(letter)
        told += filled.told
    return Drafted(tuple(letters), tuple(unaddressed), tuple(dict.fromkeys(told)))


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
    folder = year.settings.folders.get(setting)
    if not folder:
        return
    path = year.storage.folder(folder, duty.period) / name
    if path.exists():
        yield path


# -- the official letter ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Official:
    """The official letter as a file; nothing where it is too early. told: why it could not be made."""

    files: tuple[NewFile, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the file is called, blank for none."""
        return self.files[0].path.name if self.files else ""


def _official(year: Year, debts: Debts, job: Job, folder: Path) -> Official:
    """Return the official letter to the units that owe; a reminder before the day needs none."""
    today = job.now.date()
    if not any(step_of(own, today) != BEFORE for own in debts.values()):
        return Official()
    try:
        asked = AskedDocument.of(year, replace(job, kind=OFFICIAL, out=folder))
        data = asked.document_bytes()
    except WrongRequest as error:
        return Official(told=(sentence("THU-727", {"reason": error}),))
    return Official((NewFile(asked.path, data),))


# -- what is said -----------------------------------------------------------------------------------------


def _outcome(
    debts: Debts,
    drafted: Drafted,
    passed: CheckedLetters,
    laid: LaidOut,
    official: Official,
    folder: Path,
) -> Outcome:
    told = [*drafted.told, *passed.told, *laid.told, *official.told]
    if drafted.unaddressed:
        units = ", ".join(drafted.unaddressed)
        told.insert(0, sentence("THU-724", {"units": units}))
    facts = {
        "count": laid.drafted,
        "folder": folder.name,
        "official": official.name,
        "kept": sentence("THU-723", {"kept": laid.kept}) if laid.kept else "",
    }
    return Outcome(
        sentence(_code(debts, official), facts),
        status=1 if told else 0,
        counts={
            "owing": len(debts),
            "drafts": laid.drafted,
            "kept": laid.kept,
            "without_address": len(drafted.unaddressed),
        },
        paths=tuple(_paths(laid, official)),
        details=tuple(told),
    )


def _code(debts: Debts, official: Official) -> str:
    if not debts:
        return "THU-722"
    return "THU-720" if official.files else "THU-721"


def _paths(laid: LaidOut, official: Official) -> Iterable[Path]:
    for file in (*laid.files, *official.files):
        yield file.path
