"""Pieces of the review of a directive in words: who came, a figure, a task, a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.keyed_figures import is_yes_no
from khoagiao_xl.report.kinds.kind_tags import in_a_sentence, saying
from khoagiao_xl.report.sentences import amount, answered, figure_of, has_answer, number
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Task, Total
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


def figure_told(total: Total) -> str:
    """Return a figure of the period under its key, with the units behind it."""
    coverage = ""
    if has_answer(total):
        coverage = say("trong_so", coverage=total.coverage)
    return say(
        "chi_tieu",
        label=bare(total.label),
        amount=amount(total) if has_answer(total) else REVIEW_TEXTS["chua_so"],
        coverage=coverage,
    )


def task_told(task: Task) -> str:
    """Return a task of the plan with who leads, when and what it is to bring."""
    due = say("han", day=day_text(task.due)) if task.due else ""
    output = say("san_pham", output=bare(task.output)) if task.output else ""
    return say(
        "nhiem_vu",
        text=bare(task.text),
        lead=in_a_sentence(task.lead) or REVIEW_TEXTS["chua_giao"],
        due=due,
        output=output,
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
    return say("nhiem_vu_han", output=output, day=day_text(task.due))


def step_told(text: str, due: date | None) -> str:
    """Return a step of the review with its day."""
    if due is None:
        return lowered(text)
    return say("buoc_han", text=lowered(text), day=day_text(due))


def lowered(text: str) -> str:
    """Return words as they go on within a sentence."""
    words = bare(text)
    return words[:1].lower() + words[1:]
