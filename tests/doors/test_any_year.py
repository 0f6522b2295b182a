"""A master of any year and any kind of office lives a whole month by the terminal."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.sample_guidance import write_sample_guidance
from khoagiao_xl.doors import run_action
from khoagiao_xl.doors.cli import main
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.office.year import read_year

THREE = "Mã;Tên;Loại;Email\nDV1;Đơn vị một;chi bộ;dv1@coquan.vn\nDV2;Đơn vị hai;chi bộ;dv2@coquan.vn\nDV3;Đơn vị ba;đảng bộ;dv3@coquan.vn\n"
OFFICES = [("2024", 2025), ("2026", 2026), ("2026-tinh", 2031)]


@dataclass
class Month:
    """One office and its March: the folder, what it starts with, the clock on its wall."""

    folder: Path
    profile: Profile
    now: datetime

    @property
    def master(self) -> Path:
        return self.folder / f"KhoaGiao-{self.profile.year}.xlsm"

    @property
    def period(self) -> Period:
        return Period.parse(f"{self.profile.year}-M03")

    def do(self, verb: str, *words: object) -> int:
        """Run a verb on the master as the terminal does; return its exit status."""
        return main([verb, str(self.master), *map(str, words)])

    def do_in_march(self, verb: str) -> int:
        return self.do(verb, "--period", self.period)


@pytest.fixture(params=OFFICES, ids=lambda office: f"{office[1]} của {office[0]}")
def month(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Month:
    """An office of three units with its guidance, on a day in January."""
    profile, year = load_profile(*request.param), request.param[1]
    found = Month(tmp_path, profile, datetime(year, 1, 8, 8))  # noqa: DTZ001
    monkeypatch.setattr(run_action, "clock", lambda: found.now)
    (tmp_path / "don-vi.csv").write_text(THREE, encoding="utf-8")
    words = ["--year", str(year), "--profile", profile.name, "--units", str(tmp_path / "don-vi.csv")]
    assert main(["new", str(found.master), *words]) == 0
    write_sample_guidance(tmp_path / "huong-dan" / "hd.docx", profile)
    return found


def send(month: Month, *units: str) -> None:
    """Fill in the issued forms of these units, and put them into the inbox of the period."""
    owed = read_year(month.master).obligations(month.period)
    for code in units:
        name = form_name(code, str(month.period))
        form = (month.folder / "bieu-mau" / str(month.period) / name).read_bytes()
        figures = figures_of(code, month.period, list(owed.asked_of(owed.unit_by_code[code])))
        said = explanations_for(figures, month.period)
        rows = details_of(code, month.period, figures, owed.deadline.starts)
        filled = Filler(form).fill_in(form, Answers(figures, said, details=rows))
        sent = month.folder / "hop-thu-den" / str(month.period) / name
        sent.write_bytes(filled)
        came = datetime.combine(owed.deadline.unit_due, month.now.time()).timestamp()
        os.utime(sent, (came, came))


def live(month: Month) -> dict[str, int]:
    """Do a month's work, two of three units reporting; return the exit status of every verb."""
    done = {verb: month.do(verb) for verb in ("plan", "check")}
    done["forms"] = month.do_in_march("forms")
    due = read_year(month.master).obligations(month.period).deadline.unit_due
    send(month, "DV1", "DV2")
    month.now = datetime.combine(due + timedelta(days=2), month.now.time())
    return done | {verb: month.do_in_march(verb) for verb in ("collect", "consolidate", "report", "remind")}


def texts_of(document: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(document.read_bytes())) as package:
        return package.read("word/document.xml").decode()


def test_a_month_is_lived_from_the_guidance_to_the_reminders(month: Month) -> None:
    done = live(month)
    assert done == dict.fromkeys(("plan", "check", "forms", "collect", "consolidate", "report", "remind"), 0)
    book = FileBook(month.master)
    states = {row["Mã đơn vị"]: row["Trạng thái"] for row in book.read(schema.DUTIES.name)}
    assert states == {"DV1": "đã nhận", "DV2": "đã nhận", "DV3": "chưa nộp"}
    assert {row["Số đơn vị"] for row in book.read(schema.TOTALS.name)} <= {"2/3", "1/3", "0/3"}
    report = texts_of(month.folder / "bao-cao" / f"Bao-cao-khoa-giao-{month.period}.docx")
    assert month.profile.setting("co_quan") in report or month.profile.setting("ban_tham_muu") in report


def test_the_guidance_of_the_office_itself_dates_the_reports_of_its_units(month: Month) -> None:
    month.do("plan")
    line = read_year(month.master).deadlines[str(month.period)]
    assert "(hạn đơn vị)" in line.note
    assert line.ends <= line.unit_due <= line.report_due


def days_in_tables(month: Month) -> list[tuple[str, date]]:
    book = FileBook(month.master)
    found = []
    for table in (schema.DEADLINES, schema.HOLIDAYS, schema.CALENDAR):
        for row in book.read(table.name):
            found += [(table.name, value) for value in row.values() if isinstance(value, date)]
    return found


def test_what_the_master_dates_lies_in_its_own_year_or_beside_it(month: Month) -> None:
    month.do("plan")
    year = month.profile.year
    assert [found for found in days_in_tables(month) if abs(found[1].year - year) > 1] == []
    assert {str(row["Kỳ"])[:5] for row in FileBook(month.master).read("tblThoiHan")} == {f"{year}-"}


def words_of(path: Path) -> str:
    """Return everything that stands in the cells of a workbook."""
    book = CalamineWorkbook.from_path(path)
    grids = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return "\n".join(str(value) for grid in grids for row in grid for value in row)


def test_a_form_names_its_own_year_and_its_own_office(month: Month) -> None:
    month.do_in_march("forms")
    forms = month.folder / "bieu-mau" / str(month.period)
    words = words_of(forms / form_name("DV1", str(month.period)))
    assert month.profile.setting("ban_tham_muu") in words
    assert f"Tháng 3 năm {month.profile.year}" in words
    assert "2024" not in words
