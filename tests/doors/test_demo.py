"""The demo: the whole day on files, with a truth to compare it with, and a real office program to open it."""

from __future__ import annotations

import email
import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import datetime
from email.utils import parseaddr
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo import periods_lived
from khoagiao_xl.model.workdays import WorkCalendar
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report.kinds.kinds_table import KINDS
from khoagiao_xl.totals.adding import WAYS
from tests.made_once import live_small_day

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.base import Row

pytestmark = pytest.mark.slow
SOFFICE = shutil.which("soffice")
PERIODS = [str(period) for period in periods_lived(2024)]


@pytest.fixture(scope="module")
def book(demo: Path) -> FileBook:
    return FileBook(demo / "KhoaGiao-2024.xlsm")


def of(rows: list[Row], **wanted: object) -> list[Row]:
    return [row for row in rows if all(row[key.replace("_", " ")] == value for key, value in wanted.items())]


def test_everything_a_day_brings_is_there(demo: Path) -> None:
    assert len(list((demo / "bieu-mau" / "2024-M01").glob("*.xlsx"))) == 92
    assert len(list((demo / "bao-cao").glob("Bao-cao-khoa-giao-*.docx"))) == 4
    assert len(list((demo / "bao-cao").glob("*.docx"))) == 4 + len(KINDS)
    assert all(list((demo / "tra-lai" / period).glob("*.xlsx")) for period in PERIODS)
    assert all(list((demo / "thu-nhap" / period).rglob("*_don-doc.eml")) for period in PERIODS[:3])
    assert list((demo / "thu-nhap" / PERIODS[2]).glob("*_don-doc.eml"))


@pytest.mark.parametrize("period", PERIODS)
def test_all_92_units_are_accounted_for_in_one_state_each(book: FileBook, period: str) -> None:
    duties = of(book.read("tblTiepNhan"), Kỳ=period)
    states = Counter(str(duty["Trạng thái"]) for duty in duties)
    assert len({duty["Mã đơn vị"] for duty in duties}) == len(duties) == 92
    # Three never answer and two not this time; one never mends its form, one had its form sent by another.
    assert (states["chưa nộp"], states["trả lại"], states["đã gửi, chưa dùng được"]) == (5, 1, 1)
    assert states["không phát sinh"] == int(period != "2024-Q1")
    assert states["đã nhận, chờ giải trình"] >= 1


def test_the_same_few_never_answer_and_others_err_each_time(book: FileBook) -> None:
    rows = book.read("tblTiepNhan")
    missing = [{row["Mã đơn vị"] for row in of(rows, Kỳ=period, Trạng_thái="chưa nộp")} for period in PERIODS]
    assert len(set.intersection(*missing)) == 3
    returned = [row["Mã đơn vị"] for row in rows if row["Trạng thái"] == "trả lại"]
    assert len(set(returned)) == len(returned) == len(PERIODS)


@pytest.mark.parametrize("period", PERIODS)
def test_units_send_again_what_came_back_and_it_is_taken(book: FileBook, period: str) -> None:
    mended = [row for row in of(book.read("tblTepNhan"), Kỳ=period) if "(sửa)" in str(row["Tệp"])]
    assert len(mended) >= 5
    assert {row["Kết quả"] for row in mended} <= {"đã nhận", "đã nhận, chờ giải trình"}


def test_everything_is_done_and_sent_on_a_workday(book: FileBook) -> None:
    calendar = WorkCalendar.of_rows(load_profile("2024").holidays)
    done = [datetime.fromisoformat(str(row["Lúc"])).date() for row in book.read("tblNhatKy")]
    came = [row["Nhận lúc"].date() for row in book.read("tblTepNhan") if row["Nhận lúc"]]  # type: ignore[union-attr]
    assert [day for day in [*done, *came] if not calendar.is_workday(day)] == []


def test_nobody_attends_a_meeting_that_was_not_held_and_members_hardly_change(book: FileBook) -> None:
    months = [row for row in book.read("tblSoLieu") if str(row["Kỳ"]).startswith("2024-M")]
    assert [row for row in months if row["KG110"] and not row["KG106"]] == []
    members: dict[object, set[object]] = {}
    for row in months:
        members.setdefault(row["Mã đơn vị"], set()).add(row["KG001"])
    changed = [unit for unit, counts in members.items() if len(counts) > 1]
    assert 0 < len(changed) < 15


def test_every_task_of_the_plan_is_decided_on_before_the_programme(book: FileBook) -> None:
    statuses = Counter(row["Trạng thái"] for row in book.read("tblKeHoach"))
    assert statuses["đề xuất"] == 0
    assert statuses["nhận"] > 0
    assert statuses["xong"] > 0


def test_two_months_are_closed_and_what_changed_after_it_is_told_once(demo: Path, book: FileBook) -> None:
    closed = {row["Kỳ"] for row in of(book.read("tblSoChot"), Loại="kỳ")}
    (change,) = book.read("tblThayDoi")
    assert closed == {"2024-M01", "2024-M02"}
    assert (change["Kỳ"], change["Mã"], change["Chênh lệch"]) == ("2024-M01", "KG220", 1)
    assert "Sau khi chốt tháng 1 năm 2024: " in words_of(demo, "2024-M02")
    assert "Sau khi chốt" not in words_of(demo, "2024-M03")


def test_a_hot_issue_told_at_once_stands_in_the_log_and_in_the_report(demo: Path, book: FileBook) -> None:
    (issue,) = book.read("tblVanDe")
    assert issue["Nguồn"] == "tin nhanh"
    text = words_of(demo, "2024-M02")
    assert "Trong kỳ phát sinh 01 vấn đề nổi cộm (qua tin nhanh của đơn vị); đến hết kỳ, " in text
    said = str(issue["Nội dung"]).rstrip(".")
    assert (
        f"Theo tin nhanh của Chi bộ Liên đoàn Lao động tỉnh (việc xảy ra hoặc nắm được ngày 02/02/2024): {said[:1].lower()}{said[1:]}"
        in text
    )


def test_the_month_and_the_quarter_of_one_day_tell_one_year_to_date(book: FileBook) -> None:
    rows = book.read("tblTongHop")
    month = {row["Mã"]: row["Lũy kế"] for row in of(rows, Kỳ="2024-M03")}
    quarter = {row["Mã"]: row["Lũy kế"] for row in of(rows, Kỳ="2024-Q1")}
    both = [code for code in month if code in quarter]
    assert len(both) > 25
    assert [(code, month[code], quarter[code]) for code in both if month[code] != quarter[code]] == []


def test_a_figure_of_the_last_report_was_traced_to_the_units_cells(book: FileBook) -> None:
    rows = book.read("tblTruyVet")
    assert len(rows) > 80


def words_of(demo: Path, period: str) -> str:
    """Return the text of a report."""
    with zipfile.ZipFile(demo / "bao-cao" / f"Bao-cao-khoa-giao-{period}.docx") as archive:
        return re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())


@pytest.mark.parametrize("period", PERIODS)
def test_every_file_of_the_inbox_is_answered_for(demo: Path, book: FileBook, period: str) -> None:
    files = {
        path.name for path in (demo / "hop-thu-den" / period).iterdir() if not path.name.startswith("~$")
    }
    answered = of(book.read("tblTepNhan"), Kỳ=period)
    assert len(answered) == len(files)
    assert all(row["Lý do"] for row in answered if row["Kết quả"] == "không dùng được")


def without_carried(row: Row) -> float | None:
    """Return the figure of the period's own reports: what silent units last reported is no original of it."""
    if row["Kỳ này"] is None:
        return None
    return plain_number(row["Kỳ này"]) - plain_number(row["Mang sang"] or 0)


@pytest.mark.parametrize("period", PERIODS)
def test_totals_equal_a_sum_over_the_kept_originals(demo: Path, book: FileBook, period: str) -> None:
    counting = {
        row["SHA-256"] for row in of(book.read("tblTiepNhan"), Kỳ=period) if str(row["Trạng thái"]) in VALID
    }
    sums = dict.fromkeys(ADDED, 0.0)
    for path in (demo / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*"):
        if path.is_file() and path.stem in counting:
            sheet = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_name("Số liệu")
            for line in sheet.to_python(skip_empty_area=False):
                if line[0] in sums:
                    sums[str(line[0])] += plain_number(line[3])
    rows = of(book.read("tblTongHop"), Kỳ=period)
    totals = {str(row["Mã"]): without_carried(row) for row in rows}
    for change in of(book.read("tblThayDoi"), Kỳ=period):  # a closed period keeps its figures
        code = str(change["Mã"])
        totals[code] = (totals[code] or 0) + plain_number(change["Chênh lệch"])
    compared = {code: total for code, total in totals.items() if code in sums}
    assert len(compared) > 25
    assert {code: round(sums[code], 1) for code in compared} == compared


VALID = {"đã nhận", "đã nhận, chờ giải trình", "không phát sinh"}
ADDED = [item.code for item in load_profile("2024").indicators if item.over_units == "cộng"]


def plain_number(cell: object) -> float:
    """Read a cell by a rule of its own, not the product's: digits before the first letter, «không» is none."""
    digits = re.match(r"\s*(\d+)", str(cell)) if isinstance(cell, str) else None
    return float(cell) if isinstance(cell, int | float) else float(digits[1]) if digits else 0.0


def test_each_way_of_adding_up_is_met_by_some_indicator() -> None:
    used = {item.over_units for item in load_profile("2024").indicators}
    assert set(WAYS) <= used


@pytest.mark.parametrize("period", PERIODS)
def test_a_returned_copy_marks_a_cell_for_every_fault_that_has_one(
    demo: Path, book: FileBook, period: str
) -> None:
    still = {row["Mã đơn vị"] for row in of(book.read("tblTiepNhan"), Kỳ=period, Trạng_thái="trả lại")}
    for unit in still:
        (path,) = (demo / "tra-lai" / period).glob(f"{unit}_*.xlsx")
        faults = [row for row in of(book.read("tblLoi"), Kỳ=period, Mã_đơn_vị=unit, Mức="lỗi") if row["Ô"]]
        copy = load_workbook(path)
        assert faults
        for fault in faults:
            for address in str(fault["Ô"]).split(", "):
                cell = copy[str(fault["Trang"])][address]
                assert cell.comment is not None
                assert cell.fill.fill_type == "solid"


def test_the_last_drafts_went_to_exactly_the_units_that_owed_something(demo: Path, book: FileBook) -> None:
    """One letter a unit for all periods that are not closed; it was written before the late ones answered."""
    closed = {row["Kỳ"] for row in book.read("tblSoChot")}
    owing = set()
    for period in set(PERIODS) - closed:
        duties = of(book.read("tblTiepNhan"), Kỳ=period)
        owing |= {row["Mã đơn vị"] for row in duties if row["Trạng thái"] in OWING}
        owing |= {row["Mã đơn vị"] for row in duties if row["Đúng hạn"] == "không"}
    found = (demo / "thu-nhap").glob("*/*_don-doc.eml")
    letters = [email.message_from_bytes(path.read_bytes()) for path in found]
    addresses = {str(row["Email"]): row["Mã"] for row in book.read("tblDonVi")}
    to_units = {addresses[parseaddr(letter["To"])[1]] for letter in letters}
    corrected = {
        row["Mã đơn vị"]
        for row in book.read("tblTepNhan")
        if row["Kết quả"] in ("trả lại", "không dùng được")
    }
    assert owing <= to_units <= owing | corrected
    assert len(to_units) == len(letters)
    assert {letter["X-Unsent"] for letter in letters} == {"1"}


OWING = {"chưa nộp", "đã gửi, chưa dùng được", "trả lại", "gia hạn", "đã nhận, chờ giải trình"}


def test_the_reports_say_the_figures_of_the_totals(demo: Path, book: FileBook) -> None:
    (total,) = of(book.read("tblTongHop"), Kỳ="2024-M03", Mã="KG205")
    text = words_of(demo, "2024-M03")
    assert f"{total['Kỳ này']:,}".replace(",", ".") in text
    assert f"{total['Số đơn vị']}" in text


def test_a_second_day_in_another_folder_gives_the_same_master(small_day: Path, tmp_path: Path) -> None:
    again = tmp_path / "lần hai"
    again.mkdir()
    live_small_day(again)
    assert (again / "KhoaGiao-2024.xlsm").read_bytes() == (small_day / "KhoaGiao-2024.xlsm").read_bytes()


@pytest.mark.office
@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine")
def test_libreoffice_opens_the_master_a_form_a_returned_copy_and_the_reports(
    demo: Path, tmp_path: Path
) -> None:
    files = [
        demo / "KhoaGiao-2024.xlsm",
        next((demo / "bieu-mau" / "2024-Q1").glob("*.xlsx")),
        next((demo / "tra-lai" / "2024-M01").glob("*.xlsx")),
        *(demo / "bao-cao").glob("*.docx"),
    ]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    for file in files:
        pages = subprocess.run(
            ["pdfinfo", tmp_path / f"{file.stem}.pdf"], capture_output=True, text=True
        ).stdout
        assert int(re.search(r"Pages:\s+(\d+)", pages)[1]) > 0  # type: ignore[index]


def test_study_by_directive_adds_up_to_the_rows_of_the_units(demo: Path, book: FileBook) -> None:
    rows = [row for row in of(book.read("tblViecCuThe"), Loại="QT") if str(row["Kỳ"]) in PERIODS]
    text = words_of(demo, "2024-Q1")
    for symbol in ("45-NQ/TW", "20-KH/TW", "25-CT/TW", "29-NQ/TW", "49-KL/TW"):
        own = [row for row in rows if symbol in str(row["Nội dung"])]
        units = len({row["Mã đơn vị"] for row in own})
        called, present = (sum(int(str(row[name])) for row in own) for name in ("Số thứ nhất", "Số thứ hai"))
        shares = f"{present:,}/{called:,}".replace(",", ".")
        assert (
            f"{units:02} đơn vị tổ chức {len(own):02} hội nghị, {shares} lượt đảng viên được triệu tập"
            in text
        )


def test_every_review_of_the_register_stands_in_a_report_and_one_is_done(demo: Path, book: FileBook) -> None:
    text = words_of(demo, "2024-M03")
    assert all(str(row["Số, ký hiệu"]) in text for row in book.read("tblSoTongKet"))
    (done,) = of(book.read("tblSoTongKet"), Trạng_thái="xong")
    assert f"Đã hoàn thành, Báo cáo số {done['Số báo cáo']}, ngày 28/02/2024" in text


def test_the_register_of_what_was_sent_out_stands_in_a_report_by_number_and_day(demo: Path) -> None:
    text = words_of(demo, "2024-M03")
    assert "Công văn số 41-CV/ĐUK, ngày 20/02/2024 về việc tăng cường tuyên truyền về y tế cơ sở" in text
    assert "Ban Tuyên giáo Đảng ủy Khối ban hành 01 văn bản: Công văn số 18-CV/BTG, ngày 27/02/2024" in text
