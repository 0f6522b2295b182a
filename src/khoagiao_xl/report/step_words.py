"""What a step of a review is by its words: the sending of its report, a choice of two ways to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.told_lines import bare, small
from khoagiao_xl.wording.told_sections import EITHER

if TYPE_CHECKING:
    from khoagiao_xl.model.report_records import ReviewStep

SENDING: Final = ("gửi báo cáo cấp trên", "báo cáo cấp trên", "trình cấp trên")


def step_name(step: ReviewStep) -> str:
    """Return what a step is called within a sentence."""
    text = bare(step.text)
    return small(text)


def is_sending(step: ReviewStep) -> bool:
    """Whether it is the step with which the report of the review leaves the house."""
    words = step.text.casefold()
    return any(each in words for each in SENDING)


def is_choice(step: ReviewStep) -> bool:
    """Whether a step names two ways to do it: «hội nghị hoặc báo cáo bằng văn bản»."""
    return EITHER in step.text.casefold()
