"""Draft the reminders of a period: one mail for each unit that owes something, and for no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.mail.message import Attachment, is_address, to_eml
from khoagiao_xl.mail.reminder import OPEN, Debt, draft_reminder
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.office.settings import Settings

TELLING = {State.RETURNED: Severity.ERROR, State.QUESTIONED: Severity.QUESTION}


def run(book: Book, job: Job) -> Outcome:
    """Write the drafts of `job.period` into the folder `job.out` and change no table."""
    register = Year.read(book).obligations(job.asked_period)
    settings = tables.read_settings(book)
    debts = find_debts(book, register, settings)
    folder = job.out or book.path.parent
    _clear(folder)
    sendable = [debt for debt in debts if is_address(debt.unit.email)]
    paths = []
    for debt in sendable:
        draft = draft_reminder(debt, register.period, job.now.date(), settings)
        path = folder / f"{files.safe_name(debt.unit.code)}_{register.period}_don-doc.eml"
        files.write_atomically(path, to_eml(draft, settings.email, job.now))
        paths.append(path)
    return _outcome(
        register, debts, [debt.unit.code for debt in debts if debt not in sendable], folder, paths
    )


def find_debts(book: Book, register: Obligations, settings: Settings) -> list[Debt]:
    """Return what each unit still owes; raise WrongRequest (KY-05) before any intake."""
    period = str(register.period)
    duties = [duty for duty in tables.read(book, schema.DUTIES, Duty) if duty.period == period]
    if not duties:
        raise WrongRequest("KY-05", code=period)
    units = {unit.code: unit for unit in register.units}
    findings = [row for row in tables.read_rows(book, schema.FINDINGS) if row["period"] == period]
    returned = Storage(book.path).folder(settings.folder("thu_muc_tra_lai"), period)
    return [
        Debt(
            units[duty.unit],
            duty,
            register.due(duty.unit),
            _lines(duty, findings),
            _returned_copy(duty, returned),
        )
        for duty in duties
        if duty.state in OPEN and duty.unit in units
    ]


def _lines(duty: Duty, findings: list[dict[str, str]]) -> tuple[str, ...]:
    wanted = TELLING.get(duty.state)
    return tuple(
        f"Trang «{row['sheet']}», ô {row['cell']}: {row['message']}" if row["cell"] else row["message"]
        for row in findings
        if row["unit"] == duty.unit and row["file"] == duty.file and row["severity"] == wanted
    )


def _returned_copy(duty: Duty, folder: Path) -> Attachment | None:
    copy = folder / returned_name(duty.unit, duty.period, duty.version)
    if duty.state is not State.RETURNED or not copy.exists():
        return None
    return Attachment(copy.name, copy.read_bytes())


def _clear(folder: Path) -> None:
    """Take away drafts of an earlier run: a unit that has reported meanwhile must not be reminded."""
    for old in folder.glob("*_don-doc.eml") if folder.is_dir() else []:
        old.unlink()


def _outcome(
    register: Obligations, debts: list[Debt], unaddressed: list[str], folder: Path, paths: list[Path]
) -> Outcome:
    facts = {"period": register.period.label, "count": len(paths), "folder": folder.name}
    details = (sentence("DD-03", {"units": ", ".join(unaddressed)}),) if unaddressed else ()
    return Outcome(
        sentence("DD-OK" if debts else "DD-02", facts),
        status=1 if unaddressed else 0,
        counts={"owing": len(debts), "drafts": len(paths), "without_address": len(unaddressed)},
        paths=tuple(paths),
        details=details,
    )
