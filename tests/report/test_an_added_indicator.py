"""README's «how to add an indicator», followed for real in a copy of the package: rows of two data files, no code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.form_filling import Answers, Filler
from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.profiles import load_profile

TREE = Path(__file__).resolve().parents[2]
PERIOD = "2024-M01"
FORM = f"SYT_{PERIOD}.xlsx"
TEXTS = {"KG602": "Đã làm.", "KG603": "Không.", "KG604": "Tiếp tục."}
# data/indicators.csv: one more of section II.3 that has a sentence, and one that has none.
WITH_SENTENCE = "KG309,Số cuộc đối thoại về khoa giáo,cuộc,số đếm,II.3,Chung,x,x,x,x,cộng,cộng,,,,"
WITHOUT = "KG310,- Số đơn thư về khoa giáo,đơn,số đếm,II.3,Chung,x,x,x,x,cộng,cộng,,,,"
# data/report_sentences.csv
SENTENCE = "muc_3,,,KG309,,{} đối thoại về khoa giáo,,,"


def add_lines(file: Path, after: str, *lines: str) -> None:
    """Put lines behind the one that begins with `after`."""
    before = file.read_text(encoding="utf-8").splitlines()
    at = next(at for at, line in enumerate(before) if line.startswith(after))
    file.write_text("\n".join([*before[: at + 1], *lines, *before[at + 1 :]]) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a master of the changed package, in which one unit has reported and the report is written."""
    top = tmp_path_factory.mktemp("added")
    shutil.copytree(TREE / "macros", top / "macros")
    data = Path(shutil.copytree(TREE / "src", top / "src")) / "khoagiao_xl" / "data"
    add_lines(data / "indicators.csv", "KG308", WITH_SENTENCE, WITHOUT)
    add_lines(data / "report_sentences.csv", "muc_3,,,KG307", SENTENCE)
    run(top, "new", "K.xlsm", "--year", "2024")
    run(top, "forms", "K.xlsm", "--period", PERIOD, "--out", "forms")
    fill_in(top / "forms" / FORM, top / "inbox" / FORM)
    run(top, "collect", "K.xlsm", "inbox", "--period", PERIOD)
    run(top, "consolidate", "K.xlsm", "--period", PERIOD)
    run(top, "report", "K.xlsm", "--period", PERIOD, "--out", "report.docx")
    return top


def run(top: Path, *words: str) -> None:
    command = [sys.executable, "-m", "khoagiao_xl", *words]
    environment = {**os.environ, "PYTHONPATH": str(top / "src")}
    ended = subprocess.run(command, cwd=top, env=environment, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def fill_in(form: Path, answered: Path) -> None:
    """Answer a form as its unit does."""
    period = Period.parse(PERIOD)
    asked = [item for item in load_profile("2024").indicators if item.is_asked(period.kind)]
    figures = figures_of("SYT", period, asked)
    answers = Answers({**figures, "KG309": 7, "KG310": 12}, explanations_for(figures, period), TEXTS)
    data = form.read_bytes()
    answered.parent.mkdir()
    answered.write_bytes(Filler(data).fill_in(data, answers))
    on_time = date(2024, 1, 10).toordinal() - date(1970, 1, 1).toordinal()
    os.utime(answered, (on_time * 86_400, on_time * 86_400))


def test_the_form_asks_for_it(folder: Path) -> None:
    rows = load_workbook(folder / "forms" / FORM)[form_layout.FIGURES].iter_rows(max_col=2, values_only=True)
    asked = {str(code): label for code, label in rows}
    assert (asked["KG309"], asked["KG310"]) == ("Số cuộc đối thoại về khoa giáo", "- Số đơn thư về khoa giáo")


def test_the_intake_takes_it(folder: Path) -> None:
    (row,) = FileBook(folder / "K.xlsm").read("tblSoLieu")
    assert (row["KG309"], row["KG310"]) == (7, 12)


def test_the_totals_add_it(folder: Path) -> None:
    totals = {row["Mã"]: row for row in FileBook(folder / "K.xlsm").read("tblTongHop")}
    assert (totals["KG309"]["Kỳ này"], totals["KG309"]["Số đơn vị"]) == (7, "1/92")


def paragraphs(folder: Path) -> list[str]:
    with zipfile.ZipFile(folder / "report.docx") as package:
        xml = package.read("word/document.xml").decode()
    return [re.sub(r"<[^>]+>", "", paragraph) for paragraph in xml.split("</w:p>")]


def test_the_report_tells_it_in_its_section_in_its_own_words(folder: Path) -> None:
    texts = paragraphs(folder)
    first, last = (texts.index(heading) for heading in ("3. Kiểm tra, giám sát",
                   "4. Sơ kết, tổng kết các văn bản của Đảng"))  # fmt: skip
    section = texts[first:last]
    assert "Qua kiểm tra, giám sát: 07 cuộc đối thoại về khoa giáo." in section
    assert "Chỉ tiêu khác: Số đơn thư về khoa giáo: 12 đơn." in section


def test_the_annex_of_the_report_lists_it(folder: Path) -> None:
    texts = paragraphs(folder)
    at = texts.index("KG309")
    assert texts[at : at + 4] == ["KG309", "Số cuộc đối thoại về khoa giáo", "cuộc", "7*"]
