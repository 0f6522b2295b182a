"""Limits, causes and tasks: from figures, the plan and the calendar, by name, and nothing that nobody told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Duty, Review, State, Task
from khoagiao_xl.model.report_records import ReviewStep
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.heading_numbers import heading_numbers
from khoagiao_xl.report.limits_and_causes import limit_and_cause
from khoagiao_xl.report.proposed_words import words_of_units
from khoagiao_xl.report.recurring_tasks import is_due_in
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.told_causes import kind_of
from khoagiao_xl.report.told_issues import IssueNote, issue_paragraphs

Content = Callable[..., ReportContent]
NAMES = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp", "BD": "Bưu điện"}
ALL_IN = {State.ACCEPTED: tuple(NAMES.values())}


def told(content: ReportContent, tag: str) -> list[str]:
    return unmarked(fill(content)[tag]).split("\a")


def limits(content: Content, *duties: Duty, period: str = "2024-Q1", **facts: Any) -> str:
    made = content(period, duties=duties, unit_names=NAMES, reviews=(), **facts)
    return " ".join(told(made, "han_che"))


SILENT = {
    State.MISSING: "01 đơn vị chưa gửi báo cáo quý I năm 2024: Sở Y tế",
    State.RETURNED: "01 đơn vị bị trả lại báo cáo quý I năm 2024 để sửa, chưa gửi lại: Sở Y tế",
    State.UNUSABLE: "01 đơn vị gửi báo cáo quý I năm 2024 chưa đạt yêu cầu, phải gửi lại: Sở Y tế",
}


@pytest.mark.parametrize("state", SILENT)
def test_a_silent_unit_is_named_among_the_limits(content: Content, state: State) -> None:
    assert limits(content, Duty("2024-Q1", "SYT", state)) == f"Qua số liệu tổng hợp: {SILENT[state]}."


@pytest.mark.parametrize("state", [State.WAIVED, State.EXTENDED, State.ACCEPTED])
def test_who_need_not_report_yet_is_no_limit(content: Content, state: State) -> None:
    assert "Sở Y tế" not in limits(content, Duty("2024-Q1", "SYT", state, on_time=True))


PARTS_LEFT = {
    "nobody has sent": ((State.MISSING, State.MISSING), "tháng 2 có 02 đơn vị (chưa gửi)"),
    "both have sent": (
        (State.RETURNED, State.UNUSABLE),
        "tháng 2 có 02 đơn vị (phải sửa hoặc gửi lại)",
    ),
    "one has sent": (
        (State.MISSING, State.RETURNED),
        "tháng 2 có 02 đơn vị (01 chưa gửi, 01 phải sửa hoặc gửi lại)",
    ),
}


@pytest.mark.parametrize("case", PARTS_LEFT)
def test_of_a_month_within_it_a_quarter_says_who_has_sent_and_who_has_not(
    content: Content, case: str
) -> None:
    (health, justice), said = PARTS_LEFT[case]
    duties = (
        Duty("2024-M02", "SYT", health),
        Duty("2024-M02", "STP", justice),
        *(Duty("2024-Q1", unit, State.ACCEPTED, on_time=True) for unit in NAMES),
    )
    assert f"chưa có báo cáo được tổng hợp: {said}." in limits(content, *duties, states=ALL_IN)


def test_who_is_named_for_the_quarter_is_none_of_those_that_lack_a_month_of_it(content: Content) -> None:
    duties = (
        Duty("2024-M02", "SYT", State.MISSING),
        Duty("2024-M02", "STP", State.MISSING),
        Duty("2024-Q1", "SYT", State.RETURNED),
        Duty("2024-Q1", "STP", State.ACCEPTED, on_time=True),
    )
    assert "Ngoài các đơn vị trên, chưa có báo cáo được tổng hợp: tháng 2 có 01 đơn vị" in limits(
        content, *duties
    )
    assert "Ngoài các đơn vị trên" not in limits(content, duties[0], duties[2])


def in_months(unit: str, *states: State) -> list[Duty]:
    return [Duty(f"2024-M0{month}", unit, state) for month, state in enumerate(states, 1)]


def test_who_has_sent_nothing_in_the_year_is_named_once_before_the_others(content: Content) -> None:
    duties = [
        *in_months("SYT", State.MISSING, State.MISSING),
        *in_months("STP", State.ACCEPTED, State.MISSING),
    ]
    assert limits(content, *duties, period="2024-M02") == (
        "Qua số liệu tổng hợp: - 01 đơn vị chưa gửi báo cáo nào trong năm 2024: Sở Y tế; - 01 đơn vị khác chưa "
        "gửi báo cáo tháng 2 năm 2024: Sở Tư pháp."
    )


@pytest.mark.parametrize("before", [State.RETURNED, State.UNUSABLE, State.WAIVED, State.NOTHING])
def test_who_sent_something_once_or_owed_it_once_is_not_called_absent(
    content: Content, before: State
) -> None:
    made = limits(content, *in_months("SYT", before, State.MISSING), period="2024-M02")
    assert "báo cáo nào" not in made


def test_with_who_has_sent_nothing_the_office_is_to_speak(content: Content) -> None:
    duties = tuple(in_months("SYT", State.MISSING, State.MISSING))
    made = content("2024-M02", duties=duties, unit_names=NAMES, reviews=())
    assert told(made, "nhiem_vu")[-1].endswith(
        ": làm việc với cấp ủy 01 đơn vị chưa gửi báo cáo nào trong năm 2024 (bổ sung thời hạn)."
    )


def test_what_the_committee_itself_is_to_do_names_who_prepares_it(content: Content) -> None:
    note = IssueNote("Sở Y tế", Issue("VD1", date(2024, 2, 1), "SYT", text="A"), date(2024, 3, 14))
    made = content(issues=(note,), staff="Ban Tuyên giáo Đảng ủy Khối")
    assert (
        "Ban Tuyên giáo Đảng ủy Khối tham mưu Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh chỉ đạo giải "
        "quyết dứt điểm 01 vấn đề" in " ".join(told(made, "nhiem_vu"))
    )


def test_the_office_advises_on_issues_alone_and_speaks_with_units_itself(content: Content) -> None:
    duties = tuple(in_months("SYT", State.MISSING, State.MISSING))
    note = IssueNote("Sở Y tế", Issue("VD1", date(2024, 2, 1), "SYT", text="A"), date(2024, 3, 14))
    known = {"duties": duties, "unit_names": NAMES, "reviews": (), "staff": "Ban Tuyên giáo Đảng ủy Khối"}
    assert "Khối làm việc với cấp ủy 01 đơn vị" in told(content("2024-M02", **known), "nhiem_vu")[-1]
    advice, talk = told(content("2024-M02", issues=(note,), **known), "nhiem_vu")[-2:]
    assert advice.endswith("chỉ đạo giải quyết dứt điểm 01 vấn đề nổi cộm (bổ sung thời hạn);")
    assert ["tham mưu" in advice, "tham mưu" in talk] == [True, False]


@pytest.mark.parametrize(
    ("due", "number", "is_asked"),
    [(None, "", True), (date(2024, 4, 1), "", False), (None, "15-BC/ĐUK", False)],
)
def test_a_draft_asks_for_the_day_of_what_has_none(
    content: Content, due: date | None, number: str, is_asked: bool
) -> None:
    note = IssueNote("Sở Y tế", Issue("VD1", date(2024, 2, 1), "SYT", text="A", due=due), date(2024, 3, 14))
    made = content(issues=(note,), reviews=())
    numbered = replace(made, letterhead=replace(made.letterhead, number=number))
    assert ("bổ sung thời hạn" in told(numbered, "nhiem_vu")[-1]) is is_asked


def test_very_many_silent_units_are_counted_and_not_named(content: Content) -> None:
    duties = [Duty("2024-Q1", f"DV{at}", State.MISSING) for at in range(21)]
    assert limits(content, *duties).endswith("báo cáo quý I năm 2024 (danh sách tại Phụ lục\u00a02).")


def test_who_is_silent_twice_is_named_as_such(content: Content) -> None:
    duties = in_months("SYT", State.ACCEPTED, State.MISSING, State.MISSING)
    assert "01 đơn vị hai kỳ liền (tháng 2 và tháng 3) chưa có báo cáo được tổng hợp: Sở Y tế" in limits(
        content, *duties, period="2024-M03"
    )


def test_late_units_are_told_by_how_many_days(content: Content) -> None:
    late = [Duty("2024-Q1", unit, State.ACCEPTED, on_time=False, days_late=days) for unit, days in
            (("SYT", 1), ("STP", 3), ("BD", 1))]  # fmt: skip
    assert (
        "03 đơn vị gửi báo cáo quý I sau hạn: Sở Tư pháp (chậm 03 ngày); Sở Y tế, Bưu điện (chậm 01 ngày)"
        in limits(content, *late)
    )


PLAN = {"plan_units": 80, "plan_value": 100}


@pytest.mark.parametrize("period", ["2024-Q1", "2024-H1", "2024-Y"])
def test_reviews_of_the_units_are_no_limit_before_the_year_is_over(
    content: Content, total: Any, period: str
) -> None:
    made = limits(content, totals=(total("KG402", 20, plan_done=20, **PLAN),), period=period)
    assert ("số cuộc sơ kết, tổng kết của cấp mình đạt 20%" in made) is (period == "2024-Y")


PAST = Review("Tổng kết", 10, "24-NQ/TW", date(2023, 6, 3), code="A")
SLOW = Review("Sơ kết", 5, "49-KL/TW", date(2024, 5, 10), code="B")
STEP = ReviewStep("B", 1, "Ban hành kế hoạch", due=date(2024, 3, 11), status="chưa làm")
REVIEWS = {
    "one past, one slow": (
        (PAST, SLOW),
        "02 cuộc sơ kết, tổng kết chậm tiến độ, trong đó 01 cuộc đã quá thời điểm tròn 10 năm, chưa hoàn thành: ",
    ),
    "one past alone": (
        (PAST,),
        "01 cuộc sơ kết, tổng kết đã quá thời điểm tròn 10 năm, chưa hoàn thành: tổng",
    ),
    "one slow alone": ((SLOW,), "01 cuộc sơ kết, tổng kết chậm tiến độ (nêu tại mục "),
}


@pytest.mark.parametrize("case", REVIEWS)
def test_limits_count_the_reviews_that_are_behind_as_their_section_does(content: Content, case: str) -> None:
    reviews, said = REVIEWS[case]
    made = content(reviews=reviews, steps=(STEP,))
    assert said in " ".join(told(made, "han_che"))


@pytest.mark.parametrize(("done", "lags"), [(24, True), (25, False)])
def test_a_plan_lags_where_less_of_it_is_done_than_of_the_year_is_over(
    content: Content, total: Any, done: int, lags: bool
) -> None:
    made = limits(content, totals=(total("KG302", done, plan_done=done, **PLAN),))
    assert (
        "còn chậm (theo kỳ báo cáo đã qua 03 trong 12 tháng): số cuộc kiểm tra về khoa giáo đạt 24%" in made
    ) is lags


@pytest.mark.parametrize(("now", "falls"), [(900, True), (901, False), (990, False), (1100, False)])
def test_a_fall_is_a_limit_from_a_tenth_on(content: Content, total: Any, now: int, falls: bool) -> None:
    both = {"previous_both": 80, "previous_then": 1000, "previous_now": now}
    made = limits(content, totals=(total("KG201", now, **both),))
    assert ("so với quý trước, số cuộc tuyên truyền giảm " in made) is falls


def test_every_fall_is_named(content: Content, total: Any) -> None:
    both = {"previous_both": 80, "previous_then": 1000, "previous_now": 900}
    codes = ("KG201", "KG205", "KG209", "KG216", "KG101")
    made = limits(content, totals=[total(code, 900, **both) for code in codes])
    assert made.count(" giảm 10%") == len(codes)
    assert made.endswith(" (tính trên 80 đơn vị báo cáo cả hai kỳ).")


def test_a_fall_over_other_units_than_most_says_so(content: Content, total: Any) -> None:
    both = {"previous_both": 80, "previous_then": 1000, "previous_now": 900}
    codes = ("KG201", "KG205")
    alike = [total(code, 900, **both) for code in codes]
    other = total("KG209", 900, **{**both, "previous_both": 70})
    made = limits(content, totals=[*alike, other])
    assert "giảm 10% (ở 70 đơn vị)" in made
    assert made.endswith(" (tính trên 80 đơn vị báo cáo cả hai kỳ, trừ chỗ ghi riêng).")


def test_a_fall_by_fewer_than_five_is_none(content: Content, total: Any) -> None:
    both = {"previous_both": 80, "previous_then": 10, "previous_now": 6}
    assert "giảm" not in limits(content, totals=(total("KG304", 6, **both),))


CAUSES = {
    "Nguyên nhân khách quan: địa bàn rộng.": "khach_quan",
    "Nguyên nhân chủ quan là chưa chủ động.": "chu_quan",
    "Nguyên nhân khách quan và chủ quan.": "nguyen_nhan",
    "Dự học chưa đủ do đi công tác.": "nguyen_nhan",
    "Một số buổi chưa sâu.": "",
    "Hoạt động tự phát, dở dang.": "",
}


@pytest.mark.parametrize("text", CAUSES)
def test_a_cause_is_what_the_unit_calls_one(text: str) -> None:
    assert kind_of(text) == CAUSES[text]


def test_causes_stand_apart_from_limits_and_are_told_once(content: Content) -> None:
    said = tuple(Narrative(f"Đơn vị {at}", "KG603", text) for at, text in enumerate(CAUSES))
    made = content(narratives=said, reviews=())
    causes, limits_told = told(made, "nguyen_nhan"), told(made, "han_che")
    assert [line.partition(":")[0] for line in causes] == [
        "Về khách quan",
        "Về chủ quan",
        "Nguyên nhân khác",
    ]
    for text in CAUSES:
        halves = limit_and_cause(text)
        for half in halves or (text,):
            words = half.split(": ")[-1].rstrip(".").casefold()
            found = [line for line in causes + limits_told if words in line.casefold()]
            is_limit = halves is not None and half == halves[0]
            assert len(found) == (2 if is_limit else 1)  # a cause names the limit that it is of


def test_more_causes_than_the_body_holds_are_listed_in_the_appendix_of_words(content: Content) -> None:
    texts = [f"Nguyên nhân khách quan: địa bàn {place}." for place in "ABCDEGH"]
    said = tuple(Narrative(f"Đơn vị {at}", "KG603", text) for at, text in enumerate(texts))
    rows = fill(content(narratives=said, reviews=()))["y_kien"]
    assert rows[0]["nhom"] == "Nguyên nhân"
    assert [row["noi_dung"] for row in rows[1:]] == texts


def task(**facts: Any) -> Task:
    known: dict[str, Any] = {"code": "NV01", "section": "", "field": "", "text": "Ban hành kế hoạch", "source": "",
                             "status": "nhận"}  # fmt: skip
    return Task(**{**known, **facts})


def tasks(content: Content, *plan: Task) -> list[str]:
    return told(content("2024-Q1", tasks=plan, reviews=()), "nhiem_vu")


def test_a_task_of_the_coming_period_is_told_with_lead_product_and_day(content: Content) -> None:
    due = task(lead="Ban Tuyên giáo", output="Báo cáo", due=date(2024, 4, 30))
    assert tasks(content, due) == [
        (
            "Nhiệm vụ theo kế hoạch, thực hiện đến hết quý II năm 2024: ban hành kế hoạch (chủ trì: Ban Tuyên giáo; "
            "sản phẩm: báo cáo; hạn 30/4/2024)."
        )
    ]


LIMITS_ONCE = {
    "Ban hành kế hoạch, hoàn thành trong quý II": "ban hành kế hoạch (hạn 30/4/2024).",
    "Ban hành kế hoạch": "ban hành kế hoạch (hạn 30/4/2024).",
    "Ban hành kế hoạch trước ngày 30/4/2024": "ban hành kế hoạch trước ngày 30/4/2024.",
    "Ban hành kế hoạch, xong trước ngày 01/5/2024": "ban hành kế hoạch, xong trước ngày 01/5/2024.",
    "Phổ biến; các đơn vị trong ngành y tế xong trước ngày 30/4/2024": "phổ biến; các đơn vị trong ngành y tế xong "
    "trước ngày 30/4/2024.",
}


@pytest.mark.parametrize("text", LIMITS_ONCE)
def test_a_task_says_its_limit_once(content: Content, text: str) -> None:
    (line,) = tasks(content, task(text=text, due=date(2024, 4, 30)))
    assert line.endswith(f"hết quý II năm 2024: {LIMITS_ONCE[text]}")


def test_what_is_left_to_report_of_a_year_is_no_task_of_the_next(content: Content) -> None:
    def line(code: str, day: date) -> Deadline:
        return Deadline(code, day, day, day, day, day)

    coming = {"2024-Q4": line("2024-Q4", date(2024, 12, 17)), "2025-M01": line("2025-M01", date(2025, 1, 18))}
    made = " ".join(told(content("2024-Y", coming_deadlines=coming, reviews=()), "nhiem_vu"))
    left, _, next_year = made.partition("Nhiệm vụ tiếp tục thực hiện trong")
    assert "Việc còn lại của năm 2024: các đơn vị gửi báo cáo quý IV chậm nhất ngày 17/12/2024." in left
    assert "quý IV" not in next_year
    assert "các đơn vị gửi báo cáo tháng 1 chậm nhất ngày 18/01/2025" in next_year


@pytest.mark.parametrize(
    ("state", "said"), [(State.ACCEPTED, "hoàn thành việc gửi báo cáo"), (State.MISSING, "gửi báo cáo")]
)
def test_reports_that_have_begun_to_come_are_to_be_completed(
    content: Content, state: State, said: str
) -> None:
    day = date(2024, 12, 17)
    coming = {"2024-Q4": Deadline("2024-Q4", day, day, day, day, day)}
    duties = (Duty("2024-Q4", "SYT", state), Duty("2024-Y", "SYT", State.ACCEPTED))
    made = " ".join(told(content("2024-Y", coming_deadlines=coming, reviews=(), duties=duties), "nhiem_vu"))
    assert f"các đơn vị {said} quý IV chậm nhất ngày 17/12/2024" in made


def test_what_is_overdue_stands_first(content: Content) -> None:
    late = task(text="Gửi báo cáo", due=date(2024, 3, 10))
    first, second = tasks(content, task(due=date(2024, 6, 1)), late)
    assert first == "Việc quá hạn, cần thực hiện ngay: gửi báo cáo (hạn 10/3/2024, quá 10 ngày)."
    assert "ban hành kế hoạch" in second


REVIEW = Review("Tổng kết", 10, "37-CT/TW", date(2024, 3, 10), code="ST05")
FIRST_STEPS = [
    ReviewStep("ST05", at, name, due=date(2024, 1, at), status="chưa làm")
    for at, name in enumerate(("Giao cơ quan chủ trì", "Ban hành kế hoạch", "Khảo sát", "Tổng hợp"), 1)
]
LAST_STEP = ReviewStep("ST05", 5, "Ban hành văn bản chỉ đạo", due=date(2024, 4, 8), status="chưa làm")


def test_a_review_that_nobody_leads_yet_is_not_given_its_last_step_as_a_task(content: Content) -> None:
    made = content(reviews=(REVIEW,), steps=(*FIRST_STEPS, LAST_STEP))
    assert told(made, "nhiem_vu") == [
        "Việc quá hạn, cần thực hiện ngay:",
        (
            "- Tổng kết 10 năm thực hiện Chỉ thị số 37-CT/TW (tròn 10 năm: 10/3/2024): chưa triển khai; giao cơ quan "
            "chủ trì, xác định lại hạn của các bước, hoàn thành trong năm 2024."
        ),
    ]


def test_what_had_no_due_day_is_not_called_overdue(content: Content) -> None:
    assert told(content(reviews=(REVIEW,)), "nhiem_vu") == [
        "Việc đã quá thời điểm, cần thực hiện ngay:",
        (
            "- Tổng kết 10 năm thực hiện Chỉ thị số 37-CT/TW (tròn 10 năm: 10/3/2024): hạn từng bước chưa xác định, cần xác "
            "định để hoàn thành trong năm 2024."
        ),
    ]


def test_a_review_that_the_year_leaves_undone_passes_into_the_next_and_says_so(content: Content) -> None:
    end = {"today": date(2024, 12, 10), "reviews": (REVIEW,)}
    assert (
        "(tròn 10 năm: 10/3/2024): năm 2024 chưa triển khai, chuyển sang năm 2025; giao cơ quan chủ trì, xác định "
        "lại hạn của các bước, hoàn thành trong năm 2025"
    ) in " ".join(told(content("2024-Y", steps=(*FIRST_STEPS, LAST_STEP), **end), "nhiem_vu"))
    assert (
        "(tròn 10 năm: 10/3/2024): năm 2024 chưa hoàn thành, chuyển sang năm 2025; xác định hạn từng bước, hoàn "
        "thành trong năm 2025"
    ) in " ".join(told(content("2024-Y", **end), "nhiem_vu"))


def test_what_the_year_leaves_is_done_at_once_or_passes_into_the_next_year(content: Content) -> None:
    end = {"today": date(2024, 12, 10), "reviews": (REVIEW,)}
    assert told(content("2024-Y", **end), "nhiem_vu")[0] == (
        "Việc đã quá thời điểm của năm 2024, thực hiện ngay hoặc chuyển sang năm 2025:"
    )


def test_what_is_overdue_and_what_is_past_its_anniversary_stand_under_one_heading(content: Content) -> None:
    made = content(reviews=(REVIEW,), tasks=(task(due=date(2024, 3, 10)),))
    assert told(made, "nhiem_vu")[0] == "Việc chậm tiến độ, cần thực hiện ngay:"


@pytest.mark.parametrize("facts", [{"status": "xong"}, {"status": "đề xuất"}, {"due": date(2024, 7, 1)}])
def test_what_is_done_not_taken_over_or_due_later_is_no_task(content: Content, facts: dict[str, Any]) -> None:
    assert tasks(content, task(**{"due": date(2024, 4, 30), **facts})) == [
        "Kế hoạch năm chưa có nhiệm vụ được nhận nào đến hạn trong quý II năm 2024."
    ]


@pytest.mark.parametrize(
    ("recurrence", "coming", "is_due"),
    [
        ("hằng tháng", "2024-M04", True),
        ("mỗi quý", "2024-M04", False),
        ("mỗi quý", "2024-M06", True),
        ("6 tháng", "2024-M04", False),
        ("6 tháng, năm", "2024-Q4", True),
        ("hằng năm", "2024-Q2", False),
        ("thường xuyên", "2024-Q2", False),
        ("", "2024-Q2", False),
    ],
)
def test_a_task_that_comes_back_is_due_where_its_period_ends(
    recurrence: str, coming: str, is_due: bool
) -> None:
    assert is_due_in(recurrence, Period.parse(coming)) is is_due


def test_a_lead_of_most_tasks_is_said_once(content: Content) -> None:
    plan = [
        task(code=f"NV{at}", text=f"Việc {at}", lead="Các chi bộ", due=date(2024, 4, at))
        for at in range(1, 4)
    ]
    opening, *lines = tasks(content, *plan)
    assert opening.endswith("(chủ trì, nếu không ghi riêng: các chi bộ):")
    assert lines == ["- Việc 1 (hạn 01/4/2024);", "- Việc 2 (hạn 02/4/2024);", "- Việc 3 (hạn 03/4/2024)."]


def test_a_directive_cited_before_is_cited_shortly_in_a_task(content: Content) -> None:
    text = "Thực hiện Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư “về khuyến học” ở cơ sở"
    directives = tuple(
        each.__class__("49-KL/TW", "Kết luận", subject="về khuyến học") for each in content().directives
    )
    made = content(tasks=(task(text=text, due=date(2024, 4, 1)),), directives=directives)
    assert "thực hiện Kết luận số 49-KL/TW ở cơ sở (hạn 01/4/2024)" in " ".join(told(made, "nhiem_vu"))


def test_several_issues_are_counted_before_they_are_told() -> None:
    ends = date(2024, 3, 14)
    done = Issue("VD1", date(2024, 2, 1), "SYT", text="A", closed_on=date(2024, 2, 9))
    late = Issue("VD2", date(2024, 2, 1), "STP", text="B", due=date(2024, 3, 4))
    notes = [IssueNote("Sở Y tế", done, ends), IssueNote("Sở Tư pháp", late, ends)]
    first, *lines = issue_paragraphs(notes, ends)
    assert first == (
        "Trong kỳ phát sinh 02 vấn đề nổi cộm; đến nay đã giải quyết xong 01, còn 01, trong đó 01 "
        "vấn đề quá hạn xử lý:"
    )
    assert lines[-1].endswith(
        "B; hạn xử lý 04/3/2024; quá hạn 10 ngày; đến ngày 14/3/2024 chưa nhận được báo cáo kết quả giải quyết."
    )


SOURCES: dict[tuple[str, ...], str] = {
    ("tin nhanh", "dư luận", "dư luận"): " (01 qua tin nhanh của đơn vị, 02 qua nắm bắt dư luận);",
    ("tin nhanh", "", "dư luận"): ";",
}


@pytest.mark.parametrize("sources", SOURCES)
def test_how_issues_became_known_is_told_where_it_is_known_of_each(sources: tuple[str, ...]) -> None:
    ends = date(2024, 3, 14)
    issues = [
        Issue(f"VD{at}", date(2024, 2, at), "SYT", source=source) for at, source in enumerate(sources, 1)
    ]
    first, *_ = issue_paragraphs([IssueNote("Sở Y tế", issue, ends) for issue in issues], ends)
    assert first.startswith(f"Trong kỳ phát sinh 03 vấn đề nổi cộm{SOURCES[sources]}")


def test_a_year_that_ends_tells_its_open_tasks_as_a_limit_and_not_as_tasks_of_the_next(
    content: Content,
) -> None:
    late = content("2024-Y", tasks=(task(due=date(2024, 2, 1)),), reviews=())
    assert told(late, "han_che") == [
        "Qua số liệu tổng hợp: 01 nhiệm vụ của kế hoạch năm đã đến hạn, chưa được ghi nhận hoàn thành."
    ]
    assert "Ban hành kế hoạch" not in " ".join(told(late, "nhiem_vu"))


def test_a_period_that_is_not_due_yet_has_no_silent_unit(content: Content) -> None:
    silent = Duty("2024-Q1", "SYT", State.MISSING)
    assert "Sở Y tế" not in limits(content, silent, due_days={"2024-Q1": date(2024, 3, 20)})
    assert "Sở Y tế" in limits(content, silent, due_days={"2024-Q1": date(2024, 3, 19)})


def test_a_fall_of_one_field_is_told_with_its_field(content: Content, total: Any) -> None:
    both = {"previous_both": 80, "previous_then": 100, "previous_now": 90}
    assert "số cuộc tuyên truyền lĩnh vực xã hội giảm 10%" in limits(
        content, totals=(total("KG204", 90, **both),)
    )


def test_a_year_says_which_plans_are_not_done(content: Content, total: Any) -> None:
    made = limits(content, period="2024-Y", totals=(total("KG302", 61, plan_done=61, **PLAN),))
    assert (
        made == "Qua số liệu tổng hợp: chưa hoàn thành kế hoạch năm: số cuộc kiểm tra về khoa giáo đạt 61%."
    )


def test_an_issue_that_is_told_is_no_limit_once_more(content: Content) -> None:
    issue = IssueNote(
        "Sở Y tế", Issue("VD1", date(2024, 2, 1), "SYT", text="Chậm trả tiền"), date(2024, 3, 14)
    )
    said = (Narrative("Sở Y tế", "KG603", "Chậm trả tiền."),)
    made = content(issues=(issue,), narratives=said, reviews=())
    assert not any("Chậm trả tiền" in text for text in told(made, "han_che"))


NUMBERED = {
    "nothing vanished": (
        {"uu_diem", "han_che", "nguyen_nhan", "bai_hoc"},
        {"so_nguyen_nhan": "3", "so_bai_hoc": "4"},
    ),
    "no causes": ({"uu_diem", "han_che", "bai_hoc"}, {"so_nguyen_nhan": "", "so_bai_hoc": "3"}),
    "a part alone": (
        {"muc_2_3", "muc_5"},
        {"so_muc_1": "", "so_muc_2": "1", "so_muc_2_3": "1.1", "so_muc_5": "2"},
    ),
}


@pytest.mark.parametrize("case", NUMBERED)
def test_headings_are_counted_on_where_one_vanishes(case: str) -> None:
    present, expected = NUMBERED[case]
    numbers = heading_numbers(present)
    assert {tag: numbers[tag] for tag in expected} == expected


def test_units_that_were_always_in_time_are_counted_and_those_that_did_most_are_named(
    content: Content,
) -> None:
    duties = [
        Duty(f"2024-M0{month}", unit, State.ACCEPTED, on_time=True) for month in (1, 2, 3) for unit in NAMES
    ]
    duties[0] = Duty("2024-M01", "SYT", State.ACCEPTED, on_time=False)
    leaders = (("SYT", 9), ("STP", 8), ("BD", 7), ("X", 7))
    made = content("2024-M03", duties=tuple(duties), unit_names=NAMES, leaders=leaders, states=ALL_IN)
    assert told(made, "uu_diem")[:2] == [
        (
            "3/3 đơn vị gửi báo cáo tháng 3 năm 2024 đúng hạn. 02 đơn vị đúng hạn ở cả 03 kỳ báo cáo đã tổng "
            "hợp từ đầu năm: Sở Tư pháp, Bưu điện."
        ),
        "Các đơn vị tổ chức nhiều cuộc tuyên truyền nhất: Sở Y tế (09 cuộc), Sở Tư pháp (08 cuộc).",
    ]


def test_before_its_day_nobody_is_late_with_a_period(content: Content) -> None:
    months = [Duty(f"2024-M0{month}", "SYT", State.ACCEPTED, on_time=True) for month in (1, 2, 3)]
    quarter = Duty("2024-Q1", "SYT", State.MISSING)
    days = {"2024-Q1": date(2024, 3, 25)}
    made = content(
        "2024-M03",
        duties=(*months, quarter),
        unit_names=NAMES,
        due_days=days,
        states={State.ACCEPTED: ("Sở Y tế",)},
    )
    assert "đúng hạn ở cả 03 kỳ báo cáo đã tổng hợp từ đầu năm: Sở Y tế" in told(made, "uu_diem")[0]


def test_words_about_an_issue_of_the_log_are_not_offered_once_more(content: Content) -> None:
    issue = Issue("VD001", date(2024, 2, 2), "SYT", text="Chậm trả tiền làm thêm giờ")
    said = (
        Narrative("Sở Y tế", "KG603", "Chậm trả tiền làm thêm giờ."),
        Narrative("Bưu điện", "KG603", "Thiếu tài liệu."),
    )
    made = content(narratives=said, issues=(IssueNote("Sở Y tế", issue, date(2024, 3, 14)),))
    assert [each.text for each in words_of_units(made) if each.tag == "han_che"] == ["Thiếu tài liệu."]


@pytest.mark.parametrize(("in_time", "is_strength"), [(3, True), (2, False), (0, False)])
def test_the_share_in_time_is_a_strength_or_who_was_late_a_limit_alone(
    content: Content, in_time: int, is_strength: bool
) -> None:
    duties = [
        Duty("2024-M03", unit, State.ACCEPTED, on_time=at < in_time, days_late=1)
        for at, unit in enumerate(NAMES)
    ]
    made = content("2024-M03", duties=tuple(duties), unit_names=NAMES, states=ALL_IN, reviews=())
    praised = any("đúng hạn" in line for line in told(made, "uu_diem"))
    blamed = " ".join(told(made, "han_che"))
    assert (praised, "sau hạn" in blamed, "đúng hạn" in blamed) == (is_strength, not is_strength, False)


def test_few_units_that_were_always_in_time_are_praised_by_name_many_only_where_they_speak_for_all(
    content: Content,
) -> None:
    units = {f"DV{at}": f"Đơn vị {at}" for at in range(30)}
    duties = [
        Duty(f"2024-M0{month}", unit, State.ACCEPTED, on_time=month == 3 or at < 11)
        for month in (1, 2, 3)
        for at, unit in enumerate(units)
    ]
    made = content("2024-M03", duties=duties, unit_names=units, states={State.ACCEPTED: tuple(units)})
    assert told(made, "uu_diem")[0] == "30/30 đơn vị gửi báo cáo tháng 3 năm 2024 đúng hạn."
