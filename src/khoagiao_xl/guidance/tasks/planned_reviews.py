"""The reviews of a guidance as rows of the plan: of which directive, on which day, led by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.directive_questions import show
from khoagiao_xl.guidance.citations.document_directives import DocumentDirectives
from khoagiao_xl.guidance.guidance_records import CitedDirective, PlannedReview, PlannedTask, Sure
from khoagiao_xl.guidance.tasks.asked_reviews import Asked, AskedReviews
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.field_words import GENERAL, field_of
from khoagiao_xl.model.anniversaries import anniversary_of
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Review

_LeadOfReview = dict[tuple[str, str], str]  # section and symbol of the directive -> who leads
_MOST_YEARS = 50  # since a directive was issued, for a review of it to be proposed


@dataclass
class ReviewPlan:
    """The reviews that the guidance asks for, and what a person should confirm of them."""

    reviews: list[PlannedReview] = field(default_factory=list)
    questions: list[Finding] = field(default_factory=list)


def plan_reviews(
    asked: AskedReviews,
    directives: DocumentDirectives,
    tasks: Iterable[PlannedTask],
    year: int,
) -> ReviewPlan:
    """Return the plan of the reviews `asked` for, each led by who leads the task of the same review."""
    plan = ReviewPlan()
    every = list(tasks)
    leads = _leads(every)
    for one, citation in _each_asked(asked):
        directive = directives.of(citation)
        place = (one.node.section, citation.symbol.text)
        lead = leads.get(place) or _lead_below(one.node, every)
        review = _review(one, citation, directive, year, lead)
        plan.reviews.append(review)
        plan.questions += _question(review, one.years, year)
    return plan


def _leads(tasks: Iterable[PlannedTask]) -> _LeadOfReview:
    leads: _LeadOfReview = {}
    for task in tasks:
        record = task.record
        if task.is_review and len(record.directives) == 1:
            (symbol,) = record.directives
            leads[record.section, symbol] = record.lead
    return leads


def _lead_below(node: Node, tasks: Iterable[PlannedTask]) -> str:
    """Return the one body that leads all that stands below a heading, "" where there are several."""
    if not node.is_heading:
        return ""
    leads: set[str] = set()
    for task in tasks:
        record = task.record
        if record.section == node.section:
            leads.add(record.lead)
    if len(leads) == 1:
        return leads.pop()
    return ""


def _each_asked(asked: AskedReviews) -> Iterator[tuple[Asked, Citation]]:
    for group in asked.values():
        for one in group:
            for citation in one.citations:
                yield one, citation


def _review(
    asked: Asked, citation: Citation, directive: CitedDirective, year: int, lead: str
) -> PlannedReview:
    """Return the review of one directive; years that the guidance does not name are proposed."""
    issued = directive.record.issued
    years = asked.years or _years_since(issued, year)
    anniversary = anniversary_of(issued, years) if issued and years else None
    record = Review(
        kind=asked.kind,
        years=years,
        symbol=directive.record.symbol,
        anniversary=anniversary,
        field=_field(asked, citation, directive),
    )
    is_named = bool(asked.years and anniversary)
    return PlannedReview(
        record=record,
        directive=directive.key,
        section=asked.node.section,
        source=asked.source,
        lead=lead,
        confidence=Sure.CERTAIN if is_named else Sure.LOOK,
    )


def _years_since(issued: date | None, year: int) -> int:
    if not issued:
        return 0
    years = year - issued.year
    if 0 < years <= _MOST_YEARS:
        return years
    return 0


def _field(asked: Asked, citation: Citation, directive: CitedDirective) -> str:
    """Return the field that the headings name, else the words before the review, else its subject."""
    field = field_of("", asked.node.above)
    if field != GENERAL:
        return field
    text = asked.node.block.text
    field = field_of(text[: asked.start])
    if field != GENERAL:
        return field
    subjects = (directive.record.subject, citation.subject)
    return field_of(" ".join(subjects))


def _question(review: PlannedReview, asked_years: int, year: int) -> Iterator[Finding]:
    """Yield what a person should confirm: a mark already past or still far, no years, no date."""
    record = review.record
    facts: dict[str, object] = {
        "kind": record.kind,
        "symbol": record.symbol,
        "section": review.section,
    }
    day = record.anniversary
    if not asked_years:
        yield _ask("KH-33", facts)
    elif day is None:
        yield _ask("KH-34", facts)
    elif day.year != year:
        code = "KH-31" if day.year < year else "KH-32"
        facts["years"] = record.years
        facts["date"] = show(day)
        facts["year"] = year
        yield _ask(code, facts)


def _ask(code: str, facts: dict[str, object]) -> Finding:
    return Finding(code, Severity.QUESTION, facts=facts)
