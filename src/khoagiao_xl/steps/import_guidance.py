"""Import a guidance: its directives, tasks, reviews and reporting days become proposals in the master.

What a person changed, accepted or took out stays as it is; a revised document shows what is new, changed and
gone in it. Importing the same document again changes nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.guidance import Guidance, read_guidance, register_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.planning import guidance_rows, period_days, review_steps
from khoagiao_xl.planning.calendar import refresh_calendar
from khoagiao_xl.planning.import_run import Ledger
from khoagiao_xl.planning.office_days import read_office
from khoagiao_xl.planning.sources import Source, earlier_version, next_code, read_sources, source_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.books.base import Book

READABLE: Final = (".docx", ".txt")
LAST_YEAR: Final = 2100
NOTES_TOLD: Final = 12
PLAN: Final = (schema.DIRECTIVES.name, schema.REVIEWS.name, schema.TASKS.name)


def run(book: Book, job: Job) -> Outcome:
    """Read the guidance `job.source` (a file, or a folder that holds one) and propose what it asks for."""
    path = _the_document(job.source)
    year = int(tables.read_settings(book).number("nam", job.now.year, most=LAST_YEAR))
    register = register_of(tables.read_rows(book, schema.REGISTER))
    guidance = read_guidance(path, otherwise_year=year, register=register)
    source, before = _remember(book, guidance, path, job)
    ledger = Ledger(book, source.code, job.now.date())
    _propose(ledger, guidance, year)
    findings = [*guidance.findings, *_of_another_year(guidance, year)]
    _list_findings(book, findings, path.name, {path.name, *([before.file] if before else [])})
    refresh_calendar(book)
    return _outcome(guidance, path.name, ledger, findings)


def _the_document(source: Path | None) -> Path:
    """Return the document itself; of a folder, the one readable document in it."""
    if source is None or not source.exists():
        raise MissingFile(path=source)
    if source.is_file():
        return source
    found = sorted(
        path for path in source.iterdir() if path.suffix.lower() in READABLE and path.name[0] not in "~."
    )
    if len(found) != 1:
        raise WrongRequest("NP-02", folder=source.name, count=len(found))
    return found[0]


def _remember(book: Book, guidance: Guidance, path: Path, job: Job) -> tuple[Source, Source | None]:
    """Return the document with its code in tblNguon, and the version of it that was imported before."""
    known = read_sources(book)
    fresh = source_of(guidance, path.name, hashlib.sha256(files.read_bytes(path)).hexdigest(), job.now)
    before = earlier_version(fresh, known)
    if before and before.sha256 == fresh.sha256:
        return before, before
    source = replace(fresh, code=before.code if before else next_code(known))
    tables.write(book, schema.SOURCES, [*(other for other in known if other != before), source])
    return source, before


def _propose(ledger: Ledger, guidance: Guidance, year: int) -> None:
    """Lay everything the guidance asks for beside what stands in the tables."""
    book, office = ledger.book, read_office(ledger.book)
    ledger.take(guidance_rows.DIRECTIVES, guidance_rows.directives_of(guidance))
    ledger.take(guidance_rows.REVIEWS, guidance_rows.reviews_of(guidance))
    ledger.take(guidance_rows.TASKS, guidance_rows.tasks_of(guidance))
    settings = tables.read_settings(book)
    named = period_days.named_days(guidance, [settings.get(key, "") for key in ("co_quan", "ban_tham_muu")])
    ledger.take(
        period_days.DEADLINES,
        period_days.deadlines_of(guidance.year, office, named),
        at_first=period_days.untouched(guidance.year, office, book.read(schema.DEADLINES.name)),
    )
    reviews, steps = book.read(schema.REVIEWS.name), book.read(schema.REVIEW_STEPS.name)
    proposed = review_steps.steps_of(reviews, steps, office, year)
    ledger.take(review_steps.STEPS, proposed, source=review_steps.SOURCE)
    ledger.close()


def _of_another_year(guidance: Guidance, year: int) -> list[Finding]:
    facts = {"year": guidance.year, "own": year}
    return [Finding("NP-03", Severity.QUESTION, facts=facts)] if guidance.year != year else []


def _list_findings(book: Book, findings: Sequence[Finding], name: str, earlier: set[str]) -> None:
    """Put the questions about this document into tblLoi, in place of those of an `earlier` version's file."""
    before = book.read(schema.FINDINGS.name)
    fresh = [
        {"file": name, "rule": finding.code, "severity": finding.severity, "message": finding.message}
        for finding in findings
    ]
    kept = [row for row in before if row["Tệp"] not in earlier]
    after = [*(tables.to_row(row, schema.FINDINGS) for row in fresh), *kept]
    if after != before:
        book.write(schema.FINDINGS.name, after)


def _told(notes: Sequence[str]) -> tuple[str, ...]:
    """Return the notes a person reads at once; the rest stands in the rows themselves."""
    more = len(notes) - NOTES_TOLD
    return (*notes[:NOTES_TOLD], *([sentence("NP-22", {"count": more})] if more > 0 else []))


def _outcome(guidance: Guidance, name: str, ledger: Ledger, findings: Sequence[Finding]) -> Outcome:
    found = {
        "directives": len(guidance.directives),
        "reviews": len(guidance.reviews),
        "tasks": len(guidance.tasks),
        "duties": len(guidance.duties),
    }
    questions = [item for item in findings if item.severity is not Severity.NOTE]
    tally = {what: ledger.count(what) for what in ("changed", "kept", "gone", "dropped")}
    tally |= {what: ledger.count(what, *PLAN) for what in ("new", "same")}
    new = {f"new_{key}": ledger.count("new", table) for key, table in zip(found, PLAN, strict=False)}
    counts = {**found, **tally, **new, "questions": len(questions), "unread": len(guidance.unread)}
    dropped = (sentence("NP-20", {"count": tally["dropped"]}),) if tally["dropped"] else ()
    details = (*dropped, *_told(ledger.notes), *(item.message for item in questions))
    return Outcome(sentence("NP-OK", {**counts, "name": name}), counts=counts, details=details)
