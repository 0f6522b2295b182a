"""What the office is told beside a draft: what the register says that it leaves out, what is late."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.kinds.directive_review import FINAL, FIRST, facts_of
from khoagiao_xl.report.kinds.directive_topics import names
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_documents import name_document
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.told_reviews import standing_words
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.told_kinds import ISSUE_LACKS, ISSUE_PLACES

if TYPE_CHECKING:
    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.review_timing import ReviewState

QUICK: Final = "tin_nhanh"
PROGRAMME: Final = "chuong_trinh"
QUICK_DAYS: Final = 3  # quick information of older news asks to be looked at once more


def notes_on(year: Year, order: DocumentOrder) -> Iterator[str]:
    """Yield the notes on a draft of this order."""
    tell = NOTES.get(order.kind.id)
    if tell:
        yield from tell(year, order)


def _of_review(year: Year, order: DocumentOrder) -> Iterator[str]:
    """Yield how far a review is that is not over, and where the register of documents says otherwise."""
    facts = facts_of(year, order)
    for state in facts.states:
        if not state.is_done and state.steps:
            told = {
                "review": state.review.kind.lower(),
                "symbol": order.about,
                "standing": standing_words(state),
            }
            yield sentence("LVB-10", told)
            yield from _answered_steps(state, facts)


def _answered_steps(state: ReviewState, facts: DirectiveFacts) -> Iterator[str]:
    """Yield each open step of which the register has the document that it is to bring: its plan."""
    for step in state.open_steps:
        for document in facts.outgoing:
            brings = bare(document.kind).casefold() in step.text.casefold()
            if brings and names(document.subject, facts.symbol):
                told = {
                    "document": name_document(document),
                    "step": bare(step.text),
                    "review": state.review.kind.lower(),
                    "symbol": facts.symbol,
                }
                yield sentence("LVB-13", told)


def _of_programme(year: Year, _: DocumentOrder) -> Iterator[str]:
    """Yield the tasks on which nobody has decided: they stand in no programme."""
    proposed = [f"«{bare(task.text)}»" for task in year.tasks if task.status == schema.PROPOSED]
    if proposed:
        told = {"count": number(len(proposed)), "tasks": "; ".join(proposed)}
        yield sentence("LVB-14", told)


def _of_news(year: Year, order: DocumentOrder) -> Iterator[str]:
    issue = next(one for one in year.issues if one.code == order.about)
    yield from _old_news(issue, order)
    lacks = ", ".join(_lacks(issue))
    if lacks and issue.source == IssueSource.NOTICE:
        told = {"key": issue.code, "lacks": lacks}
        yield sentence("LVB-15", told)


def _lacks(issue: Issue) -> Iterator[str]:
    """Yield what a quick form asks for in words, where nothing in them looks like it."""
    words = f" {issue.text.casefold()}"
    has_place = any(f" {place}" in words for place in ISSUE_PLACES)
    if not has_place:
        yield ISSUE_LACKS["place"]
    if not any(map(str.isdigit, words)):
        yield ISSUE_LACKS["people"]


def _old_news(issue: Issue, order: DocumentOrder) -> Iterator[str]:
    heard = issue.reported or issue.day
    days = (order.today - heard).days
    if days > QUICK_DAYS:
        told = {
            "heard": day_text(heard),
            "day": day_text(order.today),
            "days": number(days),
        }
        yield sentence("LVB-11", told)


Notes = Callable[["Year", "DocumentOrder"], Iterator[str]]
NOTES: Final[Mapping[str, Notes]] = {
    FIRST: _of_review,
    FINAL: _of_review,
    QUICK: _of_news,
    PROGRAMME: _of_programme,
}
