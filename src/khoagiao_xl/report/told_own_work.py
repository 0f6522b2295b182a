"""The work of the office itself: what it issued, which tasks it finished, whom it urged, what it settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.standing_tasks import standing_paragraphs
from khoagiao_xl.report.told_documents import board_documents
from khoagiao_xl.report.told_due_tasks import due_task_paragraphs
from khoagiao_xl.report.told_notices import notice_paragraphs
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


def own_work_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what the office did; nothing where the master knows of none of it."""
    return [
        *board_documents(content),
        *due_task_paragraphs(content, citations),
        *_reviews_led(content),
        *_urged(content),
        *notice_paragraphs(content),
        *standing_paragraphs(content),
    ]


def _reviews_led(content: ReportContent) -> Iterator[str]:
    staff = content.staff.casefold()
    if not staff:
        return
    leads = [review.lead.casefold() for review in content.reviews]
    led = [lead for lead in leads if staff in lead]
    if led:
        count = number(len(led))
        yield TOLD["chu_tri_so_ket"].format(count=count)


def _urged(content: ReportContent) -> Iterator[str]:
    if content.reminders:
        count = number(content.reminders)
        yield TOLD["don_doc"].format(count=count)
