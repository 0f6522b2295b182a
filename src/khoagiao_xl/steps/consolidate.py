"""Consolidate a period: the accepted figures of the units become the figures of the whole organisation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.closing.kept_closed import as_frozen, with_ledger
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED, Duty, Total
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.rows import with_period
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.periods import Period


def work(year: Year, job: Job) -> Changes:
    """Return the totals of `job.period` for tblTongHop; of a closed one those that were frozen.

    Raise WrongRequest: KY-05 before any intake, KY-06 when the list of units changed since.
    """
    period = job.asked_period
    closing = year.closing_of(period)
    if closing:
        return as_frozen(year, closing, job.now)
    obligations = year.obligations(period)
    duties = year.duties_of(period)
    _refuse_stale(obligations, duties)
    totals = make_totals(year, period)
    rows = with_period(
        year.raw(schema.TOTALS),
        schema.TOTALS,
        str(period),
        totals,
    )
    outcome = _outcome(period, totals, duties)
    told = replace(outcome, details=year.last_year_told)
    changes = Changes(told)
    changes = changes.with_table(schema.TOTALS, rows)
    return with_ledger(changes, year, job.now)


def _refuse_stale(obligations: Obligations, duties: Sequence[Duty]) -> None:
    code = obligations.period
    if not duties:
        raise WrongRequest("KY-05", code=code)
    judged = {duty.unit for duty in duties}
    if judged != obligations.owing_codes:
        raise WrongRequest("KY-06", code=code)


def _outcome(period: Period, totals: Sequence[Total], duties: Sequence[Duty]) -> Outcome:
    counts = {
        "totals": len(totals),
        "units_counted": sum(duty.state in REPORTED for duty in duties),
        "units_owing": len(duties),
    }
    facts = {
        "period": period.label,
        "totals": counts["totals"],
        "counted": counts["units_counted"],
        "owing": counts["units_owing"],
    }
    return Outcome(sentence("TH-OK", facts), counts=counts)
