"""A guidance read into the plan it asks for: directives, reviews, tasks, periodic duties, questions."""

from __future__ import annotations

from khoagiao_xl.documents.guidance.reading import read_guidance
from khoagiao_xl.documents.guidance.records import (
    CitedDirective,
    Guidance,
    Mention,
    PeriodicDuty,
    PlannedReview,
    PlannedTask,
    Sure,
    Unread,
)

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
