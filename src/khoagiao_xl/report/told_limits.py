"""The limits of the period from figures: who is silent or late, what lags behind, what has fallen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.due_clauses import without_due
from khoagiao_xl.report.lagging_figures import falls, plan_lags
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.shortfalls import parts_left
from khoagiao_xl.report.task_lines import names_day, task_text
from khoagiao_xl.report.task_progress import tasks_met_late, units_behind, unmet_tasks
from khoagiao_xl.report.told_lines import MOST_NAMED, KeyedText, capital, listed_in, names, small
from khoagiao_xl.report.told_reviews import over_words
from khoagiao_xl.report.told_standing import (
    absent_units,
    duties_of,
    grouped_by_state,
    is_mostly_in_time,
    late_units,
    named,
    on_time_units,
    others,
    silent_units,
    two_running,
    without_activity,
)
from khoagiao_xl.report.told_tasks import ends_the_year, late_tasks
from khoagiao_xl.wording.told_sections import SILENT_STATES, TOLD

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty, Task
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.task_progress import TaskProgress
    from khoagiao_xl.report.told_standing import UnitsOf

NAMED_REVIEWS: Final = 2  # of more the table of reviews tells
# What units may be two periods running.
TWICE: Final[Mapping[str, UnitsOf]] = {
    "hai_ky": silent_units,
    "khong_phat_sinh_hai_ky": without_activity,
}


def limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    """Yield each limit as a sentence, under a key that is the same whatever its figures come to."""
    for key, text in _limits(content, citations):
        yield key, capital(text) + "."


def _limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    yield from _absent(content)
    yield from _silent(content)
    yield from _silent_parts(content)
    yield from _silent_twice(content)
    yield from _few_in_time(content)
    yield from _late(content)
    yield from _unmet_tasks(content, citations)
    yield from plan_lags(content)
    yield from falls(content)
    yield from _parts_left(content)
    yield from _open_issues(content)
    yield from _late_reviews(content, citations)
    yield from _late_tasks(content)


def _absent(content: ReportContent) -> Iterator[KeyedText]:
    units = absent_units(content)
    if units:
        told = TOLD["chua_gui_ky_nao"].format(
            count=number(len(units)),
            year=content.period.year,
            units=_named(units, content),
        )
        yield "im_lang:cả năm", told


def _silent(content: ReportContent) -> Iterator[KeyedText]:
    absent = absent_units(content)
    for state, silent in grouped_by_state(content).items():
        units = others(silent, absent)
        if units:
            told = SILENT_STATES[state.value].format(
                count=number(len(units)),
                other=_other(absent),
                period=content.period.label,
                units=_named_or_listed(units, content),
            )
            yield f"im_lang:{state.value}", told


def _silent_parts(content: ReportContent) -> Iterator[KeyedText]:
    """Yield of how many units no report of a month, a quarter within the period was counted, and why.

    Those named before, for the whole period or the whole year, are none of them.
    """
    known = [*absent_units(content), *silent_units(content, content.period)]
    told = [_without_part(content, part, known) for part in content.period.parts]
    parts = list(filter(None, told))
    if not parts:
        return
    phrase = "chua_co_phan_khac" if known else "chua_co_phan"
    yield "im_lang:các phần", TOLD[phrase].format(parts="; ".join(parts))


def _without_part(content: ReportContent, part: Period, known: list[str]) -> str:
    silent = silent_units(content, part)
    units = others(silent, known)
    if not units:
        return ""
    return TOLD["chua_co_phan_mot"].format(
        period=part.short,
        count=number(len(units)),
        why=_why_silent(content, part, units),
    )


def _why_silent(content: ReportContent, part: Period, units: list[str]) -> str:
    """Return how many have sent nothing and how many a file to be mended: nobody is blamed wrongly."""
    duties = duties_of(content, part)
    sent = [unit for unit in units if duties[unit].state is not State.MISSING]
    unsent = len(units) - len(sent)
    if not sent:
        return TOLD["phan_chua_gui"]
    if not unsent:
        return TOLD["phan_phai_sua"]
    return TOLD["phan_ca_hai"].format(
        unsent=number(unsent),
        sent=number(len(sent)),
    )


def _silent_twice(content: ReportContent) -> Iterator[KeyedText]:
    absent = absent_units(content)
    now, before = content.period, content.period.previous
    for phrase, units_of in TWICE.items():
        twice = two_running(content, units_of)
        units = others(twice, absent)
        if units:
            told = TOLD[phrase].format(
                count=number(len(units)),
                before=before.short,
                now=now.short,
                units=_named(units, content),
            )
            yield phrase, told


def _other(absent: list[str]) -> str:
    """Return «khác», where units were named before that are not told once more."""
    return TOLD["khac"] if absent else ""


def _named_or_listed(units: list[str], content: ReportContent) -> str:
    """Return «: » and the names; of very many where they are listed."""
    if len(units) > MOST_NAMED:
        return listed_in(content.appendices.missing)
    return TOLD["ten_don_vi"].format(units=_named(units, content))


def _few_in_time(content: ReportContent) -> Iterator[KeyedText]:
    on_time = on_time_units(content, content.period)
    if is_mostly_in_time(content) or not on_time:
        return
    told = TOLD["it_dung_han"].format(
        count=number(len(on_time)),
        owing=number(content.expected),
        period=content.period.label,
    )
    yield "it_dung_han", told


def _late(content: ReportContent) -> Iterator[KeyedText]:
    late = late_units(content)
    if not late:
        return
    by_days = _by_days(late)
    told = [_late_alike(days, own, content) for days, own in by_days.items()]
    whole = TOLD["cham"].format(
        count=number(len(late)),
        units="; ".join(told),
    )
    yield "cham", whole


def _by_days(late: list[Duty]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in late:
        days = duty.days_late or 0
        own = found.setdefault(days, [])
        own.append(duty.unit)
    return found


def _late_alike(days: int, units: list[str], content: ReportContent) -> str:
    shown = _named(units, content)
    if not days:
        return shown
    return TOLD["cham_may_ngay"].format(
        days=number(days),
        units=shown,
    )


def _named(units: list[str], content: ReportContent) -> str:
    called = named(content, units)
    return names(called, MOST_NAMED)


def _parts_left(content: ReportContent) -> Iterator[KeyedText]:
    for row, left in parts_left(content):
        key = f"con:{row.code}"
        told = row.limit.format(left=left)
        yield key, told


def _unmet_tasks(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    """Yield each task that is past and that units have not done, with its day where its words have none."""
    for progress in unmet_tasks(content):
        told = _unmet(progress)
        yield f"chua:{progress.row.code}", told
    late = [progress.task for progress in tasks_met_late(content)]
    told_late = [_met_late(task, content, citations) for task in late if content.is_in_window(task.due)]
    if told_late:
        told = TOLD["xong_sau_han"].format(
            count=number(len(told_late)),
            told="; ".join(told_late),
        )
        yield "xong_sau_han", told


def _met_late(task: Task, content: ReportContent, citations: Citations) -> str:
    text = without_due(task_text(task, content, citations))
    return TOLD["xong_sau_han_mot"].format(
        text=small(text),
        day=day_text(task.due) if task.due else "",
    )


def _unmet(progress: TaskProgress) -> str:
    """Return a task that units have not done, its day and whose that is, and who they are."""
    task = progress.task
    told = progress.limit
    bound = progress.bound
    units = units_behind(progress)
    if task.due is None:
        return told + units
    day = day_text(task.due)
    if bound:
        return TOLD["chua_thuc_hien_cua"].format(told=told + units, bound=bound, day=day)
    if not names_day(task.text, task.due):
        told = TOLD["chua_thuc_hien"].format(told=told, day=day)
    told += units
    return told.replace(") (", "; ")


def _late_tasks(content: ReportContent) -> Iterator[KeyedText]:
    """Yield how many tasks the year ends without; in its other reports they are tasks of what comes next."""
    late = late_tasks(content)
    if late and ends_the_year(content):
        told = TOLD["nhiem_vu_chua_xong"]
        count = number(len(late))
        yield "nhiem_vu", told.format(count=count)


def _open_issues(content: ReportContent) -> Iterator[KeyedText]:
    left = [note for note in content.issues if note.settled_on is None]
    if left:
        told = TOLD["con_van_de"].format(
            count=number(len(left)),
            units=names(note.unit_name for note in left),
        )
        yield "van_de", told


def _late_reviews(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    late = [state for state in review_states(content) if state.days_over]
    if not late:
        return
    named_late = [name_review(state.review, citations) for state in late]
    phrase = "so_ket_cham" if len(late) <= NAMED_REVIEWS else "so_ket_cham_bang"
    told = TOLD[phrase].format(
        count=number(len(late)),
        over=over_words(late),
        names="; ".join(named_late),
    )
    yield "so_ket", told
