"""Quick information: what units told of at once in the period, outside their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_issues import IssueNote


def notice_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield how many issues units told of by quick form in the window, and which units when."""
    told = [_told(note) for note in _noticed(content)]
    if told:
        yield TOLD["tin_nhanh"].format(
            count=number(len(told)),
            issues=", ".join(told),
        )


def _noticed(content: ReportContent) -> Iterator[IssueNote]:
    for note in content.issues:
        is_notice = note.issue.source == IssueSource.NOTICE
        if is_notice and content.is_in_window(note.issue.told_on):
            yield note


def _told(note: IssueNote) -> str:
    return TOLD["tin_nhanh_viec"].format(
        unit=bare(note.unit_name),
        day=day_text(note.issue.told_on),
    )
