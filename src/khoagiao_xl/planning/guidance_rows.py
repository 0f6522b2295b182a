"""A guidance as proposals: one for each directive, review and task, in the cells of their tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.guidance import CitedDirective, Guidance, PlannedReview, PlannedTask, Sure
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.office.rows import to_cells
from khoagiao_xl.planning.proposals import Cells, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What the office and the import write into a row, and no document proposes.
NOT_PROPOSED: Final = (
    "code",
    "status",
    "change",
    "in_charge",
    "leader",
    "progress",
    "standing",
    "product_number",
    "product_day",
    "evidence",
    "origins",
)
LATER: Final = "KH-23"
MOST_PLACES: Final = 8  # of one directive that are quoted; the rest are counted


def directives_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a directive; what is to be looked at stands in its note."""
    return [_directive(cited, guidance) for cited in guidance.directives]


def _directive(cited: CitedDirective, guidance: Guidance) -> Proposal:
    record = cited.record
    asked = _asked_about(guidance, record.symbol)
    is_asked = any(finding.severity is Severity.QUESTION for finding in asked)
    facts = {
        **vars(record),
        "section": _sections(cited),
        "source": _quotes(cited),
        "confidence": Sure.LOOK if is_asked else cited.confidence,
        "note": _note(record.note, asked),
    }
    cells = _cells(facts, schema.DIRECTIVES)
    return Proposal(cited.key, cells)


def _sections(cited: CitedDirective) -> str:
    sections = [place.section for place in cited.places]
    different = dict.fromkeys(sections)
    return "; ".join(different)


def _quotes(cited: CitedDirective) -> str:
    """Return the words of every place, each behind its section."""
    lines = []
    for place in cited.places[:MOST_PLACES]:
        line = f"{place.section}: «{place.quote}»"
        lines.append(line)
    more = len(cited.places) - len(lines)
    if more:
        lines.append(f"… và {more} chỗ nữa")
    return "\n".join(lines)


def reviews_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a review of a directive."""
    return _told_apart(_review(planned, guidance) for planned in guidance.reviews)


def _review(planned: PlannedReview, guidance: Guidance) -> Proposal:
    record = planned.record
    asked = _asked_about(guidance, record.symbol, record.kind)
    facts = {
        **vars(record),
        "years": record.years or None,
        "lead": planned.lead,
        "source": f"{planned.section}: «{planned.source}»",
        "confidence": Sure.LOOK if asked else planned.confidence,
        "note": _note(record.note, asked),
    }
    key = f"{record.kind}|{planned.directive}"
    return Proposal(key, _cells(facts, schema.REVIEWS))


def tasks_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a task; the wording of its source is its key, whatever its section's number."""
    return _told_apart(_task(planned) for planned in guidance.tasks)


def _task(planned: PlannedTask) -> Proposal:
    facts = {
        **vars(planned.record),
        "parts": "\n".join(f"- {part}" for part in planned.parts),
        "due_words": planned.due_words,
        "confidence": planned.confidence,
    }
    return Proposal(_task_key(planned), _cells(facts, schema.TASKS))


def _task_key(planned: PlannedTask) -> str:
    parts = [planned.fingerprint]
    if planned.is_review:
        parts += planned.record.directives
    return "|".join(parts)


def _cells(facts: dict[str, Any], table: schema.Table) -> Cells:
    """Return the cells that a document proposes: not the row's code and state, nor what changed in it."""
    cells = to_cells(facts, table)
    for field in NOT_PROPOSED:
        cells.pop(field, None)
    return cells


def _told_apart(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals, each with a key of its own: the second of a key is told apart by its place."""
    seen: Counter[str] = Counter()
    found = []
    for proposal in proposals:
        key = proposal.key
        seen[key] += 1
        place = seen[key]
        own_key = key if place == 1 else f"{key}#{place}"
        found.append(Proposal(own_key, proposal.cells))
    return found


def _asked_about(guidance: Guidance, symbol: str, kind: str = "") -> list[Finding]:
    """Return what is asked or noted about a directive, or with `kind` about its review.

    What has come after it already stands in the record's note.
    """
    found = []
    for finding in guidance.findings:
        facts = finding.facts
        if finding.code == LATER or facts.get("symbol") != symbol:
            continue
        if str(facts.get("kind", "")) == kind:
            found.append(finding)
    return found


def _note(own: str, asked: Sequence[Finding]) -> str:
    """Return the record's own note and what is asked; the row itself says which directive it is."""
    lines = [own] if own else []
    for finding in asked:
        symbol = finding.facts["symbol"]
        text = finding.message.removeprefix(f"{symbol}: ")
        first = text[:1]
        rest = text[1:]
        lines.append(first.upper() + rest)
    return "\n".join(lines)
