"""Draft the reminders: one letter for each unit that owes something, with all of it, and for no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.correspondence.reminder_letters import WrittenReminders, write_reminders
from khoagiao_xl.correspondence.work_letters import WorkLetters, write_work_letters
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.naming import reminders_in
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import SECRET_CODES
from khoagiao_xl.mail.checked_letters import checked
from khoagiao_xl.mail.letter_templates import BEFORE
from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk
from khoagiao_xl.mail.outbox import lay_out
from khoagiao_xl.mail.reminder import ReminderDays, step_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.days_to_answer import last_day
from khoagiao_xl.office.open_debts import Debts, open_debts
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.model.periods import Period

OFFICIAL: Final = "cong_van"


def work(year: Year, job: Job) -> Changes:
    """Return the drafts to all units that owe something today, over all periods, and the official letter.

    What a person did with an earlier draft is kept: see `mail.outbox`. The official letter of the asked
    period lists the same units; it is written once something is overdue or was sent back.
    """
    folder = job.out or year.path.parent
    today = job.now.date()
    debts = open_debts(year, today)
    until = last_day(year, job.asked_period, today)
    days = ReminderDays(today, until)
    most = year.settings.mail.letter_megabytes
    limits = Limits.of(year.settings)
    with AttachmentReading(limits) as reader:
        written = write_reminders(year, debts, days, SECRET_CODES, reader)
        own = write_work_letters(year, today)
        letters = [*written.letters, *own.letters]
        passed = checked(letters, reader, most, folder)
    desk = MailDesk(year, folder, job.now)
    laid = lay_out(desk, passed.letters, _is_reminder)
    urged = year.with_tables({schema.LETTERS.name: laid.rows})
    official = _official(urged, debts, job, folder)
    told = [
        *written.told,
        *own.told,
        *passed.told,
        *laid.told,
        *official.told,
    ]
    outcome = _outcome(written, laid, official, own, told, folder)
    earlier = _of_earlier_versions(folder, job.asked_period)
    changes = Changes(
        outcome,
        files=(*laid.files, *laid.notes, *passed.files, *written.files(folder), *official.files),
        aside=(*laid.aside, *earlier),
    )
    changed = changes.with_table(schema.LETTERS, laid.rows)
    return changed.differing_from(year)


def _is_reminder(line: LoggedLetter) -> bool:
    return line.kind in (LetterKind.REMINDER, LetterKind.WORK)


def _of_earlier_versions(folder: Path, period: Period) -> list[Path]:
    """Return the reminders of one period that a program without tblThu has left: nobody knows of them."""
    found = reminders_in(folder, str(period))
    return sorted(found)


# -- the official letter ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Official:
    """The official letter as a file; nothing where it is too early. told: why it could not be made."""

    files: tuple[NewFile, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The end of a sentence that names the file, blank for none."""
        for file in self.files:
            return sentence("THU-723", {"file": file.path.name})
        return ""


def _official(year: Year, debts: Debts, job: Job, folder: Path) -> Official:
    """Return the official letter to the units that owe; a reminder before the day needs none."""
    if not _is_time(debts, job.now.date()):
        return Official()
    try:
        order = replace(job, kind=OFFICIAL, out=folder)
        asked = AskedDocument.of(year, order)
        data = asked.document_bytes()
    except WrongRequest as error:
        told = sentence("THU-727", {"reason": error})
        return Official(told=(told,))
    file = NewFile(asked.path, data)
    return Official((file,))


def _is_time(debts: Debts, today: date) -> bool:
    for own in debts.values():
        step = step_of(own, today)
        if step != BEFORE:
            return True
    return False


# -- what is said -----------------------------------------------------------------------------------------


def _outcome(
    written: WrittenReminders,
    laid: LaidOut,
    official: Official,
    own: WorkLetters,
    told: Sequence[str],
    folder: Path,
) -> Outcome:
    own_words = _own_words(own)
    facts = {
        "count": laid.drafted,
        "folder": folder.name,
        "official": f"{own_words}{official.words}",
        "kept": laid.kept_words,
    }
    counts = {
        "owing": len(written.letters) + len(written.unaddressed),
        "drafts": laid.drafted,
        "kept": laid.kept,
        "without_address": len(written.unaddressed),
        "own_work": len(own.letters),
    }
    return Outcome(
        sentence(_code(written, laid, own), facts),
        status=1 if told else 0,
        counts=counts,
        paths=tuple(_paths(laid, official)),
        details=(*told, *own.by_word),
    )


def _own_words(own: WorkLetters) -> str:
    """Return the end of a sentence that says how many letters go to the office's own people."""
    count = len(own.letters)
    if count == 0:
        return ""
    facts = {"count": count}
    return sentence("THU-744", facts)


def _code(written: WrittenReminders, laid: LaidOut, own: WorkLetters) -> str:
    if laid.drafted:
        return "THU-720"
    is_any = written.letters or written.unaddressed or own.letters
    if is_any:
        return "THU-721"
    return "THU-722"


def _paths(laid: LaidOut, official: Official) -> Iterator[Path]:
    for file in (*laid.files, *official.files):
        yield file.path
