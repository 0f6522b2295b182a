"""Write the Word report of a period from the consolidated figures, the units' words and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.obligations import EXTENSION, RELEASE, Obligations
from khoagiao_xl.office.profiles import profile_in_force
from khoagiao_xl.office.year import Year
from khoagiao_xl.report import (
    Letterhead,
    Narrative,
    ReportContent,
    WaiverNote,
    find_template,
    letterhead_for,
    render,
)
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.periods import Period

DEADLINES_ONLY: Final = frozenset({EXTENSION, RELEASE})


def work(year: Year, job: Job) -> Changes:
    """Return the report of `job.period` as a file, `job.out` (a .docx, or a folder); no table changes.

    Raise WrongRequest KY-04 when the period has not been consolidated, and as `report.render` does.
    """
    period = job.asked_period
    today = job.now.date()
    gathered = gather(year, period, today)
    content = replace(gathered, asked_report=job.kind)
    template = find_template(content.report, year.path)
    report = render(content, template)
    path = _target(year, job)
    file = NewFile(path, report)
    outcome = _outcome(content, path)
    told = replace(outcome, details=year.last_year_told)
    return Changes(told, files=(file,))


def _target(year: Year, job: Job) -> Path:
    out = job.out or year.path.parent
    if out.suffix.lower() == ".docx":
        return out
    name = str(job.asked_period)
    if job.kind:
        name = f"{job.kind}-{name}"
    return out / f"Bao-cao-khoa-giao-{name}.docx"


def _outcome(content: ReportContent, path: Path) -> Outcome:
    facts = {
        "period": content.period.label,
        "name": path.name,
    }
    counts = {
        "totals": len(content.totals),
        "narratives": len(content.narratives),
        "reported": content.reported,
    }
    return Outcome(
        sentence("BC-OK", facts),
        counts=counts,
        paths=(path,),
    )


def gather(year: Year, period: Period, today: date) -> ReportContent:
    """Return what the report of `period` is made from; raise WrongRequest (KY-04) before it has totals."""
    obligations = year.obligations(period)
    _refuse_unconsolidated(year, period)
    return ReportContent(
        letterhead=_letterhead(year, today),
        period=period,
        today=today,
        totals=tuple(year.totals_of(period)),
        narratives=tuple(_narratives(year, period)),
        states=_units_by_state(year, period),
        came={_name(year, duty.unit): duty for duty in year.duties_of(period)},
        directives=year.directives,
        reviews=year.reviews,
        waivers=tuple(_waiver_notes(year, obligations)),
        provisional_below=year.settings.provisional_below,
    )


def _refuse_unconsolidated(year: Year, period: Period) -> None:
    """Refuse a period without totals, or with those of an older layout: they do not say who is in them."""
    code = str(period)
    rows = year.rows(schema.TOTALS)
    for row in rows:
        if row["period"] == code and row["owing"] is not None:
            return
    raise WrongRequest("KY-04", code=code)


def _units_by_state(year: Year, period: Period) -> Mapping[State, tuple[str, ...]]:
    """Return the names of the units in each state."""
    duties = year.duties_of(period)
    units = {}
    for state in State:
        names = [_name(year, duty.unit) for duty in duties if duty.state is state]
        if names:
            units[state] = tuple(names)
    return units


def _narratives(year: Year, period: Period) -> Iterator[Narrative]:
    code = str(period)
    for row in year.rows(schema.NARRATIVES):
        if row["period"] != code:
            continue
        yield Narrative(
            unit_name=_name(year, row["unit"]),
            code=row["code"],
            text=row["text"],
        )


def _letterhead(year: Year, today: date) -> Letterhead:
    """Return the profile's letterhead, with whatever the office has set of its own."""
    settings = year.settings
    profile = settings.profile or profile_in_force(today.year)
    letterhead = letterhead_for(profile, today)
    draft_label = settings.draft_label
    if draft_label is None:
        draft_label = letterhead.draft_label
    return replace(
        letterhead,
        position=settings.position or letterhead.position,
        place=settings.place or letterhead.place,
        signer=settings.signer or letterhead.signer,
        draft_label=draft_label,
        ending=settings.ending or letterhead.ending,
    )


def _waiver_notes(year: Year, obligations: Obligations) -> Iterator[WaiverNote]:
    for line in obligations.waivers.lines:
        if line.rule in DEADLINES_ONLY:
            continue
        yield WaiverNote(
            unit_name=_name(year, line.unit),
            reason=line.reason,
            code=line.indicator,
            allowed_by=line.allowed_by,
            until=line.until,
        )


def _name(year: Year, unit: str) -> str:
    return year.unit_names.get(unit, unit)
