"""Issue the forms of a period: one workbook for each unit that owes it, and a note of what was issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Unit


def work(year: Year, job: Job) -> Changes:
    """Return the forms of `job.period` as files in the folder `job.out`; no table changes.

    What they were printed with is kept beside the master: what comes back is held against it.
    Raise WrongRequest (HS-02) when every unit is released.
    """
    obligations = year.obligations(job.asked_period)
    units = list(_units_with_a_form(obligations))
    if not units:
        raise WrongRequest("HS-02", code=obligations.period)
    folder = job.out or year.path.parent
    printer = FormPrinter(year, obligations)
    forms = tuple(_forms(printer, units, folder))
    kept = _kept(year, printer, units)
    outcome = _outcome(obligations, forms, folder)
    return Changes(
        outcome,
        files=(*forms, *kept),
        progress=sentence("PH-01", {}),
    )


def _units_with_a_form(obligations: Obligations) -> Iterator[Unit]:
    waivers = obligations.waivers
    for unit in obligations.owing:
        if not waivers.is_released(unit.code):
            yield unit


def _forms(printer: FormPrinter, units: Iterable[Unit], folder: Path) -> Iterator[NewFile]:
    """Yield the form of each unit; it is printed when it is written, so that no two lie in memory."""
    for unit in units:
        name = form_name(unit.code, printer.period)
        path = folder / name
        content = partial(printer.form, unit)
        yield NewFile(path, content)


def _kept(year: Year, printer: FormPrinter, units: Iterable[Unit]) -> Iterator[NewFile]:
    """Return what is kept of these forms, beside what was kept of those issued earlier."""
    known = IssuedForms.read(year.storage, printer.period)
    issued = printer.issued(units)
    kept = known.joined_with(issued)
    return kept.files(year.storage, printer.period)


def _outcome(obligations: Obligations, forms: Sequence[NewFile], folder: Path) -> Outcome:
    facts = {
        "count": len(forms),
        "period": obligations.period.label,
        "folder": folder.name,
    }
    counts = {
        "units": len(obligations.owing),
        "forms": len(forms),
    }
    paths = [form.path for form in forms]
    return Outcome(
        sentence("PH-OK", facts),
        counts=counts,
        paths=(folder, *paths),
    )
