"""Draft the letters of a period: forms out, returned copies, receipts, the report and the notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.forms.naming import form_name, returned_name
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import SECRET_CODES
from khoagiao_xl.mail.checked_letters import CheckedLetters, checked
from khoagiao_xl.mail.covering import Covered, CoveringDesk, Facts
from khoagiao_xl.mail.letter import Attachment
from khoagiao_xl.mail.letter_templates import LetterTexts
from khoagiao_xl.mail.outbox import LaidOut, MailDesk, lay_out
from khoagiao_xl.mail.told_findings import places_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.issuing import letterhead_of
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.report.kinds.urging_letter import last_day
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import fact_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.mail.told_findings import Places
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Unit

FORMS, RETURNED, REPORTS = "thu_muc_bieu_mau", "thu_muc_tra_lai", "thu_muc_bao_cao"
MOST_FIGURES: Final = 5  # told in a receipt


def work(year: Year, job: Job) -> Changes:
    """Return the letters of `job.kind` (blank: of every kind) of a period as drafts.

    Raise WrongRequest where what one kind needs is not there: THU-301, THU-304, THU-305, THU-306; of every
    kind at once, such a kind is left out. THU-20 for faulty words of the office.
    """
    period = job.asked_period
    folder = job.out or year.path.parent
    desk = _Desk(year, period, job)
    asked = KINDS[job.kind]
    covered = list(asked(desk))
    written, told = _written(desk, covered)
    with AttachmentReading(Limits.of(year.settings)) as reader:
        most = year.settings.mail.letter_megabytes
        passed = checked(written, reader, most, folder)
    kinds = [OF_WORDS[job.kind]] if job.kind else list(OF_WORDS.values())
    laid = lay_out(MailDesk(year, folder, job.now), passed.letters, _in_scope(period, kinds))
    told = [*desk.told, *told, *passed.told, *laid.told]
    outcome = _outcome(desk, passed, laid, tuple(dict.fromkeys(told)), folder)
    changes = Changes(outcome, files=(*laid.files, *passed.files), aside=tuple(laid.aside))
    return changes.with_table(schema.LETTERS, laid.rows).differing_from(year)


def _in_scope(period: Period, kinds: Sequence[LetterKind]) -> Callable[[LoggedLetter], bool]:
    def is_asked(line: LoggedLetter) -> bool:
        return line.kind in kinds and line.period == str(period)

    return is_asked


def _written(desk: _Desk, covered: Sequence[Covered]) -> tuple[list[Letter], list[str]]:
    """Return the letters to whom mail can go, and what is said of the others."""
    covering = CoveringDesk(desk.year.settings, LetterTexts.of(desk.year), desk.today)
    letters = []
    told: list[str] = []
    unaddressed = []
    for one in covered:
        letter, of_words = covering.letter(one)
        told += of_words
        if letter.to:
            letters.append(letter)
        elif one.unit:
            unaddressed.append(one.unit.code)
    if unaddressed:
        units = ", ".join(dict.fromkeys(unaddressed))
        told.insert(0, sentence("THU-308", {"units": units}))
    return letters, told


@dataclass
class _Desk:
    """What the kinds of letters read. told: what is said of what is missing."""

    year: Year
    period: Period
    job: Job

    def __post_init__(self) -> None:
        self.told: list[str] = []

    @property
    def today(self) -> date:
        return self.job.now.date()

    @cached_property
    def duties(self) -> Mapping[str, Duty]:
        return {duty.unit: duty for duty in self.year.duties_of(self.period)}

    @cached_property
    def owing(self) -> tuple[Unit, ...]:
        """The units that owe the period and stand today, those that were released left out."""
        obligations = self.year.obligations(self.period)
        waivers = obligations.waivers
        standing = [unit for unit in obligations.owing if unit.is_in_force(self.today)]
        return tuple(unit for unit in standing if not waivers.is_released(unit.code))

    @cached_property
    def places(self) -> Places:
        return places_of(self.year, SECRET_CODES)

    def folder(self, setting: str) -> Path:
        return self.year.storage.folder(self.year.settings.folder(setting), str(self.period))

    def covered(self, kind: LetterKind, unit: Unit | None, path: Path, about: str, facts: Facts) -> Covered:
        return Covered(
            kind,
            str(self.period),
            about,
            {"ky": self.period.label, "tep": path.name, **facts},
            (Attachment.of(path),),
            unit,
        )


# -- forms ------------------------------------------------------------------------------------------------


def _forms(desk: _Desk) -> Iterator[Covered]:
    """Yield a letter with its form to each unit that has not reported yet; raise THU-301 without any form."""
    folder = desk.folder(FORMS)
    if not folder.is_dir():
        raise WrongRequest("THU-301", period=desk.period.label, folder=folder.name)
    obligations = desk.year.obligations(desk.period)
    missing = []
    for unit in desk.owing:
        duty = desk.duties.get(unit.code)
        if duty and duty.state in REPORTED:
            continue
        path = folder / form_name(unit.code, str(desk.period))
        if not path.exists():
            missing.append(unit.code)
            continue
        facts = {"han": day_text(obligations.due(unit.code))}
        yield desk.covered(LetterKind.FORMS, unit, path, sha256_of(read_bytes(path)), facts)
    if missing:
        desk.told.append(sentence("THU-302", {"period": desk.period.label, "units": ", ".join(missing)}))


# -- returned copies and receipts -------------------------------------------------------------------------


def _returns(desk: _Desk) -> Iterator[Covered]:
    """Yield a letter with the marked copy to each unit whose report goes back."""
    folder = desk.folder(RETURNED)
    until = last_day(desk.year, desk.period, desk.today)
    lost = []
    for unit in desk.owing:
        duty = desk.duties.get(unit.code)
        if duty is None or duty.state is not State.RETURNED:
            continue
        path = folder / returned_name(unit.code, duty.period, duty.version)
        if not path.exists():
            lost.append(unit.code)
            continue
        facts = {
            "tep": duty.file,
            "ngay_nhan": _received(duty),
            "han": day_text(until),
            "noi_dung": _numbered(desk.places.get((duty.period, unit.code), ())),
        }
        yield desk.covered(LetterKind.RETURNS, unit, path, duty.sha256, facts)
    if lost:
        facts = {"units": ", ".join(lost), "folder": folder.name}
        desk.told.append(sentence("THU-303", facts))


def _receipts(desk: _Desk) -> Iterator[Covered]:
    """Yield a receipt for each report that counts: its file, hash and day, and what it says."""
    for unit in desk.owing:
        duty = desk.duties.get(unit.code)
        if duty is None or duty.state not in REPORTED or not duty.sha256:
            continue
        facts = {
            "ky": desk.period.label,
            "tep": duty.file,
            "ngay_nhan": _received(duty),
            "ma_bam": duty.sha256,
            "noi_dung": "\n".join(_receipt_lines(desk, duty)),
        }
        yield Covered(LetterKind.RECEIPTS, str(desk.period), duty.sha256, facts, (), unit)


def _received(duty: Duty) -> str:
    return f"{duty.received:%H:%M} {day_text(duty.received)}" if duty.received else ""


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1))


def _receipt_lines(desk: _Desk, duty: Duty) -> Iterator[str]:
    facts = {"state": duty.state, "on_time": _on_time(duty), "version": duty.version}
    yield sentence("THU-321", facts)
    figures = list(_figures(desk, duty))
    if figures:
        yield sentence("THU-324", {})
        yield from figures
    asked = desk.places.get((duty.period, duty.unit), ())
    if duty.state is State.QUESTIONED and asked:
        yield sentence("THU-326", {})
        yield _numbered(asked)


def _on_time(duty: Duty) -> str:
    if duty.days_late:
        return sentence("THU-323", {"days": duty.days_late})
    return sentence("THU-322", {}) if duty.on_time else ""


def _figures(desk: _Desk, duty: Duty) -> Iterator[str]:
    """Yield the main figures of the office that the report has, as the dashboard names them."""
    answers = desk.year.reported.get((duty.period, duty.unit), {})
    labels = {item.code: item.label for item in desk.year.indicators}
    for code in desk.year.settings.main_figures[:MOST_FIGURES]:
        value = answers.get(code)
        if code in labels and isinstance(value, int | float):
            yield sentence("THU-325", {"label": labels[code], "value": fact_text(value)})


# -- the report and the notice ----------------------------------------------------------------------------


def _report(desk: _Desk) -> Iterator[Covered]:
    """Yield the letter with the report to the list of recipients; raise THU-304 to THU-306."""
    recipients = CoveringDesk(desk.year.settings, LetterTexts({}), desk.today).recipients(None)
    desk.told += [sentence("THU-307", {"fault": fault}) for fault in recipients.faults]
    if not recipients.sound:
        raise WrongRequest("THU-306")
    asked = AskedDocument.of(desk.year, replace(desk.job, kind="", out=desk.folder(REPORTS)))
    yield _document(desk, LetterKind.REPORT, asked, "THU-327", None)


def _notice(desk: _Desk) -> Iterator[Covered]:
    """Yield a letter with the notice on reporting to each unit; raise THU-304, THU-305."""
    asked = AskedDocument.of(desk.year, replace(desk.job, kind="thong_bao", out=desk.folder(REPORTS)))
    for unit in desk.owing:
        yield _document(desk, LetterKind.NOTICE, asked, "THU-328", unit)


def _document(desk: _Desk, kind: LetterKind, asked: AskedDocument, about: str, unit: Unit | None) -> Covered:
    """Return a letter with a document that stands in the folder and has its number."""
    period = desk.period.label
    path = asked.path
    name = sentence(about, {"period": period})
    if not path.exists():
        raise WrongRequest("THU-304", document=name, period="", folder=path.parent.name)
    head = letterhead_of(desk.year, desk.today, asked.key, asked.kind)
    if not head.number:
        raise WrongRequest("THU-305", document=asked.kind, period=period)
    symbol = f"{head.number.zfill(2)}-{head.symbol}"
    day = day_text(head.day or desk.today)
    full = sentence("THU-329", {"document": asked.kind, "number": symbol, "day": day})
    facts = {"van_ban": f"{full}, {name}", "so_hieu": symbol, "ngay_van_ban": day}
    return desk.covered(kind, unit, path, sha256_of(read_bytes(path)), facts)


# -- the table of kinds -----------------------------------------------------------------------------------


def _every(desk: _Desk) -> Iterator[Covered]:
    """Yield what there is of every kind; a kind whose document is not ready yet is left out."""
    for word, kind in KINDS.items():
        if not word:
            continue
        try:
            yield from list(kind(desk))
        except WrongRequest as error:
            if error.code not in NOT_READY:
                raise


NOT_READY: Final = frozenset({"THU-301", "THU-304", "THU-305", "THU-306"})
KINDS: Final[Mapping[str, Callable[[_Desk], Iterator[Covered]]]] = {
    "": _every,
    "forms": _forms,
    "returns": _returns,
    "receipts": _receipts,
    "report": _report,
    "notice": _notice,
}
OF_WORDS: Final = {
    "forms": LetterKind.FORMS,
    "returns": LetterKind.RETURNS,
    "receipts": LetterKind.RECEIPTS,
    "report": LetterKind.REPORT,
    "notice": LetterKind.NOTICE,
}


# -- what is said -----------------------------------------------------------------------------------------


def _outcome(
    desk: _Desk, passed: CheckedLetters, laid: LaidOut, told: tuple[str, ...], folder: Path
) -> Outcome:
    kept = sentence("THU-312", {"kept": laid.kept}) if laid.kept else ""
    facts = {
        "count": laid.drafted,
        "kinds": ", ".join(_counted(passed.letters)),
        "folder": folder.name,
        "kept": kept,
        "period": desk.period.title,
    }
    return Outcome(
        sentence("THU-310" if laid.drafted else "THU-311", facts),
        status=1 if told else 0,
        counts={"drafts": laid.drafted, "kept": laid.kept},
        paths=tuple(file.path for file in laid.files),
        details=told,
    )


def _counted(letters: Sequence[Letter]) -> Iterator[str]:
    for kind, count in Counter(letter.kind for letter in letters).items():
        yield sentence("THU-313", {"count": count, "kind": kind})
