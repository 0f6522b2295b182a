"""The steps of reviews, the named days of reports, and one list of everything that falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import Guidance, PeriodicDuty
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning.calendar import refresh_calendar
from khoagiao_xl.planning.period_days import is_own_guidance, named_days
from khoagiao_xl.planning.review_steps import steps_of
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from khoagiao_xl.books.file_book import FileBook

OFFICE = load_profile("2024").office
REVIEW: Any = {
    "Mã": "ST01",
    "Loại": "Tổng kết",
    "Số năm": 10,
    "Số, ký hiệu": "36-NQ/TW",
    "Ngày tròn": date(2024, 7, 1),
}


def dues(book: FileBook, review: Any) -> dict[object, object]:
    proposals = steps_of([review], book.read("tblBuoc"), OFFICE, 2024)
    return {proposal.cells["Bước"]: proposal.cells["Hạn"] for proposal in proposals}


def test_the_steps_are_dated_from_the_anniversary_and_moved_off_rest_days(book: FileBook) -> None:
    due = dues(book, REVIEW)
    assert len(due) == 8
    # 60 days before is Thursday 2 May; 30 days before is Saturday 1 June.
    assert (due[2], due[3], due[6]) == (date(2024, 5, 2), date(2024, 6, 3), date(2024, 7, 1))


@pytest.mark.parametrize("anniversary", [None, "tháng bảy", date(2023, 6, 3)])
def test_without_a_day_to_come_the_steps_wait_for_a_person(book: FileBook, anniversary: object) -> None:
    assert set(dues(book, {**REVIEW, "Ngày tròn": anniversary}).values()) == {None}


def test_the_sample_is_the_offices_to_change(book: FileBook) -> None:
    sample = book.read("tblBuoc")
    book.write("tblBuoc", [{**sample[0], "Số ngày trước mốc": 100}])
    assert dues(book, REVIEW) == {1: date(2024, 3, 25)}  # 23 March is a Saturday


def guidance(issuer: str, *duties: PeriodicDuty) -> Guidance:
    return Guidance("", "", 2024, issuer, (), (), (), tuple(duties), (), (), "")


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


def set_up(book: FileBook, key: str, value: str) -> None:
    rows = book.read("tblCauHinh")
    book.write("tblCauHinh", [{**row, "Giá trị": value} if row["Khóa"] == key else row for row in rows])


def test_the_office_counts_by_its_own_settings(book: FileBook) -> None:
    set_up(book, "quy_tac_ngay_nghi", "Đưa lên trước")
    assert Year.read(book).day_rules.roll is Roll.BACKWARD
    assert Year.read(book).day_rules.close_after_workdays == 5


def test_a_rule_for_rest_days_that_there_is_not_is_named(book: FileBook) -> None:
    set_up(book, "quy_tac_ngay_nghi", "tùy")
    with pytest.raises(WrongRequest) as refused:
        assert Year.read(book).day_rules
    assert (refused.value.code, refused.value.facts["value"]) == ("CH-03", "tùy")


def test_every_open_deadline_is_listed_once_in_the_order_of_days(book: FileBook) -> None:
    book.write("tblKeHoach", [
        {"Mã": "NV01", "Nhiệm vụ": "Tọa đàm", "Chủ trì": "Sở Y tế", "Hạn": date(2024, 6, 28), "Trạng thái": "nhận"},
        {"Mã": "NV02", "Nhiệm vụ": "Đã bỏ", "Hạn": date(2024, 1, 5), "Trạng thái": "bỏ"},
        {"Mã": "NV03", "Nhiệm vụ": "Chưa rõ ngày", "Hạn": "cuối năm"},
    ])  # fmt: skip
    book.write("tblSoTongKet", [REVIEW, {**REVIEW, "Mã": "ST02", "Trạng thái": "bỏ"}])
    step: Any = {
        "Mã cuộc": "ST01",
        "Bước": 3,
        "Nội dung": "Đơn vị gửi báo cáo",
        "Hạn": date(2024, 6, 3),
        "Mã": "B03",
    }
    book.write("tblBuoc", [step, {**step, "Mã cuộc": "ST02"}])
    refresh_calendar(book)
    lines = book.read(schema.CALENDAR.name)
    days: list[Any] = [line["Ngày"] for line in lines]
    assert days == sorted(days)
    assert len(lines) == 18 * 3 + 3
    (task,) = [line for line in lines if line["Loại"] == "Nhiệm vụ"]
    assert (task["Ngày"], task["Thứ"], task["Chủ trì"]) == (date(2024, 6, 28), "Thứ Sáu", "Sở Y tế")
