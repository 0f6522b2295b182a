"""Intake as the office meets it: every duty in one state, every file answered for, nothing lost."""

from __future__ import annotations

import os
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms.form_filling import Answers
from khoagiao_xl.forms.form_layout import FORM_VERSION
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.steps.conftest import Office


def test_every_unit_has_exactly_one_state_and_a_missing_one_no_figures(office: Office) -> None:
    office.receive("SYT")
    outcome = office.act("tiep_nhan")
    assert outcome.counts["owing"] == len(office.rows("tblTiepNhan", Kỳ="2024-M01")) == 8
    assert (office.state("SYT"), office.state("STP")) == ("đã nhận", "chưa nộp")
    assert [row["Mã đơn vị"] for row in office.rows("tblSoLieu")] == ["SYT"]


def test_figures_and_words_reach_the_master_as_the_unit_typed_them(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=1250))
    office.act("tiep_nhan")
    (row,) = office.rows("tblSoLieu", Mã_đơn_vị="SYT")
    truth = office.answers("SYT").figures
    assert row["KG110"] == 1250
    assert {code: row[code] for code in ("KG001", "KG201", "KG605")} == {
        c: truth[c] for c in ("KG001", "KG201", "KG605")
    }
    assert (
        office.rows("tblThuyetMinh", Mã_đơn_vị="SYT", Mã="KG602")[0]["Nội dung"]
        == "Đã quán triệt văn bản mới."
    )


def test_units_stand_in_the_order_of_their_list_and_not_as_their_files_came(office: Office) -> None:
    for days, unit in ((-3, "TTR"), (-2, "SYT"), (-1, "VPTU")):
        office.receive(unit, days=days)
    office.act("tiep_nhan")
    assert [row["Mã đơn vị"] for row in office.rows("tblSoLieu")] == ["VPTU", "SYT", "TTR"]
    assert [row["Mã đơn vị"] for row in office.rows("tblThuyetMinh", Mã="KG602")] == ["VPTU", "SYT", "TTR"]


@pytest.mark.parametrize(("days", "on_time"), [(-1, "có"), (0.5, "có"), (1, "không")])
def test_on_time_is_judged_by_the_day_of_arrival(office: Office, days: float, on_time: str) -> None:
    office.receive("SYT", days=days)
    office.act("tiep_nhan")
    assert office.rows("tblTiepNhan", Mã_đơn_vị="SYT")[0]["Đúng hạn"] == on_time


def test_a_wrong_cell_sends_the_form_back_coloured_and_with_a_list(office: Office) -> None:
    answers = office.answers("SYT")
    office.receive("SYT", replace(answers, figures={**answers.figures, "KG201": 99}))
    outcome = office.act("tiep_nhan")
    assert (outcome.status, office.state("SYT")) == (1, "trả lại")
    (fault,) = office.rows("tblLoi", Mức="lỗi")
    book = load_workbook(office.folder / "tra-lai" / "2024-M01" / "SYT_2024-M01_v1_tra-lai.xlsx")
    cell = book["Số liệu"][str(fault["Ô"])]
    assert book.sheetnames[0] == "LỖI CẦN SỬA"
    assert (fault["Quy tắc"], cell.comment is not None) == ("R03", True)


def test_a_returned_copy_put_right_is_taken_in(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG502=None))
    office.act("tiep_nhan")
    copy = office.folder / "tra-lai" / "2024-M01" / "SYT_2024-M01_v1_tra-lai.xlsx"
    (fault,) = office.rows("tblLoi", Mức="lỗi")
    book = load_workbook(copy)
    book["Số liệu"][str(fault["Ô"])] = 0
    book.save(office.inbox / "SYT sửa.xlsx")
    office.arrive(office.inbox / "SYT sửa.xlsx", 2)
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"


def test_a_question_explained_by_the_unit_is_no_question_any_more(office: Office) -> None:
    many = {"KG106": 1, "KG107": 900, "KG108": 900, "KG109": 100.0}
    explained = office.answers("STP", **many)
    words = {**explained.explanations, "KG107": "mời cả đảng viên nơi khác"}
    office.receive("SYT", office.answers("SYT", **many))
    office.receive("STP", replace(explained, explanations=words))
    office.act("tiep_nhan")
    assert (office.state("SYT"), office.state("STP")) == ("đã nhận, chờ giải trình", "đã nhận")


def test_a_newer_version_counts_and_the_older_one_is_kept(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=10))
    office.receive("SYT", office.answers("SYT", KG110=20), name="SYT moi.xlsx", days=3)
    office.act("tiep_nhan")
    (duty,) = office.rows("tblTiepNhan", Mã_đơn_vị="SYT")
    assert (duty["Phiên bản"], duty["Đúng hạn"]) == (2, "có")
    assert office.rows("tblTepNhan", Phiên_bản=1)[0]["Lý do"] == SENTENCES["NB-06"]
    assert office.rows("tblSoLieu", Mã_đơn_vị="SYT")[0]["KG110"] == 20
    assert len(list((office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.xlsx"))) == 2


def test_a_newer_version_that_is_wrong_leaves_the_older_one_counting(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=10))
    office.receive("SYT", office.answers("SYT", KG110="khoảng 20"), name="SYT moi.xlsx", days=3)
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"
    assert office.rows("tblSoLieu", Mã_đơn_vị="SYT")[0]["KG110"] == 10


def test_the_same_file_twice_is_noticed(office: Office) -> None:
    first = office.receive("SYT")
    again = office.inbox / "SYT (1).xlsx"
    again.write_bytes(first.read_bytes())
    office.arrive(again, 2)
    office.act("tiep_nhan")
    first_row, second_row = office.rows("tblTepNhan")
    assert (first_row["Kết quả"], second_row["Kết quả"]) == ("đã nhận", "trùng tệp đã nhận")
    assert second_row["Lý do"] == SENTENCES["NB-05"].format(version=1)


def test_running_it_again_changes_no_table_even_when_the_inbox_was_emptied(office: Office) -> None:
    office.receive("SYT")
    office.receive("STP", office.answers("STP", KG502=None))
    office.act("tiep_nhan")
    tables = ("tblTiepNhan", "tblTepNhan", "tblLoi", "tblSoLieu", "tblThuyetMinh")
    before = [office.rows(table) for table in tables]
    for path in office.inbox.iterdir():
        path.unlink()
    office.act("tiep_nhan")
    assert [office.rows(table) for table in tables] == before


def test_nothing_to_report_is_a_state_of_its_own_and_counts_as_zero(office: Office) -> None:
    office.receive("SYT", Answers({"KG001": 40}, nothing=True))
    office.act("tiep_nhan")
    (row,) = office.rows("tblSoLieu", Mã_đơn_vị="SYT")
    assert office.state("SYT") == "không phát sinh"
    assert (row["KG001"], row["KG201"], row["KG601"]) == (40, 0, None)


def test_nothing_to_report_with_a_figure_comes_back(office: Office) -> None:
    office.receive("SYT", Answers({"KG001": 40, "KG110": 5}, nothing=True))
    office.act("tiep_nhan")
    assert office.rows("tblLoi", Mức="lỗi")[0]["Quy tắc"] == "NB-02"


def test_a_form_without_the_tick_of_no_secrets_comes_back(office: Office) -> None:
    office.receive("SYT", replace(office.answers("SYT"), no_secret=False))
    office.act("tiep_nhan")
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["NB-01"]


def waive(office: Office, rule: str, until: date, indicator: str = "") -> None:
    book = FileBook(office.master)
    book.write("tblMienTru", [{"Kỳ": "2024-M01", "Mã đơn vị": "SYT", "Quy tắc": rule, "Chỉ tiêu": indicator,
                               "Lý do": "sáp nhập", "Người cho phép": "Ban Thường vụ", "Đến hết": until}])  # fmt: skip
    book.save()


@pytest.mark.parametrize(
    ("rule", "until", "state"),
    [
        ("GIA-HAN", date(2024, 1, 25), "gia hạn"),
        ("GIA-HAN", date(2024, 1, 20), "chưa nộp"),
        ("MIEN-NOP", date(2024, 12, 31), "miễn"),
    ],
)
def test_extended_released_and_missing_are_told_apart(
    office: Office, rule: str, until: date, state: str
) -> None:
    waive(office, rule, until)
    office.act("tiep_nhan")
    assert office.state("SYT") == state


def test_an_extension_makes_a_later_arrival_punctual(office: Office) -> None:
    waive(office, "GIA-HAN", date(2024, 1, 21))
    office.receive("SYT", days=2)
    office.act("tiep_nhan")
    assert office.rows("tblTiepNhan", Mã_đơn_vị="SYT")[0]["Đúng hạn"] == "có"


@pytest.mark.parametrize(
    ("until", "state"),
    [(date(2024, 1, 31), "đã nhận"), (date(2024, 1, 17), "đã nhận"), (date(2024, 1, 16), "trả lại")],
)
def test_a_waiver_covers_a_broken_rule_by_the_day_of_arrival_however_late_the_run(
    office: Office, until: date, state: str
) -> None:
    waive(office, "R03", until)
    answers = office.answers("SYT")
    office.receive("SYT", replace(answers, figures={**answers.figures, "KG201": 99}))
    office.act("tiep_nhan")
    assert office.state("SYT") == state


def stamped(office: Office, unit: str, **meta: str) -> None:
    """Receive the unit's form with its identity changed, inside and in the properties alike."""
    path = office.receive(unit, name="la.xlsx")
    package = Package.parse(path.read_bytes())
    for part in ("xl/sharedStrings.xml", "docProps/custom.xml"):
        xml = package.read(part).decode()
        for old, new in meta.items():
            xml = xml.replace(f">{old.replace('_', '-')}<", f">{new}<")
        package.replace(part, xml.encode())
    path.write_bytes(package.to_bytes())
    office.arrive(path, -1)


@pytest.mark.parametrize(
    ("code", "meta"),
    [
        ("R35-1", {"SYT": "LA"}),
        ("R35-2", {"2024_M01": "2024-M02"}),
        ("R35-3", {"KG_2024": "KG-2023"}),
        ("R35-4", {FORM_VERSION: "1"}),
        ("R35-6", {"SYT": "STP"}),
    ],
)
def test_a_form_that_is_not_ours_is_refused_at_the_door(
    office: Office, code: str, meta: dict[str, str]
) -> None:
    stamped(office, "SYT", **meta)
    outcome = office.act("tiep_nhan")
    assert code in [row["Quy tắc"] for row in office.rows("tblLoi")]
    assert (outcome.counts["refused"], office.rows("tblSoLieu")) == (1, [])


@pytest.mark.parametrize("version", ["1", "99"])
def test_of_a_version_nothing_is_told_but_that_it_is_none_that_is_taken(office: Office, version: str) -> None:
    stamped(office, "SYT", **{FORM_VERSION: version})
    office.act("tiep_nhan")
    (row,) = office.rows("tblLoi", Quy_tắc="R35-4")
    assert f"ghi phiên bản «{version}», không phải phiên bản" in str(row["Thông báo"])
    assert "không còn dùng" not in str(row["Thông báo"])


def on_time(office: Office, unit: str) -> tuple[object, object]:
    office.act("tiep_nhan")
    (row,) = office.rows("tblTiepNhan", Mã_đơn_vị=unit)
    return row["Trạng thái"], row["Đúng hạn"]


@pytest.mark.parametrize("days", [-19700, 27000])
def test_of_a_file_whose_time_cannot_be_nobody_says_that_it_was_on_time(office: Office, days: int) -> None:
    office.receive("SYT", days=days)
    first = on_time(office, "SYT")
    (note,) = office.rows("tblLoi", Quy_tắc="NB-38")
    (row,) = office.rows("tblTepNhan")
    assert first == ("đã nhận", None)
    assert (row["Nhận lúc"], row["Lý do"], note["Mức"]) == (office.now, note["Thông báo"], "ghi nhận")


def test_an_unknown_day_of_arrival_stays_unknown_and_the_same_at_later_runs(office: Office) -> None:
    path = office.receive("SYT", days=-19700)
    on_time(office, "SYT")
    before = office.rows("tblTepNhan")
    office.now += timedelta(days=3)
    assert on_time(office, "SYT") == ("đã nhận", None)
    path.unlink()
    assert on_time(office, "SYT") == ("đã nhận", None)
    assert office.rows("tblTepNhan") == before


def test_what_was_taken_in_before_the_deadline_was_on_time_whatever_its_file_says(office: Office) -> None:
    office.now -= timedelta(days=5)
    office.receive("SYT", days=-19700)
    assert on_time(office, "SYT") == ("đã nhận", "có")


def test_a_unit_that_answers_nothing_in_the_period_owes_nothing(office: Office) -> None:
    office.receive("SYT")
    book = FileBook(office.master)
    units = [{**row, "Gồm chỉ tiêu": "KG002"} if row["Mã"] == "SYT" else row for row in book.read("tblDonVi")]
    book.write("tblDonVi", units)
    book.save()
    outcome = office.act("tiep_nhan")
    assert outcome.counts["owing"] == 7
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["R35-5"]


def test_a_form_of_one_unit_named_after_another_is_asked_about_not_counted(office: Office) -> None:
    office.receive("STP")
    office.receive("STP", office.answers("SYT"), name="SYT_2024-M01.xlsx", days=0)
    office.act("tiep_nhan")
    assert (office.state("STP"), office.state("SYT")) == ("đã nhận", "đã gửi, chưa dùng được")
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["R35-7"]


def test_one_broken_file_never_stops_the_others(office: Office) -> None:
    office.receive("SYT")
    (office.inbox / "a.xlsx").write_bytes(b"PK\x03\x04 half a file")
    (office.inbox / "b.xlsx").write_bytes(b"")
    with zipfile.ZipFile(office.inbox / "c.xlsx", "w") as archive:
        archive.writestr("x", "no workbook")
    outcome = office.act("tiep_nhan")
    assert (outcome.counts["reported"], outcome.counts["refused"]) == (1, 3)
    assert all(row["Lý do"] for row in office.rows("tblTepNhan", Kết_quả="không dùng được"))


def test_a_file_that_cannot_be_read_or_is_far_too_large_never_stops_the_others(office: Office) -> None:
    office.receive("SYT")
    with (office.inbox / "to.xlsx").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    locked = office.receive("STP", name="khoa.xlsx")
    locked.chmod(0)
    outcome = office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"
    assert {"to.xlsx"} <= {str(row["Tệp"]) for row in office.rows("tblTepNhan", Kết_quả="không dùng được")}
    assert outcome.counts["files"] == 3
    kept = (office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.xlsx")
    assert max(path.stat().st_size for path in kept) < 10**6


def test_what_a_form_carries_over_from_the_month_before_is_known(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG221=2, KG222=0))
    office.act("tiep_nhan")
    office.period = "2024-M02"
    office.act("phat_bieu_mau")
    office.receive("SYT", office.answers("SYT", KG221=0, KG222=2), days=30)
    office.receive("STP", office.answers("STP", KG221=0, KG222=2), days=30)
    office.act("tiep_nhan")
    # STP may have had them since last year, which nobody knows here: it is asked.
    assert (office.state("SYT"), office.state("STP")) == ("đã nhận", "đã nhận, chờ giải trình")
    office.receive("SYT", office.answers("SYT", KG221=0, KG222=3), name="SYT 2.xlsx", days=31)
    office.act("tiep_nhan")
    asked = office.rows("tblLoi", Mức="cần giải trình", Quy_tắc="R09")
    assert [row["Mã đơn vị"] for row in asked] == ["STP", "SYT"]


def test_an_inbox_that_is_not_there_is_said_so_and_the_master_stays(office: Office) -> None:
    before = office.master.read_bytes()
    outcome = office.act("tiep_nhan", source=office.folder / "không có")
    assert (outcome.status, office.master.read_bytes()) == (2, before)
    assert "không phải là thư mục" in outcome.sentence


def test_a_formula_from_a_unit_stays_text(office: Office) -> None:
    answers = replace(
        office.answers("SYT"), texts={"KG602": '=HYPERLINK("http://x")', "KG603": "", "KG604": ""}
    )
    office.receive("SYT", answers)
    office.act("tiep_nhan")
    package = Package.parse(office.master.read_bytes())
    sheets = [package.read(name) for name in package.names if "worksheets/sheet" in name]
    assert not any(re.search(rb"<f>[^<]*http://x", sheet) for sheet in sheets)


def lined(office: Office, **cells: str) -> None:
    """Receive a form of SYT with some cells of «Số liệu» typed over, by openpyxl; «_E7» is of «Việc cụ thể»."""
    path = office.receive("SYT")
    book = load_workbook(path)
    for address, value in cells.items():
        sheet = "Việc cụ thể" if address.startswith("_") else "Số liệu"
        book[sheet][address.removeprefix("_")] = value
    book.save(path)
    office.arrive(path, -1)


def row_of(office: Office, code: str) -> int:
    period = office.period
    sheet = load_workbook(office.folder / "bieu-mau" / period / f"SYT_{period}.xlsx")["Số liệu"]
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def test_two_codes_exchanged_beside_their_lines_come_back(office: Office) -> None:
    one, other = row_of(office, "KG110"), row_of(office, "KG502")
    lined(office, **{f"A{one}": "KG502", f"A{other}": "KG110"})
    office.act("tiep_nhan")
    assert office.state("SYT") == "trả lại"
    assert "NB-08" in [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")]


def test_a_scale_written_into_a_label_comes_back(office: Office) -> None:
    row = row_of(office, "KG110")
    period = office.period
    sheet = load_workbook(office.folder / "bieu-mau" / period / f"SYT_{period}.xlsx")["Số liệu"]
    lined(office, **{f"B{row}": f"{sheet.cell(row, 2).value} (nghìn người)"})
    office.act("tiep_nhan")
    assert "có thêm chữ chỉ hàng đơn vị" in str(office.rows("tblLoi", Quy_tắc="NB-17")[0]["Thông báo"])


def test_the_very_same_figures_as_another_units_are_asked_about(office: Office) -> None:
    office.receive("SYT", office.answers("SYT"))
    office.receive("STP", office.answers("SYT"))
    office.act("tiep_nhan")
    assert {row["Mã đơn vị"] for row in office.rows("tblLoi", Quy_tắc="R35-14")} == {"SYT", "STP"}


def test_another_unit_of_measure_comes_back(office: Office) -> None:
    lined(office, **{f"C{row_of(office, 'KG110')}": "trăm người"})
    office.act("tiep_nhan")
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["NB-09"]


@pytest.mark.parametrize("shown", ['0"000"', '0" nghìn"', ";;;", "0\\0"])
def test_a_format_that_shows_another_number_comes_back(office: Office, shown: str) -> None:
    path = office.receive("SYT")
    book = load_workbook(path)
    book["Số liệu"][f"D{row_of(office, 'KG110')}"].number_format = shown
    book.save(path)
    office.arrive(path, -1)
    office.act("tiep_nhan")
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["SL-47"]


def test_a_master_parted_from_its_originals_loses_no_figures(office: Office) -> None:
    received = office.receive("SYT")
    office.act("tiep_nhan")
    received.unlink()
    office.master = office.master.rename(office.folder / "Tên khác.xlsm")
    before = office.master.read_bytes()
    outcome = office.act("tiep_nhan")
    assert (outcome.status, office.master.read_bytes()) == (2, before)
    assert outcome.sentence == SENTENCES["NB-10"].format(file=received.name, folder="Tên khác-luu-tru")


def test_a_later_version_that_is_wrong_is_told_beside_the_one_that_counts(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=10))
    office.receive("SYT", office.answers("SYT", KG110="nhiều"), name="SYT moi.xlsx", days=3)
    outcome = office.act("tiep_nhan")
    assert outcome.status == 1
    facts = {"file": "SYT moi.xlsx", "received": "21/01/2024", "counting": "SYT_2024-M01.xlsx"}
    assert outcome.details == (SENTENCES["NB-11"].format(unit="SYT", **facts),)


def test_two_versions_within_one_second_keep_their_order_in_a_second_run(office: Office) -> None:
    for name, figure, moment in (("b.xlsx", 10, 0.1), ("a.xlsx", 20, 0.9)):
        path = office.receive("SYT", office.answers("SYT", KG110=figure), name=name)
        os.utime(path, (1705480000 + moment, 1705480000 + moment))
    told = []
    for _ in range(2):
        office.act("tiep_nhan")
        told.append((office.rows("tblSoLieu", Mã_đơn_vị="SYT")[0]["KG110"], office.rows("tblLoi")))
        for path in office.inbox.iterdir():
            path.unlink()
    assert told[0] == told[1]
    (question,) = office.rows("tblLoi", Quy_tắc="NB-14")
    assert all(name in str(question["Thông báo"]) for name in ("«a.xlsx»", "«b.xlsx»"))
    assert office.state("SYT") == "đã nhận, chờ giải trình"


def test_a_wrong_file_of_the_same_second_as_the_sound_one_is_told(office: Office) -> None:
    for name, figure in (("a.xlsx", 10), ("b.xlsx", None)):
        path = office.receive("SYT", office.answers("SYT", KG502=figure), name=name)
        os.utime(path, (1705480000, 1705480000))
    outcome = office.act("tiep_nhan")
    (told,) = [line for line in outcome.details if "đến cùng một lúc" in line]
    assert "«b.xlsx» có lỗi, đến cùng một lúc với «a.xlsx»" in told


def test_a_file_marked_secret_is_not_kept(office: Office) -> None:
    office.receive(
        "SYT", replace(office.answers("SYT"), texts={"KG602": "TỐI MẬT", "KG603": "", "KG604": ""})
    )
    outcome = office.act("tiep_nhan")
    assert outcome.counts["refused"] == 1
    assert not list((office.folder / "KhoaGiao-2024-luu-tru").glob("ban-goc/*/*"))


def test_strange_suffixes_and_letters_from_nowhen_stop_nobody(office: Office) -> None:
    office.receive("SYT")
    (office.inbox / ("a." + "z" * 200)).write_bytes(b"x")
    for at, day in enumerate(("Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 1 Jan 1850 00:00:00 +0000")):
        letter = EmailMessage()
        letter["Date"] = day
        letter.add_attachment(
            office.form("STP"), maintype="application", subtype="xlsx", filename=f"{at}.xlsx"
        )
        (office.inbox / f"{at}.eml").write_bytes(letter.as_bytes())
    assert office.act("tiep_nhan").status == 1
    assert office.act("tiep_nhan").counts["files"] == 4
    assert office.state("SYT") == "đã nhận"


def test_a_secret_file_taken_out_of_the_inbox_stops_nobody(office: Office) -> None:
    office.receive("STP")
    secret = office.receive(
        "SYT", replace(office.answers("SYT"), texts={"KG602": "TỐI MẬT", "KG603": "", "KG604": ""})
    )
    office.act("tiep_nhan")
    secret.unlink()
    assert office.act("tiep_nhan").status != 2
    assert (office.state("STP"), office.state("SYT")) == ("đã nhận", "đã gửi, chưa dùng được")


def test_a_newer_version_shows_what_it_says_otherwise(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=10))
    office.receive("SYT", office.answers("SYT", KG110=12), name="SYT sua.xlsx", days=0)
    office.act("tiep_nhan")
    (row,) = office.rows("tblTepNhan", Tệp="SYT sua.xlsx")
    assert row["Lý do"] == SENTENCES["NB-13"].format(changes="KG110: 10 → 12")


def test_a_file_that_comes_after_the_closing_does_not_count_unless_the_unit_was_given_time(
    office: Office,
) -> None:
    office.now += timedelta(days=20)
    office.receive("SYT", days=20)  # the period closes on 1 February
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã gửi, chưa dùng được"
    (row,) = office.rows("tblTepNhan", Mã_đơn_vị="SYT")
    facts = {"received": "07/02/2024", "closes": "01/02/2024"}
    assert (row["Kết quả"], row["Lý do"]) == ("đến sau khi khóa kỳ", SENTENCES["NB-12"].format(**facts))
    book = FileBook(office.master)
    waiver: Any = {
        "Kỳ": office.period,
        "Mã đơn vị": "SYT",
        "Quy tắc": "GIA-HAN",
        "Đến hết": date(2024, 2, 10),
    }
    book.write("tblMienTru", [{**waiver, "Lý do": "Bão lũ", "Người cho phép": "Thường trực"}])
    book.save()
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"


def test_the_office_sets_how_large_a_file_may_be(office: Office) -> None:
    book = FileBook(office.master)
    rows = book.read("tblCauHinh")
    book.write(
        "tblCauHinh", [{**row, "Giá trị": "0,005"} if row["Khóa"] == "gioi_han_mb" else row for row in rows]
    )
    book.save()
    office.receive("SYT")
    office.act("tiep_nhan")
    assert [row["Quy tắc"] for row in office.rows("tblLoi")] == ["TN-14"]


@pytest.mark.parametrize("reach", [1, 70])
def test_a_cell_that_is_far_too_long_comes_back_at_once(office: Office, reach: int) -> None:
    row = row_of(office, "KG110")
    lined(office, **{f"D{row}": "1" + "(" * 32_000, "_C7": "45-NQ/TW; " * reach * 10})
    office.act("tiep_nhan")
    codes = [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")]
    assert codes == ["SL-50"] * (2 if reach > 20 else 1)


def lettered(office: Office, name: str, day: int, attached: Path, sender: str = "", words: str = "") -> None:
    """Put a file of the inbox into a letter of that day, counted from the first of January."""
    letter = EmailMessage()
    if sender:
        letter["From"] = sender
    if words:
        letter.set_content(words)
    letter["Date"] = format_datetime(datetime(2024, 1, 1, 9) + timedelta(days=day - 1))  # noqa: DTZ001
    letter.add_attachment(
        attached.read_bytes(), maintype="application", subtype="xlsx", filename=attached.name
    )
    (office.inbox / name).write_bytes(letter.as_bytes())


def test_a_letter_from_another_unit_is_asked_about_also_after_it_left_the_inbox(office: Office) -> None:
    address = str(office.rows("tblDonVi", Mã="STP")[0]["Email"])
    form = office.receive("SYT")
    lettered(office, "thu.eml", 17, form, f"Sở Tư pháp <{address.upper()}>")
    form.unlink()
    for _ in range(2):
        office.act("tiep_nhan")
        assert office.state("SYT") == "đã nhận, chờ giải trình"
        (told,) = office.rows("tblLoi", Quy_tắc="R35-13")
        assert address.upper() in str(told["Thông báo"])
        (office.inbox / "thu.eml").unlink(missing_ok=True)


def test_a_letter_that_corrects_a_figure_is_asked_about_also_after_it_left_the_inbox(office: Office) -> None:
    form = office.receive("SYT")
    lettered(office, "thu.eml", 17, form, words="Riêng KG205 xin sửa lại là 13 lượt.")
    form.unlink()
    for _ in range(2):
        office.act("tiep_nhan")
        (told,) = office.rows("tblLoi", Quy_tắc="R35-15")
        assert "xin sửa lại là 13 lượt" in str(told["Thông báo"])
        (office.inbox / "thu.eml").unlink(missing_ok=True)


def test_a_letter_from_a_private_address_is_no_contradiction(office: Office) -> None:
    form = office.receive("SYT")
    lettered(office, "thu.eml", 17, form, "canbo@gmail.com")
    form.unlink()
    office.act("tiep_nhan")
    assert office.state("SYT") == "đã nhận"


def test_a_report_sent_again_after_the_closing_arrived_when_it_first_did(office: Office) -> None:
    form = office.receive("SYT")
    lettered(office, "1.eml", 17, form)
    lettered(office, "2.eml", 40, form)
    form.unlink()
    for _ in range(2):
        office.act("tiep_nhan")
        (duty,) = office.rows("tblTiepNhan", Mã_đơn_vị="SYT")
        assert (duty["Trạng thái"], duty["Đúng hạn"]) == ("đã nhận", "có")
        verdicts = [row["Kết quả"] for row in office.rows("tblTepNhan")]
        assert verdicts == ["đã nhận", "trùng tệp đã nhận"]


def test_who_sends_one_version_again_after_another_has_it_as_the_last_word(office: Office) -> None:
    for day, figure in enumerate((10, 20, 10), 15):
        form = office.receive("SYT", office.answers("SYT", KG110=figure))
        lettered(office, f"{day}.eml", day, form)
        form.unlink()
    for _ in range(2):
        office.act("tiep_nhan")
        assert office.rows("tblSoLieu", Mã_đơn_vị="SYT")[0]["KG110"] == 10
        assert office.rows("tblTiepNhan", Mã_đơn_vị="SYT")[0]["Phiên bản"] == 3


def covered(office: Office, **cells: str) -> str:
    """Receive SYT's form with cells of «Bìa» typed over, and return its verdict."""
    path = office.receive("SYT")
    book = load_workbook(path)
    for address, value in cells.items():
        book["Bìa"][address] = value
    book.save(path)
    office.arrive(path, -1)
    office.act("tiep_nhan")
    return str(office.rows("tblTepNhan")[0]["Kết quả"])


@pytest.mark.parametrize(
    ("cell", "value"),
    [("C4", "of STP"), ("C5", "STP"), ("C6", "2024-M02"), ("C2", "Kỳ báo cáo: tháng 2 năm 2024")],
)
def test_a_cover_that_names_another_unit_or_period_is_refused(office: Office, cell: str, value: str) -> None:
    if value == "of STP":
        value = next(str(row["Tên"]) for row in office.rows("tblDonVi") if row["Mã"] == "STP")
    assert covered(office, **{cell: value.upper() if cell == "C4" else value}) == "không dùng được"
    assert [row["Quy tắc"] for row in office.rows("tblLoi", Mức="lỗi")] == ["R35-8"]


def test_a_units_new_name_on_its_cover_is_no_contradiction_but_asked_about(office: Office) -> None:
    assert covered(office, C4="Đảng bộ Sở Y tế (mới)", C5="syt ") == "đã nhận, chờ giải trình"
    assert [row["Ô"] for row in office.rows("tblLoi", Quy_tắc="TN-130")] == ["C4"]


def test_what_the_office_changed_after_issuing_is_no_fault_of_the_units(office: Office) -> None:
    for unit in ("SYT", "STP", "SGDDT"):
        office.receive(unit)
    book = FileBook(office.master)
    rows = [
        {**row, "Đơn vị tính": "cuộc họp"} if row["Mã"] == "KG110" else row for row in book.read("tblChiTieu")
    ]
    book.write("tblChiTieu", rows)
    book.save()
    office.act("tiep_nhan")
    assert office.rows("tblLoi", Quy_tắc="NB-09") == []


def test_nothing_to_report_beside_a_list_or_figures_in_words_is_asked_about(office: Office) -> None:
    words = {"KG602": "Tổ chức 5 hội nghị.", "KG603": "Không.", "KG604": ""}
    rows = {"QT001": {"Nội dung việc": "45-NQ/TW"}}
    office.receive("SYT", Answers({"KG001": 40}, texts=words, details=rows, nothing=True))
    office.act("tiep_nhan")
    told = [str(row["Thông báo"]) for row in office.rows("tblLoi", Quy_tắc="NB-15")]
    assert [code in text for code, text in zip(("KG105", "KG602"), told, strict=True)] == [True, True]


def test_a_directive_that_no_list_knows_is_asked_about_at_its_cell(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG105="45-NQ/TW; 999-NQ/ABC", KG106=1))
    office.act("tiep_nhan")
    (row,) = office.rows("tblLoi", Quy_tắc="NB-16")
    assert (row["Trang"], row["Ô"]) == ("Việc cụ thể", "C7")
    assert "«999-NQ/ABC»" in str(row["Thông báo"])


def test_a_document_missing_from_the_explanation_is_marked_there(office: Office) -> None:
    office.period = "2024-Q1"
    office.act("phat_bieu_mau")
    answers = office.answers("SYT", KG111="Không", KG112="Không", KG113="Không", KG402=0, KG601="Có")
    office.receive("SYT", replace(answers, explanations={"KG601": "có rồi"}))
    office.act("tiep_nhan")
    (row,) = office.rows("tblLoi", Quy_tắc="R24")
    assert row["Ô"] == f"E{row_of(office, 'KG601')}"


def test_answers_to_what_is_asked_no_more_are_one_line_with_plain_figures(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=7, KG502=8))
    book = FileBook(office.master)
    gone = [{**row, "M": ""} if row["Mã"] in ("KG110", "KG502") else row for row in book.read("tblChiTieu")]
    book.write("tblChiTieu", gone)
    book.save()
    office.act("tiep_nhan")
    (row,) = office.rows("tblLoi", Quy_tắc="TN-161")
    said = SENTENCES["TN-161-N"].format(indicators="KG110, KG502")
    assert row["Thông báo"] == f"{said} (2 chỗ): KG110 = 7. KG502 = 8."
