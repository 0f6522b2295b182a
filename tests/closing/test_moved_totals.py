"""A correction in a month that nobody has closed: the next report tells how its totals have moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.closing.moved_totals import with_moved_totals
from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from tests.closing.closing_office import FEBRUARY, FIGURES, JANUARY, ClosingOffice

SAID = "Sau khi tổng hợp tháng 1 năm 2024: tổng của “Số cuộc tuyên truyền” từ 09 thành 14."


def moved(office: ClosingOffice) -> dict[tuple[str, str], tuple[object, object]]:
    year = with_moved_totals(office.year, Period.parse(FEBRUARY))
    return {(one.period, one.code): (one.frozen_total, one.new_total) for one in year.moved_totals}


def told_in_february(office: ClosingOffice) -> str:
    office.act("tong_hop", FEBRUARY)
    office.act("xuat_bao_cao", FEBRUARY)
    (path,) = (office.folder / "bao-cao").glob(f"*{FEBRUARY}.docx")
    return "\n".join(paragraphs_of(path.read_bytes()))


@pytest.fixture
def reported(tmp_path: Path) -> ClosingOffice:
    """An office that has consolidated January, and in which February has come."""
    office = ClosingOffice(tmp_path)
    office.act("tong_hop")
    office.add_period(FEBRUARY, FIGURES)
    return office


def test_what_a_unit_corrects_after_the_report_is_told_by_the_next_one(reported: ClosingOffice) -> None:
    reported.correct("A", KG201=9)
    assert moved(reported) == {(JANUARY, "KG201"): (9, 14)}
    told = told_in_february(reported)
    assert "Sau khi tổng hợp tháng 1 năm 2024: tổng của" in told
    assert "từ 09 thành 14." in told
    assert "Báo cáo này tính theo số đã sửa" in told


def test_a_month_that_was_consolidated_anew_has_not_moved(reported: ClosingOffice) -> None:
    reported.correct("A", KG201=9)
    reported.act("tong_hop")
    assert moved(reported) == {}
    assert "Sau khi tổng hợp" not in told_in_february(reported)


def test_what_moved_after_a_closing_is_told_once_by_the_ledger(reported: ClosingOffice) -> None:
    reported.closed()
    reported.correct("A", KG201=9)
    assert moved(reported) == {}
    assert told_in_february(reported).count("từ 09 thành 14") == 1
