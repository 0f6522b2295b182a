"""Draft the reminders of a period: one mail for each unit that owes something, and for no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.intake.safety.secrecy import SECRET_CODES
from khoagiao_xl.mail.outbox import MailDesk, lay_out
from khoagiao_xl.mail.reminder import OPEN, Debt, draft_reminder
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.mail_records import LetterKind, LoggedLetter
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.rows import Fields

# Of which findings a unit is told, by what became of its duty.
SEVERITIES_TOLD: Final = {
    State.RETURNED: Severity.ERROR,
    State.QUESTIONED: Severity.QUESTION,
}
FindingsByUnit = dict[str, "list[Fields]"]


def work(year: Year, job: Job) -> Changes:
    """Return the drafts of `job.period` as files in the folder `job.out`; no table changes.

    A draft of an earlier run whose unit owes nothing now is put aside: somebody may have worked in it, and it
    must not be sent. Raise WrongRequest (KY-05) before any intake.
    """
    period = job.asked_period
    folder = job.out or year.path.parent
    debts = find_debts(year, period)
    letters = [
        draft_reminder(debt, period, job.now.date(), year.settings) for debt in debts if _has_address(debt)
    ]
    desk = MailDesk(year, folder, job.now.replace(microsecond=0))
    laid = lay_out(desk, letters, partial(_is_reminder_of, period))
    outcome = _outcome(period, debts, laid.files, folder)
    return Changes(
        outcome,
        files=tuple(laid.files),
        aside=tuple(laid.aside),
    ).with_table(schema.LETTERS, laid.rows)


def _is_reminder_of(period: Period, line: LoggedLetter) -> bool:
    return line.kind == LetterKind.REMINDER and line.period == str(period)


# -- what each unit owes ----------------------------------------------------------------------------------


def find_debts(year: Year, period: Period) -> list[Debt]:
    """Return what each unit still owes; raise WrongRequest (KY-05) before any intake."""
    obligations = year.obligations(period)
    duties = year.duties_of(period)
    if not duties:
        raise WrongRequest("KY-05", code=period)
    findings = _findings_by_unit(year, period)
    debts = []
    for duty in duties:
        unit = obligations.unit_by_code.get(duty.unit)
        if unit is None or duty.state not in OPEN:
            continue
        debt = Debt(
            unit=unit,
            duty=duty,
            due=obligations.due(duty.unit),
            lines=tuple(_lines(duty, findings[duty.unit])),
            attachment=_returned_copy(year, duty),
        )
        debts.append(debt)
    return debts


def _findings_by_unit(year: Year, period: Period) -> FindingsByUnit:
    code = str(period)
    found: FindingsByUnit = defaultdict(list)
    for row in year.rows(schema.FINDINGS):
        if row["period"] == code:
            unit = row["unit"]
            found[unit].append(row)
    return found


def _lines(duty: Duty, findings: Sequence[Fields]) -> Iterator[str]:
    """Yield the findings in the file that the duty tells of, each one sentence with its cell.

    Then the other files of the unit that could not be used.
    """
    severity = SEVERITIES_TOLD.get(duty.state)
    if severity is None:
        return
    for row in findings:
        is_its_file = row["file"] == duty.file
        if is_its_file and row["severity"] == severity:
            yield _with_place(row)
    yield from _other_files(duty, findings)


def _other_files(duty: Duty, findings: Sequence[Fields]) -> Iterator[str]:
    """Yield what of the unit came besides and could not be used, a line a file; a secret is not named."""
    told = {duty.file}
    for row in findings:
        file = row["file"]
        if file in told or row["severity"] != Severity.ERROR or row["rule"] in SECRET_CODES:
            continue
        told.add(file)
        why = first_sentence(row["message"])
        yield sentence("DD-FILE", {"file": file, "why": why})


def _with_place(row: Fields) -> str:
    message = str(row["message"])
    if not row["cell"]:
        return message
    return sentence("DD-CELL", row)


def _returned_copy(year: Year, duty: Duty) -> Path | None:
    if duty.state is not State.RETURNED:
        return None
    setting = year.settings.folder("thu_muc_tra_lai")
    folder = year.storage.folder(setting, duty.period)
    name = returned_name(duty.unit, duty.period, duty.version)
    copy = folder / name
    if not copy.exists():
        return None
    return copy


# -- what is said ----------------------------------------------------------------------------------------


def _outcome(
    period: Period,
    debts: Sequence[Debt],
    drafts: Sequence[NewFile],
    folder: Path,
) -> Outcome:
    unaddressed = [debt.unit.code for debt in debts if not _has_address(debt)]
    facts = {
        "period": period.label,
        "count": len(drafts),
        "folder": folder.name,
        "units": ", ".join(unaddressed),
    }
    counts = {
        "owing": len(debts),
        "drafts": len(drafts),
        "without_address": len(unaddressed),
    }
    outcome = Outcome(
        sentence("DD-OK" if debts else "DD-02", facts),
        counts=counts,
        paths=tuple(draft.path for draft in drafts),
    )
    details = tuple(_left_out(debts))
    if unaddressed:
        details = (sentence("DD-03", facts), *details)
    if not details:
        return outcome
    return replace(
        outcome,
        status=1,
        details=details,
    )


def _left_out(debts: Iterable[Debt]) -> Iterator[str]:
    """Yield what is said of addresses that are none, beside others to which the draft goes."""
    for debt in debts:
        known = debt.addresses
        if known.sound and known.wrong:
            facts = {
                "unit": debt.unit.code,
                "wrong": ", ".join(known.wrong),
                "sound": ", ".join(known.sound),
            }
            yield sentence("DD-04", facts)


def _has_address(debt: Debt) -> bool:
    return bool(debt.addresses.sound)
