"""Reopen a closed period: who, when and why is written down; what was frozen is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.closing.freezing import rows_of_period
from khoagiao_xl.closing.frozen_rows import reopened_row
from khoagiao_xl.closing.order import closed_upon
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.rows import to_row, to_rows
from khoagiao_xl.office.settings import REOPENING_REASON
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.closing_records import Closing
    from khoagiao_xl.model.periods import Period


def work(year: Year, job: Job) -> Changes:
    """Return tblSoChot with the reopening of `job.period`; totals that are true no more are taken out.

    Who and why come from the job, or from tblCauHinh, where the reason is blanked then.
    Raise WrongRequest: CK-04 open already, CK-05 closed periods are built upon it, CK-06 nobody or no reason.
    """
    period = job.asked_period
    closing = _standing(year, period)
    row = _reopened(year, job, closing)
    tables = {
        schema.CLOSINGS.name: [row, *year.raw(schema.CLOSINGS)],
        schema.TOTALS.name: _true_totals(year, period),
        schema.SETTINGS.name: _without_reason(year),
    }
    outcome = _outcome(period, closing)
    changes = Changes(outcome, tables)
    return changes.differing_from(year)


def _reopened(year: Year, job: Job, closing: Closing) -> Row:
    settings = year.settings
    by = job.by or settings.closed_by
    reason = job.reason or settings.reopening_reason
    if not by or not reason:
        period = job.asked_period
        raise WrongRequest("CK-06", period=period.label)
    line = reopened_row(
        closing,
        job.now,
        by,
        reason,
    )
    return to_row(line, schema.CLOSINGS)


def _standing(year: Year, period: Period) -> Closing:
    closing = year.closing_of(period)
    if closing is None:
        raise WrongRequest("CK-04", period=period.label)
    later = closed_upon(year, period)
    if later:
        named = ", ".join(other.label for other in later)
        raise WrongRequest("CK-05", period=period.label, later=named)
    return closing


def _true_totals(year: Year, period: Period) -> list[Row]:
    """Return tblTongHop, without the frozen totals of the period where they are no longer what counts."""
    code = str(period)
    rows = year.raw(schema.TOTALS)
    frozen = rows_of_period(year, schema.TOTALS, code)
    sources = FigureSources(year)
    totals = make_totals(sources.counting_year, period)
    fresh = to_rows(totals, schema.TOTALS)
    if frozen == fresh:
        return rows
    return [row for row in rows if row not in frozen]


def _without_reason(year: Year) -> list[Row]:
    """Return tblCauHinh with the reason blanked: the next reopening has one of its own."""
    rows = year.raw(schema.SETTINGS)
    for row in rows:
        if row["Khóa"] == REOPENING_REASON:
            row["Giá trị"] = None
    return rows


def _outcome(period: Period, closing: Closing) -> Outcome:
    facts = {
        "period": period.label,
        "round": closing.round,
    }
    told = sentence("CK-MO", facts)
    counts = {"round": closing.round}
    return Outcome(told, counts=counts)
