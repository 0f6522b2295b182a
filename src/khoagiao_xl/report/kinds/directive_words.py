"""Pieces of the review of a directive in words: who came, a figure, a task, a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.kinds.kind_tags import in_a_sentence, saying
from khoagiao_xl.report.part_reports import added_in_part
from khoagiao_xl.report.sentences import answered, figure_of, number
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Task, Total
    from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures
    from khoagiao_xl.report.told_studies import DirectiveStudy

PERCENT: Final = 100
say = saying(REVIEW_TEXTS)


def presence(study: DirectiveStudy) -> str:
    """Return «; 38 trong 40 đảng viên ... có mặt, đạt 95%», nothing where nobody said who was called."""
    if not study.called:
        return ""
    share = study.present * PERCENT / study.called
    return say(
        "co_mat",
        came=number(study.present),
        called=number(study.called),
        share=number(share, "%"),
    )


def days_told(first: date, last: date) -> str:
    """Return «từ ngày 19/12/2023 đến ngày 09/3/2024», «ngày 05/01/2024»."""
    phrase = "mot_ngay" if first == last else "tu_ngay"
    begins = day_text(first)
    ends = day_text(last)
    return say(phrase, first=begins, last=ends)


def studied_span(periods: Sequence[Period]) -> str:
    """Return «tháng 1, tháng 2, tháng 3 năm 2024»."""
    *_, last = periods
    if last.kind is Kind.YEAR:
        return last.label
    shorts = ", ".join(period.short for period in periods)
    return f"{shorts} năm {last.year}"


def unknown_told(periods: Sequence[Period], period: Period, before: str) -> str:
    """Return of what no form tells: «tháng 4 đến tháng 6 năm 2024 và các năm 2019 - 2023»; blank for nothing.

    periods: whose reports tell of conferences. before: the years before that of `period`.
    """
    months: set[int] = set()
    for told in periods:
        own = range(told.first_month, told.last_month + 1)
        months.update(own)
    unknown = []
    last = max(months, default=0)
    if last < period.last_month:
        unknown.append(_months_told(last + 1, period))
    if before:
        unknown.append(REVIEW_TEXTS["cac_nam"])
    return " và ".join(unknown)


def _months_told(first: int, period: Period) -> str:
    phrase = "mot_thang" if first == period.last_month else "cac_thang"
    return say(
        phrase,
        first=first,
        last=period.last_month,
        year=period.year,
    )


def coverage_told(figures: DirectiveFigures) -> str:
    """Return of how many units figures are, and which of them stand in with an earlier answer."""
    if not figures.coverage:
        return ""
    phrase = "tam_tinh" if figures.are_provisional else "cua_don_vi"
    told = say(phrase, coverage=figures.coverage)
    parts = max((added_in_part(total, figures.content) for total in figures.totals), default=0)
    if parts:
        told += say("cong_mot_phan", count=number(parts))
    if figures.carried:
        told += f" {figures.carried}"
    return told


def other_units(figures: DirectiveFigures, before: DirectiveFigures) -> str:
    """Return « của 89/92 đơn vị,» of figures that are of other units than those told before them."""
    if figures.coverage in ("", before.coverage):
        return ""
    return say("linh_vuc_don_vi", coverage=figures.coverage)


def guided(names: Sequence[str]) -> str:
    """Return «Hướng dẫn số 04-HD/TU, ... và Hướng dẫn số 12-HD/ĐUK»."""
    return " và ".join(names)


def task_told(task: Task) -> str:
    """Return a task of the plan with who leads and when."""
    due = say("han", day=day_text(task.due)) if task.due else ""
    return say(
        "nhiem_vu",
        text=bare(task.text),
        lead=in_a_sentence(task.lead) or REVIEW_TEXTS["chua_giao"],
        due=due,
    )


def not_done(total: Total) -> str:
    """Return how many units have answered «no»; nothing of other figures, or where all have said «yes»."""
    counted = answered(total)
    said = figure_of(total)
    if not is_yes_no(total) or said is None or said >= counted:
        return ""
    return say(
        "chua_thuc_hien",
        label=bare(total.label),
        count=number(counted - said),
        counted=number(counted),
    )


def due_task(task: Task, today: date) -> str:
    """Return what a task is to bring and when, blank for one without a day or whose day is over."""
    if task.due is None or task.due <= today:
        return ""
    output = lowered(task.output) or REVIEW_TEXTS["nhiem_vu_ten"]
    day = day_text(task.due)
    return say("nhiem_vu_han", output=output, day=day)


def step_told(text: str, due: date | None) -> str:
    """Return a step of the review with its day."""
    if due is None:
        return lowered(text)
    return say("buoc_han", text=lowered(text), day=day_text(due))


def lowered(text: str) -> str:
    """Return words as they go on within a sentence."""
    words = bare(text)
    return words[:1].lower() + words[1:]
