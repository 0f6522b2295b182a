"""Check what people typed in the master itself; tblLoi then lists it and the sheets colour its cells."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.inspection.finding_lines import Line, to_lines
from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning.calendar import calendar_entries
from khoagiao_xl.report.own_template_checks import slips_in_own_templates
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.office.pages import SheetLine


def work(year: Year, job: Job) -> Changes:
    """Put what is wrong in the master into tblLoi, in place of what an earlier check put there.

    The office's own templates beside the master are looked at too; what is wrong in one is told.
    """
    findings = inspect(year)
    lines = to_lines(findings)
    tables = {schema.FINDINGS.name: _listed(lines, year)}
    if not year.missing:
        entries = calendar_entries(year)
        tables[schema.CALENDAR.name] = to_rows(entries, schema.CALENDAR)
    slips = [] if year.missing else list(slips_in_own_templates(year, job.now.date()))
    changes = Changes(
        _with_slips(_outcome(findings, lines), slips),
        tables,
        tells_unread=True,
    )
    return changes.differing_from(year)


def _with_slips(outcome: Outcome, slips: Sequence[str]) -> Outcome:
    """Return the outcome with what is wrong in templates: no report can be written by them."""
    if not slips:
        return outcome
    counts = {**outcome.counts, "templates": len(slips)}
    return replace(
        outcome,
        status=1,
        counts=counts,
        details=(*slips, *outcome.details),
    )


def _listed(lines: Sequence[Line], year: Year) -> list[Row]:
    page = year.page(schema.FINDINGS)
    return page.replacing(
        _is_of_the_master,
        to_rows(lines, schema.FINDINGS),
    )


def _is_of_the_master(line: SheetLine) -> bool:
    """Whether a line of tblLoi is about the master's own cells: of no file and no period."""
    if line.text("file"):
        return False
    return not line.text("period")


def _outcome(findings: Sequence[Finding], lines: Sequence[Line]) -> Outcome:
    weights = Counter(finding.severity for finding in findings)
    counts = {
        "errors": weights[Severity.ERROR],
        "questions": weights[Severity.QUESTION],
        "notes": weights[Severity.NOTE],
    }
    code = "KT-SACH-OK"
    if findings:
        code = "KT-OK"
    return Outcome(
        sentence(code, counts),
        status=1 if counts["errors"] else 0,
        counts=counts,
        details=tuple(_detail(line) for line in lines),
    )


def _detail(line: Line) -> str:
    """Return a line as the terminal prints it; the message of a folded one names its cells itself."""
    sheet = line["sheet"]
    message = line["message"]
    if ":" in line["cell"]:
        return f"{sheet}, {message}"
    return f"{sheet}, {line['cell']}: {message}"
