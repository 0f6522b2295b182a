"""A guidance as proposals: one for each directive, review and task, in the cells of their tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.guidance import CitedDirective, Guidance, PlannedReview, PlannedTask, Sure
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.office import tables
from khoagiao_xl.planning.proposals import Proposal, Shape, said
from khoagiao_xl.planning.same_task import pair_reworded
from khoagiao_xl.vietnamese.running_text import squash
from khoagiao_xl.vietnamese.symbols import LAW, SYMBOL, symbol_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from khoagiao_xl.books.base import Row

NOT_PROPOSED: Final = {"code", "status", "change"}
LATER: Final = "KH-23"
MOST_PLACES: Final = 8  # of one directive that are quoted; the rest are counted


def directives_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a directive; what is to be looked at stands in its note."""
    return [_directive(cited, _questions(guidance, cited.record.symbol)) for cited in guidance.directives]


def _directive(cited: CitedDirective, asked: list[tuple[Severity, str]]) -> Proposal:
    notes = [cited.record.note, *(text for _, text in asked)]
    is_asked = any(severity is Severity.QUESTION for severity, _ in asked)
    facts = {
        **vars(cited.record),
        "section": "; ".join(dict.fromkeys(place.section for place in cited.places)),
        "source": _quotes(cited),
        "confidence": Sure.LOOK if is_asked else cited.confidence,
        "note": "\n".join(note for note in notes if note),
    }
    return Proposal(cited.key, _cells(facts, schema.DIRECTIVES))


def _quotes(cited: CitedDirective) -> str:
    """Return the words of every place, each behind its section."""
    lines = [f"{place.section}: «{place.quote}»" for place in cited.places[:MOST_PLACES]]
    more = len(cited.places) - MOST_PLACES
    return "\n".join([*lines, *([f"… và {more} chỗ nữa"] if more > 0 else [])])


def reviews_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a review of a directive."""
    return _once(
        (f"{planned.record.kind}|{planned.directive}", _review(planned, guidance))
        for planned in guidance.reviews
    )


def _review(planned: PlannedReview, guidance: Guidance) -> Mapping[str, Any]:
    asked = _questions(guidance, planned.record.symbol, kind=planned.record.kind)
    facts = {
        **vars(planned.record),
        "years": planned.record.years or None,
        "lead": planned.lead,
        "source": f"{planned.section}: «{planned.source}»",
        "confidence": Sure.LOOK if asked else planned.confidence,
        "note": "\n".join([planned.record.note, *(text for _, text in asked)]).strip(),
    }
    return _cells(facts, schema.REVIEWS)


def tasks_of(guidance: Guidance) -> list[Proposal]:
    """Return one proposal a task; the wording of its source is its key, whatever its section's number."""
    return _once((_task_key(planned), _task(planned)) for planned in guidance.tasks)


def _task_key(planned: PlannedTask) -> str:
    own = "|".join(planned.record.directives) if planned.is_review else ""
    return f"{planned.fingerprint}|{own}" if own else planned.fingerprint


def _task(planned: PlannedTask) -> Mapping[str, Any]:
    facts = {
        **vars(planned.record),
        "parts": "\n".join(f"- {part}" for part in planned.parts),
        "due_words": planned.due_words,
        "confidence": planned.confidence,
    }
    return _cells(facts, schema.TASKS)


def _cells(facts: Mapping[str, Any], table: schema.Table) -> Mapping[str, Any]:
    """Return the cells that a document proposes: not the row's code and state, nor what changed in it."""
    row = tables.to_row(dict(facts), table)
    return {column.name: row[column.name] for column in table.columns if column.field not in NOT_PROPOSED}


def _once(keyed: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Proposal]:
    """Return the proposals, each with a key of its own: the second of a key is told apart by its place."""
    seen: Counter[str] = Counter()
    found = []
    for key, cells in keyed:
        seen[key] += 1
        found.append(Proposal(key if seen[key] == 1 else f"{key}#{seen[key]}", cells))
    return found


def _questions(guidance: Guidance, symbol: str, kind: str = "") -> list[tuple[Severity, str]]:
    """Return what is asked or noted about a directive, or with `kind` about its review.

    The row itself says which directive it is; what has come after it already stands in the record's note.
    """
    return [
        (finding.severity, _capital(finding.message.removeprefix(f"{symbol}: ")))
        for finding in guidance.findings
        if finding.facts.get("symbol") == symbol
        and str(finding.facts.get("kind", "")) == kind
        and finding.code != LATER
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- how a row is known that no version of the document has proposed --------------------------------------


ANY: Final = "*"  # of whatever year


def _symbol_and_year(row: Row) -> tuple[str, str]:
    text = said(row.get("Số, ký hiệu"))
    match = SYMBOL.search(text) or LAW.search(text)
    issued = re.search(r"\d{4}$", said(row.get("Ngày ban hành")))
    return symbol_of(match).key if match else squash(text), issued[0] if issued else ""


def _directive_nature(row: Row) -> tuple[Hashable, ...]:
    """Symbol and year of issue, since a number comes again each term; and the symbol of whatever year."""
    symbol, year = _symbol_and_year(row)
    return ((symbol, year), (symbol, ANY)) if symbol else ()


def _directive_sought(row: Row) -> tuple[Hashable, ...]:
    """A citation that names no day may mean the row of any year; one that does, that year's or a dateless."""
    symbol, year = _symbol_and_year(row)
    return ((symbol, year), (symbol, "" if year else ANY))


def _review_nature(row: Row) -> tuple[Hashable, ...]:
    symbol, _ = _symbol_and_year(row)
    return ((squash(said(row.get("Loại"))), symbol, said(row.get("Số năm"))),) if symbol else ()


def _task_nature(row: Row) -> tuple[Hashable, ...]:
    """A task is known by the words it was taken from; where a person typed it, by its own."""
    words = said(row.get("Trích nguồn")) or said(row.get("Nhiệm vụ"))
    return ((squash(words), squash(said(row.get("Văn bản")))),) if words else ()


DIRECTIVES: Final = Shape(schema.DIRECTIVES, _directive_nature, "VB", sought=_directive_sought)
REVIEWS: Final = Shape(schema.REVIEWS, _review_nature, "ST")
TASKS: Final = Shape(schema.TASKS, _task_nature, "NV", pair=pair_reworded)
