"""Each limit of the figures has its task: what is left of the plan, reports that are missing, what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Duty, State, Task
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.gathered_facts import coming_deadlines
from khoagiao_xl.report.template_filling import fill

Content = Callable[..., ReportContent]
PLAN = {"plan_units": 80, "plan_value": 340}
DAY = date(2024, 3, 22)


def told(content: ReportContent, tag: str = "nhiem_vu") -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


def test_what_lags_behind_the_years_plan_is_to_be_done_within_the_year(content: Content, total: Any) -> None:
    behind = total("KG302", 59, plan_done=59, **PLAN)
    in_time = total("KG304", 85, plan_done=85, **PLAN)
    assert told(content(totals=(behind, in_time), reviews=())) == (
        "Việc chậm tiến độ, cần thực hiện ngay: các cấp ủy đẩy nhanh tiến độ kế hoạch năm, hoàn thành trong năm "
        "2024 (còn 281/340 cuộc kiểm tra về khoa giáo)."
    )


def test_what_the_year_leaves_of_its_plan_goes_into_the_next_one(content: Content, total: Any) -> None:
    behind = total("KG302", 219, plan_done=219, **PLAN)
    assert (
        "các cấp ủy rà soát phần kế hoạch năm 2024 chưa thực hiện, việc còn phải làm đưa vào kế hoạch năm 2025 (còn "
        "121/340 cuộc kiểm tra về khoa giáo)"
    ) in told(content("2024-Y", totals=(behind,), reviews=()))


SENDING = {
    "gửi": (State.MISSING, State.MISSING),
    "gửi lại": (State.RETURNED, State.UNUSABLE),
    "gửi hoặc gửi lại": (State.MISSING, State.RETURNED),
}


@pytest.mark.parametrize("sending", SENDING)
def test_who_lacks_a_report_has_a_day_for_it(content: Content, sending: str) -> None:
    duties = [Duty("2024-Q1", f"DV{at}", state) for at, state in enumerate(SENDING[sending])]
    assert told(content(duties=duties, answer_by=DAY, reviews=())) == (
        f"Việc quá hạn, cần thực hiện ngay: - Các đơn vị còn thiếu báo cáo phải {sending} chậm nhất ngày 22/3/2024: báo cáo "
        "quý I (02 đơn vị)."
    )


def test_where_no_reminder_has_named_a_day_the_draft_asks_for_one(content: Content) -> None:
    made = content(duties=[Duty("2024-Q1", "SYT", State.MISSING)], reviews=())
    asked = "- Các đơn vị còn thiếu báo cáo phải gửi (bổ sung thời hạn): báo cáo quý I (01 đơn vị)."
    assert told(made) == f"Việc quá hạn, cần thực hiện ngay: {asked}"
    numbered = replace(made, letterhead=replace(made.letterhead, number="15-BC/ĐUK"))
    assert "(bổ sung" not in told(numbered)


def test_a_report_of_a_closed_month_is_asked_for_no_more(content: Content) -> None:
    duties = [Duty(f"2024-M0{month}", "SYT", State.MISSING) for month in (2, 3)]
    duties.append(Duty("2024-Q1", "SYT", State.ACCEPTED, on_time=True))
    made = told(content(duties=duties, answer_by=DAY, closed=frozenset({"2024-M02"}), reviews=()))
    assert "chậm nhất ngày 22/3/2024: báo cáo tháng 3 (01 đơn vị)." in made
    closed = frozenset({"2024-M02", "2024-M03"})
    assert "còn thiếu" not in told(content(duties=duties, answer_by=DAY, closed=closed, reviews=()))


def of_december(content: Content, due: date) -> ReportContent:
    duties = (
        Duty("2024-M12", "SYT", State.MISSING),
        Duty("2024-Y", "SYT", State.ACCEPTED, on_time=True),
    )
    end = {"today": date(2024, 12, 20), "answer_by": date(2024, 12, 25), "reviews": ()}
    return content("2024-Y", duties=duties, due_days={"2024-M12": due}, unit_names={"SYT": "Sở Y tế"}, **end)


def test_a_year_tells_who_lacks_its_last_month_once_that_is_due(content: Content) -> None:
    past = of_december(content, date(2024, 12, 18))
    assert "chưa có báo cáo được tổng hợp: tháng 12 có 01 đơn vị (chưa gửi)" in told(past, "han_che")
    assert "chậm nhất ngày 25/12/2024: báo cáo tháng 12 (01 đơn vị)" in told(past)
    to_come = of_december(content, date(2024, 12, 20))
    assert "tháng 12" not in told(to_come, "han_che") + told(to_come)


def test_what_a_year_has_still_to_report_is_its_last_quarter_and_its_last_month() -> None:
    days = {"2024-M11": (11, 18), "2024-Q4": (12, 17), "2024-M12": (12, 18), "2024-Y": (12, 5)}
    lines = {}
    for code, (month, at) in days.items():
        day = date(2024, month, at)
        lines[code] = Deadline(code, day, day, day, day, day)
    year = Period.parse("2024-Y")
    assert list(coming_deadlines(year, lines, date(2024, 12, 10))) == ["2024-Q4", "2024-M12"]
    assert list(coming_deadlines(year, lines, date(2024, 12, 17))) == ["2024-M12"]


def test_opinions_that_are_not_settled_are_to_be_answered(content: Content) -> None:
    row = ToldRow("2024-Q1", "SYT", "DL", "1", choice="Nội dung khác về giáo dục", first=26, second=8)
    assert (
        "các cấp ủy phối hợp với cơ quan có thẩm quyền giải quyết, trả lời, báo cáo kết quả 18 trường hợp còn lại (về "
        "giáo dục)."
    ) in told(content(details=(row,), reviews=()))


def test_bad_news_that_still_stands_is_to_be_removed(content: Content, total: Any) -> None:
    made = told(content(totals=(total("KG218", 310, "tin"), total("KG219", 141, "tin")), reviews=()))
    assert "các cấp ủy đề nghị cơ quan chức năng tiếp tục xử lý, gỡ bỏ 169 tin xấu, độc còn lại." in made


def test_tasks_that_the_year_leaves_open_are_looked_through(content: Content) -> None:
    late = Task("NV01", "", "", "Ban hành quy chế", "", "", due=date(2024, 2, 1), status="nhận")
    assert (
        "Rà soát 01 nhiệm vụ của kế hoạch năm 2024 đã đến hạn, chưa được ghi nhận hoàn thành; việc chưa xong đưa vào "
        "kế hoạch năm 2025"
    ) in told(content("2024-Y", tasks=(late,), reviews=()))
