"""Write a Word document: the report of a period, or one of another kind (KINDS)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.closing.freezing import are_stale
from khoagiao_xl.closing.kept_closed import report_as_frozen
from khoagiao_xl.closing.ledger import stated_rows
from khoagiao_xl.closing.moved_totals import with_moved_totals
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.year import Year
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.bare_citations import told_of_bare_citations
from khoagiao_xl.report.indicator_names import known_directives
from khoagiao_xl.report.kinds.asking import asked_before, asked_over
from khoagiao_xl.report.kinds.document_writing import AskedDocument
from khoagiao_xl.report.office_words import merged_words, told_of_words, word_tables
from khoagiao_xl.report.own_words_checks import told_of_own_words
from khoagiao_xl.report.report_files import report_bytes
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.template_remarks import template_remarks
from khoagiao_xl.report.told_inspections import told_of_claims
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.report.letterheads import Letterhead


def work(year: Year, job: Job) -> Changes:
    """Return the document that `job.kind` names (blank: the report of the period) as a file `job.out`.

    Of a closed period the report is the one that was frozen. Later changes that it tells are marked as told.
    One whose period is not over, and one that would take the place of a numbered document, ask first.
    Raise WrongRequest KY-04 when the period has not been consolidated, BC-08 when nobody has reported, BC-10
    for totals that are no longer true, as the functions of KINDS do, and as `report.render` does.
    """
    asked = AskedDocument.of(with_moved_totals(year, job.period), job)
    if asked.order:
        return _other_kind(asked)
    period = job.asked_period
    year.obligations(period)  # says what is wrong with the period, or with a master of an older layout
    closing = year.closing_of(period)
    if closing and not job.kind:
        frozen = report_as_frozen(year, closing, asked.path)
        return asked_over(asked, frozen) or frozen
    content = asked.content()
    _refuse_stale(asked)
    report = report_bytes(content, year.path)
    question = asked_before(asked, report)
    if question:
        return question
    file = NewFile(asked.path, report)
    return _periodic(year, job, content, file)


def _periodic(year: Year, job: Job, content: ReportContent, file: NewFile) -> Changes:
    path = file.path
    report = file.bytes()
    outcome = _outcome(content, path)
    words = merged_words(year, content)
    details = [
        *_details(year, content),
        *told_of_words(words),
        *told_of_own_words(year, content),
        *told_of_bare_citations(report, known_directives(year)),
    ]
    told = replace(outcome, details=tuple(details))
    period = job.asked_period
    tables = word_tables(year, words, str(period))
    stated = stated_rows(year, period)
    changes = Changes(told, tables, files=(file,))
    changes = changes.with_table(schema.LATER_CHANGES, stated)
    return changes.differing_from(year)


def _details(year: Year, content: ReportContent) -> Iterator[str]:
    yield from year.last_year_told
    yield from _left_out(content)
    yield from _unnumbered(content)
    yield from told_of_claims(content)
    yield from template_remarks(content, year.path)
    yield from past_body(content.letterhead)


def _other_kind(asked: AskedDocument) -> Changes:
    """Return a document of KINDS; nothing of the master changes."""
    _refuse_stale(asked)
    data = asked.document_bytes()
    path = asked.path
    file = NewFile(path, data)
    question = asked_before(asked, data)
    if question:
        return question
    head = asked.head()
    facts = {
        "document": asked.kind.lower(),
        "name": path.name,
    }
    outcome = Outcome(
        sentence("LVB-OK", facts),
        paths=(path,),
        details=(
            *past_body(head),
            *asked.notes(),
            *told_of_bare_citations(data, known_directives(asked.year)),
        ),
    )
    return Changes(outcome, files=(file,))


def _refuse_stale(asked: AskedDocument) -> None:
    """Refuse a document of figures that are no longer what the reports of the units add up to."""
    period = asked.period
    year = asked.year
    if period is None or not asked.tells_figures or year.closing_of(period):
        return
    counting = FigureSources(year).counting_year
    if are_stale(counting, period):
        raise WrongRequest("BC-10", period=period.label)


def past_body(head: Letterhead) -> Iterator[str]:
    """Say that a draft bears the head of a body that stands no more."""
    if not head.is_past:
        return
    day = ""
    if head.day:
        day = day_text(head.day)
    facts = {"issuer": head.author, "day": day}
    yield sentence("BH-06", facts)


def _left_out(content: ReportContent) -> Iterator[str]:
    """Say which sentences of the tool were not used, because the office has reworded their indicator."""
    codes = content.not_spoken_of
    if codes:
        listed = ", ".join(codes)
        yield sentence("BC-09", {"codes": listed})


def _unnumbered(content: ReportContent) -> Iterator[str]:
    """Name the reviews that the register calls over, or sent, without a number of their report."""
    symbols: list[str] = []
    for state in review_states(content):
        symbol = state.review.symbol
        if state.lacks_number:
            symbols.append(symbol)
    if symbols:
        listed = ", ".join(symbols)
        yield sentence("BC-23", {"symbols": listed})


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
