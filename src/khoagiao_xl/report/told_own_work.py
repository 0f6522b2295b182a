"""The work of the office itself: what it issued, which tasks it finished, whom it urged, what it settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import amount, answered, has_answer, number
from khoagiao_xl.report.told_documents import board_documents
from khoagiao_xl.report.told_lines import listed
from khoagiao_xl.report.told_tasks import ACCEPTED, DONE, task_text
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

MOST_TASKS: Final = 5
CARRIED_OUT: Final = "muc_1"  # the section of what was done about directives


def own_work_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what the office did; nothing where the master knows of none of it."""
    return [
        *board_documents(content),
        *_tasks(content, citations),
        *_reviews_led(content),
        *_urged(content),
    ]


def _tasks(content: ReportContent, citations: Citations) -> list[str]:
    """Return how many of the plan's tasks due in the window are done, and which."""
    due = list(_due_tasks(content))
    if not due:
        return []
    finished = [task for task in due if task.status == DONE]
    unmet = [task for task in finished if unmet_figure(task, content)]
    done = [task for task in finished if task not in unmet]
    return [
        *_done(done, len(due), content, citations),
        *_unmet(unmet, content, citations),
    ]


def _done(done: Sequence[Task], due: int, content: ReportContent, citations: Citations) -> list[str]:
    counts = {
        "done": number(len(done)),
        "all": number(due),
    }
    if not done:
        return [TOLD["xong_nhiem_vu_khong"].format(**counts)]
    phrase = "xong_nhiem_vu_ca" if len(done) == due else "xong_nhiem_vu"
    opening = TOLD[phrase].format(**counts)
    told = [task_text(task, content, citations) for task in done[:MOST_TASKS]]
    return listed(opening, told)


def _unmet(tasks: Sequence[Task], content: ReportContent, citations: Citations) -> list[str]:
    """Return the tasks marked as done while the units' own figures say that not all have done them."""
    opening = TOLD["xong_nhiem_vu_con"].format(count=number(len(tasks)))
    told = []
    for task in tasks:
        text = task_text(task, content, citations)
        figure = unmet_figure(task, content)
        told.append(TOLD["xong_nhiem_vu_muc"].format(text=text, figure=figure))
    return listed(opening, told)


def unmet_figure(task: Task, content: ReportContent) -> str:
    """Return «60/89 đơn vị»: how many units have carried out a directive that a task of the units serves.

    Blank where all have, where none was asked, and of a task of the office's own.
    """
    if content.staff and content.staff.casefold() in task.lead.casefold():
        return ""
    for total in content.totals:
        if _tells_of(total, task) and (total.value or 0) < answered(total):
            return amount(total)
    return ""


def _tells_of(total: Total, task: Task) -> bool:
    """Whether a figure counts the units that have carried out a directive of the task."""
    part = sentence_table().by_code.get(total.code)
    if part is None or part.tag != CARRIED_OUT or not is_yes_no(total) or not has_answer(total):
        return False
    symbols = set(named_symbols(total.label))
    return not symbols.isdisjoint(task.directives)


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
