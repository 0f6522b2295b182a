"""What a trace says of the unusual: not added up yet, no longer equal, carried, allowed, lost, left blank."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Waiver
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.figure_tracing import Figures
from khoagiao_xl.steps import trace
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.tracing.check_words import check_outcome
from khoagiao_xl.tracing.figure_trace import Tracer
from khoagiao_xl.tracing.report_check import ReportCheck
from tests.steps.paper_office import MONTH, NOW, PaperOffice
from tests.steps.small_year import small_year

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = ("2024-M01", "2024-M02")
REPORTED = {"2024-M01": {"A": {"KG001": 30, "KG201": 5}, "B": {"KG001": 12}}, "2024-M02": {"A": {"KG201": 4}}}


def added_up(reported: Any = REPORTED, **tables: Any) -> Year:
    """Return a small year whose months are added up."""
    year = small_year(reported, **tables)
    totals = []
    for month in MONTHS:
        totals += make_totals(year, Period.parse(month))
    return year.with_tables({schema.TOTALS.name: to_rows(totals, schema.TOTALS)})


def asked(year: Year, period: str, code: str, **more: Any) -> Outcome:
    job = Job(NOW, Period.parse(period), indicator=code, **more)
    return trace.work(year, job).outcome


def line_of(outcome: Outcome, unit: str) -> str:
    (line,) = (line for line in outcome.details if line.startswith(f"{unit} "))
    return line


# -- the figure -------------------------------------------------------------------------------------------


def test_a_figure_that_is_not_consolidated_yet_is_traced_all_the_same() -> None:
    outcome = asked(small_year(REPORTED), "2024-M01", "KG201")
    assert outcome.status == 0
    assert outcome.sentence.endswith("Cộng: 5. Trang «Tổng hợp» chưa có số này.")


def test_a_total_that_somebody_typed_over_is_told_with_both_numbers() -> None:
    year = added_up()
    rows = [{**row, "Kỳ này": 99} if row["Mã"] == "KG201" else row for row in year.raw(schema.TOTALS)]
    outcome = asked(year.with_tables({schema.TOTALS.name: rows}), "2024-M01", "KG201")
    assert outcome.status == 1
    assert "Cộng: 5, Tổng hợp ghi 99: KHÁC NHAU." in outcome.sentence


def test_a_carried_answer_says_from_where_and_a_blank_that_it_says_nothing() -> None:
    outcome = asked(added_up(), "2024-M02", "KG001")
    assert line_of(outcome, "B").endswith("12; mang sang từ 2024-M01")
    assert line_of(asked(added_up(), "2024-M01", "KG201"), "B").endswith("không có số; không nêu số")


def test_nothing_to_report_counts_as_a_zero_and_the_cell_is_said_to_be_blank() -> None:
    reported = {"2024-M01": {"A": {"KG201": 5}, "B": {}}, "2024-M02": {}}
    year = added_up(reported, duties={("2024-M01", "B"): State.NOTHING})
    assert line_of(asked(year, "2024-M01", "KG201"), "B").endswith("0; để trống: không phát sinh")


# -- the files --------------------------------------------------------------------------------------------


def test_an_edit_that_is_allowed_and_an_original_that_is_gone_are_said_in_the_line(tmp_path: Path) -> None:
    office = PaperOffice(tmp_path)
    office.receive("SYT", KG110=12)
    office.collect()
    rows = [{**row, "KG110": 120} for row in office.year.raw(office.year.figures_table)]
    office.write("tblSoLieu", rows)
    allowed = Waiver(MONTH, "SYT", "SUA-TAY", "", "Gửi nhầm", "Thường trực", date(2024, 12, 31))
    office.write(schema.WAIVERS.name, to_rows([allowed], schema.WAIVERS))
    for original in office.kept("*.xlsx"):
        original.unlink()
    line = line_of(asked(office.year, MONTH, "KG110"), "SYT")
    assert line.startswith("SYT Đơn vị SYT: 120 (SYT.xlsx, trang Số liệu, ô D")
    assert line.endswith("«12», bản 1); tính theo số sửa tay 120, tệp ghi 12; bản gốc không còn")


# -- on ---------------------------------------------------------------------------------------------------


def test_a_cell_is_told_as_the_previous_period_and_as_carried_on() -> None:
    year = added_up({"2024-M01": {"B": {"KG001": 12}}, "2024-M02": {"A": {"KG001": 5}}})
    told = "\n".join(asked(year, "2024-M01", "KG001", unit="B").details)
    assert "Kỳ này 2024-M02, KG001 Tổng số đảng viên cuối kỳ: 17, mang sang" in told
    assert (
        "Kỳ trước 2024-M02, KG001 Tổng số đảng viên cuối kỳ: 12 — trong báo cáo mang mã KG001@2024-M01"
        in told
    )


# -- a report ---------------------------------------------------------------------------------------------


def checked(year: Year, figures: Figures) -> Outcome:
    return check_outcome(ReportCheck(Tracer(year), figures), "bao-cao.docx")


def test_a_report_that_repeats_a_wrong_total_is_told_that_the_total_is_wrong_too() -> None:
    year = added_up()
    rows = [{**row, "Kỳ này": 99} if row["Mã"] == "KG201" else row for row in year.raw(schema.TOTALS)]
    outcome = checked(year.with_tables({schema.TOTALS.name: rows}), [("KG201@2024-M01", "99")])
    assert (outcome.status, outcome.counts["differences"]) == (1, 1)
    assert outcome.details[0].startswith(
        "KG201@2024-M01 (Tổng số cuộc tuyên truyền về khoa giáo): báo cáo ghi 99, "
    )
    assert "tính lại 5. Trang «Tổng hợp» cũng ghi 99: tổng hợp lại" in outcome.details[0]


def test_a_key_of_what_the_master_has_not_is_told_as_such() -> None:
    figures = [("KG201@2024-M01", "05"), ("KG999@2024-M01", "7"), ("KG201@2021-M07", "7")]
    outcome = checked(added_up(), figures)
    assert [line[:14] for line in outcome.details[:2]] == ["KG999@2024-M01", "KG201@2021-M07"]
    assert outcome.counts["differences"] == 2


def test_figures_of_the_period_before_are_held_against_what_the_report_compares_with() -> None:
    figures = [("KG201@2024-M02", "4"), ("KG201@2024-M02#luy-ke", "9"), ("KG201@2024-M01", "5")]
    assert checked(added_up(), figures).counts["differences"] == 0
    assert checked(added_up(), [*figures[:2], ("KG201@2024-M01", "6")]).counts["differences"] == 1
