"""What a person should look at in a cited directive: dates, terms, type, title, later documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from khoagiao_xl.guidance.citations.cited_directives import Cited, CitedTogether
from khoagiao_xl.guidance.citations.known_directives import Known, same_title
from khoagiao_xl.guidance.citations.party_terms import terms_of
from khoagiao_xl.guidance.guidance_records import CitedDirective
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.symbols import TYPES


def question_directive(
    directive: CitedDirective, group: CitedTogether, year: int, known: Known | None
) -> Iterator[Finding]:
    """Yield what is odd in the citations of one directive of the plan for `year`."""
    record, symbol = directive.record, directive.record.symbol
    for one in group.cited:
        yield from _question_citation(one, symbol)
    dates = sorted({one.issued for one in group if one.issued})
    if len(dates) > 1:
        yield _ask("KH-25", symbol=symbol, dates=", ".join(map(show, dates)))
    if record.issued and record.issued.year > year:
        yield _ask("KH-28", symbol=symbol, date=show(record.issued), year=year)
    if known:
        yield from _compare(directive, known)


def _question_citation(one: Cited, symbol: str) -> Iterator[Finding]:
    citation = one.citation
    if citation.bad_date:
        yield _ask("KH-27", quote=one.quote, section=one.node.section)
    fitting = TYPES.get(citation.symbol.type, ())
    if citation.named and fitting and citation.kind not in fitting:
        yield _ask("KH-24", quote=one.quote, section=one.node.section, symbol=symbol)
    terms = _other_terms(one)
    if terms and citation.issued:
        yield _ask(
            "KH-21",
            symbol=symbol,
            date=show(citation.issued),
            expected=" hoặc ".join(terms),
            term=citation.term,
            section=one.node.section,
        )


def _other_terms(one: Cited) -> list[str]:
    """Return the terms in which the day lies where the citation names another one."""
    citation = one.citation
    if not citation.term or not citation.issued:
        return []
    if not citation.symbol.issuer.endswith("TW"):
        return []
    terms = terms_of(citation.issued)
    return [] if citation.term in terms else terms


def _compare(directive: CitedDirective, known: Known) -> Iterator[Finding]:
    """Yield where the citations and the register differ, and what only the register knows."""
    record, symbol = directive.record, directive.record.symbol
    official = show(known.issued) if known.issued else ""
    if official and not record.issued:
        yield _note("KH-29", symbol=symbol, official=official)
    elif official and record.issued != known.issued:
        yield _ask("KH-26", symbol=symbol, date=show(record.issued), official=official)
    title = known.official_title
    if record.subject and title and not same_title(record.subject, title):
        yield _note("KH-22", symbol=symbol, cited=record.subject, official=title)
    if known.later:
        yield _note("KH-23", symbol=symbol, later=known.later)


def show(day: date | None) -> str:
    """Return a date as the office writes it: 13/4/2007."""
    return f"{day.day:02d}/{day.month}/{day.year}" if day else ""


def _ask(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.QUESTION, facts=facts)


def _note(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.NOTE, facts=facts)
