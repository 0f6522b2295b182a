"""Consolidate a period: the accepted figures of the units become the figures of the whole organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.closing.kept_closed import as_frozen, with_ledger
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED, Duty, State, Total
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.collector_at_rest import collector_at_rest
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.rows import with_period
from khoagiao_xl.office.told_breaks import with_breaks
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.break_words import told_of_all
from khoagiao_xl.totals.period_totals import PeriodTotals
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.periods import Period


@collector_at_rest()
def work(year: Year, job: Job) -> Changes:
    """Return the totals of `job.period` for tblTongHop, every figure as the unit's file says it.

    Of a closed period they are those that were frozen.
    Raise WrongRequest: KY-05 before any intake, KY-06 when the list of units changed since.
    """
    period = job.asked_period
    obligations = year.obligations(period)
    closing = year.closing_of(period)
    if closing:
        return as_frozen(year, closing, job.now)
    duties = year.duties_of(period)
    _refuse_stale(obligations, duties)
    sources = FigureSources(year)
    totals = PeriodTotals(sources.counting_year, period)
    rows = with_period(
        year.raw(schema.TOTALS),
        schema.TOTALS,
        str(period),
        totals.made,
    )
    details = [*_details(totals, duties), *year.last_year_told]
    done = _outcome(period, totals.made, duties, details)
    outcome = with_breaks(done, sources.until(period))
    changes = Changes(outcome)
    changes = changes.with_table(schema.TOTALS, rows)
    return with_ledger(changes, sources.counting_year, job.now)


def _refuse_stale(obligations: Obligations, duties: Sequence[Duty]) -> None:
    code = obligations.period
    if not duties:
        raise WrongRequest("KY-05", code=code)
    judged = {duty.unit for duty in duties}
    if judged != obligations.owing_codes:
        raise WrongRequest("KY-06", code=code)


def _reported(duties: Sequence[Duty]) -> int:
    reported = [duty for duty in duties if duty.state in REPORTED]
    return len(reported)


def _details(totals: PeriodTotals, duties: Sequence[Duty]) -> Iterator[str]:
    """Yield what a person should know before using the figures."""
    if not _reported(duties):
        yield sentence("TH-20", {"period": totals.period.label})
    carried = [total for total in totals.made if total.carried_units]
    if carried:
        yield sentence("TH-23", {"count": len(carried)})
    yield from told_of_all(totals.identities)


def _outcome(
    period: Period, totals: Sequence[Total], duties: Sequence[Duty], details: Sequence[str]
) -> Outcome:
    counts = {
        "totals": len(totals),
        "units_counted": _reported(duties),
        "units_owing": sum(duty.state is not State.WAIVED for duty in duties),
    }
    facts = {
        "period": period.label,
        "totals": counts["totals"],
        "counted": counts["units_counted"],
        "owing": counts["units_owing"],
    }
    done = sentence("TH-OK", facts)
    return Outcome(done, counts=counts, details=tuple(details))
