"""The work of the office itself: what it issued, which tasks it finished, whom it urged, what it settled."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_clauses import whose_due, without_due
from khoagiao_xl.report.later_names import named_later
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.standing_tasks import standing_paragraphs
from khoagiao_xl.report.task_lines import task_text
from khoagiao_xl.report.task_progress import (
    ACCEPTED,
    DONE,
    TaskProgress,
    alike_unknown,
    counted_in,
    is_counted_later,
    is_met_late,
    late_words,
    progress_of,
)
from khoagiao_xl.report.told_documents import board_documents
from khoagiao_xl.report.told_lines import count_words, listed_works, names
from khoagiao_xl.report.told_notices import notice_paragraphs
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


REVIEWS: Final = "muc_4"  # the section that tells of them


def own_work_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return what the office did; nothing where the master knows of none of it."""
    return [
        *board_documents(content),
        *_tasks(content, citations),
        *_reviews_led(content),
        *_urged(content),
        *notice_paragraphs(content),
        *standing_paragraphs(content),
    ]


def tasks_told(content: ReportContent) -> frozenset[str]:
    """Return the codes of the figures that are nothing but how far the units are with a task told here."""
    codes = set()
    for task in _due_tasks(content):
        progress = progress_of(task, content)
        if progress and progress.row.task_words:
            total = progress.total
            codes.add(total.code)
    return frozenset(codes)


def _tasks(content: ReportContent, citations: Citations) -> list[str]:
    """Return the plan's tasks due in the window, each with what became of it."""
    due = list(_due_tasks(content))
    progress = {task.code: progress_of(task, content) for task in due}
    known = [each for each in progress.values() if each]
    unknown = alike_unknown(known)
    told = []
    for task in due:
        own = progress[task.code]
        state = _state(task, own, content)
        if not unknown:
            state += _unknown(own)
        state += _telling_unknown(own, is_counted=not unknown)
        text = task_text(task, content, citations)
        line = TOLD["nhiem_vu_da"].format(
            text=without_due(text),
            state=_due(text, task) + state,
        )
        told.append(line)
    late = [each for each in known if is_met_late(each)]
    unmet = [each for each in known if each.left]
    opening = TOLD["nhiem_vu_den_han"].format(
        besides=_besides(content),
        count=number(len(due)),
        late=count_words("nhiem_vu_sau_han", len(late)),
        unmet=count_words("nhiem_vu_con", len(unmet)),
        unknown=count_words("don_vi_chua_ro_chung", unknown),
    )
    return listed_works(opening, told)


def _besides(content: ReportContent) -> str:
    """Return that reviews are not among the tasks counted, where some of them or of their steps are due too.

    They are tasks of the year as the others are, but have a section of their own.
    """
    of_reviews = [state.days for state in review_states(content)]
    days = chain.from_iterable(of_reviews)
    if not any(map(content.is_in_window, days)):
        return ""
    return TOLD["ngoai_so_ket"].format(section=named_later(REVIEWS))


def _due(text: str, task: Task) -> str:
    """Return «hạn 31/3/2024; » of a task whose words of its day are left out, and whose day it is."""
    if task.due is None or without_due(text) == text:
        return ""
    units = whose_due(text)
    phrase = "han_cua" if units else "han"
    due = TOLD[phrase].format(
        day=day_text(task.due),
        units=units,
    )
    return f"{due}; "


def _unknown(progress: TaskProgress | None) -> str:
    if progress is None:
        return ""
    told = count_words("don_vi_chua_ro", progress.unknown)
    silent = names(progress.silent_bound)
    if not told or not silent:
        return told
    return told + TOLD["don_vi_chua_ro_cua"].format(units=silent)


def _telling_unknown(progress: TaskProgress | None, *, is_counted: bool) -> str:
    """Return which units of those without an answer have told of an inspection of it all the same.

    is_counted: how many those without an answer are stands right before.
    """
    if progress is None:
        return ""
    phrase = "chua_ro_da_neu" if is_counted else "chua_ro_chung_da_neu"
    return _telling(progress.telling_unknown, phrase)


def _telling(units: Sequence[str], phrase: str) -> str:
    return TOLD[phrase].format(units=names(units)) if units else ""


def _state(task: Task, progress: TaskProgress | None, content: ReportContent) -> str:
    """Return «60/89 đơn vị đã thực hiện», and by which report it was late; else what a person has marked."""
    if progress:
        told = TOLD["don_vi_da"].format(
            figure=progress.figure,
            known=_known(progress),
            done=progress.done,
        )
        return told + _untold(progress) + late_words(progress) + _unheard(progress)
    if task.status != DONE:
        return _undone(task)
    if is_counted_later(task, content):
        return _told_elsewhere(task, content)
    return _done(task)


def _known(progress: TaskProgress) -> str:
    """Return « có số liệu» where all that have answered have done it: not the task is done."""
    if progress.left or progress.unknown <= 0:
        return ""
    return TOLD["co_so_lieu"]


def _untold(progress: TaskProgress) -> str:
    """Return «; chưa có số liệu về ngày gửi» of a task that asks more than its figure counts."""
    row = progress.row
    words = progress.task.text.casefold()
    if not row.also or row.also not in words:
        return ""
    return f"; {row.untold}"


def _unheard(progress: TaskProgress) -> str:
    """Return how many said before the day that they had not done it, and nothing since."""
    if not progress.unheard:
        return ""
    said_in = set(progress.unheard.values())
    periods = [period.short for period in sorted(said_in)]
    told = TOLD["chua_truoc_han"].format(
        count=number(len(progress.unheard)),
        periods=", ".join(periods),
    )
    return told + _telling(progress.telling_unheard, "chua_ro_da_neu")


def _told_elsewhere(task: Task, content: ReportContent) -> str:
    """Return in which report it stands who has done a task of which this one does not ask."""
    period = counted_in(task, content)
    if period is None:
        return TOLD["viec_khong_hoi"]
    return TOLD["viec_chua_co_so"].format(period=period.short)


def _undone(task: Task) -> str:
    """Return how far a task is, where somebody has written that down."""
    if not task.progress:
        return TOLD["viec_chua"]
    return TOLD["viec_dang"].format(percent=number(task.progress, in_text=False))


def _done(task: Task) -> str:
    """Return that a task is done, and number and day of what came out of it."""
    told = []
    symbol = clean_line(task.product_number)
    if symbol:
        told.append(TOLD["san_pham_so"].format(symbol=symbol))
        if task.product_day:
            told.append(TOLD["san_pham_ngay"].format(day=day_text(task.product_day)))
    if not told:
        return TOLD["viec_xong"]
    product = ", ".join(told)
    return TOLD["viec_xong_san_pham"].format(product=product)


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
