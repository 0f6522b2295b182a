"""Tasks of the plan as lines: their own words, what these do not say, and how far the units are."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cited_text import cited_in
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_clauses import whose_due, without_due
from khoagiao_xl.report.due_lines import DueLine, task_due
from khoagiao_xl.report.plan_rows import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.short_citations import shortened
from khoagiao_xl.report.task_progress import progress_of
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.task_progress import TaskProgress

SENTENCE_END: Final = ". "
DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
BASIS, THIS = "Căn cứ ", " này, "


def task_text(task: Task, content: ReportContent, citations: Citations) -> str:
    """Return the first sentence of a task; what has been cited in full before is cited shortly."""
    cleaned = clean_line(task.text)
    text = without_basis(cleaned)
    first, _, _ = text.partition(SENTENCE_END)
    told = shortened(
        first,
        content.directives,
        citations,
    )
    cited = cited_in(told, citations)
    return bare(cited)


def without_basis(text: str) -> str:
    """Return a task without «Căn cứ Hướng dẫn này, »: in a report that would be the report."""
    head, end, rest = text.partition(THIS)
    if end and head.startswith(BASIS) and rest:
        return capital(rest)
    return text


def task_lines(tasks: Iterable[Task], content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield a line for each task: its words, who leads it, its product and day, how far the units are.

    How many have not done what is past stands among the limits.
    """
    for task in tasks:
        whole = task_text(task, content, citations)
        yield _line(task, whole, content)


def _line(task: Task, whole: str, content: ReportContent) -> DueLine:
    """Return a task in its words, of what is past without those of its day."""
    progress = progress_of(task, content)
    facts = [*product_facts(task, whole), *_day(task, whole, progress, content.today)]
    late = days_late(task.due, content.today)
    text = without_due(whole) if late or _has_day_behind(task, whole) else whole
    if progress and progress.left and late:
        text += TOLD["o_don_vi_chua"]
    elif progress and progress.left:
        so_far = _so_far(progress)
        facts.append(so_far)
    lead = bare(task.lead)
    return DueLine(
        text=text,
        lead=lead,
        facts=tuple(facts),
        says_who=text.startswith(lead),
    )


def _so_far(progress: TaskProgress) -> str:
    return TOLD["den_nay"].format(
        figure=progress.figure,
        done=progress.done,
    )


def product_facts(task: Task, text: str) -> Iterator[str]:
    """Yield the product and how often; not what the words of the task say themselves."""
    said = text.casefold()
    output = bare(task.output)
    product = output.casefold()
    if product not in said:
        yield TOLD["san_pham"].format(output=product)
    recurrence = bare(task.recurrence)
    if not _says_all(said, recurrence):
        yield TOLD["dinh_ky"].format(recurrence=recurrence)


def _day(task: Task, text: str, progress: TaskProgress | None, today: date) -> Iterator[str]:
    """Yield until when; of what is past by how many days, but where the day is of some units alone."""
    if task.due is None:
        return
    units = whose_due(text)
    late = days_late(task.due, today)
    told = without_due(text) if late else text
    if late and units:
        is_left = progress is not None and progress.left
        phrase = "han_cua_lam_ngay" if is_left else "han_cua_da_qua"
        yield TOLD[phrase].format(
            day=day_text(task.due),
            units=units,
        )
    elif not names_day(told, task.due):
        yield task_due(task.due, today)
    elif late:
        yield TOLD["qua_may_ngay"].format(days=number(late))


def _has_day_behind(task: Task, text: str) -> bool:
    """Whether the due day is told behind the words: then «hoàn thành trong quý I» in them is a second one."""
    if task.due is None or whose_due(text):
        return False
    return not names_day(text, task.due)


def names_day(text: str, due: date) -> bool:
    """Whether a text names a due day itself: «trước ngày 31/3/2024» of what is due on the 30th too."""
    next_day = due + timedelta(days=1)
    near = {_parts(due), _parts(next_day)}
    found = set()
    for parts in DAY.findall(text):
        numbers = map(int, parts)
        found.add(tuple(numbers))
    return not near.isdisjoint(found)


def _parts(day: date) -> tuple[int, ...]:
    return day.day, day.month, day.year


def _says_all(said: str, recurrence: str) -> bool:
    """Whether the words of a task name every period that it comes back with."""
    small = recurrence.casefold()
    parts = small.split(",")
    return all(part.strip() in said for part in parts)
