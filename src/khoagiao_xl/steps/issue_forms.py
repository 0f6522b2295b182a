"""Issue the forms of a period: one workbook for each unit that owes it, and a note of what was issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import form_name, quick_name
from khoagiao_xl.forms.quick_printer import QuickPrinter
from khoagiao_xl.inspection.printable_forms import require_printable
from khoagiao_xl.model.hot_issues import QUICK
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile, WhenThere
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Unit

FORMS: Final = "thu_muc_bieu_mau"


def work(year: Year, job: Job) -> Changes:
    """Return the forms of `job.period` as files in the folder `job.out`; no table changes.

    What they were printed with is kept beside the master: what comes back is held against it.
    Raise WrongRequest HS-02 when every unit is released, HS-07 for a cell that no form could hold.
    """
    obligations = year.obligations(job.asked_period)
    units = list(_units_with_a_form(obligations))
    if not units:
        raise WrongRequest("HS-02", code=obligations.period)
    require_printable(year, obligations.period)
    folder = job.out or year.path.parent
    printer = FormPrinter(year, obligations)
    forms = tuple(_forms(printer, units, folder))
    kept = _kept(year, printer, units)
    quick = _quick_folder(year, folder)
    outcome = _outcome(obligations, forms, folder)
    return Changes(
        _with_quick_forms(outcome, len(units), quick),
        files=(*forms, *kept, *_quick_forms(year, units, quick)),
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
    storage = year.storage
    period = printer.period
    known = IssuedForms.read(storage, period)
    issued = printer.issued(units)
    kept = known.joined_with(issued)
    return kept.files(storage, period)


# -- quick forms: once a year, beside those of the period -------------------------------------------------


def _quick_folder(year: Year, folder: Path) -> Path:
    """Return where the quick forms lie, which are of no period."""
    setting = year.settings.folders.get(FORMS)
    if setting:
        return year.storage.folder(setting, QUICK)
    return folder / QUICK


def _quick_forms(year: Year, units: Sequence[Unit], folder: Path) -> Iterator[NewFile]:
    """Yield the quick forms that are not there yet, and what is kept of all of them."""
    printer = QuickPrinter(year.settings)
    for unit in units:
        name = quick_name(unit.code)
        path = folder / name
        content = partial(printer.form, unit)
        yield NewFile(path, content, WhenThere.ONCE)
    known = IssuedForms.read(year.storage, QUICK)
    issued = printer.issued(units)
    kept = known.joined_with(issued)
    yield from kept.files(year.storage, QUICK)


def _with_quick_forms(outcome: Outcome, count: int, folder: Path) -> Outcome:
    facts = {
        "count": count,
        "folder": folder.name,
    }
    told = sentence("PH-TIN", facts)
    return replace(
        outcome,
        sentence=f"{outcome.sentence} {told}",
    )


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
