"""Closing a period: what is frozen, in which order, and what refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from tests.closing.closing_office import FEBRUARY, FIGURES, JANUARY, MARCH, QUARTER, ClosingOffice


def test_a_closed_period_is_said_to_be_closed_by_whom_and_when(office: ClosingOffice) -> None:
    office.closed()
    closing = office.year.closing_of(JANUARY)
    assert closing
    assert (closing.round, closing.closed_by, closing.closed_at) == (1, "Phó Trưởng ban", office.now)


def test_a_person_can_read_and_filter_what_was_frozen(office: ClosingOffice) -> None:
    office.closed()
    (meetings,) = [row for row in office.frozen("số liệu") if row["code"] == "KG201"]
    assert (meetings["value"], meetings["coverage"]) == ("9", "2/3")
    assert [row["value"] for row in office.frozen("đầu vào")] == ["đã nhận", "đã nhận", "chưa nộp"]
    assert {row["kind"] for row in office.year.rows(schema.CLOSINGS)} >= {"kỳ", "biểu", "lời báo cáo"}


def test_how_much_of_a_stock_silent_units_reported_before_is_frozen_too(office: ClosingOffice) -> None:
    office.closed()
    office.add_period(FEBRUARY, {"A": {"KG001": 52}})
    office.closed(FEBRUARY)
    (members,) = [
        row for row in office.frozen("số liệu") if (row["period"], row["code"]) == (FEBRUARY, "KG001")
    ]
    assert (members["value"], members["coverage"]) == ("112, trong đó mang sang 60", "1/3")


def test_the_waivers_and_the_rules_of_the_day_are_frozen(office: ClosingOffice) -> None:
    waiver: Any = {"Kỳ": JANUARY, "Mã đơn vị": "A", "Quy tắc": "R01", "Lý do": "mới sáp nhập",
                   "Người cho phép": "BTV", "Đến hết": date(2024, 3, 31)}  # fmt: skip
    office.write("tblMienTru", [waiver])
    rule: Any = {"Mã": "R01", "Vế trái": "KG108", "So sánh": "<=", "Vế phải": "KG107", "Trạng thái": "bật",
                 "Mức": "lỗi"}  # fmt: skip
    office.write("tblQuyTac", [rule])
    office.closed()
    assert office.frozen("miễn trừ")[0]["value"] == "đến hết 31/03/2024"
    assert office.frozen("quy tắc")[0]["text"] == "KG108 <= KG107"


def test_who_closes_by_a_click_stands_in_the_settings(office: ClosingOffice) -> None:
    rows: list[Any] = [*office.year.raw(schema.SETTINGS), {"Khóa": "nguoi_chot", "Giá trị": "Trưởng ban"}]
    office.write("tblCauHinh", rows)
    office.act("tong_hop")
    office.act("chot_ky")
    assert office.frozen("kỳ")[0]["person"] == "Trưởng ban"


# -- what refuses -----------------------------------------------------------------------------------------


def test_without_totals_there_is_nothing_to_freeze(office: ClosingOffice) -> None:
    with pytest.raises(WrongRequest, match="Bấm «Tổng hợp»"):
        office.act("chot_ky")


def test_totals_that_are_no_longer_true_are_not_frozen(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.correct("A", KG201=40)
    with pytest.raises(WrongRequest, match="không còn khớp"):
        office.act("chot_ky")


def test_a_closed_period_is_not_closed_again(office: ClosingOffice) -> None:
    office.closed()
    with pytest.raises(WrongRequest, match="đã chốt ngày 22/01/2024"):
        office.act("chot_ky")


@pytest.mark.parametrize(
    ("period", "missing"),
    [(FEBRUARY, "tháng 1 năm 2024"), (QUARTER, "tháng 1 năm 2024, tháng 2 năm 2024")],
)
def test_earlier_periods_and_parts_are_closed_first(office: ClosingOffice, period: str, missing: str) -> None:
    office.add_period(FEBRUARY, FIGURES)
    office.add_period(QUARTER, FIGURES)
    office.act("tong_hop", period)
    with pytest.raises(WrongRequest, match=f"phải chốt trước {missing}\\."):
        office.act("chot_ky", period)


def test_a_month_before_the_office_began_with_the_tool_is_no_hindrance(office: ClosingOffice) -> None:
    office.add_period(MARCH, FIGURES)
    office.closed(JANUARY, MARCH)
    assert office.year.closing_of(MARCH)


def test_a_month_that_nobody_reported_is_neither_closed_nor_a_hindrance(office: ClosingOffice) -> None:
    office.closed()
    office.add_period(FEBRUARY, {})
    office.add_period(MARCH, FIGURES)
    office.act("tong_hop", FEBRUARY)
    with pytest.raises(WrongRequest, match="Chưa có đơn vị nào báo cáo"):
        office.act("chot_ky", FEBRUARY)
    office.closed(MARCH)
    assert office.year.closing_of(MARCH)


# -- the office's own words -------------------------------------------------------------------------------


def test_the_report_is_written_where_the_folder_has_none(office: ClosingOffice) -> None:
    office.closed()
    assert office.report.read_bytes() == next(office.folder.rglob("chot/*.docx")).read_bytes()


def test_the_offices_own_file_is_what_is_frozen(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    edited = with_words(office.report.read_bytes(), "đơn vị", "tổ chức")
    office.report.write_bytes(edited)
    outcome = office.act("chot_ky")
    assert (outcome.status, outcome.details) == (0, ())
    assert next(office.folder.rglob("chot/*.docx")).read_bytes() == edited
    assert any("tổ chức" in row["text"] for row in office.frozen("lời báo cáo"))


def test_a_figure_that_the_office_typed_over_is_told(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    office.correct("A", KG201=40)
    office.act("tong_hop")
    outcome = office.act("chot_ky")
    assert outcome.status == 1
    assert any("Báo cáo ghi KG201 (2024-M01) là" in line for line in outcome.details)


def test_of_a_report_that_differs_throughout_a_dozen_figures_are_told(office: ClosingOffice) -> None:
    many: dict[str, Any] = dict.fromkeys([f"KG{number}" for number in range(202, 222)], 3)
    office.correct("A", **many)
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    office.report.write_bytes(with_words(office.report.read_bytes(), "@2024-M01", "@2023-M01"))
    outcome = office.act("chot_ky")
    assert len(outcome.details) == 13
    assert "số nữa trong báo cáo khác số tổng hợp" in outcome.details[-1]


def test_a_figure_that_the_totals_do_not_know_is_told(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    office.report.write_bytes(with_words(office.report.read_bytes(), "KG201@2024-M01", "KG999@2024-M01"))
    outcome = office.act("chot_ky")
    assert any("số tổng hợp hiện nay không nêu số này" in line for line in outcome.details)


def test_a_file_that_is_no_word_document_stops_the_closing(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.report.parent.mkdir()
    office.report.write_bytes(b"PK no document")
    with pytest.raises(WrongRequest, match="Không đọc được"):
        office.act("chot_ky")


def with_words(docx: bytes, old: str, new: str) -> bytes:
    """Return a Word file in which a person has written other words."""
    import io
    import zipfile

    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(old.encode(), new.encode()))
    return changed.getvalue()
