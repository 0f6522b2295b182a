"""Draft the reminders of a period: one mail for each unit that owes something, and for no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.mail.message import is_address, to_eml
from khoagiao_xl.mail.reminder import OPEN, Debt, draft_reminder
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.settings import Settings
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.rows import Fields

# Of which findings a unit is told, by what became of its duty.
SEVERITIES_TOLD: Final = {
    State.RETURNED: Severity.ERROR,
    State.QUESTIONED: Severity.QUESTION,
}
SUFFIX: Final = "don-doc.eml"


def work(year: Year, job: Job) -> Changes:
    """Return the drafts of `job.period` as files in the folder `job.out`; no table changes.

    A draft of an earlier run whose unit owes nothing now is put aside: somebody may have worked in it, and it
    must not be sent. Raise WrongRequest (KY-05) before any intake.
    """
    period = job.asked_period
    folder = job.out or year.path.parent
    debts = find_debts(year, period)
    addressed = [debt for debt in debts if is_address(debt.unit.email)]
    drafts = _drafts(year, job, addressed, folder)
    outdated = _outdated(folder, period, drafts)
    outcome = _outcome(period, debts, drafts, folder)
    return Changes(
        outcome,
        files=drafts,
        aside=tuple(outdated),
    )


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


def _findings_by_unit(year: Year, period: Period) -> Mapping[str, Sequence[Fields]]:
    code = str(period)
    found: dict[str, list[Fields]] = defaultdict(list)
    for row in year.rows(schema.FINDINGS):
        if row["period"] == code:
            unit = row["unit"]
            found[unit].append(row)
    return found


def _lines(duty: Duty, findings: Iterable[Fields]) -> Iterator[str]:
    """Yield the findings in the file that counts, each one sentence with its cell."""
    severity = SEVERITIES_TOLD.get(duty.state)
    for row in findings:
        is_its_file = row["file"] == duty.file
        if is_its_file and row["severity"] == severity:
            yield _with_place(row)


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
    copy = folder / returned_name(duty.unit, duty.period, duty.version)
    return copy if copy.exists() else None


# -- the drafts as files ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class DraftContent:
    """The bytes of a draft, made when it is written: its attachment is read only then."""

    debt: Debt
    period: Period
    now: datetime
    settings: Settings

    def __call__(self) -> bytes:
        """Return the draft as an .eml."""
        today = self.now.date()
        draft = draft_reminder(self.debt, self.period, today, self.settings)
        return to_eml(draft, self.settings.email, self.now)


def _drafts(year: Year, job: Job, debts: Iterable[Debt], folder: Path) -> tuple[NewFile, ...]:
    period = job.asked_period
    drafts = []
    for debt in debts:
        unit = files.safe_name(debt.unit.code)
        path = folder / f"{unit}_{period}_{SUFFIX}"
        content = DraftContent(debt, period, job.now, year.settings)
        drafts.append(NewFile(path, content))
    return tuple(drafts)


def _outdated(folder: Path, period: Period, drafts: Iterable[NewFile]) -> Iterator[Path]:
    """Yield the drafts of this period that an earlier run has left for units that get none now."""
    current = {draft.path for draft in drafts}
    found = folder.glob(f"*_{period}_{SUFFIX}")
    for path in sorted(found):
        if path not in current:
            yield path


def _outcome(
    period: Period,
    debts: Sequence[Debt],
    drafts: Sequence[NewFile],
    folder: Path,
) -> Outcome:
    unaddressed = [debt.unit.code for debt in debts if not is_address(debt.unit.email)]
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
    return Outcome(
        sentence("DD-OK" if debts else "DD-02", facts),
        status=1 if unaddressed else 0,
        counts=counts,
        paths=tuple(draft.path for draft in drafts),
        details=(sentence("DD-03", facts),) if unaddressed else (),
    )
