"""A notice of a quarter: a unit that lacks a month has not done well; one day for what letters asked already."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.office.days_to_answer import reminded_until, urged_until
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from tests.report.kind_documents import MISSING, in_time, office, words
from tests.steps.small_year import NOW, deadline

QUARTER = "2024-Q1"
MONTH = "2024-M01"


def quarter(months: dict[str, Any], quarters: dict[str, Any], **tables: Any) -> Year:
    """Return an office whose units stand so with a month and its quarter: code of a unit -> its duty."""
    duties = [
        Duty(period, unit, **{"version": 1, "unit_name": unit, **facts})
        for period, states in ((MONTH, months), (QUARTER, quarters))
        for unit, facts in states.items()
    ]
    days = [deadline(MONTH), deadline(QUARTER)]
    return office(tblTiepNhan=duties, tblThoiHan=days, **tables)


CLOSED = {"period": MONTH, "kind": "kỳ", "round": 1, "moment": datetime(2024, 1, 20), "person": "Văn phòng"}  # noqa: DTZ001


def noticed(months: dict[str, Any], quarters: dict[str, Any], *, is_closed: bool = False) -> list[str]:
    year = quarter(months, quarters)
    if is_closed:
        year = year.with_tables({schema.CLOSINGS.name: to_rows([CLOSED], schema.CLOSINGS)})
    return words("thong_bao", year, period=Period.parse(QUARTER))


ALL_IN = {"A": in_time(), "B": in_time(), "C": in_time()}


BOTH = ", cả báo cáo quý I và báo cáo phải gửi của tháng 1"
LATE = in_time(on_time=False, days_late=5)


def test_who_lacks_a_month_is_not_praised_for_the_quarter() -> None:
    told = noticed({**ALL_IN, "B": MISSING}, ALL_IN)
    assert any(
        f"02 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình{BOTH}" in x
        for x in told
    )
    assert (
        "01 đơn vị chưa có báo cáo tháng đạt yêu cầu (danh sách tại Phụ lục 2): tháng 1: 01 đơn vị." in told
    )
    assert "Tháng 1: chưa gửi" in told
    assert any(line.endswith("báo cáo tháng 1 (01 đơn vị chưa gửi hoặc phải sửa).") for line in told)


@pytest.mark.parametrize(
    "month", [LATE, in_time(version=2), in_time(state=State.QUESTIONED), {"state": State.RETURNED}]
)
def test_who_did_not_do_well_with_a_month_is_not_praised_for_the_quarter(month: dict[str, Any]) -> None:
    told = noticed({**ALL_IN, "B": month}, ALL_IN)
    assert any(line.startswith("02 đơn vị gửi báo cáo đúng hạn") for line in told)
    at = told.index(
        "Đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình, quý I năm 2024"
    )
    slow = "Đơn vị gửi chậm, chưa gửi hoặc phải sửa báo cáo, quý I năm 2024"
    ends = told.index(slow) if slow in told else len(told)
    assert "Chi bộ Sở Du lịch" not in told[at:ends]


def test_who_was_late_with_a_month_is_told_and_asked_as_who_was_late_with_the_quarter() -> None:
    told = noticed({**ALL_IN, "A": LATE, "B": LATE}, {**ALL_IN, "B": LATE})
    assert (
        "02 đơn vị (01 đơn vị đã nêu ở trên) gửi chậm báo cáo tháng (danh sách tại Phụ lục 2): tháng 1: 02 đơn vị."
        in told
    )
    assert (
        "Đề nghị các đơn vị gửi chậm báo cáo (quý I: 01 đơn vị, tháng 1: 02 đơn vị) rút kinh nghiệm, gửi báo cáo các kỳ "
        "sau đúng hạn." in told
    )


def test_where_the_quarter_came_in_time_its_line_says_so_beside_those_of_months() -> None:
    told = noticed({**ALL_IN, "A": LATE}, ALL_IN)
    assert "Báo cáo quý I: không có đơn vị nào gửi chậm, chưa gửi hoặc phải sửa báo cáo." in told
    assert any("gửi chậm báo cáo (tháng 1: 01 đơn vị) rút kinh nghiệm" in line for line in told)


def test_a_month_that_is_to_be_explained_is_told_beside_the_quarter_until_it_is_closed() -> None:
    doubted = in_time(state=State.QUESTIONED)
    months, quarters = {**ALL_IN, "A": doubted}, {**ALL_IN, "A": doubted, "B": doubted}
    told = noticed(months, quarters)
    assert "Báo cáo quý I: 02 đơn vị còn phải giải trình số liệu: Đảng bộ Sở Y tế, Chi bộ Sở Du lịch." in told
    assert "Báo cáo tháng 1: 01 đơn vị còn phải giải trình số liệu: Đảng bộ Sở Y tế." in told
    assert any("giải trình số liệu (02 đơn vị nêu tại mục 3)" in line for line in told)
    closed = noticed(months, quarters, is_closed=True)
    assert not any(line.startswith("Báo cáo tháng 1: ") for line in closed)


def test_of_a_closed_month_nobody_is_left_to_guess_what_is_asked() -> None:
    told = noticed({**ALL_IN, "B": MISSING}, ALL_IN, is_closed=True)
    assert (
        "Báo cáo của kỳ đã chốt số liệu không yêu cầu gửi bổ sung (tháng 1: 01 đơn vị nêu tại mục 3)." in told
    )
    assert not any("báo cáo tháng 1 (01 đơn vị chưa gửi" in line for line in told)


def test_each_slow_report_of_a_unit_is_a_row_and_the_unit_has_one_number() -> None:
    told = noticed({**ALL_IN, "B": MISSING}, {**ALL_IN, "B": {"state": State.RETURNED}, "C": LATE})
    at = told.index("Số ngày chậm") + 1
    rows = [line for line in told[at:] if line != "-----"]
    assert rows[:14] == [
        "1", "Đảng bộ Sở Tư pháp", "18/01/2024", "Quý I: gửi chậm", "5",
        "2", "Chi bộ Sở Du lịch", "18/01/2024", "Quý I: phải sửa, chưa gửi lại", "4",
        "Chi bộ Sở Du lịch", "18/01/2024", "Tháng 1: chưa gửi", "4",
    ]  # fmt: skip


def test_units_of_both_lists_are_counted_as_such() -> None:
    told = noticed({**ALL_IN, "B": MISSING, "C": MISSING}, {**ALL_IN, "B": {"state": State.RETURNED}})
    assert any(line.startswith("Báo cáo quý I: 01 đơn vị gửi chậm, chưa gửi hoặc phải sửa") for line in told)
    assert any(
        line.startswith("02 đơn vị (01 đơn vị đã nêu ở trên) chưa có báo cáo tháng đạt yêu cầu")
        for line in told
    )


def test_nobody_praised_is_said_with_which_reports() -> None:
    told = noticed({"A": MISSING, "B": MISSING, "C": MISSING}, ALL_IN)
    assert (
        f"Chưa đơn vị nào gửi báo cáo đúng hạn, đạt yêu cầu mà không phải sửa, gửi lại hoặc giải trình{BOTH}."
        in told
    )


@pytest.mark.parametrize("months", [ALL_IN, {}, {**ALL_IN, "B": {"state": State.WAIVED}}])
def test_where_no_month_is_owed_nothing_is_said_of_months(months: dict[str, Any]) -> None:
    told = noticed(months, ALL_IN)
    assert (
        "03 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình (danh sách tại Phụ lục)."
        in told
    )
    assert not any("báo cáo tháng" in line for line in told)


def reminded(drafted: datetime, state: str = LetterState.SENT, kind: str = LetterKind.REMINDER) -> Year:
    letter = {"code": "1" * 24, "kind": kind, "unit": "B", "state": state, "drafted": drafted}
    return quarter(ALL_IN, {**ALL_IN, "B": MISSING}, tblThu=[letter])


URGED = NOW.replace(day=19)
CASES = {
    "urged on Friday": (reminded(URGED), date(2024, 1, 24)),
    "given up": (reminded(URGED, LetterState.DROPPED), date(2024, 1, 25)),
    "before it was due": (reminded(NOW.replace(day=17)), date(2024, 1, 25)),
    "another letter": (reminded(URGED, kind=LetterKind.RECEIPTS), date(2024, 1, 25)),
}


@pytest.mark.parametrize("case", CASES)
def test_a_notice_names_the_day_that_the_letters_named(case: str) -> None:
    year, day = CASES[case]
    assert urged_until(year, Period.parse(QUARTER), NOW.date()) == day


def test_a_day_that_letters_named_and_that_is_over_is_not_named_again() -> None:
    late = date(2024, 1, 24)
    year = reminded(URGED)
    assert urged_until(year, Period.parse(QUARTER), late) == date(2024, 1, 25)


def test_a_day_that_no_letter_has_named_is_nobodys() -> None:
    quarter_one = Period.parse(QUARTER)
    assert reminded_until(quarter(ALL_IN, {**ALL_IN, "B": MISSING}), quarter_one, NOW.date()) is None
    assert reminded_until(reminded(URGED), quarter_one, NOW.date()) == date(2024, 1, 24)
    assert reminded_until(reminded(URGED), quarter_one, date(2024, 1, 24)) is None
    drafted = reminded(URGED, LetterState.DRAFTED)
    assert reminded_until(drafted, quarter_one, NOW.date()) is None
    assert urged_until(drafted, quarter_one, NOW.date()) == date(2024, 1, 24)


@pytest.mark.parametrize("kind", ["thong_bao", "cong_van"])
def test_notice_and_official_letter_of_one_day_ask_by_one_day(kind: str) -> None:
    told = words(kind, reminded(URGED), period=Period.parse(QUARTER))
    assert any("chậm nhất ngày 24/01/2024" in line for line in told)
