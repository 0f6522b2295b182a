"""What a person should look at in a cited directive: dates, terms, type, title, later documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from khoagiao_xl.guidance.citations.citations import Citation
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
    symbol = directive.record.symbol
    for one in group.cited:
        yield from _question_citation(one, symbol)
    dates = {one.issued for one in group if one.issued}
    if len(dates) > 1:
        shown = map(show, sorted(dates))
        yield _ask("KH-25", symbol=symbol, dates=", ".join(shown))
    issued = directive.record.issued
    if issued and issued.year > year:
        yield _ask(
            "KH-28",
            symbol=symbol,
            date=show(issued),
            year=year,
        )
    if known:
        yield from _compare(directive, known)


def _question_citation(one: Cited, symbol: str) -> Iterator[Finding]:
    citation = one.citation
    section = one.node.section
    if citation.bad_date:
        yield _ask("KH-27", quote=one.quote, section=section)
    if _is_misnamed(citation):
        yield _ask("KH-24", quote=one.quote, section=section, symbol=symbol)
    terms = _other_terms(citation)
    if terms:
        yield _ask(
            "KH-21",
            symbol=symbol,
            date=show(citation.issued),
            expected=" hoặc ".join(terms),
            term=citation.term,
            section=section,
        )


def _is_misnamed(citation: Citation) -> bool:
    """Say whether the citation names another type than the letters of the number."""
    fitting = TYPES.get(citation.symbol.type)
    if not fitting:
        return False
    if not citation.named:
        return False
    return citation.kind not in fitting


def _other_terms(citation: Citation) -> list[str]:
    """Return the terms in which the day lies where the citation names another one."""
    if not citation.term or not citation.issued:
        return []
    if not citation.symbol.issuer.endswith("TW"):
        return []
    terms = terms_of(citation.issued)
    if citation.term in terms:
        return []
    return terms


def _compare(directive: CitedDirective, known: Known) -> Iterator[Finding]:
    """Yield where the citations and the register differ, and what only the register knows."""
    symbol = directive.record.symbol
    issued = directive.record.issued
    official = show(known.issued)
    if official and not issued:
        yield _note("KH-29", symbol=symbol, official=official)
    elif official and issued != known.issued:
        yield _ask(
            "KH-26",
            symbol=symbol,
            date=show(issued),
            official=official,
        )
    title = known.official_title
    subject = directive.record.subject
    if subject and title and not same_title(subject, title):
        yield _note(
            "KH-22",
            symbol=symbol,
            cited=subject,
            official=title,
        )
    if known.later:
        yield _note("KH-23", symbol=symbol, later=known.later)


def show(day: date | None) -> str:
    """Return a date as the office writes it: 13/4/2007; "" for none."""
    if not day:
        return ""
    return f"{day.day:02d}/{day.month}/{day.year}"


def _ask(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.QUESTION, facts=facts)


def _note(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.NOTE, facts=facts)
