"""Draft the letters of a period: forms out, returned copies, receipts, the report and the notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from khoagiao_xl.correspondence.letter_kinds import covered_by, sources_of
from khoagiao_xl.correspondence.period_desk import PeriodDesk
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import SECRET_CODES
from khoagiao_xl.mail.checked_letters import checked
from khoagiao_xl.mail.covering import CoveringDesk
from khoagiao_xl.mail.letter_templates import LetterTexts
from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk
from khoagiao_xl.mail.outbox import lay_out
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.mail.covering import Covered
    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter


def work(year: Year, job: Job) -> Changes:
    """Return the letters of `job.kind` (blank: of every kind) of a period as drafts.

    Raise WrongRequest where what one kind needs is not there (`letter_kinds.NOT_READY`); of every kind at
    once such a kind is left out. THU-20 for faulty words of the office.
    """
    folder = job.out or year.path.parent
    desk = PeriodDesk(year, job.asked_period, job, SECRET_CODES)
    covered = covered_by(job.kind, desk)
    written = _written(desk, covered)
    most = year.settings.mail.letter_megabytes
    limits = Limits.of(year.settings)
    with AttachmentReading(limits) as reader:
        passed = checked(written.letters, reader, most, folder)
    kinds = [source.kind for source in sources_of(job.kind)]
    is_asked = partial(_is_asked, kinds, desk.code)
    mail = MailDesk(year, folder, job.now)
    laid = lay_out(mail, passed.letters, is_asked)
    told = [
        *desk.told,
        *written.told,
        *passed.told,
        *laid.told,
    ]
    outcome = _outcome(desk, passed.letters, laid, told, folder)
    changes = Changes(
        outcome,
        files=(*laid.files, *laid.notes, *passed.files),
        aside=tuple(laid.aside),
    )
    changed = changes.with_table(schema.LETTERS, laid.rows)
    return changed.differing_from(year)


def _is_asked(kinds: Collection[LetterKind], period: str, line: LoggedLetter) -> bool:
    if line.period != period:
        return False
    return line.kind in kinds


@dataclass(frozen=True)
class _Written:
    """The letters to whom mail can go, and what is said of the others."""

    letters: Sequence[Letter]
    told: Sequence[str]


def _written(desk: PeriodDesk, covered: Sequence[Covered]) -> _Written:
    settings = desk.year.settings
    covering = CoveringDesk(settings, LetterTexts.of(desk.year), desk.today)
    letters = []
    told: list[str] = []
    unaddressed = []
    for one in covered:
        letter, of_words = covering.letter(one)
        told += of_words
        if letter.to:
            letters.append(letter)
        else:
            unaddressed.append(letter.unit)
    if unaddressed:
        units = ", ".join(dict.fromkeys(unaddressed))
        first = sentence("THU-308", {"units": units})
        told.insert(0, first)
    return _Written(letters, told)


def _outcome(
    desk: PeriodDesk,
    letters: Sequence[Letter],
    laid: LaidOut,
    told: Sequence[str],
    folder: Path,
) -> Outcome:
    facts = {
        "count": laid.drafted,
        "kinds": ", ".join(_counted(letters)),
        "folder": folder.name,
        "kept": laid.kept_words,
        "period": desk.period.title,
    }
    code = "THU-311"
    if laid.drafted:
        code = "THU-310"
    counts = {"drafts": laid.drafted, "kept": laid.kept}
    return Outcome(
        sentence(code, facts),
        status=1 if told else 0,
        counts=counts,
        paths=tuple(file.path for file in laid.files),
        details=tuple(dict.fromkeys(told)),
    )


def _counted(letters: Sequence[Letter]) -> Iterator[str]:
    kinds = [letter.kind for letter in letters]
    for kind, count in Counter(kinds).items():
        facts = {"count": count, "kind": kind}
        yield sentence("THU-313", facts)
