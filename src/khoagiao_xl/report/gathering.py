"""What the report of a period is made from: its totals, the units' words and states, the plan, the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State
from khoagiao_xl.office.profiles import profile_in_force
from khoagiao_xl.office.used_waivers import used_waivers
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.content import Narrative, ReportContent, WaiverNote
from khoagiao_xl.report.letterheads import Letterhead, letterhead_for

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.periods import Period


def gather(year: Year, period: Period, today: date) -> ReportContent:
    """Return what the report of `period` is made from; raise WrongRequest (KY-04) before it has totals."""
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
        waivers=tuple(_waiver_notes(year, period)),
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


def _waiver_notes(year: Year, period: Period) -> list[WaiverNote]:
    """Return the waivers that were used for figures which count, each figure's once."""
    notes = []
    for used in used_waivers(year, period):
        waiver = used.waiver
        note = WaiverNote(
            unit_name=_name(year, used.unit),
            reason=waiver.reason,
            code=used.figure,
            allowed_by=waiver.allowed_by,
            until=waiver.until,
        )
        notes.append(note)
    return list(dict.fromkeys(notes))


def _name(year: Year, unit: str) -> str:
    return year.unit_names.get(unit, unit)
