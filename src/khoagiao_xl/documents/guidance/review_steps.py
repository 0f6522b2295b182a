"""The steps of a review and how many days before the anniversary each is due: editable defaults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from khoagiao_xl.documents.guidance.records import ReviewStep

# A plan 60 days and the units' reports 30 days before are the office's assumption; the rest lies between.
DEFAULT_STEPS = (
    ReviewStep(1, "Giao cơ quan chủ trì", 75),
    ReviewStep(2, "Ban hành kế hoạch và đề cương", 60),
    ReviewStep(3, "Đơn vị gửi báo cáo", 30),
    ReviewStep(4, "Khảo sát, kiểm tra", 25),
    ReviewStep(5, "Tổng hợp, dự thảo báo cáo", 15),
    ReviewStep(6, "Hội nghị hoặc báo cáo bằng văn bản", 0),
    ReviewStep(7, "Gửi báo cáo cấp trên", -7),
    ReviewStep(8, "Ban hành văn bản chỉ đạo tiếp theo", -30),
)


def steps_for(
    anniversary: date | None, steps: tuple[ReviewStep, ...] = DEFAULT_STEPS
) -> tuple[ReviewStep, ...]:
    """Return `steps` with their days; without an anniversary the days stay None."""
    if anniversary is None:
        return steps
    return tuple(replace(step, due=anniversary - timedelta(days=step.days_before)) for step in steps)


def anniversary_of(issued: date, years: int) -> date:
    """Return the day `years` after `issued`; 29 February falls on the 28th in a common year."""
    try:
        return issued.replace(year=issued.year + years)
    except ValueError:
        return issued.replace(year=issued.year + years, day=28)
