"""A guidance read into the plan it asks for: directives, reviews, tasks, periodic duties, questions."""

from __future__ import annotations

from khoagiao_xl.guidance.citations.known_directives import register_of
from khoagiao_xl.guidance.guidance_records import (
    CitedDirective,
    Guidance,
    Mention,
    PeriodicDuty,
    PlannedReview,
    PlannedTask,
    ReadBlock,
    Role,
    Sure,
)
from khoagiao_xl.guidance.read_document import read_guidance
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.calendar_spans import SchoolYear
from khoagiao_xl.guidance.words.due_words import find_due

__all__ = [
    "CitedDirective",
    "Guidance",
    "Mention",
    "PeriodicDuty",
    "PlannedReview",
    "PlannedTask",
    "Rank",
    "ReadBlock",
    "Role",
    "SchoolYear",
    "Sure",
    "find_due",
    "marker",
    "read_guidance",
    "register_of",
]
