"""The office's year: a unit's own past is known to the intake, and tblQuyTac is the office's to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.intake.own_notes import OWN_LIST

if TYPE_CHECKING:
    from tests.steps.conftest import Office


def change_rule(office: Office, code: str, **cells: str) -> None:
    book = FileBook(office.master)
    names = {key.replace("_", " "): value for key, value in cells.items()}
    book.write(
        "tblQuyTac", [{**row, **names} if row["Mã"] == code else row for row in book.read("tblQuyTac")]
    )
    book.save()


def report(office: Office, period: str, days: float = -1, name: str = "", **figures: Any) -> None:
    """Let SYT report a period with some figures, and take it in."""
    office.period = period
    if not (office.folder / "bieu-mau" / period).is_dir():
        assert office.act("phat_bieu_mau").status == 0
    sound = office.answers("SYT", KG601="Không", KG605="Có", **figures)
    without_figures = {
        code: {**row, "Số thứ nhất": None, "Số thứ hai": None} for code, row in sound.details.items()
    }
    office.receive("SYT", replace(sound, explanations={}, details=without_figures), name=name, days=days)
    office.act("tiep_nhan")


def found(office: Office, rule: str) -> list[object]:
    return [row["Mức"] for row in office.rows("tblLoi", Kỳ=office.period, Quy_tắc=rule)]


def test_a_figure_is_held_against_what_counts_of_the_month_before_now(office: Office) -> None:
    report(office, "2024-M01", KG001=50)
    report(office, "2024-M02", 30, KG001=80)
    assert (office.state("SYT"), found(office, "R20")) == ("đã nhận, chờ giải trình", ["cần giải trình"])
    report(office, "2024-M01", 1, "SYT sửa.xlsx", KG001=78)
    office.period = "2024-M02"
    assert office.state("SYT") == "đã nhận, chờ giải trình"  # what was settled stays until its own intake
    office.act("tiep_nhan")
    assert (office.state("SYT"), found(office, "R20")) == ("đã nhận", [])


def test_a_month_that_was_returned_is_no_past(office: Office) -> None:
    report(office, "2024-M01", KG001=50, KG502=None)
    report(office, "2024-M02", 30, KG001=80)
    assert (office.state("SYT"), found(office, "R20")) == ("đã nhận", [])


def test_a_quarter_that_is_not_its_months_comes_back_as_one_line_with_every_cell_marked(
    office: Office,
) -> None:
    for at, period in enumerate(("2024-M01", "2024-M02", "2024-M03")):
        report(office, period, 30 * at)
    report(office, "2024-Q1", 58, KG110=9001, KG220=9002)
    (row,) = office.rows("tblLoi", Kỳ="2024-Q1", Quy_tắc="R16")
    cells = str(row["Ô"]).split(", ")
    assert (office.state("SYT"), len(cells)) == ("trả lại", 2)
    assert all(
        word in str(row["Thông báo"])
        for word in ("(2 chỗ)", "KG110 = 9001", "KG220 = 9002", "cộng các kỳ con")
    )
    (copy,) = (office.folder / "tra-lai" / "2024-Q1").glob("*.xlsx")
    sheet = load_workbook(copy)["Số liệu"]
    assert all(sheet[cell].comment and sheet[cell].fill.fill_type == "solid" for cell in cells)


def test_a_quarter_smaller_than_the_months_that_came_is_impossible_though_one_is_missing(
    office: Office,
) -> None:
    for at, period in enumerate(("2024-M01", "2024-M02")):
        report(office, period, 30 * at, KG220=100)
    report(office, "2024-Q1", 58, KG220=50)
    (row,) = office.rows("tblLoi", Kỳ="2024-Q1", Quy_tắc="R16")
    assert "KG220 = 50; cộng các kỳ con đã báo cáo = 200" in str(row["Thông báo"])
    report(office, "2024-Q1", 59, "SYT 2.xlsx", KG220=230)
    assert office.state("SYT") == "đã nhận"


def test_a_waiver_of_a_rule_over_many_indicators_may_be_for_one_of_them(office: Office) -> None:
    for at, period in enumerate(("2024-M01", "2024-M02", "2024-M03")):
        report(office, period, 30 * at)
    book = FileBook(office.master)
    book.write("tblMienTru", [{"Kỳ": "2024-Q1", "Mã đơn vị": "SYT", "Quy tắc": "R16", "Chỉ tiêu": "KG110",
                               "Lý do": "rà soát lại", "Người cho phép": "Ban Thường vụ",
                               "Đến hết": date(2024, 12, 31)}])  # fmt: skip
    book.save()
    report(office, "2024-Q1", 58, KG110=9001, KG220=9002)
    assert found(office, "R16") == ["lỗi", "ghi nhận"]
    report(office, "2024-Q1", 59, "SYT 2.xlsx", KG110=9001)
    assert office.state("SYT") == "đã nhận"


def test_a_rule_on_trial_is_a_remark_to_the_office_and_none_to_the_unit(office: Office) -> None:
    change_rule(office, "R01", Trạng_thái="thử")
    report(office, "2024-M01", KG106=1, KG107=5, KG108=6, KG109=120.0)
    (row,) = office.rows("tblLoi", Quy_tắc="R01")
    assert (office.state("SYT"), row["Mức"]) == ("đã nhận", "ghi nhận")
    assert str(row["Thông báo"]).startswith("(thử) ")
    report(office, "2024-M01", 2, "SYT 2.xlsx", KG107=5, KG108=6, KG502=None)
    (copy,) = (office.folder / "tra-lai" / "2024-M01").glob("*.xlsx")
    said = [str(cell.value) for column in load_workbook(copy)[OWN_LIST].iter_cols() for cell in column]
    assert not [text for text in said if "(thử)" in text]


def test_switching_a_rule_off_leaves_past_verdicts_until_their_own_intake(office: Office) -> None:
    report(office, "2024-M01", KG106=1, KG107=5, KG108=6)
    assert office.state("SYT") == "trả lại"
    change_rule(office, "R01", Trạng_thái="tắt")
    change_rule(office, "R13", Trạng_thái="tắt")
    report(office, "2024-M02", 30, KG106=1, KG107=5, KG108=6)
    assert office.state("SYT") == "đã nhận"
    office.period = "2024-M01"
    assert office.state("SYT") == "trả lại"
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"


@pytest.mark.parametrize("action", ["phat_bieu_mau", "tiep_nhan"])
def test_a_wrong_rule_stops_forms_and_intake_with_one_sentence_and_the_master_as_it_was(
    office: Office, action: str
) -> None:
    change_rule(office, "R01", Vế_trái="trouc(KG108)", Mức="nặng")
    before = office.master.read_bytes()
    outcome = office.act(action)
    assert (outcome.status, office.master.read_bytes()) == (2, before)
    assert outcome.sentence.startswith("Trang «Quy tắc» có 2 ô chưa đúng, sửa rồi chạy lại: ô B5: ")
    assert "ô F5: " in outcome.sentence
