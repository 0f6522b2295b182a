"""A guidance read into the plan it asks for: directives, reviews, tasks, periodic duties, questions."""

from __future__ import annotations

from khoagiao_xl.guidance.guidance_records import (
    CitedDirective,
    Guidance,
    Mention,
    PeriodicDuty,
    PlannedReview,
    PlannedTask,
    Sure,
    Unread,
)
from khoagiao_xl.guidance.read_document import read_guidance

__all__ = [
    "CitedDirective",
    "Guidance",
    "Mention",
    "PeriodicDuty",
    "PlannedReview",
    "PlannedTask",
    "Sure",
    "Unread",
    "read_guidance",
]
