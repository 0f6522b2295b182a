"""What became of a task of the plan: by the figures of the units, else by what a person has marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.counted_tasks import counted_in, is_counted_later
from khoagiao_xl.report.plan_rows import DONE
from khoagiao_xl.report.progress_words import late_words
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.task_progress import TaskProgress
from khoagiao_xl.report.told_lines import names
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.content import ReportContent


def outcome_of(task: Task, progress: TaskProgress | None, content: ReportContent) -> str:
    """Return «60/89 đơn vị đã thực hiện», and by which report it was late; else what a person has marked."""
    if progress:
        told = TOLD["don_vi_da"].format(
            figure=progress.figure,
            known=_known(progress),
            done=progress.done,
        )
        return told + _untold(progress) + late_words(progress) + _said_before_day(progress)
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
    row = progress.shortfall
    words = progress.task.text.casefold()
    if not row.also or row.also not in words:
        return ""
    return f"; {row.untold}"


def _said_before_day(progress: TaskProgress) -> str:
    """Return how many said before the day that they had not done it, and nothing since."""
    if not progress.said_before_day:
        return ""
    said_in = set(progress.said_before_day.values())
    periods = [period.short for period in sorted(said_in)]
    told = TOLD["chua_truoc_han"].format(
        count=number(len(progress.said_before_day)),
        periods=", ".join(periods),
    )
    return told + inspected_words(progress.inspected_before, "chua_ro_da_neu")


def inspected_words(units: Sequence[str], phrase: str) -> str:
    """Return which units have told of an inspection of it all the same; blank for none."""
    return TOLD[phrase].format(units=names(units)) if units else ""


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
