"""Close a period: what was reported is frozen, with everything that it was made from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.closing.freezing import Freezing, are_stale, closing_of, files_beside, rows_of_period
from khoagiao_xl.closing.frozen_report import FrozenReport, frozen_report
from khoagiao_xl.closing.frozen_rows import frozen_rows
from khoagiao_xl.closing.ledger import stated_rows
from khoagiao_xl.closing.order import open_before
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.figure_breaks import BreakKind, FigureBreak
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.told_breaks import with_breaks
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.report_files import report_bytes, report_path
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.closing_records import Closing
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report import ReportContent

BLOCKING: Final = frozenset({BreakKind.NO_ROW, BreakKind.NOBODYS_ROW, BreakKind.EDITED})


def work(year: Year, job: Job) -> Changes:
    """Return the rows of tblSoChot for `job.period`, and the snapshot and the report as files.

    The report is the file in the folder `job.out`, as the office has worked in it; where there is none, it is
    written. Raise WrongRequest: CK-01 closed already, CK-02 an earlier one is open, CK-03 and KY-04
    totals that are not there or no longer true, CK-07 a report that is no Word file, CK-08 figures that
    are not what the files say, BC-08 nobody has reported; as `report_bytes` does.
    """
    period = job.asked_period
    _refuse_out_of_order(year, period)
    sources = FigureSources(year)
    code = str(period)
    breaks = [broken for broken in sources.breaks if broken.period == code]
    _refuse_edited(period, breaks)
    counting = sources.counting_year
    _refuse_stale(counting, period)
    freezing = _freezing(counting, job)
    changes = _changes(freezing)
    lost = [broken for broken in breaks if broken.kind.needs_a_hand]
    outcome = with_breaks(changes.outcome, lost)
    return replace(changes, outcome=outcome)


def _freezing(year: Year, job: Job) -> Freezing:
    period = job.asked_period
    today = job.now.date()
    content = gather(year, period, today)
    if not content.reported:
        raise WrongRequest("BC-08", period=period.label)
    code = str(period)
    earlier = year.closings.of_period(code)
    settings = year.settings
    return Freezing(
        year=year,
        period=period,
        round=len(earlier) + 1,
        now=job.now,
        by=job.by or settings.closed_by,
        content=content,
        report=_report(year, job, content),
    )


def _refuse_out_of_order(year: Year, period: Period) -> None:
    closing = year.closing_of(period)
    if closing:
        raise WrongRequest(
            "CK-01",
            period=period.title,
            day=day_text(closing.closed_at),
            round=closing.round,
        )
    missing = open_before(year, period)
    if missing:
        labels = [other.label for other in missing]
        named = ", ".join(labels)
        raise WrongRequest(
            "CK-02",
            period=period.label,
            missing=named,
        )


def _refuse_edited(period: Period, breaks: Sequence[FigureBreak]) -> None:
    """Refuse figures that nobody can walk back to a file: they can be put right, a lost original cannot."""
    edited = [broken for broken in breaks if broken.kind in BLOCKING]
    if edited:
        first, *_ = edited
        raise WrongRequest(
            "CK-08",
            period=period.label,
            count=len(edited),
            first=first.message,
        )


def _refuse_stale(year: Year, period: Period) -> None:
    """Refuse totals that are not what the units' answers come to now."""
    code = str(period)
    standing = rows_of_period(year, schema.TOTALS, code)
    if not standing:
        raise WrongRequest("KY-04", code=code)
    if are_stale(year, period):
        raise WrongRequest("CK-03", period=period.label)


def _report(year: Year, job: Job, content: ReportContent) -> FrozenReport:
    folder = job.out or year.path.parent
    path = report_path(folder, content.period)
    fresh = report_bytes(content, year.path)
    return frozen_report(path, fresh)


def _changes(freezing: Freezing) -> Changes:
    year = freezing.year
    report = freezing.report
    snapshot = freezing.snapshot()
    data = snapshot.to_bytes()
    closing = closing_of(snapshot, data)
    lines = frozen_rows(freezing, closing)
    fresh = to_rows(lines, schema.CLOSINGS)
    rows = [*fresh, *year.raw(schema.CLOSINGS)]
    beside = files_beside(year, closing, data, report)
    outcome = _outcome(freezing, closing)
    changes = Changes(
        outcome,
        files=tuple(beside),
    )
    changes = changes.with_table(schema.CLOSINGS, rows)
    if not report.is_new:
        return changes
    # What the office's own file tells was marked when it was written.
    stated = stated_rows(year, freezing.period)
    return changes.with_table(schema.LATER_CHANGES, stated)


def _outcome(freezing: Freezing, closing: Closing) -> Outcome:
    content = freezing.content
    report = freezing.report
    totals = len(content.totals)
    differing = len(report.differing)
    facts = {
        "period": content.period.label,
        "round": closing.round,
        "totals": totals,
        "reported": content.reported,
        "expected": content.expected,
        "report": report.path.name,
    }
    code = "CK-OK"
    if report.is_new:
        code = "CK-OK-MOI"
    return Outcome(
        sentence(code, facts),
        status=1 if report.differing else 0,
        counts={
            "totals": totals,
            "differing": differing,
        },
        paths=(report.path,) if report.is_new else (),
        details=report.differing,
    )
