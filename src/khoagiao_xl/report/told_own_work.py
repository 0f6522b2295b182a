"""The work of the office itself: what it issued, which tasks it finished, whom it urged, what it settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_documents import board_documents
from khoagiao_xl.report.told_lines import listed
from khoagiao_xl.report.told_tasks import ACCEPTED, DONE, task_text
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

MOST_TASKS: Final = 5


def own_work_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what the office did; nothing where the master knows of none of it."""
    return [
        *board_documents(content),
        *_tasks(content, citations),
        *_reviews_led(content),
        *_urged(content),
        *_issues(content),
    ]


def _tasks(content: ReportContent, citations: Citations) -> list[str]:
    """Return how many of the plan's tasks due in the window are done, and which."""
    due = list(_due_tasks(content))
    done = [task for task in due if task.status == DONE]
    if not due:
        return []
    counts = {
        "done": number(len(done)),
        "all": number(len(due)),
    }
    if not done:
        return [TOLD["xong_nhiem_vu_khong"].format(**counts)]
    phrase = "xong_nhiem_vu_ca" if len(done) == len(due) else "xong_nhiem_vu"
    opening = TOLD[phrase].format(**counts)
    told = []
    for task in done[:MOST_TASKS]:
        text = task_text(task, content, citations)
        told.append(text)
    return listed(opening, told)


def _due_tasks(content: ReportContent) -> Iterator[Task]:
    for task in content.tasks:
        if task.status in ACCEPTED and content.is_in_window(task.due):
            yield task


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


def _issues(content: ReportContent) -> Iterator[str]:
    if not content.issues:
        return
    settled = [note for note in content.issues if note.settled_on]
    phrase = "xu_ly_van_de" if settled else "xu_ly_van_de_chua"
    yield TOLD[phrase].format(
        count=number(len(content.issues)),
        settled=number(len(settled)),
    )
