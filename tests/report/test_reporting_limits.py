"""Units as reporters among the limits: who is silent, and since when, who was late."""

from __future__ import annotations

import pytest

from khoagiao_xl.model.records import Duty, State
from tests.report.test_told_outlook import ALL_IN, NAMES, Content, in_months, limits

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
