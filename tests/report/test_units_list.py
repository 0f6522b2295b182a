"""The list of units without a report, and of those that were late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from khoagiao_xl.model.records import Deadline, Duty, State
from khoagiao_xl.report import ReportContent
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.units_list import listed_for, unit_rows

Content = Callable[..., ReportContent]
MOMENT = datetime(2024, 3, 19, 14, 20)  # noqa: DTZ001
SILENT = {State.MISSING: ("Bưu điện tỉnh",)}
LATE = Duty("2024-Q1", "SYT", State.ACCEPTED, on_time=False, received=MOMENT, days_late=1)
WINDOW = Deadline(
    "2024-Q1",
    starts=date(2023, 12, 15),
    ends=date(2024, 3, 14),
    unit_due=date(2024, 3, 18),
    report_due=date(2024, 3, 20),
    closes=date(2024, 3, 27),
)


def overdue(content: Content, today: date, **facts: Any) -> str:
    made = content(states=SILENT, deadline=WINDOW, today=today, **facts)
    (row,) = unit_rows(made)
    return row.so_ngay


def test_a_silent_unit_is_overdue_by_the_days_since_its_deadline(content: Content) -> None:
    assert overdue(content, date(2024, 3, 20)) == "2"


def test_days_are_counted_no_further_than_the_period_is_open(content: Content) -> None:
    assert overdue(content, date(2026, 11, 29)) == "9"


def test_before_the_deadline_nobody_is_overdue(content: Content) -> None:
    assert overdue(content, date(2024, 3, 18)) == "-"


def test_a_unit_with_an_extension_is_not_overdue(content: Content) -> None:
    made = content(states={State.EXTENDED: ("Báo Lào Cai",)}, deadline=WINDOW, today=date(2024, 3, 25))
    (row,) = unit_rows(made)
    assert (row.trang_thai, row.so_ngay) == ("Được gia hạn", "-")


def test_late_reports_are_listed_below_with_their_days(content: Content) -> None:
    made = content(states={**SILENT, State.ACCEPTED: ("Sở Y tế",)}, came={"Sở Y tế": LATE})
    rows = unit_rows(made)
    assert [row.nhom or row.don_vi for row in rows] == [
        "Chưa có báo cáo được tổng hợp",
        "Bưu điện tỉnh",
        "Gửi báo cáo sau hạn",
        "Sở Y tế",
    ]
    assert (rows[-1].stt, rows[-1].ngay, rows[-1].so_ngay) == ("1", "19/3/2024", "1")


def test_the_text_does_not_send_to_a_list_of_late_reports_for_who_has_not_reported(content: Content) -> None:
    made = content(states={State.ACCEPTED: ("Sở Y tế",)}, came={"Sở Y tế": LATE})
    tags = fill(made)
    assert [row.don_vi for row in tags["chua_bao_cao"]] == ["Sở Y tế"]
    assert "danh sách tại" not in tags["tinh_hinh"]


def test_a_report_in_time_is_not_listed(content: Content) -> None:
    in_time = replace(LATE, on_time=True, days_late=None)
    assert unit_rows(content(states={}, came={"Sở Y tế": in_time})) == []


def test_days_that_are_the_same_for_all_are_said_once_above_them(content: Content) -> None:
    silent = {State.MISSING: ("Bưu điện tỉnh", "Sở Tư pháp")}
    made = content(states=silent, deadline=WINDOW, today=date(2024, 3, 20))
    heading, *rows = unit_rows(made)
    assert heading.nhom == "Chưa có báo cáo được tổng hợp, đều quá hạn 02 ngày"
    assert {row.so_ngay for row in rows} == {"-"}  # so the column leaves the page


def test_a_state_that_all_share_is_told_by_the_title_alone(content: Content) -> None:
    made = content(states={State.MISSING: ("Bưu điện tỉnh", "Sở Tư pháp")})
    assert [row.trang_thai for row in unit_rows(made)] == ["-", "-"]
    assert listed_for(made) == "chưa gửi"


def test_beside_days_that_differ_their_cells_stay_blank(content: Content) -> None:
    silent = {State.MISSING: ("Bưu điện tỉnh", "Sở Tư pháp"), State.ACCEPTED: ("Sở Y tế", "Thuế")}
    came = {"Sở Y tế": LATE, "Thuế": replace(LATE, unit="THUE", days_late=2)}
    made = content(states=silent, came=came, deadline=WINDOW, today=date(2024, 3, 20))
    rows = [row for row in unit_rows(made) if not row.nhom]
    assert [row.so_ngay for row in rows] == ["", "", "1", "2"]
