"""Write the Word report of a period from the consolidated figures, the units' words and the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.closing.freezing import are_stale
from khoagiao_xl.closing.kept_closed import report_as_frozen
from khoagiao_xl.closing.ledger import stated_rows
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.year import Year
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.office_words import merged_words, told_of_words, word_tables
from khoagiao_xl.report.report_files import report_bytes, report_path
from khoagiao_xl.report.template_remarks import template_remarks
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path


def work(year: Year, job: Job) -> Changes:
    """Return the report of `job.period` as a file, `job.out` (a .docx, or a folder).

    Of a closed period it is the one that was frozen. Later changes that it tells are marked as told.
    Raise WrongRequest KY-04 when the period has not been consolidated, BC-08 when nobody has reported, BC-10
    for totals that are no longer true, and as `report.render` does.
    """
    period = job.asked_period
    path = report_path(job.out or year.path.parent, period, job.kind)
    year.obligations(period)  # says what is wrong with the period, or with a master of an older layout
    closing = year.closing_of(period)
    if closing and not job.kind:
        return report_as_frozen(year, closing, path)
    today = job.now.date()
    gathered = gather(year, period, today)
    content = replace(gathered, asked_report=job.kind)
    if not content.reported:
        raise WrongRequest("BC-08", period=period.label)
    if are_stale(FigureSources(year).counting_year, period):
        raise WrongRequest("BC-10", period=period.label)
    report = report_bytes(content, year.path)
    file = NewFile(path, report)
    outcome = _outcome(content, path)
    words = merged_words(year, content)
    details = [
        *year.last_year_told,
        *_left_out(content),
        *template_remarks(content, year.path),
        *told_of_words(words),
    ]
    told = replace(outcome, details=tuple(details))
    tables = word_tables(year, words, str(period))
    changes = Changes(told, tables, files=(file,))
    changes = changes.with_table(schema.LATER_CHANGES, stated_rows(year, period))
    return changes.differing_from(year)


def _left_out(content: ReportContent) -> Iterator[str]:
    """Say which sentences of the tool were not used, because the office has reworded their indicator."""
    codes = content.not_spoken_of
    if codes:
        listed = ", ".join(codes)
        yield sentence("BC-09", {"codes": listed})


def _outcome(content: ReportContent, path: Path) -> Outcome:
    facts = {
        "period": content.period.label,
        "name": path.name,
    }
    counts = {
        "totals": len(content.totals),
        "narratives": len(content.narratives),
        "reported": content.reported,
        "undecided": content.undecided,
    }
    return Outcome(
        sentence("BC-OK", facts),
        counts=counts,
        paths=(path,),
    )
