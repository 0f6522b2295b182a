"""Totals: what the units said, added the way each indicator says, with the missing named and never a zero."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from khoagiao_xl.demo.form_filling import Answers
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.totals.adding import Report, add_up

if TYPE_CHECKING:
    from tests.steps.conftest import Office

INDICATORS = {item.code: item for item in load_profile("2024").indicators}


def total(office: Office, code: str) -> dict[str, object]:
    (row,) = office.rows("tblTongHop", Kỳ=office.period, Mã=code)
    return dict(row)


def test_totals_equal_a_sum_over_the_kept_originals(office: Office) -> None:
    units = ("SYT", "STP", "STC", "SNV", "BAO")
    for unit in units:
        office.receive(unit)
    office.act("tiep_nhan")
    office.act("tong_hop")
    for code in ("KG001", "KG110", "KG201", "KG205", "KG209", "KG304"):
        assert total(office, code)["Kỳ này"] == brute_force(office, code)
        assert total(office, code)["Số đơn vị"] == "5/92"


def brute_force(office: Office, code: str) -> float:
    found = 0.0
    for path in (office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.xlsx"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        rows = book.get_sheet_by_name("Số liệu").to_python()
        found += sum(float(str(line[3])) for line in rows if line[0] == code)
    return found


def test_a_share_of_the_whole_is_a_ratio_of_sums(office: Office) -> None:
    for unit, called, came in (("SYT", 10, 10), ("STP", 90, 45)):
        answers = office.answers(unit)
        odd = {
            "KG001": 100,
            "KG106": 1,
            "KG107": called,
            "KG108": came,
            "KG109": round(came / called * 100, 1),
        }
        office.receive(unit, replace(answers, figures={**answers.figures, **odd}))
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert total(office, "KG109")["Kỳ này"] == 55.0


def test_documents_named_by_many_units_count_once(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG105="45-NQ/TW; 25-CT/TW"))
    office.receive("STP", office.answers("STP", KG105="45-NQ/TW"))
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert (total(office, "KG105")["Kỳ này"], total(office, "KG105")["Ghi chú"]) == (2, "25-CT/TW; 45-NQ/TW")


def test_answers_of_yes_are_counted_by_unit(office: Office) -> None:
    for unit, says in (("SYT", "Có"), ("STP", "Không"), ("STC", "Có")):
        changed = office.answers(unit, KG601=says)
        office.receive(unit, replace(changed, explanations={"KG601": "05-KH/ĐU, ngày 05/01/2024"}))
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert total(office, "KG601")["Kỳ này"] == 2


def test_a_unit_with_nothing_to_report_counts_as_zero_and_a_missing_one_not_at_all(office: Office) -> None:
    office.receive("SYT", Answers({"KG001": 40}, nothing=True))
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert (total(office, "KG201")["Kỳ này"], total(office, "KG201")["Số đơn vị"]) == (0, "1/92")
    assert total(office, "KG201")["Tạm tính"] == "có"


def test_nobody_reporting_gives_blanks_not_zeros(office: Office) -> None:
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert (total(office, "KG201")["Kỳ này"], total(office, "KG201")["Số đơn vị"]) == (None, "0/92")


def test_the_year_to_date_and_the_month_before_stand_beside_the_month(office: Office) -> None:
    for period, value, days in (("2024-M01", 10, 5), ("2024-M02", 5, 30)):
        office.period = period
        office.act("phat_bieu_mau")
        office.receive("SYT", office.answers("SYT", KG110=value), days=days)
        office.act("tiep_nhan")
        office.act("tong_hop")
    row = total(office, "KG110")
    assert (row["Kỳ này"], row["Lũy kế"], row["Kỳ trước"], row["Cùng kỳ năm trước"]) == (5, 15, 10, None)
    assert row["Chưa đủ"] == "lũy kế: tháng 1 1/92; kỳ trước: 1/92"


def test_a_year_to_date_with_a_month_unknown_is_left_blank(office: Office) -> None:
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    office.receive("SYT", days=30)
    office.act("tiep_nhan")
    office.act("tong_hop")
    assert total(office, "KG110")["Lũy kế"] is None


def test_before_any_intake_it_is_said_what_to_do_first(office: Office) -> None:
    outcome = office.act("tong_hop")
    assert outcome.status == 2
    assert "Bấm «Tiếp nhận báo cáo»" in outcome.sentence


FIGURE = st.one_of(st.none(), st.integers(0, 10**6))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FIGURE, FIGURE), max_size=30))
def test_no_set_of_answers_adds_up_to_anything_but_their_sum(
    answers: list[tuple[int | None, int | None]],
) -> None:
    reports = [Report(str(at), {"KG107": called, "KG108": came}) for at, (called, came) in enumerate(answers)]
    people, share = add_up(reports, INDICATORS["KG107"]), add_up(reports, INDICATORS["KG109"])
    given_ = [called for called, _ in answers if called is not None]
    both = [(called, came) for called, came in answers if called is not None and came is not None]
    base = sum(called for called, _ in both)
    assert (people.number, people.units) == (sum(given_) if given_ else None, len(given_))
    assert share.number == (round(sum(came for _, came in both) / base * 100, 1) if base else None)
