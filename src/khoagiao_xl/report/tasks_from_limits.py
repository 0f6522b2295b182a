"""What the limits ask for as things to be done: what, by whom, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.records import State
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_lines import DueLine, Lateness, asked_day
from khoagiao_xl.report.lagging_figures import lagging, name_of
from khoagiao_xl.report.late_tasks import ends_the_year, uncounted_late_tasks
from khoagiao_xl.report.open_issues import are_dated, open_issue_works
from khoagiao_xl.report.sentences import left_of_plan, number
from khoagiao_xl.report.shortfalls import parts_left
from khoagiao_xl.report.told_standing import (
    absent_units,
    duties_of,
    others,
    parts_told,
    silent_units,
    two_running,
)
from khoagiao_xl.report.unsettled_opinions import unsettled_topics
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def late_reports(content: ReportContent) -> Iterator[DueLine]:
    """Yield which reports must come that the limits say are missing; of closed periods none is asked for."""
    periods = [content.period, *parts_told(content.period)]
    lacking = {period: _lacking(content, period) for period in periods}
    told = [_lacking_told(period, units) for period, units in lacking.items() if units]
    if told:
        works = TOLD["thieu_bao_cao"].format(
            sending=TOLD[_sending(content, lacking)],
            day=_until(content),
            told=", ".join(told),
        )
        yield DueLine(works, says_who=True)


def _lacking_told(period: Period, units: Sequence[str]) -> str:
    return TOLD["thieu_bao_cao_ky"].format(
        period=period.short,
        count=number(len(units)),
    )


def _until(content: ReportContent) -> str:
    """Return the day that reminders have named; a draft asks for one where none has."""
    if content.answer_by:
        day = day_text(content.answer_by)
        return TOLD["cham_nhat_ngay"].format(day=day)
    return TOLD["cham_nhat_bo_sung"] if content.letterhead.is_draft else ""


def _lacking(content: ReportContent, period: Period) -> list[str]:
    """Return the units whose report of a period is missing; none of a closed one."""
    code = str(period)
    if code in content.closed:
        return []
    return silent_units(content, period)


def _sending(content: ReportContent, lacking: Mapping[Period, Sequence[str]]) -> str:
    """Return whether reports are to be sent, to be sent once more, or some so and some so."""
    states: set[State] = set()
    for period, units in lacking.items():
        duties = duties_of(content, period)
        states.update(duties[unit].state for unit in units)
    if states == {State.MISSING}:
        return "viec_gui"
    return "viec_gui_hoac_lai" if State.MISSING in states else "viec_gui_lai"


def slow_plans(content: ReportContent) -> Iterator[DueLine]:
    """Yield how much of the year's plan is left of the figures that lag; the next year takes it over."""
    behind = lagging(content)
    told = [_left_told(total, content) for total in behind]
    if told:
        phrase = "lam_ke_hoach_chuyen" if ends_the_year(content) else "lam_ke_hoach"
        works = TOLD[phrase].format(
            year=content.period.year,
            next=content.period.coming.year,
            told=", ".join(told),
        )
        yield DueLine(works, says_who=True, lateness=Lateness.PACE)


def _left_told(total: Total, content: ReportContent) -> str:
    """Return «281/340 cuộc kiểm tra về khoa giáo»."""
    left = left_of_plan(total)
    part = content.sentences.by_code.get(total.code)
    if part:
        return part.frame.replace("{}", left)
    return TOLD["ke_hoach_con"].format(
        name=name_of(total, content),
        left=left,
    )


def works_from_limits(content: ReportContent) -> Iterator[DueLine]:
    """Yield what is left undone, not settled, not known to be done, and whom the office is to speak to.

    The limits name the units; here they are counted alone.
    """
    yield from _parts_left(content)
    yield from _opinions(content)
    yield from _unrecorded(content)
    for told in _advised(content):
        yield _offices(told, content, is_dated=are_dated(content))
    for told in _talks(content):
        yield _offices(told, content)


def _offices(told: str, content: ReportContent, *, is_dated: bool = False) -> DueLine:
    """Return a work of the office, whose day a draft asks for where nothing has one."""
    if content.staff:
        told = TOLD["ban_lam"].format(staff=content.staff, told=told)
    place = () if is_dated else asked_day(content)
    return DueLine(told, facts=place, says_who=True, is_offices=True)


def _parts_left(content: ReportContent) -> Iterator[DueLine]:
    for part in parts_left(content):
        task = part.row.task
        if task:
            told = task.format(count=part.count)
            yield DueLine(told, says_who=True)


def _opinions(content: ReportContent) -> Iterator[DueLine]:
    topics = unsettled_topics(content)
    if not topics:
        return
    left = sum(topic.left for topic in topics)
    names = [topic.small_name for topic in topics]
    told = TOLD["giai_quyet_y_kien"].format(
        left=number(left),
        topics="; ".join(names),
    )
    yield DueLine(told, says_who=True)


def _unrecorded(content: ReportContent) -> Iterator[DueLine]:
    """Yield that the tasks are looked through with which the year's plan ends open."""
    late = uncounted_late_tasks(content)
    if late and ends_the_year(content):
        told = TOLD["ra_soat_nhiem_vu"].format(
            count=number(len(late)),
            year=content.period.year,
            next=content.period.coming.year,
        )
        yield DueLine(told, says_who=True, is_offices=True)


def _advised(content: ReportContent) -> Iterator[str]:
    """Yield what the committee directs, as that in which the part of its office that reports advises it."""
    author = clean_line(content.letterhead.author)
    for told in open_issue_works(content):
        if content.staff:
            yield TOLD["tham_muu"].format(author=author, told=told)
        else:
            yield told


def _talks(content: ReportContent) -> Iterator[str]:
    """Yield with how many units to talk: that have sent nothing in the year, and nothing twice running."""
    absent = absent_units(content)
    by_phrase = {
        "lam_viec_vang": absent,
        "lam_viec_don_vi": others(two_running(content, silent_units), absent),
    }
    for phrase, units in by_phrase.items():
        if units:
            yield TOLD[phrase].format(
                count=number(len(units)),
                year=content.period.year,
            )
