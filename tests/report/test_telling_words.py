"""Words of units that tell nothing beside the figures of all of them; what they propose, also in parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Directive, Task
from khoagiao_xl.model.report_records import OfficeWords, WordsOrigin
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.gathered_facts import coming_deadlines
from khoagiao_xl.report.gathering import reports_within
from khoagiao_xl.report.month_course import MonthCourse
from khoagiao_xl.report.office_words import is_belied_pick
from khoagiao_xl.report.proposed_words import words_of_units
from khoagiao_xl.report.telling_words import is_empty
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
AUTHOR = "Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"
LOW = "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao."


def told(content: ReportContent, tag: str) -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp tục thực hiện kế hoạch công tác khoa giáo năm; chuẩn bị sơ kết theo hướng dẫn.",
        "Hoàn thành tốt các nhiệm vụ được giao.",
        "Thực hiện báo cáo định kỳ đúng hạn",
    ],
)
def test_a_phrase_without_a_matter_is_empty(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp tục thực hiện kế hoạch phòng, chống dịch sốt xuất huyết.",
        "Tổ chức hội nghị quán triệt Nghị quyết số 45-NQ/TW.",
        "Hoàn thành 02 cuộc kiểm tra.",
        "Trao học bổng.",
    ],
)
def test_a_phrase_with_a_matter_a_number_or_a_name_is_not(text: str) -> None:
    assert not is_empty(text)


def test_an_empty_phrase_is_not_offered_to_be_picked(content: Content) -> None:
    said = Narrative("Sở Y tế", "KG604", "Tiếp tục thực hiện kế hoạch công tác khoa giáo năm.")
    plan = replace(said, text="Trao học bổng.")
    assert [each.text for each in words_of_units(content(narratives=(said, plan)))] == ["Trao học bổng."]


def test_units_that_say_nothing_of_their_tasks_are_not_quoted(content: Content) -> None:
    said = Narrative("Sở Y tế", "KG604", "Tiếp tục thực hiện kế hoạch công tác khoa giáo năm.")
    assert "Sở Y tế" not in told(content(narratives=(said,)), "nhiem_vu")


@pytest.mark.parametrize(("share", "is_told"), [(98.3, False), (95, False), (90, True)])
def test_a_cause_for_a_low_figure_is_not_told_beside_a_high_one(
    content: Content, total: Any, share: float, is_told: bool
) -> None:
    said = (Narrative("Sở Y tế", "KG603", LOW),)
    made = content(narratives=said, totals=(total("KG109", share, "%"),))
    assert ("chưa cao" in told(made, "han_che")) is is_told
    assert ("địa bàn xa" in told(made, "nguyen_nhan")) is is_told
    assert [each.text for each in words_of_units(made)] == [LOW]  # the office may still pick it


def test_what_else_a_unit_says_is_told(content: Content, total: Any) -> None:
    said = (Narrative("Sở Y tế", "KG603", f"{LOW} Do thiếu tài liệu."),)
    assert "thiếu tài liệu" in told(
        content(narratives=said, totals=(total("KG109", 98, "%"),)), "nguyen_nhan"
    )


def test_a_report_without_proposals_says_so(content: Content) -> None:
    assert told(content(), "kien_nghi") == "Không."


def test_the_offices_own_proposal_does_not_stand_behind_a_no(content: Content) -> None:
    own = OfficeWords("2024-Q1", "Đề xuất, kiến nghị", "Đề nghị cấp tài liệu.", status="nhận")
    assert told(content(office_words=(own,)), "kien_nghi") == "Đề nghị cấp tài liệu."


def test_a_half_year_without_proposals_of_its_own_tells_those_of_its_quarters(content: Content) -> None:
    earlier = {
        "2024-Q1": (Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A"),),
        "2024-Q2": (Narrative("Bưu điện", "KG606", "Tỉnh ủy: A"),),
    }
    assert told(content("2024-H1", earlier_words=earlier), "kien_nghi") == (
        "Đề nghị Tỉnh ủy A (theo kiến nghị của Sở Y tế, Bưu điện trong báo cáo quý I, quý II)."
    )


def test_proposals_of_the_period_are_told_with_those_of_its_parts(content: Content) -> None:
    earlier = {"2024-Q1": (Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A"),)}
    own = (Narrative("Bưu điện", "KG606", "Tỉnh ủy: B"),)
    assert told(content("2024-H1", narratives=own, earlier_words=earlier), "kien_nghi") == (
        "Đề nghị Tỉnh ủy: - A (theo kiến nghị của Sở Y tế trong báo cáo quý I); - B (theo kiến nghị của Bưu điện)."
    )


def test_what_units_wrote_is_read_in_every_report_within_the_period() -> None:
    assert len(list(reports_within(Period.parse("2024-H1")))) == 6 + 2
    assert len(list(reports_within(Period.parse("2024-Y")))) == 12 + 4 + 1
    assert list(reports_within(Period.parse("2024-M03"))) == []


def test_proposals_of_many_reports_name_their_kinds(content: Content) -> None:
    said = (Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A"),)
    earlier = dict.fromkeys(("2024-M01", "2024-M02", "2024-Q1", "2024-M04", "2024-H1"), said)
    assert "trong báo cáo tháng, quý, 6 tháng đã nhận từ đầu năm)." in told(
        content("2024-Y", earlier_words=earlier), "kien_nghi"
    )
    later = dict.fromkeys(("2024-M07", "2024-M08", "2024-M09", "2024-M10", "2024-M11"), said)
    assert "trong báo cáo tháng đã nhận trong kỳ)." in told(
        content("2024-H2", earlier_words=later), "kien_nghi"
    )


def test_proposals_of_reports_that_are_not_due_are_of_those_received(content: Content) -> None:
    said = (Narrative("Sở Y tế", "KG606", "Tỉnh ủy: A"),)
    made = content(
        "2024-Y",
        earlier_words={"2024-Q1": said, "2024-Q4": said},
        today=date(2024, 12, 10),
        due_days={"2024-Q4": date(2024, 12, 17)},
    )
    assert "trong báo cáo quý I và báo cáo quý IV đã nhận đến ngày 10/12/2024)." in told(made, "kien_nghi")


def deadlines(*codes: str) -> dict[str, Deadline]:
    day = date(2024, 4, 1)
    return {code: Deadline(code, day, day, day.replace(day=at), day, day) for at, code in enumerate(codes, 1)}


ALL = deadlines("2024-M04", "2024-M06", "2024-M07", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-Y")
COMING = {
    "2024-M05": ["2024-M06", "2024-Q2", "2024-H1"],
    "2024-Q1": ["2024-M04", "2024-M06", "2024-Q2", "2024-H1"],
    "2024-H1": ["2024-Q3", "2024-Q4", "2024-Y"],
}


@pytest.mark.parametrize("period", COMING)
def test_every_period_that_ends_in_the_coming_time_is_due_then(period: str) -> None:
    assert list(coming_deadlines(Period.parse(period), ALL, date(2024, 4, 30))) == COMING[period]


def test_the_last_quarter_is_due_after_a_year_that_is_reported_before_its_end() -> None:
    due = coming_deadlines(Period.parse("2024-Y"), ALL, date(2024, 4, 5))
    assert list(due) == ["2024-Q4"]


def test_words_that_the_office_picked_against_the_figures_are_left_out_and_told(
    content: Content, total: Any
) -> None:
    made = content(totals=(total("KG109", 98.3, "%"),))
    picked = OfficeWords("2024-Q1", "Nguyên nhân", LOW, origin=WordsOrigin.UNIT, status="nhận")
    assert is_belied_pick(picked, made)
    assert not is_belied_pick(replace(picked, text="Do thiếu tài liệu."), made)


def test_all_coming_reports_are_one_line(content: Content) -> None:
    made = content(coming_deadlines=deadlines("2024-M04", "2024-M05"), reviews=())
    assert told(made, "nhiem_vu").endswith(
        ": - Chế độ báo cáo: các đơn vị gửi báo cáo tháng 4 chậm nhất ngày 01/4/2024, báo cáo tháng 5 chậm nhất ngày "
        "02/4/2024."
    )


def test_reports_of_one_day_stand_together_and_no_day_is_set_to_those_above(content: Content) -> None:
    upward = {"2024-M04": date(2024, 4, 25), "2024-M06": date(2024, 6, 20), "2024-Q2": date(2024, 6, 20)}
    known = deadlines(*upward)
    due = date(2024, 6, 17)
    coming = {code: replace(known[code], unit_due=due, report_due=day) for code, day in upward.items()}
    assert told(content(coming_deadlines=coming, reviews=()), "nhiem_vu").endswith(
        "các đơn vị gửi báo cáo tháng 4, tháng 6, quý II chậm nhất ngày 17/6/2024."
    )


def test_of_a_half_year_the_months_are_due_by_the_days_already_given(content: Content) -> None:
    coming = deadlines("2024-Q3")
    due = {code: line.unit_due for code, line in deadlines("2024-M08", "2024-Q3").items()}
    made = content("2024-H1", coming_deadlines=coming, due_days=due, reviews=())
    assert "các đơn vị gửi báo cáo tháng theo hạn đã giao, báo cáo quý III chậm nhất ngày" in told(
        made, "nhiem_vu"
    )
    without_months = told(replace(made, due_days={}), "nhiem_vu")
    assert "báo cáo tháng" not in without_months


def test_the_duty_to_report_is_no_task_beside_the_days_of_the_reports(content: Content) -> None:
    duty = Task(
        "NV01", "", "", "Báo cáo định kỳ hằng quý theo biểu mẫu", "", recurrence="hằng quý", status="nhận"
    )
    made = content(coming_deadlines=deadlines("2024-Q2"), tasks=(duty,), reviews=())
    assert "báo cáo định kỳ" not in told(made, "nhiem_vu")
    assert "báo cáo định kỳ" in told(replace(made, coming_deadlines={}), "nhiem_vu")


def test_a_year_begins_what_comes_next_with_the_directives_that_go_on(content: Content, total: Any) -> None:
    directive = Directive("45-NQ/TW", "Nghị quyết", date(2023, 11, 24), "Ban Chấp hành Trung ương")
    made = content("2024-Y", totals=(total("KG111", 89, "có/không"),), directives=(directive,))
    assert told(made, "nhiem_vu").startswith(
        f"Năm 2025, {AUTHOR} tiếp tục lãnh đạo, chỉ đạo thực hiện Nghị quyết"
    )
    assert "tiếp tục lãnh đạo" not in told(replace(made, period=Period.parse("2024-H1")), "nhiem_vu")


def test_that_the_office_took_in_no_reports_of_a_month_is_no_note_of_a_longer_period(
    content: Content,
) -> None:
    months = tuple(
        MonthCourse(Period.parse(f"2024-M{at:02}"), {}, in_time=80 if at < 4 else 0) for at in range(1, 7)
    )
    assert "tháng 4" not in told(content("2024-H1", months=months), "chu_thich")


def test_the_year_that_begins_needs_its_own_plan(content: Content) -> None:
    plan = "ban hành hướng dẫn, kế hoạch công tác khoa giáo năm 2025 (bổ sung thời hạn)"
    assert plan in told(content("2024-Y", reviews=()), "nhiem_vu")
    assert f"Ban Tuyên giáo tham mưu {AUTHOR} {plan}" in told(
        content("2024-Y", reviews=(), staff="Ban Tuyên giáo"), "nhiem_vu"
    )
