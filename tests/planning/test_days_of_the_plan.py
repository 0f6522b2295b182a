"""The steps of reviews, the named days of reports, and one list of everything that falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import Guidance, PeriodicDuty
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning.calendar import calendar_entries
from khoagiao_xl.planning.period_days import is_own_guidance, named_days
from khoagiao_xl.planning.review_steps import steps_of
from khoagiao_xl.wording import SENTENCES
from tests.fresh_year import fresh_year

DAY_RULES = load_profile("2024").day_rules
SAMPLE = fresh_year().as_typed(schema.REVIEW_STEPS)
REVIEW: Any = {
    "code": "ST01",
    "kind": "Tổng kết",
    "years": 10,
    "symbol": "36-NQ/TW",
    "anniversary": date(2024, 7, 1),
}


def dues(review: Any, steps: list[Any]) -> dict[object, object]:
    proposals = steps_of([review], steps, DAY_RULES, 2024)
    return {proposal.cells["order"]: proposal.cells["due"] for proposal in proposals}


def test_the_steps_are_dated_from_the_anniversary_and_moved_off_rest_days() -> None:
    due = dues(REVIEW, SAMPLE)
    assert len(due) == 8
    # 60 days before is Thursday 2 May; 30 days before is Saturday 1 June.
    assert (due[2], due[3], due[6]) == (date(2024, 5, 2), date(2024, 6, 3), date(2024, 7, 1))


@pytest.mark.parametrize("anniversary", [None, "tháng bảy", date(2023, 6, 3)])
def test_without_a_day_to_come_the_steps_wait_for_a_person(anniversary: object) -> None:
    assert set(dues({**REVIEW, "anniversary": anniversary}, SAMPLE).values()) == {None}


def test_the_sample_is_the_offices_to_change() -> None:
    # 23 March is a Saturday.
    assert dues(REVIEW, [{**SAMPLE[0], "days_before": 100}]) == {1: date(2024, 3, 25)}


def guidance(issuer: str, *duties: PeriodicDuty) -> Guidance:
    return Guidance("", "", 2024, issuer, (), (), (), tuple(duties), (), "")


DUTY = PeriodicDuty(Kind.MONTH, 19, None, "III.2", "tháng trước ngày 20", "")


def test_a_day_in_the_offices_own_guidance_is_its_units_and_one_from_above_its_own() -> None:
    names = ["Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"]
    own = named_days(guidance("Đảng uỷ khối Cơ quan – Doanh nghiệp Tỉnh", DUTY), names)
    above = named_days(guidance("Ban Tuyên giáo Tỉnh ủy Lào Cai", DUTY), names)
    assert (own[Kind.MONTH].is_for_units, above[Kind.MONTH].is_for_units) == (True, False)
    facts = {"section": "III.2", "words": "tháng trước ngày 20", "whose": "hạn đơn vị"}
    assert own[Kind.MONTH].note == SENTENCES["NP-21"].format(**facts)


@pytest.mark.parametrize(
    "issuer", ["Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh uỷ Lào Cai", "Ban Tuyên giáo Trung ương"]
)
def test_a_guidance_from_above_never_sets_the_units_days(issuer: str) -> None:
    named = named_days(guidance(issuer, DUTY), ["Ban Tuyên giáo Đảng ủy Khối", "Đảng ủy Khối Cơ quan"])
    assert not named[Kind.MONTH].is_for_units


LETTERHEADS = {
    "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH": True,
    "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY": False,
    "ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH": False,
}


@pytest.mark.parametrize(("letterhead", "is_own"), LETTERHEADS.items())
def test_whose_guidance_it_is_stands_in_its_letterhead_whatever_its_text_says(
    letterhead: str, is_own: bool
) -> None:
    document = replace(
        guidance("Ban Thường vụ Đảng ủy", DUTY), letterhead=("ĐẢNG BỘ TỈNH LÀO CAI", letterhead)
    )
    assert is_own_guidance(document, ["Đảng ủy các cơ quan Đảng tỉnh"]) is is_own


def test_a_name_broken_over_two_lines_or_shortened_is_still_the_offices() -> None:
    broken = ("ĐẢNG BỘ TỈNH", "ĐẢNG ỦY KHỐI CƠ QUAN -", "DOANH NGHIỆP TỈNH")
    assert is_own_guidance(
        replace(guidance(""), letterhead=broken), ["Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"]
    )
    short = ("ĐẢNG BỘ TỈNH", "ĐẢNG ỦY UBND TỈNH")
    assert is_own_guidance(replace(guidance(""), letterhead=short), ["Đảng ủy Ủy ban nhân dân tỉnh"])


def test_without_a_letterhead_what_is_addressed_to_the_office_comes_from_above() -> None:
    names = ["Đảng ủy Ủy ban nhân dân tỉnh"]
    to_us = replace(guidance(""), addressees=("Đảng ủy UBND tỉnh", "Các đảng ủy trực thuộc Tỉnh ủy"))
    to_branches = replace(guidance(""), addressees=("Các chi bộ, đảng bộ cơ sở",))
    assert (is_own_guidance(to_us, names), is_own_guidance(to_branches, names)) == (False, True)


def test_a_duty_without_a_day_names_none() -> None:
    assert named_days(guidance("", PeriodicDuty(Kind.YEAR, None, None, "", "", "")), []) == {}


def office_with(rule: str) -> Year:
    settings = {"nam": "2024", "ma_so": "KG", "quy_tac_ngay_nghi": rule}
    rows = [{"key": key, "value": value} for key, value in settings.items()]
    return Year.of({"tblCauHinh": rows})


def test_the_office_counts_by_its_own_settings() -> None:
    rules = office_with("Đưa lên trước").day_rules
    assert (rules.roll, rules.close_after_workdays) == (Roll.BACKWARD, 5)


def test_a_rule_for_rest_days_that_there_is_not_is_named() -> None:
    with pytest.raises(WrongRequest) as refused:
        assert office_with("tùy").day_rules
    assert (refused.value.code, refused.value.facts["value"]) == ("CH-03", "tùy")


DEADLINE = {"period": "2024-M06", "unit_due": date(2024, 6, 18), "report_due": None, "closes": "sau hạn"}
TASK = {"code": "NV01", "text": "Tọa đàm", "lead": "Sở Y tế", "due": date(2024, 6, 28), "status": "nhận"}
STEP = {"review": "ST01", "order": 3, "text": "Nộp", "title": "Cuộc", "due": date(2024, 6, 3), "code": "B03"}


def listed(**tables: Any) -> list[tuple[str, str]]:
    entries = calendar_entries(Year.of(tables))
    return [(f"{entry['weekday']} {entry['day']:%d/%m}", entry["text"]) for entry in entries]


def test_every_deadline_is_listed_in_the_order_of_days() -> None:
    assert listed(tblKeHoach=[TASK], tblThoiHan=[DEADLINE], tblSoTongKet=[REVIEW], tblBuoc=[STEP]) == [
        ("Thứ Hai 03/06", "Cuộc: Nộp"),
        ("Thứ Ba 18/06", "Đơn vị nộp báo cáo tháng 6 năm 2024"),
        ("Thứ Sáu 28/06", "Tọa đàm"),
        ("Thứ Hai 01/07", "Ngày tròn 10 năm 36-NQ/TW (tổng kết)"),
    ]


@pytest.mark.parametrize("change", [{"status": "bỏ"}, {"status": "xong"}, {"due": None}, {"due": "cuối năm"}])
def test_what_is_settled_or_has_no_day_is_no_deadline(change: dict[str, Any]) -> None:
    assert listed(tblKeHoach=[{**TASK, **change}]) == []


def test_the_steps_of_a_review_that_was_dropped_are_not_listed() -> None:
    assert listed(tblSoTongKet=[{**REVIEW, "status": "bỏ"}], tblBuoc=[STEP]) == []
