"""The demo: the whole day on files, with a truth to compare it with, and a real office program to open it."""

from __future__ import annotations

import email
import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo import periods_lived
from khoagiao_xl.office.profiles import load_profile
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
    assert len(list((demo / "bao-cao").glob("*.docx"))) == 2
    assert all(list((demo / "tra-lai" / period).glob("*.xlsx")) for period in PERIODS)
    assert all(list((demo / "thu-nhap" / period).glob("*.eml")) for period in PERIODS)


@pytest.mark.parametrize("period", PERIODS)
def test_all_92_units_are_accounted_for_in_one_state_each(book: FileBook, period: str) -> None:
    duties = of(book.read("tblTiepNhan"), Kỳ=period)
    states = Counter(str(duty["Trạng thái"]) for duty in duties)
    assert len({duty["Mã đơn vị"] for duty in duties}) == len(duties) == 92
    # Who says of the quarter that nothing happened reported figures in two of its months: rule R16.
    contradicts = int(period == "2024-Q1")
    assert states["trả lại"] == 8 + contradicts
    assert (states["không phát sinh"], states["đã nhận, chờ giải trình"]) == (1 - contradicts, 1)
    assert (states["chưa nộp"], states["đã gửi, chưa dùng được"]) == (5, 2)
    assert states["đã nhận"] == 92 - 17


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
    for path in (demo / "tra-lai" / period).glob("*.xlsx"):
        unit = path.name.split("_")[0]
        faults = [row for row in of(book.read("tblLoi"), Kỳ=period, Mã_đơn_vị=unit, Mức="lỗi") if row["Ô"]]
        copy = load_workbook(path)
        assert faults
        for fault in faults:
            for address in str(fault["Ô"]).split(", "):
                cell = copy[str(fault["Trang"])][address]
                assert cell.comment is not None
                assert cell.fill.fill_type == "solid"


def test_the_drafts_go_to_exactly_the_units_that_owe_something(demo: Path, book: FileBook) -> None:
    addresses = {str(row["Email"]): row["Mã"] for row in book.read("tblDonVi")}
    for period in PERIODS:
        owing = {
            row["Mã đơn vị"] for row in of(book.read("tblTiepNhan"), Kỳ=period) if row["Trạng thái"] in OWING
        }
        letters = [
            email.message_from_bytes(path.read_bytes()) for path in (demo / "thu-nhap" / period).glob("*.eml")
        ]
        assert {addresses[letter["To"]] for letter in letters} == owing
        assert {letter["X-Unsent"] for letter in letters} == {"1"}


OWING = {"chưa nộp", "đã gửi, chưa dùng được", "trả lại", "gia hạn", "đã nhận, chờ giải trình"}


def test_the_reports_say_the_figures_of_the_totals(demo: Path, book: FileBook) -> None:
    (total,) = of(book.read("tblTongHop"), Kỳ="2024-M03", Mã="KG205")
    with zipfile.ZipFile(demo / "bao-cao" / "Bao-cao-khoa-giao-2024-M03.docx") as archive:
        text = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())
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
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for file in files:
        pages = subprocess.run(
            ["pdfinfo", tmp_path / f"{file.stem}.pdf"], capture_output=True, text=True
        ).stdout
        assert int(re.search(r"Pages:\s+(\d+)", pages)[1]) > 0  # type: ignore[index]
