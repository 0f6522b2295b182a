"""What each section of the body tells besides its figures: before them, and after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.own_inspections import own_inspection_paragraphs
from khoagiao_xl.report.told_documents import committee_documents
from khoagiao_xl.report.told_highlights import highlight_paragraphs
from khoagiao_xl.report.told_inspections import inspection_paragraphs
from khoagiao_xl.report.told_issues import issue_paragraphs
from khoagiao_xl.report.told_minds import mind_paragraphs
from khoagiao_xl.report.told_opinions import opinion_paragraphs
from khoagiao_xl.report.told_reviews import review_paragraphs

if TYPE_CHECKING:
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

Teller = Callable[["ReportContent"], Iterable[str]]
CitingTeller = Callable[["ReportContent", "Citations"], Iterable[str]]


def _opinions_and_issues(content: ReportContent) -> Iterable[str]:
    yield from opinion_paragraphs(content)
    yield from issue_paragraphs(content.issues, content.today)


def _inspections(content: ReportContent) -> Iterable[str]:
    yield from inspection_paragraphs(content)
    yield from own_inspection_paragraphs(content)


BEFORE: Final[Mapping[str, Teller]] = {
    "muc_1": committee_documents,
}
AFTER: Final[Mapping[str, Teller]] = {
    "tu_tuong": mind_paragraphs,
    "muc_2": partial(highlight_paragraphs, tag="muc_2"),
    "muc_2_1": partial(highlight_paragraphs, tag="muc_2_1"),
    "muc_2_2": partial(highlight_paragraphs, tag="muc_2_2"),
    "muc_2_3": partial(highlight_paragraphs, tag="muc_2_3"),
    "muc_2_4": _opinions_and_issues,
    "muc_3": _inspections,
}
CITING: Final[Mapping[str, CitingTeller]] = {
    "muc_4": review_paragraphs,
}


def told_before(content: ReportContent, tag: str) -> Iterator[str]:
    """Yield what a section tells before its figures."""
    tell = BEFORE.get(tag)
    if tell:
        yield from tell(content)


def told_after(content: ReportContent, tag: str, citations: Citations) -> Iterator[str]:
    """Yield what a section tells after its figures."""
    tell = AFTER.get(tag)
    if tell:
        yield from tell(content)
    cite = CITING.get(tag)
    if cite:
        yield from cite(content, citations)
