"""Write the Word report of a period from the consolidated figures, the units' words and the plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Directive, Duty, Review, State, Total
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
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
    write_report,
)
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.office.settings import Settings

DEADLINES_ONLY: Final = frozenset({EXTENSION, RELEASE})


def run(book: Book, job: Job) -> Outcome:
    """Write the report of `job.period` to `job.out` (a .docx, or a folder) and change no table.

    Raise WrongRequest (KY-04) when the period has not been consolidated.
    """
    register = Year.read(book).obligations(job.asked_period)
    content = gather(book, register, job.now.date())
    out = _target(job.out or book.path.parent, register)
    is_older = write_report(content, find_template(register.period.kind, book.path), out, job.now)
    facts = {"period": register.period.label, "name": out.name}
    counts = {
        "totals": len(content.totals),
        "narratives": len(content.narratives),
        "reported": content.reported,
    }
    told = (sentence("TEP-12", {"count": 1, "folder": files.OLDER}),) if is_older else ()
    return Outcome(sentence("BC-OK", facts), counts=counts, paths=(out,), details=told)


def _target(out: Path, register: Obligations) -> Path:
    return out if out.suffix.lower() == ".docx" else out / f"Bao-cao-khoa-giao-{register.period}.docx"


def gather(book: Book, register: Obligations, today: date) -> ReportContent:
    """Return what the report of the register's period is made from."""
    period = str(register.period)
    every_total = tables.read(book, schema.TOTALS, Total)
    bases = {str(register.period.previous), str(register.period.same_last_year)}
    partial = {total.code for total in every_total if total.period in bases and total.provisional}
    totals = [
        replace(total, base_is_partial=total.code in partial)
        for total in every_total
        if total.period == period
    ]
    if not totals:
        raise WrongRequest("KY-04", code=period)
    names = {unit.code: unit.name for unit in register.units}
    states: dict[State, list[str]] = defaultdict(list)
    for duty in tables.read(book, schema.DUTIES, Duty):
        if duty.period == period:
            states[duty.state].append(names.get(duty.unit, duty.unit))
    narratives = [
        Narrative(str(names.get(row["unit"], row["unit"])), row["code"], row["text"])
        for row in tables.read_rows(book, schema.NARRATIVES)
        if row["period"] == period
    ]
    return ReportContent(
        letterhead=_letterhead(tables.read_settings(book), today),
        period=register.period,
        today=today,
        totals=tuple(totals),
        narratives=tuple(narratives),
        states={state: tuple(units) for state, units in states.items()},
        owing=sum(len(units) for state, units in states.items() if state is not State.WAIVED),
        directives=tuple(tables.read_kept(book, schema.DIRECTIVES, Directive)),
        reviews=tuple(tables.read_kept(book, schema.REVIEWS, Review)),
        waivers=_waiver_notes(register, names),
    )


def _letterhead(settings: Settings, today: date) -> Letterhead:
    """Return the profile's letterhead, with whatever the office has set of its own."""
    letterhead = letterhead_for(settings.profile or profile_in_force(today.year), today)
    own_label = settings.draft_label
    return replace(
        letterhead,
        position=settings.position or letterhead.position,
        place=settings.place or letterhead.place,
        signer=settings.signer or letterhead.signer,
        draft_label=letterhead.draft_label if own_label is None else own_label,
        ending=settings.ending or letterhead.ending,
    )


def _waiver_notes(register: Obligations, names: Mapping[str, str]) -> tuple[WaiverNote, ...]:
    return tuple(
        WaiverNote(names.get(line.unit, line.unit), line.reason, line.indicator, line.allowed_by, line.until)
        for line in register.waivers.lines
        if line.rule not in DEADLINES_ONLY
    )
