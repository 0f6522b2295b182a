"""What the office is told beside a draft: what the register says that it leaves out, what is late."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.kinds.directive_review import FINAL, FIRST, facts_of
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_reviews import standing_words
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder

QUICK: Final = "tin_nhanh"
QUICK_DAYS: Final = 3  # quick information of older news asks to be looked at once more


def notes_on(year: Year, order: DocumentOrder) -> Iterator[str]:
    """Yield the notes on a draft of this order."""
    tell = NOTES.get(order.kind.id)
    if tell:
        yield from tell(year, order)


def _of_review(year: Year, order: DocumentOrder) -> Iterator[str]:
    """Yield how far a review is that is not over: the steps of its making are no part of it."""
    facts = facts_of(year, order)
    for state in facts.states:
        if not state.is_done and state.steps:
            told = {
                "review": state.review.kind.lower(),
                "symbol": order.about,
                "standing": standing_words(state),
            }
            yield sentence("LVB-10", told)


def _of_news(year: Year, order: DocumentOrder) -> Iterator[str]:
    issue = next(one for one in year.issues if one.code == order.about)
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
}
