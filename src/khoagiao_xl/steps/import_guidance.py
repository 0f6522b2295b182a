"""Import a guidance: its directives, tasks and reviews become proposals in the master's tables.

What stands in the tables already is never touched: a person may have changed it. Only what is new is added,
so that importing the same document twice changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import tables
from khoagiao_xl.documents.guidance import CitedDirective, Guidance, PlannedReview, PlannedTask, read_guidance
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from khoagiao_xl.books.base import Book

Row = dict[str, Any]
READABLE: Final = (".docx", ".txt")


def run(book: Book, job: Job) -> Outcome:
    """Read the guidance `job.source` (a file, or a folder that holds one) and add what is new."""
    source = _the_document(job.source)
    guidance = read_guidance(source)
    added = {
        "directives": _add(book, schema.DIRECTIVES, map(_directive_row, guidance.directives), _directive_key),
        "reviews": _add(book, schema.REVIEWS, map(_review_row, guidance.reviews), _review_key),
        "tasks": _add(book, schema.TASKS, map(_task_row, guidance.tasks), _task_key),
    }
    _list_findings(book, guidance.findings, source.name)
    return _outcome(guidance, source, added)


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


def _add(book: Book, table: schema.Table, rows: Any, key_of: Callable[[Row], object]) -> int:
    """Append the rows whose key the table does not hold yet, and return how many."""
    kept = tables.read_rows(book, table)
    known = {key_of(row) for row in kept}
    fresh = []
    for row in rows:
        if key_of(row) not in known:
            known.add(key_of(row))
            fresh.append(row)
    if fresh:
        if table is schema.TASKS:
            fresh = _numbered(fresh, kept)
        book.write(table.name, [*book.read(table.name), *(tables.to_row(row, table) for row in fresh)])
    return len(fresh)


def _numbered(fresh: Sequence[Row], kept: Sequence[Row]) -> list[Row]:
    """Give new tasks the codes that follow the highest one in the table."""
    numbers = [int(row["code"][2:]) for row in kept if row["code"][:2] == "NV" and row["code"][2:].isdigit()]
    start = max(numbers, default=0)
    return [{**row, "code": f"NV{start + at:02}"} for at, row in enumerate(fresh, 1)]


def _directive_row(cited: CitedDirective) -> Row:
    record = replace(cited.record, section="; ".join(dict.fromkeys(place.section for place in cited.places)))
    return {column.field: getattr(record, column.field) for column in schema.DIRECTIVES.columns}


def _directive_key(row: Row) -> object:
    return fold(row["symbol"]), fold(row["kind"])


def _review_row(planned: PlannedReview) -> Row:
    facts = {"lead": planned.lead, "source": planned.source, "years": planned.record.years or None}
    return {**vars(planned.record), **facts}


def _review_key(row: Row) -> object:
    return fold(row["kind"]), fold(row["symbol"]), row["years"]


def _task_row(planned: PlannedTask) -> Row:
    return {
        **vars(planned.record),
        "parts": "\n".join(f"- {part}" for part in planned.parts),
        "due_words": planned.due_words,
        "confidence": planned.confidence,
    }


def _task_key(row: Row) -> object:
    """A task is known by the words it was taken from; where a person typed it, by its own."""
    return fold(row["source"] or row["text"])


def _list_findings(book: Book, findings: Sequence[Finding], name: str) -> None:
    """Put the questions about this document into tblLoi, in place of those of an earlier import."""
    kept = [row for row in book.read(schema.FINDINGS.name) if row["Tệp"] != name]
    fresh = [
        {"file": name, "rule": finding.code, "severity": finding.severity, "message": finding.message}
        for finding in findings
    ]
    before = book.read(schema.FINDINGS.name)
    after = [*(tables.to_row(row, schema.FINDINGS) for row in fresh), *kept]
    if after != before:
        book.write(schema.FINDINGS.name, after)


def _outcome(guidance: Guidance, source: Path, added: dict[str, int]) -> Outcome:
    found = {
        "directives": len(guidance.directives),
        "reviews": len(guidance.reviews),
        "tasks": len(guidance.tasks),
        "duties": len(guidance.duties),
    }
    questions = [item for item in guidance.findings if item.severity is not Severity.NOTE]
    new = sum(added.values())
    known = found["directives"] + found["reviews"] + found["tasks"] - new
    facts = {**found, "name": source.name, "new": new, "known": known, "questions": len(questions)}
    counts = {**found, **{f"new_{name}": count for name, count in added.items()}, "questions": len(questions)}
    counts["unread"] = len(guidance.unread)
    return Outcome(sentence("NP-OK", facts), counts=counts, details=tuple(item.message for item in questions))
