"""Every review that is not done stands in one class; text, table, limits and tasks count by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from khoagiao_xl.model.records import Review
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.review_timing import ReviewState, ReviewTiming
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
TODAY = date(2024, 3, 20)
OVER, COMING = date(2024, 3, 1), date(2024, 5, 10)
LATE, EARLY = date(2024, 3, 8), date(2024, 4, 30)


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def review(code: str, anniversary: date | None) -> Review:
    return Review("Sơ kết", 3, f"{code}-CT/TU", anniversary, code=code)


def steps(code: str, held: str, due: date | None) -> tuple[ReviewStep, ...]:
    """Return the conference and what is sent after it, not sent yet."""
    conference = ReviewStep(code, 1, "Hội nghị", 0, None if held == "xong" else due, status=held)
    sending = ReviewStep(code, 2, "Ban hành văn bản chỉ đạo", -7, due, status="chưa làm")
    return conference, sending


CLASSES = {
    "over, not held, late": (OVER, "chưa làm", LATE, ReviewTiming.PAST),
    "over, not held, planned anew": (OVER, "chưa làm", EARLY, ReviewTiming.PAST),
    "over, not held, without days": (OVER, "chưa làm", None, ReviewTiming.PAST),
    "over, held, late": (OVER, "xong", LATE, ReviewTiming.PAST),
    "over, held, in time": (OVER, "xong", EARLY, ReviewTiming.ON_TIME),
    "coming, late": (COMING, "chưa làm", LATE, ReviewTiming.SLOW),
    "coming, in time": (COMING, "chưa làm", EARLY, ReviewTiming.ON_TIME),
    "coming, held before, late": (COMING, "xong", LATE, ReviewTiming.SLOW),
    "without its own day, late": (None, "chưa làm", LATE, ReviewTiming.SLOW),
    "today": (TODAY, "chưa làm", TODAY, ReviewTiming.ON_TIME),
}


@pytest.mark.parametrize("case", CLASSES)
def test_every_review_stands_in_one_class(case: str) -> None:
    anniversary, held, due, timing = CLASSES[case]
    state = ReviewState(review("A", anniversary), steps("A", held, due), TODAY)
    assert state.timing is timing
    assert state.is_behind is (timing in {ReviewTiming.PAST, ReviewTiming.SLOW})
    assert replace(state, review=replace(state.review, status="xong")).timing is ReviewTiming.DONE


def made(content: Content, *cases: str) -> ReportContent:
    """Return a report of one review for each case."""
    reviews: list[Review] = []
    own: list[ReviewStep] = []
    for at, case in enumerate(cases):
        anniversary, held, due, _ = CLASSES[case]
        reviews.append(review(f"{at:02}", anniversary))
        own += steps(f"{at:02}", held, due)
    return content(reviews=tuple(reviews), steps=tuple(own))


SAID = {
    ("over, held, in time", "coming, in time"): "",
    ("coming, late",): "01 {} chậm tiến độ",
    ("coming, late", "without its own day, late"): "02 {} chậm tiến độ",
    ("over, held, late", "over, held, in time"): "01 {} đã quá thời điểm tròn 03 năm, chưa hoàn thành",
    ("over, held, late", "coming, late", "over, not held, without days"): (
        "03 {} chậm tiến độ, trong đó 02 cuộc đã quá thời điểm tròn 03 năm, chưa hoàn thành"
    ),
}


@pytest.mark.parametrize("cases", SAID, ids=" + ".join)
def test_the_section_and_the_limits_count_them_alike(content: Content, cases: tuple[str, ...]) -> None:
    report = made(content, *cases)
    section, limits = (" ".join(told(report, tag)) for tag in ("muc_4", "han_che"))
    said = SAID[cases]
    assert (f"; {said.format('cuộc')}. Tình" in section) if said else ("chậm" not in section)
    assert said.format("cuộc sơ kết, tổng kết") in limits


@pytest.mark.parametrize("case", CLASSES)
def test_what_is_behind_stands_among_the_tasks_that_are_late(content: Content, case: str) -> None:
    late, _, due = " ".join(told(made(content, case), "nhiem_vu")).partition("Nhiệm vụ theo kế hoạch")
    is_behind = CLASSES[case][-1] in {ReviewTiming.PAST, ReviewTiming.SLOW}
    assert ("00-CT/TU" in late) is is_behind
    assert ("00-CT/TU" in due) is not is_behind


def test_a_review_past_its_day_that_is_planned_anew_is_told_with_its_new_days_once(content: Content) -> None:
    assert told(made(content, "over, not held, planned anew"), "nhiem_vu") == [
        "Việc đã quá thời điểm, cần thực hiện ngay:",
        (
            "- Sơ kết 03 năm thực hiện Chỉ thị số 00-CT/TU (tròn 03 năm: 01/3/2024): hội nghị, hạn 30/4/2024; ban hành "
            "văn bản chỉ đạo, hạn 30/4/2024."
        ),
    ]
