"""Import a guidance: its directives, tasks, reviews and reporting days become proposals in the master.

What a person changed, accepted or took out stays as it is; a revised document shows what is new, changed and
gone in it. Importing the same document again changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.guidance import Guidance, read_guidance, register_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning import guidance_rows, merge_rules, period_days, review_steps
from khoagiao_xl.planning.accepting import accepted_rows
from khoagiao_xl.planning.calendar import calendar_entries
from khoagiao_xl.planning.import_run import ImportRun
from khoagiao_xl.planning.origins import with_origins
from khoagiao_xl.planning.replaced_sources import replaced_sources
from khoagiao_xl.planning.sources import ImportedDocument, earlier_version, source_of, with_code
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.books.base import Row

# Of one document in several kinds the first of these is read.
READABLE: Final = (".docx", ".doc", ".odt", ".rtf", ".txt", ".pdf")
NOTES_TOLD: Final = 12
PLAN: Final = (schema.DIRECTIVES, schema.REVIEWS, schema.TASKS)


def work(year: Year, job: Job) -> Changes:
    """Read the guidance `job.source` (a file, or a folder that holds one) and propose what it asks for."""
    path = _the_document(job.source)
    today = job.now.date()
    guidance = _read(path, year, today)
    known = year.records(schema.SOURCES, ImportedDocument)
    fresh = source_of(guidance, path, job.now)
    replaced = replaced_sources(guidance, known)
    before = earlier_version(fresh, known) or next(iter(replaced), None)
    source = with_code(fresh, before, known)
    run = ImportRun(year, source.code, today)
    _take_proposals(run, guidance, year)
    _name_the_origins(run, [*known, source])
    findings = [*_findings(guidance, year), *_perhaps_another(run, path.name, before)]
    tables = {
        schema.SOURCES.name: _sources(source, before, year),
        **run.tables(),
        schema.FINDINGS.name: _listed(findings, source, before, year),
    }
    afterwards = year.with_tables(tables)
    entries = calendar_entries(afterwards)
    tables[schema.CALENDAR.name] = to_rows(entries, schema.CALENDAR)
    outcome = _outcome(guidance, path.name, run, findings)
    changes = Changes(outcome, tables)
    return changes.differing_from(year)


# -- the document -----------------------------------------------------------------------------------------


def _the_document(source: Path | None) -> Path:
    """Return the document itself; of a folder, the one in it, be it there in several kinds."""
    if source is None or not source.exists():
        raise MissingFile(path=source)
    if source.is_file():
        return source
    found = [path for path in source.iterdir() if _is_readable(path)]
    names = {path.stem.casefold() for path in found}
    if len(names) != 1:
        raise WrongRequest("NP-02", folder=source.name, count=len(found))
    return min(found, key=_preference)


def _preference(path: Path) -> int:
    kind = path.suffix.lower()
    return READABLE.index(kind)


def _is_readable(path: Path) -> bool:
    if path.name[0] in "~.":  # what an office program lays beside an open document
        return False
    return path.suffix.lower() in READABLE


def _read(path: Path, year: Year, today: date) -> Guidance:
    rows = year.rows(schema.REGISTER)
    known = register_of(rows, today)
    return read_guidance(
        path,
        otherwise_year=year.settings.year,
        register=known,
        bodies=_names_of_units(year),
    )


def _names_of_units(year: Year) -> Iterator[str]:
    """Yield the names by which the office knows its units, those of their spellings too."""
    for unit in year.units:
        yield unit.name
        yield from unit.aliases


# -- what it asks for -------------------------------------------------------------------------------------


def _take_proposals(run: ImportRun, guidance: Guidance, year: Year) -> None:
    """Lay everything the guidance asks for beside what stands in the tables."""
    for table in PLAN:
        accepted = accepted_rows(year, table, all_certain=False)
        run.put(table, accepted.rows)
    run.take(
        merge_rules.DIRECTIVES,
        guidance_rows.directives_of(guidance),
    )
    run.take(
        merge_rules.REVIEWS,
        guidance_rows.reviews_of(guidance),
    )
    run.take(
        merge_rules.TASKS,
        guidance_rows.tasks_of(guidance),
    )
    _take_days(run, guidance, year)
    _take_steps(run, year)


def _name_the_origins(run: ImportRun, sources: Sequence[ImportedDocument]) -> None:
    """Write beside each task by which documents it is asked for."""
    names: dict[str, str] = {}
    for source in sources:
        names[source.code] = source.symbol or source.file
    tasks = run.rows(schema.TASKS)
    origins = run.origins(schema.TASKS)
    rows = with_origins(tasks, origins, names)
    run.put(schema.TASKS, rows)


def _take_days(run: ImportRun, guidance: Guidance, year: Year) -> None:
    """Take in the days on which reports are due."""
    own_names = [
        year.settings.body,
        year.settings.staff,
    ]
    named = period_days.named_days(guidance, own_names)
    rows = run.rows(schema.DEADLINES)
    run.take(
        merge_rules.DEADLINES,
        period_days.deadlines_of(guidance.year, year.day_rules, named),
        at_first=period_days.untouched(guidance.year, year.day_rules, rows),
    )


def _take_steps(run: ImportRun, year: Year) -> None:
    """Take in the steps of every review of the plan, after the office's own sample."""
    reviews = run.rows(schema.REVIEWS)
    steps = run.rows(schema.REVIEW_STEPS)
    proposals = review_steps.steps_of(
        reviews,
        steps,
        year.day_rules,
        year.settings.year,
    )
    run.take(
        merge_rules.STEPS,
        proposals,
        source=review_steps.SOURCE,
    )


# -- what is told of it -----------------------------------------------------------------------------------


def _findings(guidance: Guidance, year: Year) -> list[Finding]:
    own = year.settings.year
    findings = list(guidance.findings)
    if guidance.year != own:
        facts = {"year": guidance.year, "own": own}
        other_year = Finding("NP-03", Severity.QUESTION, facts=facts)
        findings.append(other_year)
    return findings


def _perhaps_another(run: ImportRun, name: str, before: ImportedDocument | None) -> list[Finding]:
    """Return the question whether a version that leaves out most of the tasks is one at all."""
    if before is None:
        return []
    proposed = run.proposed(before.code, schema.TASKS)
    gone = run.count("gone", schema.TASKS)
    asked_before = len(proposed) - run.count("new", schema.TASKS)
    if 2 * gone <= asked_before:
        return []
    facts = {"name": name, "before": before.symbol or before.file, "gone": gone}
    return [Finding("NP-28", Severity.QUESTION, facts=facts)]


def _sources(source: ImportedDocument, before: ImportedDocument | None, year: Year) -> list[Row]:
    """Return tblNguon with this document in the place of its earlier version."""
    if source == before:
        return year.raw(schema.SOURCES)
    known = year.records(schema.SOURCES, ImportedDocument)
    sources = [other for other in known if other != before]
    sources.append(source)
    return to_rows(sources, schema.SOURCES)


def _listed(
    findings: Sequence[Finding], source: ImportedDocument, before: ImportedDocument | None, year: Year
) -> list[Row]:
    """Return tblLoi with the questions about this document in the place of its earlier version's."""
    files = [source.file]
    if before:
        files.append(before.file)
    own = [_line(finding, source.file) for finding in findings]
    return year.page(schema.FINDINGS).replacing(
        lambda line: line.text("file") in files,
        to_rows(own, schema.FINDINGS),
    )


def _line(finding: Finding, file: str) -> dict[str, object]:
    return {
        "file": file,
        "rule": finding.code,
        "severity": finding.severity,
        "message": finding.message,
    }


def _outcome(guidance: Guidance, name: str, run: ImportRun, findings: Sequence[Finding]) -> Outcome:
    questions = [finding for finding in findings if finding.severity is not Severity.NOTE]
    counts = {
        "directives": len(guidance.directives),
        "reviews": len(guidance.reviews),
        "tasks": len(guidance.tasks),
        "duties": len(guidance.duties),
        "changed": run.count("changed"),
        "kept": run.count("kept"),
        "gone": run.count("gone"),
        "dropped": run.count("dropped"),
        "new": run.count("new", *PLAN),
        "same": run.count("same", *PLAN),
        "new_directives": run.count("new", schema.DIRECTIVES),
        "new_reviews": run.count("new", schema.REVIEWS),
        "new_tasks": run.count("new", schema.TASKS),
        "questions": len(questions),
        "unread": len(guidance.unread),
    }
    facts = {**counts, "name": name}
    details = [
        *_dropped(counts["dropped"]),
        *_first_of(run.notes),
        *(finding.message for finding in questions),
    ]
    return Outcome(
        sentence("NP-OK", facts),
        counts=counts,
        details=tuple(details),
    )


def _dropped(count: int) -> list[str]:
    if count:
        return [sentence("NP-20", {"count": count})]
    return []


def _first_of(notes: Sequence[str]) -> list[str]:
    """Return the notes a person reads at once; the rest stands in the rows themselves."""
    more = len(notes) - NOTES_TOLD
    if more <= 0:
        return list(notes)
    rest = sentence("NP-22", {"count": more})
    return [*notes[:NOTES_TOLD], rest]
