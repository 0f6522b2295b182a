"""A notice of a quarter: a unit that lacks a month has not done well; one day for what letters asked already."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.office.days_to_answer import urged_until
from khoagiao_xl.office.year import Year
from tests.report.test_document_kinds import MISSING, in_time, office, words
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


def noticed(months: dict[str, Any], quarters: dict[str, Any], **tables: Any) -> list[str]:
    return words("thong_bao", quarter(months, quarters, **tables), period=Period.parse(QUARTER))


ALL_IN = {"A": in_time(), "B": in_time(), "C": in_time()}


def test_who_lacks_a_month_is_not_praised_for_the_quarter() -> None:
    told = noticed({**ALL_IN, "B": MISSING}, ALL_IN)
    assert any(
        "02 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu ngay lần đầu, không thiếu báo cáo" in x for x in told
    )
    assert (
        "01 đơn vị chưa gửi hoặc phải sửa báo cáo khác trong kỳ (danh sách tại Phụ lục 2): tháng 1 có 01 đơn vị."
        in told
    )
    assert "Chưa gửi (tháng 1)" in told
    assert any(line.endswith("báo cáo tháng 1 (01 đơn vị chưa gửi hoặc phải sửa).") for line in told)


def test_who_lacks_the_quarter_and_a_month_has_one_row() -> None:
    told = noticed({**ALL_IN, "B": MISSING}, {**ALL_IN, "B": {"state": State.RETURNED}})
    assert "Phải sửa, chưa gửi lại; Chưa gửi (tháng 1)" in told
    assert told.count("Chi bộ Sở Du lịch") == 1


def test_nobody_praised_is_said_with_what_all_lack() -> None:
    told = noticed({"A": MISSING, "B": MISSING, "C": MISSING}, ALL_IN)
    assert (
        "Chưa đơn vị nào gửi báo cáo đúng hạn, đạt yêu cầu ngay lần đầu, không thiếu báo cáo nào trong kỳ."
        in told
    )


@pytest.mark.parametrize("months", [ALL_IN, {}, {**ALL_IN, "B": {"state": State.WAIVED}}])
def test_where_no_month_is_owed_nothing_is_said_of_months(months: dict[str, Any]) -> None:
    told = noticed(months, ALL_IN)
    assert "03 đơn vị gửi báo cáo đúng hạn, đạt yêu cầu ngay lần đầu (danh sách tại Phụ lục)." in told
    assert not any("báo cáo khác" in line for line in told)


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


@pytest.mark.parametrize("kind", ["thong_bao", "cong_van"])
def test_notice_and_official_letter_of_one_day_ask_by_one_day(kind: str) -> None:
    told = words(kind, reminded(URGED), period=Period.parse(QUARTER))
    assert any("chậm nhất ngày 24/01/2024" in line for line in told)
