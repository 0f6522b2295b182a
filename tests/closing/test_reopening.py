"""Reopening: who, when, why; the other way round than closing; every closing is kept."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from tests.closing.closing_office import FEBRUARY, FIGURES, JANUARY, MARCH, ClosingOffice

BY_WHOM = {"by": "Trưởng ban", "reason": "Sở A báo nhầm"}


def test_it_is_written_down_who_reopened_a_period_when_and_why(office: ClosingOffice) -> None:
    office.closed().act("mo_ky", **BY_WHOM)
    (row,) = office.frozen("mở lại")
    assert (row["person"], row["reason"], row["moment"]) == ("Trưởng ban", "Sở A báo nhầm", office.now)
    assert office.year.closing_of(JANUARY) is None


def test_corrected_and_closed_again_both_closings_are_kept(office: ClosingOffice) -> None:
    first = office.closed().report.read_bytes()
    office.act("mo_ky", **BY_WHOM)
    office.correct("A", KG201=9)
    office.report.unlink()
    office.closed()
    assert [row["round"] for row in office.frozen("kỳ")] == [2, 1]
    assert [row["value"] for row in office.frozen("số liệu") if row["code"] == "KG201"] == ["14", "9"]
    kept = {path.read_bytes() for path in office.folder.rglob("chot/*.docx")}
    assert kept == {first, office.report.read_bytes()}
    assert office.ledger() == {}


def test_what_changed_after_the_first_closing_stays_in_the_ledger(office: ClosingOffice) -> None:
    office.closed().correct("A", KG201=9)
    office.act("tong_hop")
    office.act("mo_ky", **BY_WHOM)
    office.closed()
    (change,) = office.year.later_changes
    assert (change.round, change.now) == (1, "9")
    office.add_period(FEBRUARY, FIGURES)
    from khoagiao_xl.model.periods import Period

    assert office.year.changes_since_close(Period.parse(FEBRUARY)) == []


def test_frozen_totals_that_are_no_longer_true_go_with_the_closing(office: ClosingOffice) -> None:
    office.closed().correct("A", KG201=9)
    office.act("mo_ky", **BY_WHOM)
    assert office.year.rows(schema.TOTALS) == []


def test_totals_that_are_still_true_stay(office: ClosingOffice) -> None:
    office.closed().act("mo_ky", **BY_WHOM)
    assert office.total("KG201") == 9


def test_by_a_click_who_and_why_come_from_the_settings_and_the_reason_serves_once(
    office: ClosingOffice,
) -> None:
    office.closed()
    own: list[Any] = [
        {"Khóa": "nguoi_chot", "Giá trị": "Trưởng ban"},
        {"Khóa": "ly_do_mo_ky", "Giá trị": "sửa số"},
    ]
    office.write("tblCauHinh", [*office.year.raw(schema.SETTINGS), *own])
    office.act("mo_ky")
    assert office.frozen("mở lại")[0]["reason"] == "sửa số"
    assert office.year.settings.reopening_reason == ""


# -- what refuses -----------------------------------------------------------------------------------------


def test_without_a_reason_it_stays_closed(office: ClosingOffice) -> None:
    with pytest.raises(WrongRequest, match="chưa ghi ai mở, vì sao"):
        office.closed().act("mo_ky", by="Trưởng ban")


def test_an_open_period_is_not_reopened(office: ClosingOffice) -> None:
    with pytest.raises(WrongRequest, match="đang mở, không phải mở lại"):
        office.act("mo_ky", **BY_WHOM)


def test_what_was_closed_upon_it_is_reopened_first_in_reverse_order(office: ClosingOffice) -> None:
    office.add_period(FEBRUARY, FIGURES)
    office.add_period(MARCH, FIGURES)
    office.closed(JANUARY, FEBRUARY, MARCH)
    with pytest.raises(WrongRequest, match="tháng 3 năm 2024, tháng 2 năm 2024\\."):
        office.act("mo_ky", **BY_WHOM)
