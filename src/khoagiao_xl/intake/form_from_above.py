"""The form that the level above has issued to the office as one of its units, or one drawn in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import form_id, form_name
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model.records import Unit

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class BlankForm:
    """The form to be filled in. unit: the office's code at the level above; lines: codes that are asked.

    is_drawn: it is of this master's own layout, since none of the level above was there.
    has_details: it asks for single things in rows, which no total answers.
    """

    name: str
    data: bytes
    unit: str
    lines: tuple[str, ...]
    is_drawn: bool = False
    has_details: bool = False


def blank_form(year: Year, job: Job) -> BlankForm:
    """Return the form `job.source`, or the one in that folder; where there is none, one that is drawn.

    Raise MissingFile, and WrongRequest CT-01 to CT-06 for a form that is none of the office's.
    """
    path = _issued(job)
    if path is None:
        return _drawn(year, job)
    data = files.read_bytes(path)
    (reading,) = read_many([path], Limits.of(year.settings))
    _refuse(reading, year, job.asked_period)
    lines = (*reading.cells, *reading.answers)
    return BlankForm(
        name=path.name,
        data=data,
        unit=reading.identity.unit_code,
        lines=lines,
        has_details=bool(reading.details),
    )


def _issued(job: Job) -> Path | None:
    """Return the form that is named, or the one that lies in the folder; raise MissingFile, CT-02."""
    source = job.source
    if source is None:
        return None
    if source.suffix.lower() == ".xlsx":
        return files.existing(source)
    found = [path for path in source.glob("*.xlsx") if not path.name.startswith("~$")]
    if len(found) > 1:
        raise WrongRequest("CT-02", folder=source, count=len(found))
    return found[0] if found else None


def _refuse(reading: FileReading, year: Year, period: Period) -> None:
    said = reading.identity
    settings = year.settings
    name = reading.name
    if not reading.is_readable:
        told = " ".join(finding.message for finding in reading.findings[:1])
        raise WrongRequest("CT-03", name=name, why=told)
    if said.period != str(period):
        raise WrongRequest(
            "CT-04",
            name=name,
            found=said.period,
            period=period,
        )
    if settings.code_above and said.unit_code != settings.code_above:
        raise WrongRequest(
            "CT-05",
            name=name,
            found=said.unit_code,
            own=settings.code_above,
        )
    if said.master_id == settings.master_id:
        raise WrongRequest("CT-06", name=name, found=said.unit_code)


def _drawn(year: Year, job: Job) -> BlankForm:
    """Return a form of this master's layout for the office as a unit of the level above."""
    settings = year.settings
    code, master = settings.code_above, settings.master_above
    period = job.asked_period
    if not code or not master:
        raise WrongRequest("CT-01", period=period, folder=job.source)
    obligations = year.obligations(period)
    printer = FormPrinter(year, obligations)
    unit = Unit(code, settings.body)
    data = printer.form(
        unit,
        master_id=master,
        form_id=form_id(master, str(period), code),
    )
    return BlankForm(
        name=form_name(code, str(period)),
        data=data,
        unit=code,
        lines=tuple(item.code for item in obligations.asked_of(unit)),
        is_drawn=True,
    )
