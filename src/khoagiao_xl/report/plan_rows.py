"""What a row of the plan says of its task: how far a person has marked it, who leads it, its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.wording.told_sections import REPORTING

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Task
    from khoagiao_xl.report.content import ReportContent

DONE: Final = "xong"
OPEN: Final = schema.BEGUN
ACCEPTED: Final = OPEN | {DONE}


def is_offices(task: Task, content: ReportContent) -> bool:
    """Whether the office's own part leads a task."""
    return is_led_by(task, content.staff)


def is_led_by(task: Task, staff: str) -> bool:
    """Whether a part of the office leads a task, alone or with others; nobody does where it has no name."""
    if not staff:
        return False
    lead = task.lead.casefold()
    return staff.casefold() in lead


def by_day(task: Task) -> date:
    """Return by what tasks are ordered: their day, those without one behind the others."""
    return task.due or date.max


def days_late(due: date | None, today: date) -> int:
    """Return how many days a day lies before today, 0 for one that does not or that nobody knows."""
    if due is None or due >= today:
        return 0
    return (today - due).days


def is_to_report(task: Task) -> bool:
    """Whether it is the duty to report: one line tells of it with the days of the coming periods."""
    words = task.text.casefold()
    return any(each in words for each in REPORTING)
