"""Why a period is not the sum of its parts: who is behind it, and only where it is so."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.template_filling import fill
from tests.report.test_outline import Content, Make, told

DIFFERING = {
    "1 đơn vị báo cáo cả hai, số khác nhau: SYT 12 ≠ 10": (
        "01 đơn vị ghi số ở báo cáo quý I khác tổng các báo cáo tháng của chính đơn vị"
    ),
    "1 đơn vị có tháng nhưng thiếu quý I, chênh: STP -3": (
        "01 đơn vị có báo cáo tháng nhưng thiếu báo cáo quý I"
    ),
    "2 đơn vị có quý I nhưng thiếu tháng, chênh: BD 2, SYT 1": (
        "02 đơn vị có báo cáo quý I nhưng thiếu báo cáo tháng"
    ),
}


@pytest.mark.parametrize("broken", DIFFERING)
def test_why_a_quarter_is_not_its_months_is_told_of_what_is_so_alone(
    content: Content, total: Make, broken: str
) -> None:
    made = content(totals=(total("KG201", 12, breaks=("quý I 12, cộng các tháng 10", broken)),))
    notes = told(made, "chu_thich")
    assert any(note.endswith(f"báo cáo tháng, do {DIFFERING[broken]}.") for note in notes)


BREAKS = (
    "quý I 613, cộng các tháng 600",
    "2 đơn vị có quý I nhưng thiếu tháng, chênh: SYT 4, STP 3",
    "1 đơn vị báo cáo cả hai, số khác nhau: STC 12 ≠ 10",
)


def test_who_is_behind_a_sum_that_does_not_fit_is_named_once_below_the_table(
    content: Content, total: Make
) -> None:
    totals = (total("KG201", 12, breaks=BREAKS), total("KG202", 12, breaks=BREAKS))
    names = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp", "STC": "Sở Tài chính"}
    made = content(totals=totals, unit_names=names, waivers=())
    assert unmarked(fill(made)["chu_thich"]).split("\a")[-2:] == [
        "Số ở báo cáo quý I khác tổng các báo cáo tháng của chính đơn vị: Sở Tài chính.",
        "Có báo cáo quý I nhưng thiếu báo cáo tháng 1, tháng 2 hoặc tháng 3: Sở Y tế, Sở Tư pháp.",
    ]


def test_sums_that_fit_are_none_that_differ_whoever_lacks_a_report(content: Content, total: Make) -> None:
    fitting = (BREAKS[0].replace("600", "613"), *BREAKS[1:])
    notes = fill(content(totals=(total("KG201", 12, breaks=fitting),), waivers=()))["chu_thich"]
    assert "chỉ tiêu có tổng" not in notes
    made = content(totals=(total("KG201", 12, breaks=BREAKS),), waivers=())
    assert "tháng, do 01 đơn vị ghi số ở báo cáo quý I khác tổng" in fill(made)["chu_thich"]


def test_a_figure_as_of_a_day_is_no_sum_and_is_held_against_the_last_part_with_both_figures(
    content: Content, total: Make
) -> None:
    broken = total("KG223", 12, breaks=("quý I 12, cộng các tháng 10", BREAKS[2]))
    made = content(
        totals=(broken,), unit_names={"STC": "Sở Tài chính"}, waivers=(), stock_codes=frozenset({"KG223"})
    )
    notes = unmarked(fill(made)["chu_thich"])
    assert notes.split("\a")[-1] == (
        "Số người tham gia BHYT ở báo cáo quý I khác báo cáo tháng 3 của chính đơn vị: Sở Tài chính (12 và 10)."
    )
    assert "khác tổng" not in notes


def test_a_part_that_is_not_due_yet_is_lacked_by_nobody(content: Content, total: Make) -> None:
    broken = "2 đơn vị có quý I nhưng thiếu tháng, chênh: SYT 4, STP 3"
    duties = (Duty("2024-M01", "SYT", State.RETURNED), Duty("2024-M03", "STP", State.MISSING))
    made = content(totals=(total("KG201", 12, breaks=(broken,)),), unit_names={"SYT": "Sở Y tế", "STP": "Sở Tư pháp"},
                   duties=duties, due_days={"2024-M03": date(2024, 3, 25)}, waivers=())  # fmt: skip
    notes = unmarked(fill(made)["chu_thich"])
    assert (
        "Có báo cáo quý I nhưng thiếu báo cáo tháng 1 hoặc tháng 2: Sở Y tế; báo cáo tháng 3 chưa đến hạn."
        in notes
    )
    assert "khác tổng" not in notes
