"""Totals: what the units said, added the way each indicator says, with the missing named and never a zero."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State, Unit
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.steps import consolidate
from khoagiao_xl.totals.adding import add_up
from khoagiao_xl.totals.contributions import figure_contributions
from tests.steps.small_year import UNITS, job, row, small_year

if TYPE_CHECKING:
    from tests.steps.conftest import Office

INDICATORS = {item.code: item for item in load_profile("2024").indicators}
JANUARY, FEBRUARY = "2024-M01", "2024-M02"


def total(code: str, reported: Mapping[str, Any], period: str = JANUARY, **facts: Any) -> Mapping[str, Any]:
    """Return the total of an indicator as tblTongHop would show it; reported: period -> unit -> answers."""
    changes = consolidate.work(small_year(reported, **facts), job(period))
    return row(changes, "tblTongHop", code)


# -- one period -------------------------------------------------------------------------------------------


def test_what_the_units_said_is_added_and_the_missing_are_named() -> None:
    shown = total("KG110", {JANUARY: {"A": {"KG110": 10}, "B": {"KG110": 2.5}}})
    assert (shown["Kỳ này"], shown["Số đơn vị"], shown["Tạm tính"]) == (12.5, "2/3", "có")
    assert (shown["Có số"], shown["Phải báo cáo"]) == (2, 3)


def test_a_share_of_the_whole_is_a_ratio_of_sums() -> None:
    answers = {"A": {"KG107": 10, "KG108": 10}, "B": {"KG107": 90, "KG108": 45}, "C": {"KG107": 7}}
    shown = total("KG109", {JANUARY: answers})
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (55.0, "2/3")


def test_documents_named_by_many_units_count_once() -> None:
    answers = {"A": {"KG105": "45-NQ/TW; 25-CT/TW"}, "B": {"KG105": "45-NQ/TW"}, "C": {"KG106": 0}}
    shown = total("KG105", {JANUARY: answers})
    assert (shown["Kỳ này"], shown["Ghi chú"]) == (2, "25-CT/TW; 45-NQ/TW")
    assert shown["Số đơn vị"] == "3/3"


def test_answers_of_yes_are_counted_by_unit() -> None:
    answers = {"A": {"KG601": "Có"}, "B": {"KG601": "Không"}, "C": {"KG601": "Có"}}
    shown = total("KG601", {"2024-Q1": answers}, "2024-Q1")
    assert (shown["Kỳ này"], shown["Số đơn vị"], shown["Ghi chú"]) == (2, "3/3", "số đơn vị trả lời «Có»")


def test_a_mean_counts_a_unit_by_its_people() -> None:
    answers = {"A": {"KG002": 10, "KG227": 50}, "B": {"KG002": 30, "KG227": 90}, "C": {"KG227": 1}}
    shown = total("KG227", {"2024-H1": answers}, "2024-H1")
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (80.0, "2/3")


def test_a_unit_with_nothing_to_report_counts_as_zero_and_a_missing_one_not_at_all() -> None:
    year = {JANUARY: {"A": {"KG201": 0}}}
    shown = total("KG201", year, duties={(JANUARY, "A"): State.NOTHING})
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (0, "1/3")


def test_nobody_reporting_gives_blanks_not_zeros() -> None:
    shown = total("KG201", {JANUARY: {}})
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (None, "0/3")


def test_figures_of_a_unit_whose_form_was_returned_count_nowhere() -> None:
    answers = {"A": {"KG201": 4}, "B": {"KG201": 5}}
    shown = total("KG201", {JANUARY: answers}, duties={(JANUARY, "B"): State.RETURNED})
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (4, "1/3")


def test_a_released_unit_owes_nothing() -> None:
    shown = total("KG201", {JANUARY: {"A": {"KG201": 4}}}, duties={(JANUARY, "B"): State.WAIVED})
    assert shown["Số đơn vị"] == "1/2"


def test_a_unit_owes_only_what_it_covers() -> None:
    units = [*UNITS, Unit("D", "Đơn vị D", covers=frozenset({"KG110"}))]
    duties = [{"period": JANUARY, "unit": unit.code, "state": State.MISSING} for unit in units]
    tables: dict[str, Any] = {"tblDonVi": units, "tblTiepNhan": duties}
    assert total("KG110", {JANUARY: {}}, **tables)["Số đơn vị"] == "0/4"
    assert total("KG201", {JANUARY: {}}, **tables)["Số đơn vị"] == "0/3"


def test_a_total_knows_the_section_and_the_field_of_its_indicator() -> None:
    shown = total("KG204", {JANUARY: {}})
    assert (shown["Mục"], shown["Lĩnh vực"]) == ("II.2", "Xã hội")


# -- beside it --------------------------------------------------------------------------------------------


def test_the_year_to_date_and_the_month_before_stand_beside_the_month() -> None:
    months = {JANUARY: {"A": {"KG110": 10}}, FEBRUARY: {"A": {"KG110": 5}}}
    shown = total("KG110", months, FEBRUARY)
    assert (shown["Kỳ này"], shown["Lũy kế"], shown["Kỳ trước"], shown["Cùng kỳ năm trước"]) == (
        5,
        15,
        10,
        None,
    )
    assert shown["Chưa đủ"] == "lũy kế: tháng 1 1/3; kỳ trước: 1/3"


def test_the_same_month_of_last_year_stands_beside_it_with_its_coverage() -> None:
    shown = total("KG110", {JANUARY: {"A": {"KG110": 5}}, "2023-M01": {"A": {"KG110": 4}}})
    assert shown["Cùng kỳ năm trước"] == 4
    assert shown["Chưa đủ"] == "cùng kỳ: 1/3"


def test_what_lacks_units_stands_there_as_data_too() -> None:
    months = {JANUARY: {"A": {"KG110": 10}}, FEBRUARY: {"A": {"KG110": 5}}}
    shown = total("KG110", months, FEBRUARY)
    assert shown["Lũy kế: kỳ thiếu"] == JANUARY
    assert (shown["Kỳ trước: có số"], shown["Kỳ trước: phải báo cáo"]) == (1, 3)


def test_each_period_is_measured_by_the_units_that_owed_it() -> None:
    everyone = {unit.code: {"KG110": 1} for unit in UNITS}
    without_c = {"A": {"KG110": 1}, "B": {"KG110": 1}}
    released = {(FEBRUARY, "C"): State.WAIVED}
    shown = total("KG110", {JANUARY: everyone, FEBRUARY: without_c}, FEBRUARY, duties=released)
    assert (shown["Số đơn vị"], shown["Kỳ trước: phải báo cáo"], shown["Chưa đủ"]) == ("2/2", 3, None)


def test_units_that_studied_nothing_are_not_missing_from_the_list_of_what_was_studied() -> None:
    month = {"A": {"KG105": "45-NQ/TW", "KG106": 1}, "B": {"KG106": 0}, "C": {}}
    nothing = {(period, "C"): State.NOTHING for period in (JANUARY, FEBRUARY)}
    shown = total("KG105", {JANUARY: month, FEBRUARY: month}, FEBRUARY, duties=nothing)
    assert (shown["Số đơn vị"], shown["Chưa đủ"]) == ("3/3", None)


def test_a_unit_that_held_meetings_and_names_no_directive_has_not_answered() -> None:
    shown = total("KG105", {JANUARY: {"A": {"KG105": "45-NQ/TW", "KG106": 1}, "B": {"KG106": 2}}})
    assert (shown["Kỳ này"], shown["Số đơn vị"]) == (1, "1/3")


def test_a_month_in_which_nobody_answered_is_missing_from_the_year_to_date() -> None:
    months = {JANUARY: {"A": {"KG110": None}}, FEBRUARY: {"A": {"KG110": 5}}}
    shown = total("KG110", months, FEBRUARY)
    assert (shown["Lũy kế"], shown["Chưa đủ"]) == (5, "lũy kế: tháng 1 0/3")


def test_a_state_at_the_end_of_a_month_has_no_year_to_date() -> None:
    months = {JANUARY: {"A": {"KG001": 40}}, FEBRUARY: {"A": {"KG001": 42}}}
    shown = total("KG001", months, FEBRUARY)
    assert (shown["Kỳ này"], shown["Lũy kế"], shown["Lũy kế: kỳ thiếu"]) == (42, None, None)


def test_a_year_to_date_with_a_month_unknown_is_left_blank() -> None:
    shown = total("KG110", {FEBRUARY: {"A": {"KG110": 5}}}, FEBRUARY)
    assert (shown["Lũy kế"], shown["Lũy kế: kỳ thiếu"]) == (None, None)


# -- the step ---------------------------------------------------------------------------------------------


def test_other_periods_stay_as_they_are() -> None:
    stored = {"period": FEBRUARY, "code": "KG110", "label": "x", "unit_of_measure": "y", "value": 9}
    changes = consolidate.work(small_year({JANUARY: {}}, tblTongHop=[stored]), job(JANUARY))
    assert row(changes, "tblTongHop", "KG110")["Kỳ này"] == 9
    assert row(changes, "tblTongHop", "KG201")["Kỳ"] == JANUARY


def test_before_any_intake_it_is_said_what_to_do_first() -> None:
    with pytest.raises(WrongRequest, match="Bấm «Tiếp nhận báo cáo»"):
        consolidate.work(small_year({JANUARY: {}}, tblTiepNhan=[]), job(JANUARY))


def test_a_list_of_units_that_changed_since_the_intake_is_refused() -> None:
    more = [*UNITS, Unit("D", "Đơn vị D")]
    with pytest.raises(WrongRequest, match="Danh sách đơn vị đã thay đổi"):
        consolidate.work(small_year({JANUARY: {}}, tblDonVi=more), job(JANUARY))


def test_a_unit_with_two_rows_of_figures_is_named() -> None:
    twice = [{"period": JANUARY, "unit": "A", "KG110": value} for value in (1, 2)]
    with pytest.raises(WrongRequest, match="đơn vị A, kỳ 2024-M01 có 2 dòng"):
        consolidate.work(small_year({JANUARY: {"A": {}}}, tblSoLieu=twice), job(JANUARY))


def test_the_cost_grows_with_the_units_and_no_faster() -> None:
    few, many = (calls_for(count) for count in (92, 1012))
    assert many <= 12 * few


def calls_for(count: int) -> int:
    """Return how many functions are called to add up a month of so many units."""
    covered = [frozenset({"KG110", f"KG{number}"}) for number in range(201, 210)]
    units = [Unit(f"U{at}", f"Đơn vị {at}", covers=covered[at % 9]) for at in range(count)]
    answers = {unit.code: dict.fromkeys(unit.covers, 1) for unit in units}
    duties = [{"period": JANUARY, "unit": unit.code, "state": State.ACCEPTED} for unit in units]
    year = small_year({JANUARY: answers}, tblDonVi=units, tblTiepNhan=duties)
    calls: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: calls.update([event]))
    try:
        consolidate.work(year, job(JANUARY))
    finally:
        sys.setprofile(None)
    return calls["call"] + calls["c_call"]


# -- over a workbook --------------------------------------------------------------------------------------


def test_totals_equal_a_sum_over_the_kept_originals(office: Office) -> None:
    for unit in ("SYT", "STP", "STC", "SNV", "BAO"):
        office.receive(unit)
    office.act("tiep_nhan")
    office.act("tong_hop")
    for code in ("KG001", "KG110", "KG201", "KG205", "KG209", "KG304"):
        (shown,) = office.rows("tblTongHop", Kỳ=office.period, Mã=code)
        assert (shown["Kỳ này"], shown["Số đơn vị"]) == (brute_force(office, code), "5/8")


def brute_force(office: Office, code: str) -> float:
    found = 0.0
    for path in (office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.xlsx"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        rows = book.get_sheet_by_name("Số liệu").to_python()
        found += sum(float(str(line[3])) for line in rows if line[0] == code)
    return found


def test_adding_up_needs_no_table_library(office: Office) -> None:
    office.receive("SYT")
    office.act("tiep_nhan")
    words = ["consolidate", str(office.master), "--period", office.period]
    command = [sys.executable, "-X", "importtime", "-m", "khoagiao_xl", *words]
    said = subprocess.run(command, capture_output=True, text=True)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in said.stderr.splitlines()}
    assert (said.returncode, {"pandas", "numpy"} & loaded) == (0, set())


# -- any answers ------------------------------------------------------------------------------------------

FIGURE = st.one_of(st.none(), st.integers(0, 10**6))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FIGURE, FIGURE), max_size=30))
def test_no_set_of_answers_adds_up_to_anything_but_their_sum(
    answers: list[tuple[int | None, int | None]],
) -> None:
    units = [Unit(str(at), f"Đơn vị {at}") for at in range(len(answers))]
    reports = {str(at): {"KG107": called, "KG108": came} for at, (called, came) in enumerate(answers)}
    duties = [{"period": JANUARY, "unit": unit.code, "state": State.ACCEPTED} for unit in units]
    year = small_year({JANUARY: reports}, tblDonVi=units, tblTiepNhan=duties)
    people, share = (
        figure_contributions(year, Period.parse(JANUARY), INDICATORS[c]) for c in ("KG107", "KG109")
    )
    given_ = [called for called, _ in answers if called is not None]
    both = [(called, came) for called, came in answers if called is not None and came is not None]
    base = sum(called for called, _ in both)
    assert add_up(people, INDICATORS["KG107"]).number == (sum(given_) if given_ else None)
    assert (len(people), len(share)) == (len(given_), 2 * len(both))
    expected = round(sum(came for _, came in both) / base * 100, 1) if base else None
    assert add_up(share, INDICATORS["KG109"]).number == expected


def test_a_waiver_that_was_used_is_noted_beside_the_figure_it_let_pass() -> None:
    waiver = {"period": JANUARY, "unit": "A", "rule": "R01", "reason": "có khách mời", "allowed_by": "BTV",
              "until": date(2024, 12, 31)}  # fmt: skip
    duty = Duty(JANUARY, "A", State.ACCEPTED, received=datetime(2024, 1, 16), waived=("R01 KG108",))  # noqa: DTZ001
    others = [Duty(JANUARY, unit, State.MISSING) for unit in "BC"]
    tables: dict[str, Any] = {"tblMienTru": [waiver], "tblTiepNhan": [duty, *others]}
    shown = total("KG108", {JANUARY: {"A": {"KG108": 4}}}, **tables)
    assert (shown["Kỳ này"], shown["Ghi chú"]) == (4, "miễn R01: A")
