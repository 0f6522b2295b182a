"""After a closing: totals and report stay as they were, whatever changes; the ledger tells what did."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from tests.closing.closing_office import FEBRUARY, FIGURES, JANUARY, ClosingOffice, a_year_later

Change = Callable[[ClosingOffice], object]


def edited_by_hand(office: ClosingOffice) -> None:
    office.correct("B", KG201=77)


def waived(office: ClosingOffice) -> None:
    line: Any = {"Kỳ": JANUARY, "Mã đơn vị": "A", "Quy tắc": "R01", "Lý do": "mới", "Người cho phép": "BTV",
            "Đến hết": date(2024, 12, 31)}  # fmt: skip
    office.write("tblMienTru", [line])


def renamed(office: ClosingOffice) -> None:
    office.change(schema.UNITS, "A", **{"Tên": "Đơn vị A mới", "Tên cũ": "Đơn vị A"})


def reworded(office: ClosingOffice) -> None:
    office.change(schema.INDICATORS, "KG201", **{"Chỉ tiêu": "Số buổi"})


def no_longer_asked(office: ClosingOffice) -> None:
    office.change(schema.INDICATORS, "KG001", M=None)


def another_rule(office: ClosingOffice) -> None:
    office.write("tblQuyTac", [{"Mã": "R99", "Vế trái": "KG201", "So sánh": "<=", "Vế phải": "1"}])


def other_settings(office: ClosingOffice) -> None:
    rows = [{**row, "Giá trị": "10"} if row["Khóa"] == "nguong_tam_tinh" else row
            for row in office.year.raw(schema.SETTINGS)]  # fmt: skip
    office.write("tblCauHinh", [*rows, {"Khóa": "du_thao", "Giá trị": "Dự thảo lần 9"}])


def edited_total(office: ClosingOffice) -> None:
    office.change(schema.TOTALS, "KG201", **{"Kỳ này": 1000})


def other_words_of_the_office(office: ClosingOffice) -> None:
    row: dict[str, Any] = {
        "Kỳ": "2024-M01",
        "Mục": "Bài học kinh nghiệm",
        "Nội dung": "Lời viết sau khi chốt.",
        "Nguồn": "cơ quan",
    }
    office.write(schema.OFFICE_WORDS.name, [row])


CHANGES: dict[Change, dict[tuple[str, str], tuple[str, str]]] = {
    lambda office: office.correct("A", KG201=9): {("A", "KG201"): ("4", "9")},
    lambda office: office.correct("B", KG001=1): {("B", "KG001"): ("60", "1")},
    lambda office: office.correct("C", KG201=3): {("C", "KG201"): ("", "3")},
    lambda office: office.lose("A"): {("A", code): (str(value), "") for code, value in FIGURES["A"].items()},
    lambda office: office.say("B", "Mở lớp."): {("B", "KG602"): ("", "Mở lớp.")},
    edited_by_hand: {("B", "KG201"): ("5", "77")},
    waived: {},
    renamed: {},
    reworded: {},
    no_longer_asked: {},
    another_rule: {},
    other_settings: {},
    edited_total: {},
    other_words_of_the_office: {},
}


def own(ledger: dict[tuple[str, str], tuple[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the changes of units; a total that moved with them is told without one."""
    return {place: values for place, values in ledger.items() if place[0]}


@pytest.mark.parametrize(("change", "differences"), CHANGES.items())
def test_whatever_changes_the_closed_report_is_the_same_and_the_ledger_tells_the_difference(
    office: ClosingOffice, change: Change, differences: Any
) -> None:
    report = office.closed().report.read_bytes()
    office.report.unlink()
    change(office)
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    assert (office.report.read_bytes(), office.total("KG201")) == (report, 9)
    assert own(office.ledger()) == differences


def test_all_of_it_at_once_is_the_same_a_year_later(office: ClosingOffice) -> None:
    report = office.closed().report.read_bytes()
    for change in CHANGES:
        change(office)
    a_year_later(office)
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    assert (office.report.read_bytes(), office.total("KG201")) == (report, 9)
    assert own(office.ledger())["B", "KG201"] == ("5", "77")


def test_a_change_tells_what_the_total_was_and_is(office: ClosingOffice) -> None:
    office.closed().correct("A", KG201=9)
    office.act("tong_hop")
    (change,) = office.year.later_changes
    assert (change.difference, change.frozen_total, change.new_total) == (5, 9, 14)
    assert (change.unit, change.code, change.noted_at) == ("A", "KG201", office.now)


def test_the_ledger_is_the_same_however_often_it_is_made(office: ClosingOffice) -> None:
    office.closed().correct("A", KG201=9)
    office.act("tong_hop")
    once = office.year.later_changes
    a_year_later(office)
    office.act("tong_hop")
    assert office.year.later_changes == once


def test_a_correction_that_is_undone_before_anybody_was_told_is_none(office: ClosingOffice) -> None:
    office.closed().correct("A", KG201=9)
    office.act("tong_hop")
    office.correct("A", KG201=4)
    office.act("tong_hop")
    assert office.ledger() == {}


def test_an_indicator_that_is_asked_no_more_or_came_since_is_no_change_of_a_units(
    office: ClosingOffice,
) -> None:
    office.closed()
    asked = office.year.raw(schema.INDICATORS)
    office.write("tblChiTieu", [row for row in asked if row["Mã"] != "KG201"])
    office.change(schema.INDICATORS, "KG301", M="x")
    office.correct("A", KG301=3, KG001=51)
    office.act("tong_hop")
    assert office.ledger() == {("A", "KG001"): ("50", "51")}


def test_a_closing_whose_moment_was_blanked_is_told(office: ClosingOffice) -> None:
    office.closed()
    office.write("tblSoChot", [{**row, "Lúc": None} for row in office.year.raw(schema.CLOSINGS)])
    with pytest.raises(WrongRequest, match="cột «Lúc» để trống"):
        office.act("tong_hop")


Cells = st.dictionaries(
    st.sampled_from(["KG001", "KG107", "KG108", "KG201", "KG209"]), st.none() | st.integers(0, 90)
)


@pytest.fixture(scope="module")
def closed_once(tmp_path_factory: pytest.TempPathFactory) -> ClosingOffice:
    """An office that nothing but its tables is changed of."""
    return ClosingOffice(tmp_path_factory.mktemp("office")).closed()


@settings(max_examples=40, deadline=None)
@given(after=st.dictionaries(st.sampled_from("ABC"), Cells))
def test_the_ledger_is_the_true_differences(after: dict[str, Any], closed_once: ClosingOffice) -> None:
    office = copy(closed_once)
    truth = {}
    for unit, figures in after.items():
        office.correct(unit, **figures)
        for code, value in figures.items():
            before = FIGURES.get(unit, {}).get(code)
            if before != value:
                truth[unit, code] = (_shown(before), _shown(value))
    office.act("tong_hop")
    assert own(office.ledger()) == truth


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


# -- what is beside the master ----------------------------------------------------------------------------


def test_a_lost_snapshot_is_told_and_nothing_is_guessed(office: ClosingOffice) -> None:
    office.closed()
    next(office.folder.rglob("chot/*.json.gz")).unlink()
    for action in ("tong_hop", "xuat_bao_cao"):
        with pytest.raises(WrongRequest, match="không còn trong thư mục"):
            office.act(action)


@pytest.mark.parametrize(("pattern", "action"), [("*.json.gz", "tong_hop"), ("*.docx", "xuat_bao_cao")])
def test_a_changed_one_is_told_too(office: ClosingOffice, pattern: str, action: str) -> None:
    office.closed()
    next(office.folder.rglob(f"chot/{pattern}")).write_bytes(b"of somebody else")
    with pytest.raises(WrongRequest, match="đã bị thay đổi sau khi chốt"):
        office.act(action)


def test_the_changes_known_of_a_lost_snapshot_stay_and_another_period_goes_on(office: ClosingOffice) -> None:
    office.add_period(FEBRUARY, FIGURES)
    office.closed().correct("A", KG201=9)
    office.act("tong_hop", FEBRUARY)
    next(office.folder.rglob("chot/*.json.gz")).unlink()
    outcome = office.act("tong_hop", FEBRUARY)
    assert outcome.status == 1
    assert "không đoán số đã chốt" in outcome.details[-1]
    assert office.ledger() == {("A", "KG201"): ("4", "9")}


# -- what later reports say -------------------------------------------------------------------------------


def test_later_periods_count_by_what_is_known_now(office: ClosingOffice) -> None:
    office.add_period(FEBRUARY, FIGURES)
    office.closed().correct("A", KG201=9)
    office.act("tong_hop", FEBRUARY)
    (row,) = [r for r in office.year.rows(schema.TOTALS) if (r["period"], r["code"]) == (FEBRUARY, "KG201")]
    assert (row["previous"], row["to_date"]) == (14, 23)


def test_the_next_report_tells_a_change_once(office: ClosingOffice) -> None:
    office.add_period(FEBRUARY, FIGURES)
    office.closed().correct("A", KG201=9)
    office.act("tong_hop", FEBRUARY)
    office.act("xuat_bao_cao", FEBRUARY)
    (change,) = office.year.later_changes
    assert change.stated_in == (FEBRUARY,)
    office.act("tong_hop", FEBRUARY)
    assert office.year.later_changes == (change,)


def test_a_told_change_that_is_undone_is_to_be_told_again(office: ClosingOffice) -> None:
    test_the_next_report_tells_a_change_once(office)
    office.correct("A", KG201=4)
    office.act("tong_hop", FEBRUARY)
    (change,) = office.year.later_changes
    assert (change.is_undone, change.difference, change.stated_in) == (True, 0, ())


# -- the number of a closed report ------------------------------------------------------------------------


def test_a_report_that_was_frozen_without_a_number_gets_none(office: ClosingOffice) -> None:
    office.closed()
    with pytest.raises(WrongRequest, match="đã chốt khi báo cáo chưa có số"):
        office.act("cap_so", is_sure=True)


def test_a_report_that_was_frozen_with_its_number_stays_as_it_is(office: ClosingOffice) -> None:
    office.act("tong_hop")
    office.act("xuat_bao_cao")
    office.act("cap_so", is_sure=True)
    [signed] = [path.read_bytes() for path in (office.folder / "bao-cao").glob("*.docx")]
    office.act("chot_ky", by="Phó Trưởng ban")
    a_year_later(office)
    office.act("cap_so", is_sure=True)
    assert [path.read_bytes() for path in (office.folder / "bao-cao").glob("*.docx")] == [signed]
