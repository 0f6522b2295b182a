"""What the report of a period is made from: its totals, the units' words and states, the plan, the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.hot_issues import balance
from khoagiao_xl.model.indicators import STOCKS, OverTime
from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import State
from khoagiao_xl.office.days_to_answer import reminded_until
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.open_corrections import units_correcting
from khoagiao_xl.office.used_waivers import used_waivers
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.content import Narrative, ReportContent, WaiverNote
from khoagiao_xl.report.fuller_totals import with_fuller
from khoagiao_xl.report.gathered_facts import coming_deadlines, earlier_totals, guidances_of, leaders_of
from khoagiao_xl.report.indicator_names import known_directives, report_labels, reworded
from khoagiao_xl.report.issuing import letterhead_of
from khoagiao_xl.report.month_course import course_of, quarters_of
from khoagiao_xl.report.monthly_chart import charted_codes
from khoagiao_xl.report.office_words import with_words
from khoagiao_xl.report.own_sentences import own_parts
from khoagiao_xl.report.said_no import nos_said_in, units_saying_no, units_without_answer
from khoagiao_xl.report.standing_tasks import units_doing
from khoagiao_xl.report.told_changes import ChangeNote
from khoagiao_xl.report.told_issues import IssueNote
from khoagiao_xl.report.told_minds import unsettled_minds
from khoagiao_xl.report.told_rows import rows_before, rows_within
from khoagiao_xl.report.urging_days import urging_days

if TYPE_CHECKING:
    from datetime import date


def gather(year: Year, period: Period, today: date) -> ReportContent:
    """Return what the report of `period` is made from; raise WrongRequest (KY-04) before it has totals."""
    content = _gathered(year, period, today)
    return with_words(year, content)


def reports_within(period: Period) -> Iterator[str]:
    """Yield the codes of all periods within this one: what was asked for in a month is not lost."""
    for other in periods_of(period.year):
        if other != period and other.is_within(period):
            yield str(other)


def _gathered(year: Year, period: Period, today: date) -> ReportContent:
    obligations = year.obligations(period)
    _refuse_unconsolidated(year, period)
    head = letterhead_of(year, today, str(period))
    earlier = dict(earlier_totals(year, period))
    answered = [*map(Period.parse, earlier), period]
    asked_with = {item.code: item.kinds for item in year.indicators}
    totals = with_fuller(year.totals_of(period), period, year.settings.provisional_below, asked_with)
    return ReportContent(
        letterhead=head,
        period=period,
        today=head.day or today,
        totals=tuple(totals),
        narratives=tuple(_narratives(year, obligations, str(period))),
        earlier_words={code: tuple(_narratives(year, obligations, code)) for code in reports_within(period)},
        states=_units_by_state(year, obligations),
        came={obligations.party_name_of(duty.unit): duty for duty in year.duties_of(period)},
        directives=tuple(known_directives(year)),
        offered=frozenset(one.symbol for one in year.directives),
        labels=dict(report_labels(year, period.year)),
        own_sentences=tuple(own_parts(year.indicators)),
        reviews=year.reviews,
        waivers=tuple(_waiver_notes(year, obligations)),
        compared_from=year.settings.compared_from,
        unit_names=obligations.party_names,
        changes=tuple(_changes(year, period)),
        issues=tuple(_issues(year, obligations)),
        reworded=frozenset(reworded(year, period.year)),
        deadline=obligations.deadline,
        details=tuple(rows_within(year.details, period)),
        earlier_details=tuple(rows_before(year.details, period)),
        tasks=year.tasks,
        steps=year.review_steps,
        outgoing=year.outgoing,
        body=year.settings.body,
        staff=year.settings.staff,
        sources=tuple(guidances_of(year)),
        coming_deadlines=coming_deadlines(period, year.deadlines, head.day or today),
        duties=year.duties,
        leaders=tuple(leaders_of(year, period)),
        correcting=tuple(_correcting(year, obligations, head.day or today)),
        minds=tuple(unsettled_minds(year, obligations)),
        reminders=urging_days(year, period, head.day or today),
        months=tuple(course_of(year, period)),
        quarters=tuple(quarters_of(year, period, charted_codes(), head.day or today)),
        known_codes=tuple(item.code for item in year.indicators),
        asked_with=asked_with,
        state_codes=frozenset(item.code for item in year.indicators if item.over_time is OverTime.LAST),
        stock_codes=frozenset(item.code for item in year.indicators if item.over_time in STOCKS),
        answer_by=reminded_until(year, period, head.day or today),
        closed=frozenset(year.closings.standing),
        due_days={code: line.unit_due for code, line in year.deadlines.items()},
        last_days={code: line.ends for code, line in year.deadlines.items()},
        earlier=earlier,
        said_no=units_saying_no(year, answered),
        nos_in=nos_said_in(year, answered),
        unanswered=units_without_answer(year, period),
        doing=units_doing(year, period),
    )


def _refuse_unconsolidated(year: Year, period: Period) -> None:
    """Refuse a period without totals, or with those of an older layout: they do not say who is in them."""
    code = str(period)
    rows = year.rows(schema.TOTALS)
    for row in rows:
        if row["period"] == code and row["owing"] is not None:
            return
    raise WrongRequest("KY-04", code=code)


def _changes(year: Year, period: Period) -> Iterator[ChangeNote]:
    """Yield what changed in earlier periods since they were told, in closed ones what nobody has told yet.

    A month is no part that a half or a year shows: its changes are for reports of months and quarters.
    """
    is_long = any(part.parts for part in period.parts)
    names = year.party_names
    found = report_labels(year, period.year)
    labels = dict(found)
    for change in (*year.changes_since_close(period), *year.moved_totals):
        closed = Period.parse(change.period)
        if is_long and closed.kind is Kind.MONTH:
            continue
        unit = change.unit
        name = names.get(unit, unit)
        label = labels.get(change.code, change.label)
        named = replace(change, label=label)
        yield ChangeNote(closed.label, name, named, is_main=change.code in year.settings.main_figures)


def _correcting(year: Year, obligations: Obligations, today: date) -> Iterator[str]:
    for unit in units_correcting(year, obligations.period, today):
        yield obligations.party_name_of(unit)


def _issues(year: Year, obligations: Obligations) -> Iterator[IssueNote]:
    """Yield the hot issues that arose in the window of a period, and those that were open before it."""
    deadline = obligations.deadline
    own = balance(year.issues, deadline.starts, deadline.ends)
    for issue in own.arisen:
        name = obligations.party_name_of(issue.unit)
        yield IssueNote(name, issue, deadline.ends)
    for issue in own.open_before:
        name = obligations.party_name_of(issue.unit)
        yield IssueNote(name, issue, deadline.ends, is_earlier=True)


def _units_by_state(year: Year, obligations: Obligations) -> Mapping[State, tuple[str, ...]]:
    """Return the names of the units in each state."""
    duties = year.duties_of(obligations.period)
    units = {}
    for state in State:
        names = [obligations.party_name_of(duty.unit) for duty in duties if duty.state is state]
        if names:
            units[state] = tuple(names)
    return units


def _narratives(year: Year, obligations: Obligations, code: str) -> Iterator[Narrative]:
    """Yield what the units wrote in the period of that code."""
    for row in year.rows(schema.NARRATIVES):
        if row["period"] != code:
            continue
        yield Narrative(
            unit_name=obligations.party_name_of(row["unit"]),
            code=row["code"],
            text=row["text"],
        )


def _waiver_notes(year: Year, obligations: Obligations) -> list[WaiverNote]:
    """Return the waivers that were used for figures which count, each figure's once."""
    notes = []
    for used in used_waivers(year, obligations.period):
        waiver = used.waiver
        note = WaiverNote(
            unit_name=obligations.party_name_of(used.unit),
            reason=waiver.reason,
            code=used.figure,
            allowed_by=waiver.allowed_by,
            until=waiver.until,
        )
        notes.append(note)
    return list(dict.fromkeys(notes))
