"""Whose «Không» counts as not done after a day, and what stands beside those that count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State, Task
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.said_no import nos_said_in, units_saying_no, units_without_answer
from khoagiao_xl.report.template_filling import fill
from tests.report.test_told_shortfalls import YEAR
from tests.totals.paper_world import year_of

Content = Callable[..., ReportContent]
TASK = Task(
    "NV13", "", "", "Kiểm tra phần việc thuộc Đề án số 03-ĐA/TU", "", "Các chi bộ",
    directives=("03-ĐA/TU",), due=date(2024, 9, 30), status="nhận",
)  # fmt: skip
NAMES = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp", "STC": "Sở Tài chính"}
JUNE, END = Period.parse("2024-H1"), Period.parse("2024-Y")
SAID = {"SYT": END, "STP": END, "STC": JUNE}
TOPIC = "Văn hóa, gia đình, trẻ em (Đề án 03-ĐA/TU)"


def year(content: Content, total: Any, said: dict[str, Period] = SAID, **facts: Any) -> ReportContent:
    """Return a year in which three of 88 units have «Không» as their last answer to a task of September."""
    counted = total("KG308", 85, "có/không", period="2024-Y", counted=88, owing=92, provisional=True)
    made = content(
        "2024-Y", today=date(2024, 12, 10), totals=(counted,), tasks=(TASK,), deadline=YEAR, reviews=(),
        unit_names=NAMES, said_no={"2024-Y": {"KG308": tuple(said)}}, nos_in={"2024-Y": {"KG308": said}},
        last_days={"2024-H1": date(2024, 6, 14), "2024-Y": date(2024, 12, 14)}, waivers=(),
    )  # fmt: skip
    return replace(made, **facts)


def told(content: ReportContent, tag: str) -> str:
    return " ".join(unmarked(fill(content)[tag]).split("\a"))


def test_who_said_no_before_the_day_alone_is_not_told_as_one_that_has_not_done_it(
    content: Content, total: Any
) -> None:
    made = year(content, total)
    limit = told(made, "han_che")
    assert "2/87 đơn vị chưa kiểm tra tiến độ" in limit
    assert "(hạn 30/9/2024; Sở Y tế, Sở Tư pháp)" in limit
    assert "Sở Tài chính" not in limit


def test_of_that_unit_it_is_said_that_nothing_is_known_since(content: Content, total: Any) -> None:
    assert (
        "(85/87 đơn vị đã kiểm tra; 01 đơn vị chưa thực hiện ở báo cáo 6 tháng đầu năm, trước hạn, chưa có số liệu "
        "mới; 04 đơn vị chưa có số liệu)"
    ) in told(year(content, total), "viec_cua_ban")


def test_where_all_said_so_before_the_day_nobody_is_known_not_to_have_done_it(
    content: Content, total: Any
) -> None:
    made = year(content, total, dict.fromkeys(SAID, JUNE))
    assert "Đề án" not in told(made, "han_che")
    work = told(made, "viec_cua_ban")
    assert "còn đơn vị chưa thực hiện" not in work
    assert "85/85 đơn vị có số liệu đã kiểm tra; 03 đơn vị chưa thực hiện ở báo cáo 6 tháng" in work


def test_before_the_day_every_no_counts(content: Content, total: Any) -> None:
    coming = replace(TASK, due=date(2024, 12, 14))
    assert "(85/88 đơn vị đã kiểm tra; 04 đơn vị chưa có số liệu)" in told(
        year(content, total, tasks=(coming,)), "viec_cua_ban"
    )


def inspected(*units: str) -> tuple[ToldRow, ...]:
    return tuple(ToldRow("2024-Q3", unit, "KT", "1", choice=TOPIC, first=0) for unit in units)


def test_who_says_no_and_has_told_of_an_inspection_of_it_is_to_be_checked(
    content: Content, total: Any
) -> None:
    made = year(content, total, details=inspected("SYT", "STC"))
    assert (
        "Sở Tư pháp), trong đó 01 đơn vị (Sở Y tế) đã nêu cuộc kiểm tra, giám sát về nội dung này trong báo cáo đã "
        "nhận, cần xác minh"
    ) in told(made, "han_che")
    assert "xác minh" not in told(year(content, total), "han_che")


def test_who_has_answered_nothing_and_has_told_of_an_inspection_stands_beside_the_unknown(
    content: Content, total: Any
) -> None:
    made = year(content, total, details=inspected("SYT", "TV"), unanswered={"KG308": ("TV", "BV")})
    named = "đã nêu cuộc kiểm tra, giám sát về nội dung này trong báo cáo đã nhận"
    assert f"04 đơn vị chưa có số liệu, trong đó TV {named})" in told(made, "viec_cua_ban")
    assert named not in told(replace(made, details=inspected("SYT")), "viec_cua_ban")


def test_so_does_who_was_heard_of_before_the_day_alone(content: Content, total: Any) -> None:
    work = told(year(content, total, details=inspected("STC")), "viec_cua_ban")
    assert "chưa có số liệu mới, trong đó Sở Tài chính đã nêu cuộc kiểm tra" in work


def test_where_all_tasks_lack_as_many_units_it_is_said_of_the_task_that_asks_it(
    content: Content, total: Any
) -> None:
    plans = total("KG113", 88, "có/không", period="2024-Y", counted=88, owing=92, provisional=True)
    other = replace(TASK, code="NV14", text="Triển khai Nghị quyết số 29-NQ/TW", directives=("29-NQ/TW",))
    made = year(content, total, details=inspected("TV"), unanswered={"KG308": ("TV",)}, tasks=(TASK, other))
    work = told(replace(made, totals=(*made.totals, plans)), "viec_cua_ban")
    assert work.count("; trong số đơn vị chưa có số liệu, TV đã nêu cuộc kiểm tra") == 1


def test_who_answers_in_no_form_of_the_year_is_known_and_who_once_did_is_not() -> None:
    came = {"M01": {"A": {"KG112": "Không"}, "B": {"KG112": ""}}, "M02": {"A": {"KG112": ""}}}
    silent = units_without_answer(year_of(came), Period.parse("2024-M02"))
    assert "A" not in silent["KG112"]
    assert "B" in silent["KG112"]


def test_many_of_them_stand_in_a_row_of_their_own(content: Content, total: Any) -> None:
    many = {f"DV{at}": END for at in range(7)}
    names = {unit: f"Đơn vị {unit}" for unit in many}
    told_of = list(many)[:6]
    made = year(content, total, many, unit_names=names, details=inspected(*told_of))
    _, whole, checked = fill(made)["y_kien"]
    assert (len(whole["don_vi"].split(", ")), len(checked["don_vi"].split(", "))) == (7, 6)
    assert checked["noi_dung"] == (
        "Trong đó, đã nêu cuộc kiểm tra, giám sát về Đề án số 03-ĐA/TU trong báo cáo đã nhận, cần xác minh."
    )
    assert "trong đó 06 đơn vị đã nêu cuộc kiểm tra" in told(made, "han_che")


def test_a_form_that_does_not_ask_it_leaves_the_last_answer_standing() -> None:
    came = {
        "M01": {"A": {"KG112": "Không"}, "B": {"KG112": "Không"}},
        "M02": {"A": {"KG112": ""}, "B": {"KG112": "Có"}},
    }
    period = Period.parse("2024-M02")
    assert units_saying_no(year_of(came), [period])["2024-M02"]["KG112"] == ("A",)
    assert nos_said_in(year_of(came), [period])["2024-M02"]["KG112"] == {"A": Period.parse("2024-M01")}


HEALTH = replace(
    TASK,
    text="Phổ biến Đề án số 03-ĐA/TU; các đơn vị trong ngành y tế xong trước ngày 01/10/2024",
    status="xong",
)
SILENT = tuple(Duty(period, "BV", State.MISSING) for period in ("2024-H1", "2024-Y"))


def test_who_of_a_field_has_sent_nothing_stands_beside_those_that_are_late(
    content: Content, total: Any
) -> None:
    names = {**NAMES, "BV": "Bệnh viện Phục hồi chức năng"}
    made = year(content, total, tasks=(HEALTH,), duties=SILENT, unit_names=names)
    assert "đã quá hạn 30/9/2024: Sở Y tế; Bệnh viện Phục hồi chức năng chưa có số liệu" in told(
        made, "han_che"
    )
    assert "04 đơn vị chưa có số liệu, trong đó có Bệnh viện Phục hồi chức năng)" in told(
        made, "viec_cua_ban"
    )


def test_what_a_task_asks_beyond_its_figure_is_said_to_be_unknown(content: Content, total: Any) -> None:
    text = "Xây dựng kế hoạch công tác khoa giáo năm 2024 và gửi về Đảng ủy Khối"
    task = replace(TASK, text=text, directives=(), due=date(2024, 2, 14))
    counted = total("KG601", 89, "có/không", period="2024-Y", counted=89, owing=92)
    made = year(content, total, tasks=(task,), totals=(counted,))
    assert (
        "(89/89 đơn vị có số liệu đã ban hành kế hoạch; chưa có số liệu về ngày gửi; 03 đơn vị chưa có số liệu)"
        in told(made, "viec_cua_ban")
    )
    unsent = replace(task, text=text.partition(" và ")[0])
    assert "ngày gửi" not in told(replace(made, tasks=(unsent,)), "viec_cua_ban")
