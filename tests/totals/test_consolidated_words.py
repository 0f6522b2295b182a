"""What consolidating says below its first line: what is carried, what does not fit, that nobody reported."""

from __future__ import annotations

from dataclasses import replace

from khoagiao_xl.model.records import Unit
from khoagiao_xl.steps import consolidate
from tests.steps.small_year import job
from tests.totals.paper_world import MEETINGS, MEMBERS, Came, row_of, total, year_of

MONTHS = {f"M0{month}": {"A": {"KG106": 2, "KG302": 1}} for month in (1, 2, 3)}


def details(came: Came, period: str, **facts: object) -> tuple[str, ...]:
    """Return what is said of the figures when a period is consolidated; no file of this world is kept."""
    said = consolidate.work(year_of(came, **facts), job(period)).outcome.details  # type: ignore[arg-type]
    return tuple(line for line in said if "không đối chiếu được với tệp" not in line)


def test_a_period_of_which_nothing_is_to_be_said_says_nothing() -> None:
    everyone = {"M01": {unit: {"KG001": 1, "KG112": "Có"} for unit in "ABC"}}
    assert details(everyone, "2024-M01") == ()


def test_a_period_that_nobody_reported_has_no_zeros_and_says_so() -> None:
    said = details({"M01": {"A": {"KG001": 40}}, "M02": {}}, "2024-M02")
    assert said[0].startswith("Chưa đơn vị nào báo cáo tháng 2 năm 2024: số phát sinh để trống")
    assert said[1].startswith("1 chỉ tiêu cuối kỳ có phần của đơn vị chưa báo cáo")


def test_its_rows_hold_what_is_carried_and_nothing_else() -> None:
    changes = consolidate.work(year_of({"M01": {"A": {"KG001": 40}}, "M02": {}}), job("2024-M02"))
    values = {row["Mã"]: row["Kỳ này"] for row in changes.tables["tblTongHop"]}
    assert {code: value for code, value in values.items() if value is not None} == {"KG001": 40}


def test_a_quarter_that_is_not_its_months_is_told_once_for_all_indicators() -> None:
    said = details({**MONTHS, "Q1": {"A": {"KG106": 7, "KG302": 3}}}, "2024-Q1")
    assert said[0].startswith("Số quý I không bằng cộng các tháng ở 1 chỉ tiêu (KG106).")
    assert said[1].startswith("1 đơn vị báo cáo cả quý I và các tháng mà số khác nhau: A (KG106).")


def test_the_units_that_reported_one_side_alone_are_named_once() -> None:
    came = {**MONTHS, "Q1": {"B": {"KG106": 4, "KG302": 2}}}
    said = details(came, "2024-Q1")
    assert said[1] == "Do 2 đơn vị chỉ có số quý I hoặc chỉ có số tháng, hay thiếu một tháng: B, A."


def test_of_many_indicators_some_are_named_and_the_rest_counted() -> None:
    codes = [f"KG9{at:02}" for at in range(10)]
    months = {f"M0{month}": {"A": dict.fromkeys(codes, 1)} for month in (1, 2, 3)}

    asked = [row_of(replace(MEETINGS, code=code)) for code in codes]
    said = details({**months, "Q1": {"A": dict.fromkeys(codes, 4)}}, "2024-Q1", tblChiTieu=asked)
    assert "KG907 và 2 chỉ tiêu khác" in said[0]


def test_of_many_units_some_are_named_and_the_rest_counted() -> None:
    units = tuple(Unit(f"U{at}", f"Đơn vị {at}") for at in range(11))
    found = total(year_of({"M01": {"U0": {"KG001": 1}}}, units=units), "2024-M01", MEMBERS)
    assert found.partial == ("chưa có số lần nào: U1, U2, U3, U4, U5, U6, U7, U8 và 2 đơn vị khác",)
